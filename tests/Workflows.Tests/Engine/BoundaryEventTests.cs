namespace LmsWorkflow.Workflows.Tests;

public class BoundaryEventTests
{
    [Fact]
    public void An_interrupting_timer_ends_the_task_it_sits_on()
    {
        var walk = Walk.Of("boundary-timer/valid-interrupting").Start().Fire("frist");
        walk.Open.Should().Equal("b");
        walk.State.Timers.Should().BeEmpty();
    }

    [Fact]
    public void R081_A_non_interrupting_timer_leaves_the_task_open()
    {
        var walk = Walk.Of("boundary-timer/valid-non-interrupting").Start().Fire("dag3");
        walk.Environment.Performed.Should().Equal("gjor");
        walk.Open.Should().Equal("a");
        walk.State.Timers.Should().BeEmpty();
    }

    [Fact]
    public void A_timer_is_gone_when_its_task_is_done()
    {
        var walk = Walk.Of("boundary-timer/valid-interrupting").Start();
        var timer = walk.State.Timers.Single().Number;
        walk.Complete("a").FireTimer(timer).Latest.Should().BeEmpty();
    }

    [Fact]
    public void A_timer_on_a_sub_process_ends_all_inside()
    {
        var walk = Walk.Of("boundary-timer/valid-on-sub-process").Start().Fire("frist");
        walk.State.Items.Should().ContainSingle().Which.ElementId.Should().Be("b");
    }

    [Fact]
    public void An_interrupting_message_ends_a_sub_process_with_everything_inside()
    {
        var walk = Walk.Of("boundary-message/valid-interrupting").Start().Deliver("brev");
        walk.State.Items.Should().ContainSingle().Which.ElementId.Should().Be("c");
    }

    [Fact]
    public void A_non_interrupting_message_may_come_many_times() =>
        Walk.Of("boundary-message/valid-non-interrupting").Start().Deliver("brev").Deliver("brev").Open.Should().Equal("a", "b", "b");

    [Fact]
    public void A_sub_process_goes_on_when_all_inside_is_done()
    {
        var walk = Walk.Of("sub-process/valid").Start().Complete("a");
        walk.Open.Should().Equal("b");
        walk.Complete("b").Open.Should().Equal("etter");
    }
}
