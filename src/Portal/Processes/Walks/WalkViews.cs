using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A draft walked through by hand.</summary>
/// <param name="Starts">Where a walk can begin: at a new case, or at places in kept scenarios.</param>
/// <param name="Walk">Null before it has begun.</param>
public sealed record WalkView(string Key, Words Name, int Draft, ImmutableArray<Choice> Starts, WalkShown? Walk);

/// <summary>Where a walk has come.</summary>
/// <param name="Text">The walk as a scenario.</param>
/// <param name="Next">What the example does next, as scenarios write it; null when there is no more.</param>
public sealed record WalkShown(string Text, string Example, int Line, string? Next)
{
    /// <summary>What the example does next, in words; null when it has none.</summary>
    public Words? NextWords { get; init; }

    /// <summary>What has been done in the walk, in words.</summary>
    public ImmutableArray<Words> Done { get; init; } = [];

    /// <summary>Why the last step could not be done.</summary>
    public Words? Trouble { get; init; }

    /// <summary>That step.</summary>
    public string Step { get; init; } = "";
    public DateTimeOffset? Clock { get; init; }

    /// <summary>Null before a case is opened.</summary>
    public WalkCaseShown? Case { get; init; }
    public Words? Reach { get; init; }

    /// <summary>The drawing with where the case stands and has been.</summary>
    public PictureView? Picture { get; init; }
    public ImmutableArray<PlaceList> Places { get; init; } = [];
}

/// <param name="Here">Where the case stands in the drawing.</param>
public sealed record WalkCaseShown(
    string Title, Words Phase, bool IsEnded, ImmutableArray<Words> Here, ImmutableArray<WalkTaskLine> Tasks, ImmutableArray<(Words Name, DateTimeOffset Due)> Timers,
    ImmutableArray<WalkActLine> Acts);

/// <param name="ByHand">Done when somebody says so.</param>
public sealed record WalkTaskLine(int Item, Words Name, DateTimeOffset? Due, ImmutableArray<Choice> Who, bool ByHand, ImmutableArray<WalkActLine> Acts);

/// <param name="Step">It as a step of the scenario.</param>
public sealed record WalkActLine(Words Name, string Step);
