using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>What the group should think about in a document of the plan; never a block. The programme's own warnings are in <see cref="ProgrammeFindings"/>.</summary>
public static class PlanWarnings
{
    const decimal MostOverbooking = 30;

    public static ImmutableArray<Refusal> Of(CaseFile file, DocumentKind kind) => file.Documents.Latest(kind)?.Content switch
    {
        FormContent plan when kind == DocumentKind.D12 => [.. Capacity(plan)],
        BudgetContent budget => Of(file, budget),
        _ => [],
    };

    /// <summary>Of a budget as it is written now, saved or not.</summary>
    public static ImmutableArray<Refusal> Of(CaseFile file, BudgetContent budget) => [.. Participation(file, budget)];

    static IEnumerable<Refusal> Capacity(FormContent plan)
    {
        if (plan["rammer_overbooking"]?.Number > MostOverbooking) yield return new OverbookingIsHigh();
        if (plan["rammer_minimum"]?.Number > plan["rammer_plasser"]?.Number) yield return new FewerPlacesThanMinimum();
    }

    /// <summary>R13: what the leader set aside for user participation is found again in the budget.</summary>
    static IEnumerable<Refusal> Participation(CaseFile file, BudgetContent budget)
    {
        var setAside = file.Anchorings.Sum(anchoring => anchoring.ParticipationAmount);
        if (setAside > 0 && BudgetFigures.Of(budget, file.Anchorings).UserParticipation == 0) yield return new ParticipationNotBudgeted();
    }
}

/// <summary>R75.</summary>
public sealed record OverbookingIsHigh() : Refusal(new Words(
    "Overbookingen er over 30 prosent. Tenk gjennom om alle kan få plass hvis ingen faller fra.",
    "Overbookinga er over 30 prosent. Tenk gjennom om alle kan få plass dersom ingen fell frå."));

/// <summary>R108.</summary>
public sealed record FewerPlacesThanMinimum() : Refusal(new Words(
    "Det er færre plasser enn det laveste antallet deltakere. Rett ett av tallene.",
    "Det er færre plassar enn det lågaste talet på deltakarar. Rett eitt av tala."));

/// <summary>R13, R70.</summary>
public sealed record ParticipationNotBudgeted() : Refusal(new Words(
    "Lederen har satt av penger til brukermedvirkning, men budsjettet har ingen. Legg inn honorar og reise for brukersiden.",
    "Leiaren har sett av pengar til brukarmedverknad, men budsjettet har ingen. Legg inn honorar og reise for brukarsida."));
