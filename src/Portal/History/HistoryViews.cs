using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>One thing that happened, in the list.</summary>
/// <param name="Version">Its number in the case, which never changes.</param>
public sealed record HistoryRow(long Version, DateTimeOffset At, string Sentence, string Link);

/// <summary>What was asked, as it stands in the form again.</summary>
public sealed record HistoryAsked(string Text, string Part, string Person, string Capacity, string Phase, string Document, string Kind, string From, string To, bool IsEverything);

/// <summary>A page of history.</summary>
/// <param name="Next">Link to what is older; null at the beginning.</param>
/// <param name="Whole">Where the whole list is taken out, narrowed in the same way.</param>
/// <param name="Unreadable">A value in the address was none it may be; everything is shown.</param>
public sealed record HistoryView(
    ImmutableArray<HistoryRow> Rows, HistoryAsked Asked, ImmutableArray<Choice> Parts, ImmutableArray<Choice> People, ImmutableArray<Choice> Capacities, ImmutableArray<Choice> Phases, ImmutableArray<Choice> Documents,
    ImmutableArray<Choice> Kinds, string? Next, string Whole, bool Unreadable);

/// <summary>One fact with all there is to know of it.</summary>
/// <param name="Stored">The stored event as it lies in the record: no text people wrote.</param>
/// <param name="Changes">For a document that was saved: what became different.</param>
public sealed record FactView(
    long Version, DateTimeOffset At, string Sentence, string Who, Words Capacity, string SignIn, string Name, long Position, string Leaf, Words Proof, string Stored,
    ImmutableArray<TextLine> Texts, ImmutableArray<FieldChange> Changes, string? Before, string? After, string? Earlier, string? Later, string List)
{
    /// <summary>Where a text of it is proposed erased, for those who may.</summary>
    public string? Erase { get; init; }

    /// <summary>What is said of texts it carried that were erased.</summary>
    public ImmutableArray<Words> Erased { get; init; } = [];
}

/// <summary>A text a fact carries.</summary>
public sealed record TextLine(string Field, string Text);
