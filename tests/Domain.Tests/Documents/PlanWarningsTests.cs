using static LmsWorkflow.Domain.Tests.PlanCase;

namespace LmsWorkflow.Domain.Tests;

public class PlanWarningsTests
{
    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void R075_Overbooking_above_thirty_percent_is_a_warning(int percent, bool warned) =>
        Warnings(("rammer_overbooking", percent)).Any(warning => warning is OverbookingIsHigh).Should().Be(warned);

    [Fact]
    public void R108_Fewer_places_than_the_minimum_is_a_warning()
    {
        Warnings(("rammer_plasser", 8), ("rammer_minimum", 10)).Should().Equal(new FewerPlacesThanMinimum());
        Warnings(("rammer_minimum", 10)).Should().BeEmpty("the number of places is not written yet");
    }

    [Fact]
    public void R013_Money_set_aside_for_user_participation_is_found_in_the_budget()
    {
        PlanWarnings.Of(PlanForms.Planned().File, DocumentKind.D14).Should().BeEmpty();
        var without = PlanForms.Planned().Save(DocumentKind.D14, new BudgetDraft([Budgets.Line(BudgetLineKind.Lokale, 1, 100)]));
        PlanWarnings.Of(without.File, DocumentKind.D14).Should().Equal(new ParticipationNotBudgeted());
        CaseWarnings.Of(without.AsKoord).Should().Contain(new ParticipationNotBudgeted());
        CaseWarnings.Of(without.With(new GatePassed(Gate.G2, null)).AsKoord).Should().BeEmpty("what both sides have signed is settled");
    }

    static IEnumerable<Refusal> Warnings(params (string Key, decimal Value)[] fields) => PlanWarnings.Of(
        new PlanCase().With(new DraftSaved(DocumentKind.D12, 1, 1, new FormContent([.. fields.Select(field => new FormField(field.Key, FieldValue.Of(field.Value)))]))).File, DocumentKind.D12);
}
