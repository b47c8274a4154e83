using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Messages, signals, errors, escalations and links that the process itself throws (BPMN 2.0.2 §10.5.5, §13.5).</summary>
public class ThrownEventsTests
{
    [Fact]
    public void A_thrown_message_reaches_who_waits_in_the_same_case() =>
        Walk.Of("message-throw/valid").Start().Complete("a").Open.Should().BeEquivalentTo("etter", "c");

    [Theory]
    [InlineData("message-end/valid")]
    [InlineData("signal-end/valid")]
    [InlineData("send-task/valid")]
    public void What_an_end_event_or_send_task_says_is_heard(string drawing) => Walk.Of(drawing).Start().Complete("a").Open.Should().Equal("b");

    [Fact]
    public void A_receive_task_waits_for_its_message_and_may_have_a_deadline()
    {
        Walk.Of("receive-task/valid").Start().Deliver("brev").Open.Should().Equal("a");
        Walk.Of("receive-task/valid").Start().Fire("frist").Open.Should().Equal("b");
    }

    [Theory]
    [InlineData("task/valid")]
    [InlineData("manual-task/valid")]
    [InlineData("none-throw/valid")]
    public void What_nobody_reports_back_from_is_passed_at_once(string drawing) => Walk.Of(drawing).Start().Open.Should().Equal("a");

    [Fact]
    public void A_conditional_event_waits_until_its_condition_holds()
    {
        var walk = Walk.Of("conditional-catch/valid").With("ferdig", false).Start();
        walk.Open.Should().Equal("vent");
        walk.Settle().Latest.Should().BeEmpty();
        walk.With("ferdig", true).Settle().Open.Should().Equal("a");
    }

    [Fact]
    public void A_link_is_a_flow_that_is_not_drawn() => Walk.Of("link/valid").Start().Complete("a").Open.Should().Equal("b");

    [Fact]
    public void Several_links_may_lead_to_one()
    {
        Walk.Of("link/valid-two-to-one").With("ferdig", false).Start().Open.Should().Equal("b");
        Walk.Of("link/valid-two-to-one").With("ferdig", true).Start().Open.Should().Equal("b");
    }

    [Fact]
    public void Links_that_go_round_without_resting_are_stuck_not_endless()
    {
        var walk = Walk.Of("link/valid-endless").With("ferdig", false).Start();
        walk.State.StuckItems.Single().Stuck.Should().Equal(StuckReasons.TooManySteps);
    }

    [Fact]
    public void An_error_interrupts_what_it_came_from_and_is_caught_on_its_edge()
    {
        Walk.Of("error/valid").With("ferdig", true).Start().Complete("a").Open.Should().Equal("c");
        Walk.Of("error/valid").With("ferdig", false).Start().Complete("a").Open.Should().Equal("b");
    }

    [Fact]
    public void An_error_is_caught_by_the_nearest_that_fits()
    {
        Walk.Of("error/valid-catch-all").With("ferdig", true).Start().Complete("a").Open.Should().Equal("c");
        Walk.Of("error/valid-outer").With("ferdig", true).Start().Complete("a").State.Items.Should().ContainSingle().Which.ElementId.Should().Be("c");
    }

    [Fact]
    public void An_error_nobody_catches_needs_a_person()
    {
        var walk = Walk.Of("error/valid-not-caught").Start().Complete("a");
        walk.State.StuckItems.Single().Stuck.Should().Equal(StuckReasons.ErrorNotCaught);
        walk.Settle().Latest.Should().BeEmpty();
        walk.Retry("avlyst").Latest.Should().BeEmpty();
    }

    [Fact]
    public void An_interrupting_escalation_ends_what_it_came_from() =>
        Walk.Of("escalation/valid-interrupting").Start().Complete("a").State.Items.Select(item => item.ElementId).Should().Equal("c");

    [Fact]
    public void A_non_interrupting_escalation_lets_the_work_go_on() =>
        Walk.Of("escalation/valid-non-interrupting").Start().Complete("a").Open.Should().BeEquivalentTo("c", "videre");

    [Fact]
    public void An_escalation_at_the_end_is_caught_while_the_sub_process_goes_on() =>
        Walk.Of("escalation/valid-end").Start().Complete("a").Open.Should().BeEquivalentTo("c", "b");

    [Fact]
    public void An_escalation_nobody_catches_does_nothing() => Walk.Of("escalation/valid-not-caught").Start().Complete("a").Open.Should().Equal("videre");
}
