using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.PlanCase;

namespace LmsWorkflow.Domain.Tests;

public class PlanCompletenessTests
{
    readonly PlanCase planned = PlanForms.Planned();

    /// <summary>What is missing in the plan's own documents and between them.</summary>
    static IEnumerable<Refusal> Unmet(CaseContext context) =>
        new[] { DocumentKind.D12, DocumentKind.D13, DocumentKind.D14, DocumentKind.D16 }.SelectMany(kind => DocumentCompleteness.Unmet(context, kind)).Concat(PlanCompleteness.Unmet(context));

    [Fact]
    public void The_plan_of_example_A_lacks_nothing() => Unmet(planned.AsKoord).Should().BeEmpty();

    [Theory]
    [InlineData(DidacticElement.Malgruppe)]
    [InlineData(DidacticElement.Mal)]
    [InlineData(DidacticElement.Rammer)]
    [InlineData(DidacticElement.Innhold)]
    [InlineData(DidacticElement.Metoder)]
    [InlineData(DidacticElement.Vurdering)]
    public void R051_Every_didactic_element_must_be_filled(DidacticElement element) =>
        Unmet(planned.Save(DocumentKind.D12, PlanForms.Empty(element.Field())).AsKoord).Should().Contain(new DidacticElementMissing(element));

    [Fact]
    public void R051_A_mandatory_field_is_not_reported_twice()
    {
        var form = PlanForms.Catalogue[DocumentKind.D12]!;
        var required = form with { Fields = [.. form.Fields.Select(field => field with { Required = true })] };
        var plan = planned.Save(DocumentKind.D12, PlanForms.Empty("mal")) with { Forms = new(PlanForms.Catalogue.Forms.SetItem(DocumentKind.D12, required)) };
        Unmet(plan.AsKoord).Should().NotContain(reason => reason is DidacticElementMissing).And.Contain(reason => reason is MandatoryFieldMissing);
    }

    [Fact]
    public void R056_The_goal_must_say_what_is_to_be_mastered() =>
        Unmet(planned.Save(DocumentKind.D12, PlanForms.Empty("mal_mestring")).AsKoord).Should().Contain(new MestringGoalMissing());

    [Fact]
    public void R068_Follow_up_is_mandatory() =>
        Unmet(planned.Save(DocumentKind.D12, PlanForms.Empty("oppfolging")).AsKoord).Should().Contain(new FollowUpMissing());

    [Fact]
    public void R069_Every_aspect_of_equal_access_is_answered() =>
        Unmet(planned.Save(DocumentKind.D12, PlanForms.Empty("likeverd_bosted_tekst")).AsKoord).Should().Equal(new EquityAspectUnanswered(EquityAspect.Bosted));

    [Fact]
    public void R069_Not_relevant_needs_a_reason()
    {
        var draft = PlanForms.Empty("likeverd_sprak_tekst");
        var plan = planned.Save(DocumentKind.D12, new FormDraft(draft.Values.Add("likeverd_sprak", new(Choice: EquityAspects.NotRelevant))));
        Unmet(plan.AsKoord).Should().Equal(new EquityReasonMissing(EquityAspect.Sprak));
        Unmet(plan.Save(DocumentKind.D12, PlanForms.Change("likeverd_sprak_tekst", "Alle i gruppen snakker norsk")).AsKoord).Should().BeEmpty();
    }

    [Fact]
    public void R074_The_registration_deadline_must_be_before_the_course_starts() =>
        Unmet(planned.Save(DocumentKind.D16, PlanForms.Announcement(new(2026, 3, 10))).AsKoord).Should().Equal(new RegistrationDeadlineTooLate());

    [Fact]
    public void N06_A_programme_without_the_characteristics_stops_the_freezing()
    {
        var draft = Programmes.ExampleA;
        var onlyFag = draft with { Samlinger = [.. draft.Samlinger.Select(samling => samling with { Items = [.. samling.Items.Where(item => item.Type == ProgrammeItemType.Fag)] })] };
        Unmet(planned.Save(DocumentKind.D13, onlyFag).AsKoord).Should().Contain([new LivedExperienceMissing(), new ExchangeOfExperienceMissing()]);
        Reasons(new FreezePackage(Gate.G2).Decide(planned.Save(DocumentKind.D13, onlyFag).AsKoord)).Should().Contain(new LivedExperienceMissing());
    }

