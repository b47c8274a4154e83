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

public sealed record EditionLine(int Number, DateTimeOffset At, string By, string Note, ImmutableArray<ChangeLine> Changes, int Cases, ImmutableArray<string> Consents);

public sealed record DraftLine(int Number, int Revision, int BaseVersion, DateTimeOffset At, string By, string Note, bool IsProposed);

public sealed record ProposalLine(int Number, DateTimeOffset At, string By, string Note, string Unit, bool Fag, bool Bruker, Words Standing, string? Refusal, bool IsPending);

public sealed record RunLine(int From, int To, DateTimeOffset At, string By, int Moved, int Awaits, int Stayed);

public sealed record ProcessView(
    string Key, Words Name, ImmutableArray<EditionLine> Versions, ImmutableArray<DraftLine> Drafts, ImmutableArray<ProposalLine> Proposals, ImmutableArray<RunLine> Runs,
    bool MayEdit, KeptDrawing? Kept);

/// <summary>A drawing that was not saved because somebody else saved first; nothing of it is lost.</summary>
public sealed record KeptDrawing(int Draft, int Revision, string Hash, ImmutableArray<ChangeLine> Since);

public sealed record DraftView(
    string Key, Words Name, DraftLine Draft, int Against, ImmutableArray<Words> Errors, ImmutableArray<Words> Warnings, ImmutableArray<ChangeLine> Changes, bool Weakens,
    ImmutableArray<Choice> Units, bool IsOpen);

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
