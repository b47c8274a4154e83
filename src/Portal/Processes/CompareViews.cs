using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>Two versions or drafts of a process side by side.</summary>
/// <param name="Editions">All that can be chosen.</param>
public sealed record CompareView(string Key, Words Name, ImmutableArray<Choice> Editions, string? From, string? To)
{
    /// <summary>Null until two are chosen.</summary>
    public PictureView? Before { get; init; }

    public PictureView? After { get; init; }

    public ImmutableArray<DrawingChanges> Drawing { get; init; } = [];

    /// <summary>Null when one of the drawings cannot be run.</summary>
    public ImmutableArray<ChangeLine>? Meaning { get; init; }
}

/// <summary>What is drawn differently in one way.</summary>
/// <param name="Sign">The sign it has in the drawings.</param>
public sealed record DrawingChanges(string Sign, Words Name, ImmutableArray<Words> Things);
