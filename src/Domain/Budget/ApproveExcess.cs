namespace LmsWorkflow.Domain;

/// <summary>The leader of an owning unit accepts that the budget costs more than the anchored frame, up to a sum (R72).</summary>
/// <param name="UpTo">Costs in NOK the leader accepts, at least those of the budget as it is now.</param>
public sealed record ApproveExcess(decimal UpTo) : CaseRequest
{
    public override Act Act => Act.Decide;

    public override Decision Decide(CaseContext context)
    {
        var budget = context.Case.Documents.Latest(DocumentKind.D14)?.Content as BudgetContent;
        var figures = budget is null ? null : BudgetFigures.Of(budget, context.Case.Anchorings);
        return Decision.Unless(
            [
                Require.Open(context),
                context.Case.Passed(Gate.G2) is not null ? new GateAlreadyPassed(Gate.G2) : null,
                figures is not { ExceedsFrame: true } ? new BudgetIsWithinFrame() : null,
                figures is { ExceedsFrame: true } && UpTo < figures.Costs ? new ApprovedExcessTooSmall() : null,
            ],
            () => [new ExcessApproved(UpTo)]);
    }
}

public sealed record ExcessApproved(decimal UpTo) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with { Plan = file.Plan with { ExcessApprovedUpTo = UpTo } };
}

public sealed record BudgetIsWithinFrame() : Refusal(new Words(
    "Budsjettet er innenfor rammen. Det er ingen overskridelse å godkjenne.", "Budsjettet er innanfor ramma. Det er inga overskriding å godkjenne."));

public sealed record ApprovedExcessTooSmall() : Refusal(new Words(
    "Beløpet dekker ikke budsjettet slik det er nå. Skriv et beløp som er minst like stort som kostnadene.",
    "Beløpet dekkjer ikkje budsjettet slik det er no. Skriv eit beløp som er minst like stort som kostnadene."));

public sealed record BudgetExceedsFrame() : Refusal(new Words(
    "Budsjettet er større enn rammen i forankringsvedtaket. Reduser kostnadene, eller be lederen godkjenne overskridelsen.",
    "Budsjettet er større enn ramma i forankringsvedtaket. Reduser kostnadene, eller be leiaren godkjenne overskridinga."));
