using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>A definition in the list.</summary>
/// <param name="Version">The latest published version; what new cases follow.</param>
public sealed record DefinitionView(string Key, int Version, string ContentHash, Words Name, DateTimeOffset? PublishedAt, int? PendingProposal);

public sealed record VersionView(int Number, string ContentHash, DateTimeOffset At, PersonId? By, SealedText? Note, int? Draft, int? Proposal, Rehearsed? Rehearsal)
{
    public static VersionView Of(PublishedVersion version) => new(version.Number, version.ContentHash, version.At, version.By, version.Note, version.Draft, version.Proposal, version.Rehearsal);
}

/// <summary>One version with what it means that the one before did not.</summary>
public sealed record VersionDetail(VersionView Version, ImmutableArray<PublishedForm> Forms, ImmutableArray<MeaningChange> Changes);

public sealed record DraftSummary(int Number, int Revision, int BaseVersion, DraftStanding Standing, string ContentHash, DateTimeOffset At, PersonId? By, SealedText? Note)
{
    public static DraftSummary Of(DefinitionDraft draft) => new(draft.Number, draft.Revision, draft.BaseVersion, draft.Standing, draft.ContentHash, draft.At, draft.By, draft.Note);
}

/// <summary>One draft with what keeps it from being published and what it changes.</summary>
/// <param name="Against">The published version it is compared with; what a publishing must state.</param>
/// <param name="Weakens">Both sides must consent before it takes effect.</param>
public sealed record DraftDetail(DraftSummary Draft, int Against, bool MayBePublished, bool Weakens, ImmutableArray<FindingView> Findings, ImmutableArray<MeaningChange> Changes);

public sealed record ProposalView(
    int Number, int Draft, ProposalStanding Standing, UnitId Unit, PersonId By, DateTimeOffset At, SealedText Note, string ChangesHash, ImmutableArray<MeaningChange> Changes,
    ConsentAnswer? Fag, ConsentAnswer? Bruker, ConsentRefusal? Refusal);

/// <summary>One definition as a whole.</summary>
/// <param name="OpenCases">How many open cases follow each version.</param>
public sealed record DefinitionDetail(
    string Key, long Version, ImmutableArray<VersionView> Versions, ImmutableArray<ProposalView> Proposals, IReadOnlyDictionary<int, int> OpenCases);

public sealed record MoveLineView(CaseId Case, string Number, MoveOutcome Outcome, ImmutableArray<Problem.Reason> Reasons);

/// <summary>A timer that keeps the time it was set to, and the sentence that says so.</summary>
public sealed record RunningTimerView(string Element, string Nb, string Nn);

/// <summary>A plan and what becomes of each open case.</summary>
/// <param name="WithoutTarget">Steps of the old version that the plan has no target for.</param>
/// <param name="RunningOn">Timers whose length is another in the new version: those that run keep their time.</param>
public sealed record MoveView(
    int From, int To, bool DryRun, IReadOnlyDictionary<string, string> Mapping, ImmutableArray<string> WithoutTarget, bool Weakens, ImmutableArray<MeaningChange> Changes, ImmutableArray<RunningTimerView> RunningOn, ImmutableArray<MoveLineView> Cases)
{
    public static MoveView Of(PlannedMove move, ImmutableArray<MoveLine> lines, bool dryRun) => new(
        move.Plan.From.Version, move.Plan.To.Version, dryRun, move.Plan.Mapping, [.. move.Plan.WithoutTarget.Select(element => element.Id)], move.Plan.ChangesHash is not null, move.Changes,
        [.. move.Plan.RunningOn.Select(timer => new RunningTimerView(timer.Element, timer.Sentence.Nb, timer.Sentence.Nn))],
        [.. lines.Select(line => new MoveLineView(line.Case, line.Number, line.Outcome, [.. line.Reasons.Select(Problem.Reason.Of)]))]);
}

/// <summary>A drawing sent as a draft.</summary>
/// <param name="Source">The BPMN file as bytes (base64), in whatever encoding it says of itself.</param>
/// <param name="Kept">Instead of a file: what an earlier answer said was kept.</param>
/// <param name="TemplateKey">Instead of a file, for a new definition: the published definition to copy.</param>
/// <param name="Empty">Instead of a file, for a new definition: the name of the process that an empty drawing is made for.</param>
/// <param name="TemplateName">What a copy is called; left out: as what it is a copy of, with «(kopi)» after it.</param>
/// <param name="Forms">Form files (base64); left out: those of the draft, or of what it builds on.</param>
/// <param name="BasedOn">Revision the editor had open; may stand in If-Match instead.</param>
public sealed record DefinitionDraftBody(
    byte[]? Source = null, string? Kept = null, string? TemplateKey = null, int? TemplateVersion = null, ImmutableArray<byte[]>? Forms = null, WrittenText? Note = null, int? BasedOn = null,
    ProcessName? Empty = null, ProcessName? TemplateName = null);

/// <summary>What a new process is called.</summary>
/// <param name="NameNn">Left out where the name is the same in both written forms.</param>
public sealed record ProcessName(string Name, string? NameNn = null)
{
    public Words Words => new(Name.Trim(), NameNn is { } nn && !string.IsNullOrWhiteSpace(nn) ? nn.Trim() : Name.Trim());

    internal bool IsUsable => EmptyDrawing.IsName(Words.Nb) && EmptyDrawing.IsName(Words.Nn);
}

public sealed record MoveBody(int From, int To, Dictionary<string, string>? Mapping = null, bool DryRun = true);