    [Fact]
    public void R052_Filling_in_the_first_time_asks_nobody_to_look_again() => planned.File.Plan.Elements.Should().NotContain(element => element.IsOutstanding);

    [Fact]
    public void R052_A_changed_element_sends_the_five_others_back_to_both_sides()
    {
        var changed = planned.Save(DocumentKind.D12, PlanForms.Change("metoder", "Rollespill"));
        Unmet(changed.AsKoord).Should().HaveCount(5).And.AllBeOfType<ElementMustBeChecked>()
            .And.NotContain(new ElementMustBeChecked(DidacticElement.Metoder, true, true));
    }

    [Fact]
    public void R052_A_field_within_an_element_counts_as_the_element() =>
        planned.Save(DocumentKind.D12, PlanForms.Change("malgruppe_kriterier", "Over 18 år")).File.Plan.Of(DidacticElement.Mal).IsOutstanding.Should().BeTrue();

    [Fact]
    public void R052_A_change_outside_the_six_elements_asks_nobody_to_look_again() =>
        planned.Save(DocumentKind.D12, PlanForms.Change("oppfolging", "Selvhjelpsgruppe")).File.Plan.Elements.Should().NotContain(element => element.IsOutstanding);

    [Fact]
    public void R052_One_side_alone_does_not_settle_an_element()
    {
        var changed = planned.Save(DocumentKind.D12, PlanForms.Change("metoder", "Rollespill")).Do(one => one.AsFag, new CheckElement(DidacticElement.Mal));
        Unmet(changed.AsKoord).Should().Contain(new ElementMustBeChecked(DidacticElement.Mal, false, true));
        Reasons(new CheckElement(DidacticElement.Mal).Decide(changed.AsFag)).Should().Equal(new ElementNeedsNoCheck());
    }

    [Fact]
    public void R052_When_both_sides_have_ticked_every_element_the_plan_can_be_frozen()
    {
        var changed = planned.Save(DocumentKind.D12, PlanForms.Change("metoder", "Rollespill"));
        foreach (var element in Enum.GetValues<DidacticElement>().Where(element => element != DidacticElement.Metoder))
            changed = changed.Do(one => one.AsFag, new CheckElement(element)).Do(one => one.AsBruker, new CheckElement(element));
        Unmet(changed.AsKoord).Should().BeEmpty();
    }

    [Fact]
    public void R052_Another_change_takes_the_ticks_away()
    {
        var ticked = planned.Save(DocumentKind.D12, PlanForms.Change("metoder", "Rollespill"))
            .Do(one => one.AsFag, new CheckElement(DidacticElement.Mal)).Do(one => one.AsBruker, new CheckElement(DidacticElement.Mal));
        ticked.Save(DocumentKind.D12, PlanForms.Change("rammer", "Tre dager")).File.Plan.Of(DidacticElement.Mal).IsOutstanding.Should().BeTrue();
    }

    [Fact]
    public void R052_The_koordinator_ticks_for_nobody() =>
        CaseAccess.Capacity(planned.AsKoord.Actor, new CheckElement(DidacticElement.Mal).Act, planned.File, new(2025, 12, 1)).Should().BeNull();

    [Fact]
    public void R052_An_unknown_element_is_refused() =>
        Reasons(new CheckElement((DidacticElement)42).Decide(planned.AsFag)).Should().Equal(new ElementNeedsNoCheck());

    [Fact]
    public void A_programme_is_complete_when_nothing_blocks_it_and_a_budget_when_it_has_lines()
    {
        Complete(planned, DocumentKind.D13).Should().BeTrue();
        Complete(planned.Save(DocumentKind.D13, new ProgrammeDraft([], [])), DocumentKind.D13).Should().BeFalse();
        Complete(planned.Save(DocumentKind.D14, new BudgetDraft([])), DocumentKind.D14).Should().BeFalse();
        Complete(planned.Save(DocumentKind.D12, PlanForms.Empty("likeverd_alder_tekst")), DocumentKind.D12).Should().BeFalse();
    }

    static bool Complete(PlanCase plan, DocumentKind kind) => DocumentCompleteness.IsComplete(plan.File, plan.Forms, kind);

    [Fact]
    public void R060_A_course_with_children_is_held_to_shorter_stretches()
    {
        PlanCompleteness.ForChildren(planned.File).Should().BeFalse();
        var identity = planned.File.Identity! with { Participants = [ParticipantKind.Barn] };
        PlanCompleteness.ForChildren(planned.File with { Identity = identity }).Should().BeTrue();
    }
}
