using FluentAssertions;

namespace LmsWorkflow.Workflows.Tests;

public sealed class WayEditsTests
{
    static readonly byte[] Two = Edited.Empty.By(new AddStep("kurs_start", StepSort.Task, "A"), new AddStep("a", StepSort.Task, "B"));

    static byte[] Choice => Two.By(new AddBranch("a", BranchSort.Choice, "Ekstra", Question: "Mer?", Condition: "objection.open"));

    [Fact]
    public void A_choice_leads_through_the_new_step_when_its_condition_holds_and_straight_on_otherwise()
    {
        Choice.Flows().Should().BeEquivalentTo("kurs_start > a", "a > a_del", "a_del > ekstra", "a_del > a_samle", "ekstra > a_samle", "a_samle > b", "b > kurs_slutt");
        Choice.Element("a_del").Default!.Target.Id.Should().Be("a_samle");
        DefinitionVerifier.Verify(Choice).Findings.Should().OnlyContain(finding => finding.Check == "every-gate");
        Choice.MustBeDrawn();
    }

    [Fact]
    public void Both_ways_are_done_at_the_same_time_and_meet()
    {
        var xml = Two.By(new AddBranch("a", BranchSort.Together, "Ring", Other: "Skriv"));

        xml.Flows().Should().BeEquivalentTo("kurs_start > a", "a > a_del", "a_del > ring", "a_del > skriv", "ring > a_samle", "skriv > a_samle", "a_samle > b", "b > kurs_slutt");
        DefinitionVerifier.Verify(xml).MayBePublished.Should().BeTrue();
        xml.MustBeDrawn();
    }

    [Fact]
    public void A_third_thing_is_done_at_the_same_time_as_the_two_others_and_meets_them()
    {
        var xml = Two.By(new AddBranch("a", BranchSort.Together, "Ring", Other: "Skriv"), new AddWay("a_del", "Møt"), new AddStep("mot", StepSort.Task, "Takk"));

        xml.Flows().Should().Contain(["a_del > mot", "mot > takk", "takk > a_samle"]);
        DefinitionVerifier.Verify(xml).MayBePublished.Should().BeTrue();
        xml.MustBeDrawn();
    }

    [Fact]
    public void A_third_way_of_a_choice_has_its_own_condition_and_may_lead_elsewhere_or_straight_on()
    {
        Choice.By(new AddWay("a_del", "Vent", Condition: "case.onHold")).Flows().Should().Contain(["a_del > vent", "vent > a_samle"]);
        Choice.By(new AddWay("a_del", "Vent", Condition: "case.onHold")).Element("a_del").Default!.Target.Id.Should().Be("a_samle");
        Choice.By(new AddWay("a_del", Condition: "case.onHold", Target: "kurs_slutt")).Flows().Should().Contain("a_del > kurs_slutt");
        var back = Choice.By(new AddWay("a_del", "Om igjen", Condition: "case.onHold", Target: "a"));
        back.Flows().Should().Contain(["om_igjen > a_samle_2", "a_samle_2 > a"]);
        back.MustBeDrawn();
    }

    public static TheoryData<AddWay, Type> WaysRefused => new()
    {
        { new("a_del", "Vent"), typeof(ChoiceNeedsCondition) },
        { new("a_del", "Vent", Condition: "1 +"), typeof(ConditionIsWrong) },
        { new("a_del", new string('x', 200), Condition: "case.onHold"), typeof(StepNameIsNotUsable) },
        { new("a_del", "Vent", Condition: "case.onHold", Target: "kurs_start"), typeof(WayCannotLeadThere) },
        { new("a_del", "Vent", Condition: "case.onHold", Target: "borte"), typeof(NotInTheDrawing) },
        { new("a_samle", "Vent"), typeof(IsNoGatewayWithWays) },
        { new("a", "Vent"), typeof(IsNoGatewayWithWays) },
        { new("borte", "Vent"), typeof(NotInTheDrawing) },
    };

    [Theory, MemberData(nameof(WaysRefused))]
    public void A_way_that_lacks_something_is_refused_with_a_reason(AddWay edit, Type refusal) => DrawingEditor.Apply(Choice, edit).Refused.Should().BeOfType(refusal);

