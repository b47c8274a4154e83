using static LmsWorkflow.Domain.Tests.Budgets;
using static LmsWorkflow.Domain.Tests.PlanCase;

namespace LmsWorkflow.Domain.Tests;

public class BudgetTests
{
    [Fact]
    public void R071_Example_A_costs_21_960_of_a_frame_of_22_000()
    {
        var figures = BudgetFigures.Of(Seal(ExampleA), new PlanCase().File.Anchorings);
        (figures.Costs, figures.Frame, figures.Deviation, figures.ExceedsFrame).Should().Be((21_960m, 22_000m, -40m, false));
        figures.Sums[BudgetLineKind.Bevertning].Should().Be(7_260m);
    }

    [Fact]
    public void R070_Fees_and_travel_are_summed_for_each_side()
    {
        var figures = BudgetFigures.Of(Seal(ExampleA with { Lines = ExampleA.Lines.Add(Line(BudgetLineKind.Honorar, 2, 500, Side.Fag)) }), []);
        (figures.UserParticipation, figures.FagParticipation).Should().Be((13_500m, 1_000m));
    }

    [Fact]
    public void R071_Income_is_kept_apart_from_costs_and_excuses_no_excess()
    {
        var figures = BudgetFigures.Of(Seal(ExampleA with { Lines = [Line(BudgetLineKind.Lokale, 1, 23_000), Line(BudgetLineKind.Tilskudd, 1, 5_000)] }), new PlanCase().File.Anchorings);
        (figures.Costs, figures.Income, figures.Net, figures.ExceedsFrame).Should().Be((23_000m, 5_000m, 18_000m, true));
    }

    [Fact]
    public void R073_A_line_is_exact_and_rounded_half_away_from_zero_only_where_shown()
    {
        var line = Seal(new([Line(BudgetLineKind.Reise, 0.5m, 0.01m)])).Lines[0];
        line.Amount.Should().Be(0.005m);
        BudgetFigures.Shown(line.Amount).Should().Be(0.01m);
    }

    [Theory]
    [InlineData(1.005, 1)]
    [InlineData(1, 1.005)]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    [InlineData(1e12, 1)]
    public void R073_Amounts_below_zero_too_large_or_with_three_decimals_are_refused(double quantity, double rate) =>
        Refused(new([Line(BudgetLineKind.Reise, (decimal)quantity, (decimal)rate)])).Should().Equal(new BudgetAmountOutOfRange(1));

    [Fact]
    public void R071_An_unknown_kind_of_line_is_refused() =>
        Refused(new([Line((BudgetLineKind)99, 1, 1)])).Should().Equal(new BudgetLineKindUnknown(1));

    [Fact]
    public void Too_many_lines_are_refused() => Refused(new([.. Enumerable.Repeat(Line(BudgetLineKind.Reise, 1, 1), 201)])).Should().Equal(new BudgetTooLong());

    [Fact]
    public void A_budget_cannot_be_saved_as_another_document() =>
        ExampleA.Seal(new PlanCase().AsKoord, DocumentKind.D13, null).Should().BeOfType<DraftSealing.Refused>().Which.Reasons.Should().Equal(new NotABudget());

    [Fact]
    public void A_line_keeps_its_identity_and_its_unchanged_text()
    {
        var before = Seal(ExampleA);
        var after = Seal(new([.. before.Lines.Select(line => new BudgetLineDraft(line.Id, line.Kind, Text(line.Text!.Value!), line.Side, line.Quantity, line.Rate))]), before);
        after.Should().Be(before);
    }

    static IEnumerable<Refusal> Refused(BudgetDraft draft) =>
        draft.Seal(new PlanCase().AsKoord, DocumentKind.D14, null).Should().BeOfType<DraftSealing.Refused>().Subject.Reasons;
}
