using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// Publishes a draft as the next version. What weakens participation does not take effect: it is put before one fagperson and one brukerrepresentant of the unit.
/// </summary>
/// <param name="Revision">The revision the publisher has looked at.</param>
/// <param name="Against">The published version it was compared with when the publisher looked; 0: none.</param>
/// <param name="Unit">The LMS whose people are asked, when somebody must be.</param>
public sealed record PublishDefinition(int Draft, int Revision, int Against, WrittenText Note, UnitId? Unit) : DefinitionRequest
{
    public override Act Act => Act.PublishDefinition;

    public override Decision Decide(DefinitionContext context)
    {
        var file = context.File;
        if (file.Draft(Draft) is not { Standing: DraftStanding.Open } draft) return Decision.Refuse(new DefinitionDraftIsGone());
        if (draft.Revision != Revision) return Decision.Refuse(new DefinitionDraftIsStale(draft.Revision));
        return Decision.Unless(
            [
                Require.Written(Note, "note", new("hvorfor prosessen endres", "kvifor prosessen blir endra")),
                Against == file.LatestNumber ? null : new DefinitionPublishedSince(file.LatestNumber),
                file.Pending is null ? null : new ProposalIsPending(),
                IsAsPublished(draft, file.Latest) ? new NothingToPublish() : null,
                .. context.Judgement!.Errors,
                context.Judgement.Weakens ? UnitMissing(context) : null,
                .. context.Rehearsal?.Failures ?? [],
            ],
            () => [context.Judgement!.Weakens ? Proposed(context, draft) : Published(context, draft)]);
    }

    static bool IsAsPublished(DefinitionDraft draft, PublishedVersion? latest) =>
        latest is not null && latest.ContentHash == draft.ContentHash && latest.Forms.SequenceEqual(draft.Forms);

    ConsentingUnitMissing? UnitMissing(DefinitionContext context) =>
        Unit is { } unit && context.Directory.Units.TryGetValue(unit, out var found) && found.IsLms ? null : new ConsentingUnitMissing();

    DefinitionProposed Proposed(DefinitionContext context, DefinitionDraft draft) => new(
        context.File.Proposals.Length + 1, Draft, Against, draft.ContentHash, draft.Forms, Note.Seal("definition.note"), context.Judgement!.ChangesHash, Unit!.Value, context.Rehearsal?.Rehearsed);

    DefinitionPublished Published(DefinitionContext context, DefinitionDraft draft) =>
        new(context.File.Key, context.File.LatestNumber + 1, draft.ContentHash, draft.Forms, Draft, Note.Seal("definition.note"), Rehearsal: context.Rehearsal?.Rehearsed);
}

/// <summary>Takes a version back before both sides have answered.</summary>
public sealed record WithdrawProposal(int Proposal) : DefinitionRequest
{
    public override Act Act => Act.PublishDefinition;

    public override Decision Decide(DefinitionContext context) => context.File.Proposal(Proposal) is { Standing: ProposalStanding.Pending }
        ? Decision.Accept(new DefinitionProposalWithdrawn(Proposal))
        : Decision.Refuse(new ProposalIsGone());
}

public sealed record DefinitionPublishedSince(int Latest) : Refusal(new Words(
    $"Utgave {Latest} er publisert siden du så på endringene. Se over endringene mot den, og publiser på nytt.",
    $"Utgåve {Latest} er publisert sidan du såg på endringane. Sjå over endringane mot ho, og publiser på nytt."));

public sealed record ProposalIsPending() : Refusal(new Words(
    "En utgave venter allerede på samtykke. Vent til begge sider har svart, eller trekk den tilbake først.",
    "Ei utgåve ventar alt på samtykke. Vent til begge sider har svart, eller trekk ho tilbake først."));

public sealed record NothingToPublish() : Refusal(new Words(
    "Utkastet er likt den siste utgaven. Det er ingenting å publisere.", "Utkastet er likt den siste utgåva. Det er ingenting å publisere."));

public sealed record ConsentingUnitMissing() : Refusal(new Words(
    "Endringen svekker medvirkningen. Velg hvilket lærings- og mestringssenter som skal spørres om samtykke.",
    "Endringa svekkjer medverknaden. Vel kva lærings- og meistringssenter som skal spørjast om samtykke."))
{
    public static string Field => "unit";
}

/// <summary>A kept scenario did not go as it says when it was run against the draft.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="Line">Of the step in its text.</param>
/// <param name="Step">As it stands in the text.</param>
/// <param name="Trouble">What was expected and what came.</param>
public sealed record ScenarioDoesNotHold(string Scenario, int Line, string Step, Words Trouble) : Refusal(new Words(
    $"Scenarioet «{Scenario}» går ikke som ventet med dette utkastet. På linje {Line}, «{Step}»: {Trouble.Nb.TrimEnd('.')}. Rett utkastet, eller bytt eller fjern scenarioet først.",
    $"Scenarioet «{Scenario}» går ikkje som venta med dette utkastet. På linje {Line}, «{Step}»: {Trouble.Nn.TrimEnd('.')}. Rett utkastet, eller byt eller fjern scenarioet først."));

/// <summary>An error found in the drawing keeps it from being published.</summary>
/// <param name="Check">Name of the check.</param>
/// <param name="Element">Where in the drawing.</param>
public sealed record DrawingHasError(string Check, string? Element, Words Found) : Refusal(Found);
