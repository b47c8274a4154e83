using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>An append with its bytes made, on the caller's thread, before it waits for the writer.</summary>
sealed record PreparedAppend(Append Append, ImmutableArray<PreparedStream> Streams)
{
    public static PreparedAppend Of(Append append)
    {
        var stamp = EventJson.WriteStamp(append.Stamp);
        return new(append, [.. append.Streams.Select(stream => PreparedStream.Of(stream, stream.Stamp is { } own ? EventJson.WriteStamp(own) : stamp))]);
    }

    /// <summary>Streams to look up before this append can be ruled on.</summary>
    public IEnumerable<string> StreamNames()
    {
        foreach (var stream in Streams) yield return stream.Stream.Stream.Value;
        foreach (var change in Append.Lists.Changes) yield return change.Stream.Value;
    }

    /// <summary>Whoever asked takes it that the stream does not exist yet.</summary>
    public bool Begins(string name) => Streams.Any(stream => stream.Stream.ExpectedVersion == 0 && stream.Stream.Stream.Value == name);
}

sealed record PreparedStream(StreamAppend Stream, ImmutableArray<WrittenEvent> Events)
{
    public static PreparedStream Of(StreamAppend stream, byte[] stamp) => new(stream, [.. stream.Facts.Select(fact => EventJson.Write(fact, stamp))]);
}
