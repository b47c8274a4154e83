using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>BPMN 2.0.2 §10.3.5, §13.5.4; answers in <c>docs/engine/event-sub-process.md</c>.</summary>
public class EventSubProcessTests
{
    [Fact]
    public void An_interrupting_one_takes_the_place_of_all_that_went_on()
    {
        var walk = Walk.Of("event-sub-process/valid-message").Start().Complete("a").Deliver("brev");
        walk.Open.Should().Equal("h");
        walk.Complete("h").State.IsEnded.Should().BeTrue();
    }

    [Fact]
    public void Once_interrupted_a_scope_waits_for_nothing_more()
    {
        var walk = Walk.Of("event-sub-process/valid-two").Start().Deliver("brev").Deliver("kort");
        walk.Latest.Should().BeEmpty();
        walk.Open.Should().Equal("h");
    }

    [Fact]
    public void A_non_interrupting_one_goes_on_beside_and_may_start_many_times()
    {
        var walk = Walk.Of("event-sub-process/valid-non-interrupting").Start().Deliver("brev").Deliver("brev");
        walk.Open.Should().Equal("a", "h", "h");
        walk.Complete("a").Complete("b").State.IsEnded.Should().BeFalse("the scope waits for its handlers");
        walk.Complete("h").Complete("h").State.IsEnded.Should().BeTrue();
    }

    [Fact]
    public void A_signal_thrown_inside_the_scope_starts_it() =>
        Walk.Of("event-sub-process/valid-signal").Start().Complete("a").Open.Should().BeEquivalentTo("h", "b");

    [Fact]
    public void A_timer_counts_from_when_the_scope_began()
    {
        var walk = Walk.Of("event-sub-process/valid-timer").Start();
        walk.State.NextDue.Should().Be(new DateTimeOffset(2026, 1, 12, 9, 0, 0, TimeSpan.Zero));
        walk.Fire("hvis_start").Open.Should().Equal("h");
        walk.Complete("h").Open.Should().Equal("b");
        walk.State.Timers.Should().BeEmpty();
    }

    [Fact]
    public void A_timer_is_gone_with_its_scope() =>
        Walk.Of("event-sub-process/valid-timer").Start().Complete("a").State.Timers.Should().BeEmpty();

    [Fact]
    public void A_cycle_starts_it_again_and_again()
    {
        var walk = Walk.Of("event-sub-process/valid-timer-cycle").Start().Fire("hvis_start").Fire("hvis_start").Fire("hvis_start");
        walk.Open.Should().Equal("a", "h", "h", "h");
        walk.State.Timers.Should().BeEmpty();
    }

    [Fact]
    public void An_error_in_the_scope_ends_the_other_branches_and_starts_it()
    {
        var walk = Walk.Of("event-sub-process/valid-error").Start().Complete("a");
        walk.Open.Should().Equal("h");
        walk.Complete("h").Open.Should().Equal("b");
    }

    [Fact]
    public void An_escalation_starts_it_with_or_without_ending_the_rest()
    {
        Walk.Of("event-sub-process/valid-escalation").Start().Complete("a").Open.Should().BeEquivalentTo("h", "videre");
        Walk.Of("event-sub-process/valid-escalation-interrupting").Start().Complete("a").Open.Should().Equal("h");
    }

    [Fact]
    public void One_may_lie_inside_another()
    {
        var walk = Walk.Of("event-sub-process/valid-inside-another").Start().Deliver("brev").Fire("inni_start");
        walk.Open.Should().Equal("i");
        walk.Complete("i").State.IsEnded.Should().BeTrue();
    }

    [Fact]
    public void A_handler_that_throws_what_starts_it_is_stuck_not_endless() =>
        Walk.Of("signal/valid-endless-shouting").Start().State.StuckItems.Should().NotBeEmpty().And.OnlyContain(item => item.Stuck.Contains(StuckReasons.TooManySteps));

    [Fact]
    public void An_error_it_ends_with_goes_outward() =>
        Walk.Of("event-sub-process/valid-ends-with-error").Start().Deliver("brev").State.Items.Select(item => item.ElementId).Should().Equal("c");
}
