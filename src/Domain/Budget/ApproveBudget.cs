namespace LmsWorkflow.Domain;

/// <summary>The leader of an owning unit approves the budget in the plan that is frozen now (domain notes §4.11, D14). Stays with that version; a changed budget is approved anew.</summary>
/// <param name="Package">Number of the package the leader had open.</param>
/// <param name="Hash">Hash of the budget in it; a stale one is refused.</param>
public sealed record ApproveBudget(int Package, string Hash) : CaseRequest
{
    public override Act Act => Act.Decide;

    public override Decision Decide(CaseContext context)
    {
        var package = context.Case.SignOffs.Current(Gate.G2);
        var budget = package?.Find(DocumentKind.D14);
        return Decision.Unless(
            [
                Require.Open(context),
                context.Case.Passed(Gate.G2) is not null ? new GateAlreadyPassed(Gate.G2) : null,
                budget is null ? new PackageNotFrozen() : null,
                budget is not null && (package!.Number != Package || budget.Hash != Hash) ? new PackageIsStale() : null,
                budget is not null && context.Case.Plan.HasApproved(budget) ? new BudgetAlreadyApproved() : null,
            ],
            () => [new BudgetApproved(budget!.Version, budget.Hash)]);
    }
}

public sealed record BudgetApproved(int Version, string Hash) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Plan = file.Plan with { Budgets = file.Plan.Budgets.Add(new(Version, Hash, stamp.Person!.Value, stamp.At)) },
    };
}

public sealed record BudgetAlreadyApproved() : Refusal(new Words("Budsjettet er allerede godkjent.", "Budsjettet er alt godkjent."));

public sealed record BudgetNotApproved() : Refusal(new Words(
    "Lederen har ikke godkjent budsjettet. Be lederen for eierenheten om å godkjenne det.",
    "Leiaren har ikkje godkjent budsjettet. Be leiaren for eigareininga om å godkjenne det."));
