using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>A fact as it lies in the record.</summary>
/// <param name="Position">Place in the whole record: dense, from 1, in commit order.</param>
/// <param name="Version">Place in its stream: dense, from 1.</param>
/// <param name="Name">Stored name, see <see cref="EventNames"/>.</param>
public sealed record RecordedFact(long Position, StreamId Stream, long Version, string Name, Fact Fact, Stamp Stamp);

/// <summary>A fact with the texts it carries that are not erased.</summary>
public sealed record ToldFact(RecordedFact Recorded, ImmutableArray<KeptText> Texts)
{
    /// <summary>What is told of those that were erased.</summary>
    public ImmutableArray<ErasureMark> Erased { get; init; } = [];
}

/// <summary>Facts for one stream.</summary>
/// <param name="ExpectedVersion">The version before the append that the decision was made on (0: a new stream), or <see cref="Any"/>.</param>
public sealed record StreamAppend(StreamId Stream, long ExpectedVersion, ImmutableArray<Fact> Facts)
{
    /// <summary>For companion streams, where nothing is decided on what was there before.</summary>
    public const long Any = -1;

    /// <summary>Nothing is added; what was decided holds only while the stream ends here.</summary>
    public static StreamAppend Unmoved(StreamId stream, long version) => new(stream, version, []);

    /// <summary>When and by whom, where that is not the append's own stamp: facts brought over from another record keep theirs.</summary>
    public Stamp? Stamp { get; init; }
}

/// <summary>All that one command leaves behind. Stored in one transaction or not at all.</summary>
public sealed record Append(Stamp Stamp, ImmutableArray<StreamAppend> Streams, ListChanges Lists, IdempotencyEntry? Idempotency)
{
    /// <summary>Texts that are erased by it: gone with the same commit as the facts that say so.</summary>
    public ImmutableArray<TextPlace> Erase { get; init; } = [];

    /// <summary>Facts for one stream which no list shows.</summary>
    public static Append To(StreamId stream, long expectedVersion, Stamp stamp, params ReadOnlySpan<Fact> facts) =>
        new(stamp, [new StreamAppend(stream, expectedVersion, [.. facts])], ListChanges.None, null);
}

/// <summary>A repeated command answers as the first one did (Idempotency-Key).</summary>
/// <param name="Person">Whose key it is: the same key of two people is two keys.</param>
/// <param name="RequestHash">Tells a repetition from another request under the same key.</param>
/// <param name="Response">What the first one is answered with; ids and versions only, never text people wrote.</param>
public sealed record IdempotencyEntry(string Key, string Person, string RequestHash, string Response);

/// <summary>What became of an <see cref="Append"/>.</summary>
public abstract record AppendResult
{
    /// <summary>Stored and durable.</summary>
    public sealed record Appended(ImmutableArray<RecordedFact> Facts) : AppendResult;

    /// <summary>Somebody came first; nothing was stored. Look again and decide again.</summary>
    public sealed record Conflict(StreamId Stream, long ActualVersion) : AppendResult;

    /// <summary>The same request was stored before; this is what it was answered.</summary>
    public sealed record Repeated(string Response) : AppendResult;

    /// <summary>The key belongs to another request of this person; nothing was stored.</summary>
    public sealed record KeyReused : AppendResult;
}

/// <summary>Told after the commit, never before. Says that something changed, not what: readers fetch what they may see.</summary>
/// <param name="Inboxes">People whose inbox changed.</param>
/// <param name="AfterGap">Told late, by catching up: whose inbox changed is not known, so everybody should look.</param>
public sealed record CommitNotice(StreamId Stream, long Version, long Position, ImmutableArray<PersonId> Inboxes, bool AfterGap = false);