    [Fact]
    public void A_way_that_is_removed_goes_with_what_only_it_led_to_and_the_gateways_that_decide_nothing_then() =>
        Choice.By(new RemoveWay("a_del_til_ekstra")).Flows().Should().BeEquivalentTo(Two.Flows());

    [Fact]
    public void The_only_way_on_stays()
    {
        DrawingEditor.Apply(Two, new RemoveWay("kurs_start_til_slutt")).Refused.Should().BeOfType<OnlyWayStays>();
        DrawingEditor.Apply(Choice, new RemoveStep("a_del")).Refused.Should().BeOfType<StepHasSeveralWays>();
        DrawingEditor.Apply(Choice, new AddStep("a_del", StepSort.Task, "Hvor?")).Refused.Should().BeOfType<ChooseTheWay>();
    }

    [Fact]
    public void A_step_is_put_on_one_of_several_ways() =>
        Choice.By(new AddStep("a_del_til_a_samle", StepSort.Task, "Vanlig")).Flows().Should().Contain(["a_del > vanlig", "vanlig > a_samle"]);

    [Fact]
    public void A_way_is_led_back_and_meets_the_others_in_a_gateway()
    {
        var xml = Choice.By(new LeadFlow("ekstra_til_a_samle", "a"));

        xml.Flows().Should().Contain(["ekstra > a_samle_2", "kurs_start > a_samle_2", "a_samle_2 > a"]);
        xml.By(new LeadFlow("ekstra_til_a_samle", "b")).Flows().Should().Contain("ekstra > a_samle");
        DefinitionVerifier.Verify(xml).Findings.Where(finding => finding.Severity == Severity.Error).Should().BeEmpty();
    }

    [Theory]
    [InlineData("borte", "a", typeof(NotInTheDrawing))]
    [InlineData("kurs_start_til_slutt", "borte", typeof(NotInTheDrawing))]
    [InlineData("a_til_kurs_slutt", "kurs_start", typeof(WayCannotLeadThere))]
    public void A_way_cannot_lead_just_anywhere(string way, string target, Type refusal) => DrawingEditor.Apply(Two, new LeadFlow(way, target)).Refused.Should().BeOfType(refusal);

    [Fact]
    public void A_condition_is_read_before_it_is_written()
    {
        Choice.By(new SetCondition("a_del_til_ekstra", "case.onHold")).Element("a_del").Outgoing.Should().Contain(flow => flow.Condition != null && flow.Condition.ToString() == "case.onHold");
        Choice.By(new SetCondition("a_del_til_a_samle", "case.onHold")).Element("a_del").Default.Should().BeNull();
        Choice.By(new SetCondition("a_del_til_ekstra")).Element("a_del").Default!.Target.Id.Should().Be("ekstra");
        DrawingEditor.Apply(Choice, new SetCondition("a_del_til_ekstra", "case.onhold and")).Refused.Should().BeOfType<ConditionIsWrong>();
        DrawingEditor.Apply(Choice, new SetCondition("kurs_start_til_slutt", "case.onHold")).Refused.Should().BeOfType<ConditionHasNoPlace>();
    }

    public static TheoryData<AddBranch, Type> Refused => new()
    {
        { new("a", BranchSort.Choice, "Ekstra"), typeof(ChoiceNeedsCondition) },
        { new("a", BranchSort.Choice, "Ekstra", Condition: "1 +"), typeof(ConditionIsWrong) },
        { new("a", BranchSort.Choice, "", Condition: "case.onHold"), typeof(StepNameIsNotUsable) },
        { new("a", BranchSort.Together, "Ekstra"), typeof(OtherNameIsNotUsable) },
        { new("kurs_slutt", BranchSort.Together, "Ekstra", Other: "Annen"), typeof(NothingComesAfterAnEnd) },
    };

    [Theory, MemberData(nameof(Refused))]
    public void A_branch_that_lacks_something_is_refused_with_a_reason(AddBranch edit, Type refusal) => DrawingEditor.Apply(Two, edit).Refused.Should().BeOfType(refusal);
}
