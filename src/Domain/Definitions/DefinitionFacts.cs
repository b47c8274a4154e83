using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A draft was saved. The drawing and its forms lie in the content store.</summary>
/// <param name="Template">Key of the definition it was copied from, for the first draft of a new one.</param>
public sealed record DefinitionDraftSaved(
    int Draft, int Revision, int BaseVersion, string ContentHash, ImmutableArray<PublishedForm> Forms, SealedText? Note, string? Template, int? TemplateVersion) : DefinitionFact
{
    public override DefinitionFile Apply(DefinitionFile file, Stamp stamp) => file.With(new DefinitionDraft(
        Draft, Revision, BaseVersion, ContentHash, Forms, Note, stamp.Person, stamp.At, DraftStanding.Open,
        Template is { } key ? new DefinitionTemplate(key, TemplateVersion ?? 0) : null));
}

/// <summary>A draft was given up. What was in it stays in the record.</summary>
public sealed record DefinitionDraftDiscarded(int Draft) : DefinitionFact
{
    public override DefinitionFile Apply(DefinitionFile file, Stamp stamp) =>
        file.Draft(Draft) is { } draft ? file.With(draft with { Standing = DraftStanding.Discarded }) : file;
}

/// <summary>A draft that weakens participation was put before the two sides.</summary>
/// <param name="Against">The version it was compared with.</param>
/// <param name="ChangesHash">SHA-256 of the frozen list of changes.</param>
/// <param name="Rehearsal">The kept scenarios had all gone as they say; null when there were none.</param>
public sealed record DefinitionProposed(
    int Proposal, int Draft, int Against, string ContentHash, ImmutableArray<PublishedForm> Forms, SealedText Note, string ChangesHash, UnitId Unit,
    Rehearsed? Rehearsal = null) : DefinitionFact
{
    public override DefinitionFile Apply(DefinitionFile file, Stamp stamp)
    {
        var proposal = new DefinitionProposal(
            Proposal, Draft, Against, ContentHash, Forms, Note, ChangesHash, Unit, stamp.Person ?? default, stamp.At, ProposalStanding.Pending)
        { Rehearsal = Rehearsal };
        var proposed = file.With(proposal);
        return file.Draft(Draft) is { } draft ? proposed.With(draft with { Standing = DraftStanding.Proposed }) : proposed;
    }
}

/// <summary>One side consented, through the person who acted.</summary>
public sealed record DefinitionConsentGiven(int Proposal, Side Side, string ChangesHash) : DefinitionFact
{
    public override DefinitionFile Apply(DefinitionFile file, Stamp stamp)
    {
        if (file.Proposal(Proposal) is not { } proposal || stamp.Person is not { } person) return file;
        var answer = new ConsentAnswer(person, stamp.At);
        return file.With(Side == Side.Fag ? proposal with { Fag = answer } : proposal with { Bruker = answer });
    }
}

/// <summary>One side said no. The draft is open again.</summary>
public sealed record DefinitionConsentRefused(int Proposal, Side Side, SealedText Reason) : DefinitionFact
{
    public override DefinitionFile Apply(DefinitionFile file, Stamp stamp) => file.Proposal(Proposal) is not { } proposal ? file : ProposalEnds.Reopen(
        file, proposal with { Standing = ProposalStanding.Refused, Refusal = new(stamp.Person ?? default, Side, stamp.At, Reason) });
}

/// <summary>The publisher took it back before both sides had answered.</summary>
public sealed record DefinitionProposalWithdrawn(int Proposal) : DefinitionFact
{
    public override DefinitionFile Apply(DefinitionFile file, Stamp stamp) =>
        file.Proposal(Proposal) is { } proposal ? ProposalEnds.Reopen(file, proposal with { Standing = ProposalStanding.Withdrawn }) : file;
}

/// <summary>Somebody set out to move open cases from one version to another, by this plan (content store).</summary>
public sealed record CaseMoveBegun(int From, int To, string PlanHash) : DefinitionFact
{
    public override DefinitionFile Apply(DefinitionFile file, Stamp stamp) => file;
}

/// <summary>What became of one case in a moving.</summary>
/// <param name="Outcome">Moved, AwaitsConsent or Refused.</param>
/// <param name="Reasons">Codes of the reasons it stayed.</param>
public sealed record CaseMoved(CaseId Case, CaseMoveOutcome Outcome, ImmutableArray<string> Reasons);

public enum CaseMoveOutcome { Moved, AwaitsConsent, Refused }

/// <summary>A moving was carried out; each case that moved says so in its own stream.</summary>
public sealed record CasesMoved(int From, int To, string PlanHash, ImmutableArray<CaseMoved> Cases) : DefinitionFact
{
    public override DefinitionFile Apply(DefinitionFile file, Stamp stamp) =>
        file with { Moves = file.Moves.Add(new MoveRun(From, To, PlanHash, stamp.Person, stamp.At, Cases)) };
}

static class ProposalEnds
{
    public static DefinitionFile Reopen(DefinitionFile file, DefinitionProposal ended)
    {
        var after = file.With(ended);
        return after.Draft(ended.Draft) is { Standing: DraftStanding.Proposed } draft ? after.With(draft with { Standing = DraftStanding.Open }) : after;
    }
}
