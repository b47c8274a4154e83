using System.Collections.Immutable;

namespace LmsWorkflow.Storage;

/// <summary>What a command does to the lists: for each case it touches, the rows before and after. Only the difference is written.</summary>
public sealed record ListChanges(ImmutableArray<ListChange> Changes)
{
    public static ListChanges None { get; } = new(ImmutableArray<ListChange>.Empty);

    public static ListChanges Of(StreamId stream, ListRows before, ListRows after) => new([new ListChange(stream, before, after)]);
}

/// <param name="Stream">The stream the rows are made from; must be appended to in the same command or exist already.</param>
public sealed record ListChange(StreamId Stream, ListRows Before, ListRows After);
