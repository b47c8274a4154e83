namespace LmsWorkflow.Domain;

/// <summary>
/// Consents for one side to a version that weakens participation. One's own act, as one appointed to that side in an open case of the unit; never for others, never by
/// whoever asked for the version, and never by the same person for both sides (R79, R80).
/// </summary>
/// <param name="ChangesHash">Of the list the person has read.</param>
public sealed record ConsentToDefinition(int Proposal, Side Side, string ChangesHash) : DefinitionRequest
{
    public override Act Act => Act.ConsentToDefinition;

    public override Decision Decide(DefinitionContext context) => context.File.Proposal(Proposal) is not { } proposal
        ? Decision.Refuse(new ProposalIsGone())
        : Decision.Unless(ConsentRules.Unmet(context, proposal, Side).Append(proposal.ChangesHash == ChangesHash ? null : new ChangesAreOthers()), () =>
            proposal.Of(Side.Other()) is null
                ? [new DefinitionConsentGiven(Proposal, Side, ChangesHash)]
                : [new DefinitionConsentGiven(Proposal, Side, ChangesHash), Published(context.File, proposal)]);

    static DefinitionPublished Published(DefinitionFile file, DefinitionProposal proposal) =>
        new(file.Key, file.LatestNumber + 1, proposal.ContentHash, proposal.Forms, proposal.Draft, proposal.Note, proposal.Number, proposal.Rehearsal);
}

/// <summary>Says no for one side, with a reason. The draft goes back to work.</summary>
public sealed record RefuseDefinition(int Proposal, Side Side, WrittenText Reason) : DefinitionRequest
{
    public override Act Act => Act.ConsentToDefinition;

    public override Decision Decide(DefinitionContext context) => context.File.Proposal(Proposal) is not { } proposal
        ? Decision.Refuse(new ProposalIsGone())
        : Decision.Unless(
            ConsentRules.Unmet(context, proposal, Side).Append(Require.AtLeast(Reason, 10, "reason", new("hvorfor du sier nei", "kvifor du seier nei"))),
            () => [new DefinitionConsentRefused(Proposal, Side, Reason.Seal("definition.refusal"))]);
}

static class ConsentRules
{
    public static IEnumerable<Refusal?> Unmet(DefinitionContext context, DefinitionProposal proposal, Side side) =>
    [
        proposal.Standing == ProposalStanding.Pending ? null : new ProposalIsGone(),
        context.Sides.Contains(side) ? null : new NotOnThatSide(side),
        context.Actor.Person == proposal.By ? new PublisherCannotConsent() : null,
        proposal.Of(side) is null ? null : new SideHasConsented(side),
        proposal.Of(side.Other())?.Person == context.Actor.Person ? new OnePersonOneSide() : null,
    ];
}

public sealed record ProposalIsGone() : Refusal(new Words(
    "Forslaget venter ikke på svar lenger. Last siden på nytt.", "Framlegget ventar ikkje på svar lenger. Last sida på nytt."));

public sealed record ChangesAreOthers() : Refusal(new Words(
    "Listen du har lest, er ikke den som gjelder. Last siden på nytt, og les den på nytt.", "Lista du har lese, er ikkje den som gjeld. Last sida på nytt, og les ho på nytt."));

public sealed record NotOnThatSide(Side Side) : Refusal(new Words(
    $"Bare den som er oppnevnt som {Side.Words().Nb} i en åpen sak ved senteret, kan svare for den siden.",
    $"Berre den som er oppnemnd som {Side.Words().Nn} i ei open sak ved senteret, kan svare for den sida."));

public sealed record PublisherCannotConsent() : Refusal(new Words(
    "Den som har lagt fram endringen, kan ikke selv samtykke til den. Be en annen om å svare.",
    "Den som har lagt fram endringa, kan ikkje sjølv samtykkje til ho. Be ein annan om å svare."));

public sealed record SideHasConsented(Side Side) : Refusal(new Words(
    $"En {Side.Words().Nb} har allerede samtykket. Nå venter vi på den andre siden.", $"Ein {Side.Words().Nn} har alt samtykt. No ventar vi på den andre sida."));

public sealed record OnePersonOneSide() : Refusal(new Words(
    "Du har allerede svart for den andre siden. Samme person kan aldri samtykke for begge sider.",
    "Du har alt svart for den andre sida. Same person kan aldri samtykkje for begge sider."));
