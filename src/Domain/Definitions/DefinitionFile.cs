using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A fact of a definition's stream.</summary>
public abstract record DefinitionFact : Fact
{
    public abstract DefinitionFile Apply(DefinitionFile file, Stamp stamp);
}

/// <summary>One process definition: its drafts, its published versions and what has been asked of the two sides. Immutable; the fold of its stream.</summary>
public sealed record DefinitionFile
{
    public static DefinitionFile Unknown(string key) => new() { Key = key };

    /// <summary>Id of the process in the file; what cases are pinned to.</summary>
    public required string Key { get; init; }

    /// <summary>Number of facts in the stream.</summary>
    public long Version { get; init; }

    public ImmutableArray<PublishedVersion> Published { get; init; } = [];
    public ImmutableArray<DefinitionDraft> Drafts { get; init; } = [];
    public ImmutableArray<DefinitionProposal> Proposals { get; init; } = [];
    public ImmutableArray<MoveRun> Moves { get; init; } = [];

    /// <summary>What was last done to each scenario somebody has kept or removed here, by name.</summary>
    public ImmutableArray<ScenarioChange> Scenarios { get; init; } = [];

    public PublishedVersion? Latest => Published.IsEmpty ? null : Published[^1];

    /// <summary>Number of the latest version; 0 before the first.</summary>
    public int LatestNumber => Latest?.Number ?? 0;

    /// <summary>The version that waits for the two sides, if one does.</summary>
    public DefinitionProposal? Pending => Proposals.FirstOrDefault(proposal => proposal.Standing == ProposalStanding.Pending);

    public IEnumerable<DefinitionDraft> OpenDrafts => Drafts.Where(draft => draft.Standing is DraftStanding.Open or DraftStanding.Proposed);

    public DefinitionDraft? Draft(int number) => Drafts.FirstOrDefault(draft => draft.Number == number);

    public ScenarioChange? Scenario(string name) => Scenarios.FirstOrDefault(scenario => scenario.Name == name);

    public DefinitionProposal? Proposal(int number) => Proposals.FirstOrDefault(proposal => proposal.Number == number);

    public PublishedVersion? Numbered(int number) => Published.FirstOrDefault(version => version.Number == number);

    public DefinitionFile After(Fact fact, Stamp stamp) =>
        (fact is DefinitionFact definitionFact ? definitionFact.Apply(this, stamp) : this) with { Version = Version + 1 };

    internal DefinitionFile With(DefinitionDraft draft) => this with
    {
        Drafts = Draft(draft.Number) is { } old ? Drafts.Replace(old, draft) : Drafts.Add(draft),
    };

    internal DefinitionFile With(DefinitionProposal proposal) => this with
    {
        Proposals = Proposal(proposal.Number) is { } old ? Proposals.Replace(old, proposal) : Proposals.Add(proposal),
    };

    internal DefinitionFile With(ScenarioChange change) => this with
    {
        Scenarios = [.. Scenarios.Where(scenario => scenario.Name != change.Name).Append(change).OrderBy(scenario => scenario.Name, StringComparer.Ordinal)],
    };
}

/// <summary>A version as published. Never changes.</summary>
/// <param name="By">Who asked for it to be published; null when it came with the product.</param>
/// <param name="Proposal">The proposal both sides consented to, when it needed that.</param>
public sealed record PublishedVersion(
    int Number, string ContentHash, ImmutableArray<PublishedForm> Forms, DateTimeOffset At, PersonId? By, SealedText? Note, int? Draft, int? Proposal)
{
    /// <summary>What had been run before it was published; null when nothing was.</summary>
    public Rehearsed? Rehearsal { get; init; }
}

public enum DraftStanding { Open, Proposed, Published, Discarded }

/// <summary>A drawing on its way.</summary>
/// <param name="Revision">Number of times it has been saved; what the next save must be based on.</param>
/// <param name="BaseVersion">The published version it began from; 0: none.</param>
/// <param name="By">Who saved it last; null: it came with the product.</param>
public sealed record DefinitionDraft(
    int Number, int Revision, int BaseVersion, string ContentHash, ImmutableArray<PublishedForm> Forms, SealedText? Note, PersonId? By, DateTimeOffset At,
    DraftStanding Standing, DefinitionTemplate? Template);

/// <summary>The published version a new definition was copied from; what its first version is compared with.</summary>
public sealed record DefinitionTemplate(string Key, int Version);

public enum ProposalStanding { Pending, Consented, Refused, Withdrawn }

/// <summary>A version that weakens participation and so waits for one fagperson and one brukerrepresentant of the unit.</summary>
/// <param name="ChangesHash">SHA-256 of the list of changes they are asked about, frozen in the content store.</param>
public sealed record DefinitionProposal(
    int Number, int Draft, int Against, string ContentHash, ImmutableArray<PublishedForm> Forms, SealedText Note, string ChangesHash, UnitId Unit, PersonId By,
    DateTimeOffset At, ProposalStanding Standing)
{
    public ConsentAnswer? Fag { get; init; }
    public ConsentAnswer? Bruker { get; init; }
    public ConsentRefusal? Refusal { get; init; }

    /// <summary>What had been run before they were asked.</summary>
    public Rehearsed? Rehearsal { get; init; }

    public ConsentAnswer? Of(Side side) => side == Side.Fag ? Fag : Bruker;
}

public sealed record ConsentAnswer(PersonId Person, DateTimeOffset At);

public sealed record ConsentRefusal(PersonId Person, Side Side, DateTimeOffset At, SealedText Reason);

/// <summary>A carried out moving of cases.</summary>
public sealed record MoveRun(int From, int To, string PlanHash, PersonId? By, DateTimeOffset At, ImmutableArray<CaseMoved> Cases);
