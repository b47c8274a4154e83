using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A definition in the list.</summary>
/// <param name="Version">Latest version; 0 when none is published yet.</param>
/// <param name="Cases">Open cases on each version.</param>
public sealed record ProcessLine(string Key, Words Name, int Version, DateTimeOffset? At, string By, int Drafts, bool IsPending, IReadOnlyDictionary<int, int> Cases);

public sealed record ProcessesView(ImmutableArray<ProcessLine> Lines, bool MayEdit);

/// <summary>One difference in meaning, as a page shows it.</summary>
public sealed record ChangeLine(Words Sentence, bool Weakens);

public sealed record EditionLine(int Number, DateTimeOffset At, string By, string Note, ImmutableArray<ChangeLine> Changes, int Cases, ImmutableArray<string> Consents)
{
    /// <summary>What was rehearsed before it was published.</summary>
    public Words? Rehearsal { get; init; }
}

public sealed record DraftLine(int Number, int Revision, int BaseVersion, DateTimeOffset At, string By, string Note, bool IsProposed);

public sealed record ProposalLine(int Number, DateTimeOffset At, string By, string Note, string Unit, bool Fag, bool Bruker, Words Standing, string? Refusal, bool IsPending);

public sealed record RunLine(int From, int To, DateTimeOffset At, string By, int Moved, int Awaits, int Stayed);

public sealed record ProcessView(
    string Key, Words Name, ImmutableArray<EditionLine> Versions, ImmutableArray<DraftLine> Drafts, ImmutableArray<ProposalLine> Proposals, ImmutableArray<RunLine> Runs,
    bool MayEdit, KeptDrawing? Kept)
{
    /// <summary>How many scenarios are run before a publishing.</summary>
    public int Scenarios { get; init; }
}

/// <summary>A drawing that was not saved because somebody else saved first; nothing of it is lost.</summary>
public sealed record KeptDrawing(int Draft, int Revision, string Hash, ImmutableArray<ChangeLine> Since);

public sealed record DraftView(
    string Key, Words Name, DraftLine Draft, int Against, ImmutableArray<Words> Errors, ImmutableArray<Words> Warnings, ImmutableArray<ChangeLine> Changes, bool Weakens,
    ImmutableArray<Choice> Units, bool IsOpen)
{
    /// <summary>Names of the scenarios that are run before it is published.</summary>
    public ImmutableArray<string> Scenarios { get; init; } = [];

    /// <summary>What came of a rehearsal just now.</summary>
    public RehearsalShown? Rehearsal { get; init; }
}

/// <summary>One scenario as it was run against a draft.</summary>
/// <param name="Name">Empty for one that was written for this once.</param>
/// <param name="Line">Of the step that did not go as expected; null when all did.</param>
public sealed record RehearsedLine(string Name, string Title, Words Reach, int? Line, string Step, Words? Trouble);

/// <param name="Reach">How much of the drawing they went through together.</param>
public sealed record RehearsalShown(ImmutableArray<RehearsedLine> Runs, Words Reach, ImmutableArray<PlaceList> Places);

/// <summary>Steps or flows under a heading.</summary>
public sealed record PlaceList(Words Heading, ImmutableArray<Words> Places);

/// <param name="Kept">Who keeps it and since when, or that it comes with the product.</param>
public sealed record ScenarioLine(string Name, string Title, Words Kept);

/// <param name="Removed">Sentences on those that are not run any more.</param>
public sealed record ScenariosView(string Key, Words Name, ImmutableArray<ScenarioLine> Lines, ImmutableArray<Words> Removed);

public sealed record ScenarioView(string Key, Words Process, ScenarioLine Scenario, string Text);

public sealed record ConsentView(
    string Key, Words Name, ProposalLine Proposal, int Against, string ChangesHash, ImmutableArray<ChangeLine> Changes, ImmutableArray<Side> MaySay, bool MayWithdraw);

public sealed record MoveCaseLine(string Number, Words Outcome, bool IsFine, ImmutableArray<Words> Reasons);

/// <param name="Steps">Every step where a case may stand, and what it becomes.</param>
public sealed record MoveView(
    string Key, Words Name, ImmutableArray<Choice> Versions, int? From, int? To, ImmutableArray<MoveStep> Steps, ImmutableArray<ChangeLine> Changes, bool Weakens,
    ImmutableArray<MoveCaseLine> Cases, bool IsDone)
{
    /// <summary>Timers whose length is another in the new version, and that keep their time where they run.</summary>
    public ImmutableArray<Words> RunningOn { get; init; } = [];
}

public sealed record MoveStep(string Id, Words Name, string Target, ImmutableArray<Choice> Choices);

/// <summary>What both sides of a case are asked about.</summary>
public sealed record CaseMoveView(CaseFrame Frame, int From, int To, string ChangesHash, ImmutableArray<ChangeLine> Changes, string By, string? Fag, string? Bruker, string? RefusedBy, string Reason, bool MayAnswer);
