using static LmsWorkflow.Domain.Tests.PlanCase;

namespace LmsWorkflow.Domain.Tests;

/// <summary>The budget of worked example A (domain notes §7.1): 21 960 of a frame of 22 000.</summary>
static class Budgets
{
    public static BudgetDraft ExampleA => new(
    [
        Line(BudgetLineKind.Honorar, 1, 12_000, Side.Bruker), Line(BudgetLineKind.Reise, 1, 1_500, Side.Bruker),
        Line(BudgetLineKind.Bevertning, 44, 165), Line(BudgetLineKind.Materiell, 1, 1_200),
    ]);

    public static BudgetLineDraft Line(BudgetLineKind kind, decimal quantity, decimal rate, Side? side = null) => new(null, kind, Text("linje"), side, quantity, rate);

    public static BudgetContent Seal(BudgetDraft draft, DocumentContent? before = null) =>
        (BudgetContent)draft.Seal(new PlanCase().AsKoord, DocumentKind.D14, before).Should().BeOfType<DraftSealing.Sealed>().Subject.Content;
}
