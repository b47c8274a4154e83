using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A draft as a text that can be edited.</summary>
/// <param name="At">The step that is open for editing; null: none.</param>
/// <param name="Anchors">Phases to jump to: id and name.</param>
/// <param name="Undo">The saving that "undo" goes back to; null when there is nothing to undo.</param>
/// <param name="Since">What somebody else changed while this reader had the page open.</param>
public sealed record OutlineView(
    string Key, Words Name, DraftLine Draft, bool IsOpen, OutlineVerdict Verdict, ImmutableArray<OutlineLine> Lines, string? At, ImmutableArray<(string Id, Words Name)> Anchors, int? Undo,
    ImmutableArray<Choice> Savings, ImmutableArray<ChangeLine> Since);

/// <summary>What checks and proof say of the draft now.</summary>
public sealed record OutlineVerdict(bool IsFine, Words Sentence, ImmutableArray<OutlineFinding> Findings);

/// <summary>Something to mend.</summary>
/// <param name="Step">The line it is about; null when it is of the whole.</param>
/// <param name="Mend">What can be done at the press of a button.</param>
/// <param name="Path">The way there, step by step, where the proof found one.</param>
public sealed record OutlineFinding(string Check, string? Element, string? Step, Words Sentence, bool IsError, Words? Mend, ImmutableArray<Words> Path)
{
    /// <summary>The elements of the path, in its order.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>The drawing with the path in it, when it is asked for.</summary>
    public PictureView? Picture { get; init; }
}

/// <summary>One thing in the outline.</summary>
/// <param name="Facts">Who, documents, deadline and the like, each with its label.</param>
public sealed record OutlineLine(
    string Id, Words Sort, Words Name, bool IsStep, ImmutableArray<(Words Label, Words Value)> Facts, ImmutableArray<OutlineWay> Ways, ImmutableArray<OutlineLine> Inside, ImmutableArray<OutlineLine> Beside, StepForms? Forms);

/// <summary>Where it goes next.</summary>
public sealed record OutlineWay(Words? When, string Target, Words TargetName);

/// <summary>What can be done with the step that is open.</summary>
/// <param name="After">Where something new can be put in: the step itself, or one of its ways.</param>
/// <param name="Places">Steps it can be moved to stand after.</param>
public sealed record StepForms(
    Words Name, bool IsTask, ImmutableArray<string> Roles, ImmutableArray<string> Documents, int? Days, bool WorkingDays, bool MayRemove, bool MayGoEarlier, bool MayGoLater,
    ImmutableArray<Choice> Places, ImmutableArray<Choice> After, ImmutableArray<WayForms> Ways, OutlineChoices Choices)
{
    /// <summary>Of a gateway: one more way can go out of it.</summary>
    public NewWayForm? NewWay { get; init; }
}

/// <param name="Chooses">A condition says when the way is taken.</param>
public sealed record NewWayForm(bool Chooses, ImmutableArray<Choice> Targets);

/// <param name="MayChoose">Conditions can stand on it.</param>
public sealed record WayForms(string Id, Words Label, string Target, ImmutableArray<Choice> Targets, bool MayChoose, string Condition, bool MayRemove);

/// <summary>Lists that are the same for all steps.</summary>
public sealed record OutlineChoices(
    ImmutableArray<Choice> Roles, ImmutableArray<Choice> Documents, ImmutableArray<Choice> Phases, ImmutableArray<Choice> Gates, ImmutableArray<Choice> Conditions);
