using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Standard loop and multi-instance (BPMN 2.0.2 §13.3.6, §13.3.7); answers in <c>docs/engine/loops.md</c>.</summary>
public class LoopTests
{
    [Fact]
    public void Parallel_instances_are_all_open_and_all_must_be_done()
    {
        var walk = Walk.Of("multi-instance/valid-parallel").Start();
        walk.Open.Should().Equal("a", "a", "a");
        walk.Complete("a").Complete("a").Open.Should().Equal("a");
        walk.Complete("a").Open.Should().Equal("b");
    }

    [Fact]
    public void Sequential_instances_come_one_after_another()
    {
        var walk = Walk.Of("multi-instance/valid-sequential").With("tall", 2).Start();
        walk.Open.Should().Equal("a");
        walk.With("tall", 7).Complete("a").Open.Should().Equal("a");
        walk.Complete("a").Open.Should().Equal("b");
    }

    [Fact]
    public void No_instances_is_done_at_once() => Walk.Of("multi-instance/valid-sequential").With("tall", 0).Start().Open.Should().Equal("b");

    [Theory]
    [InlineData(-1)]
    [InlineData(1.5)]
    [InlineData(201)]
    public void A_number_nobody_can_mean_is_stuck_and_tried_again(double number)
    {
        var walk = Walk.Of("multi-instance/valid-sequential").With("tall", (decimal)number).Start();
        walk.State.StuckItems.Single().Stuck.Should().Equal(StuckReasons.LoopNotCounted);
        walk.Settle().Latest.Should().BeEmpty();
        walk.With("tall", 1).Settle().Open.Should().Equal("a");
        walk.Stuck.Should().BeEmpty();
    }

    [Fact]
    public void When_the_completion_condition_holds_the_rest_fall_away()
    {
        var walk = Walk.Of("multi-instance/valid-completion").With("tall", 5).Start().Complete("a");
        walk.Open.Should().Equal("a", "a", "a", "a");
        walk.Complete("a").State.Items.Select(item => item.ElementId).Should().Equal("b");
    }

    [Fact]
    public void A_completion_condition_ends_a_sequence_too() =>
        Walk.Of("multi-instance/valid-sequential-completion").With("tall", 5).With("ferdig", true).Start().Complete("a").Open.Should().Equal("b");

    [Fact]
    public void An_event_on_the_edge_is_of_the_activity_as_a_whole()
    {
        var walk = Walk.Of("multi-instance/valid-boundary").Start();
        walk.State.Timers.Should().ContainSingle();
        walk.Deliver("brev").Open.Should().Equal("a", "a", "a", "d");
        walk.Fire("frist").Open.Should().Equal("d", "c");
    }

    [Fact]
    public void Each_instance_of_a_sub_process_goes_its_own_way()
    {
        var walk = Walk.Of("multi-instance/valid-sub-process").Start();
        walk.Complete("x").Open.Should().Equal("x", "y");
        walk.Complete("y").Complete("x").Complete("y").Open.Should().Equal("b");
    }

    [Fact]
    public void An_error_in_one_instance_ends_them_all() =>
        Walk.Of("multi-instance/valid-sub-process-error").Start().Complete("x").State.Items.Select(item => item.ElementId).Should().Equal("c");

    [Fact]
    public void Terminate_ends_one_instance_only()
    {
        var walk = Walk.Of("multi-instance/valid-sub-process-terminate").Start().Complete("x");
        walk.Open.Should().Equal("x", "y");
        walk.Complete("x").Open.Should().Equal("b");
    }

    [Fact]
    public void A_service_task_is_performed_as_many_times()
    {
        var walk = Walk.Of("multi-instance/valid-service-task").Start();
        walk.Environment.Performed.Should().Equal("gjor", "gjor", "gjor");
        walk.Open.Should().Equal("b");
    }

    [Fact]
    public void An_instance_that_is_stuck_is_tried_again_as_that_instance()
    {
        var walk = Walk.Of("multi-instance/valid-service-task");
        walk.Environment.Obstacles = ["MissingSignOff"];
        walk.Start().Stuck.Should().Equal("a", "a", "a");
        walk.Environment.Obstacles = [];
        walk.Settle().Open.Should().Equal("b");
    }

    [Fact]
    public void Instances_may_have_instances()
    {
        var walk = Walk.Of("multi-instance/valid-nested").Start();
        walk.Open.Should().Equal("x", "x", "x", "x");
        for (var i = 0; i < 4; i++) walk.Complete("x");
        walk.Open.Should().Equal("b");
    }

    [Fact]
    public void A_standard_loop_is_done_once_and_again_as_long_as_its_condition_holds()
    {
        var walk = Walk.Of("standard-loop/valid").With("omigjen", true).Start().Complete("a");
        walk.Open.Should().Equal("a");
        walk.With("omigjen", false).Complete("a").Open.Should().Equal("b");
    }

    [Fact]
    public void A_standard_loop_may_ask_first() => Walk.Of("standard-loop/valid-test-before").With("omigjen", false).Start().Open.Should().Equal("b");

    [Theory]
    [InlineData("standard-loop/valid-maximum", 3)]
    [InlineData("standard-loop/valid-only-maximum", 2)]
    public void A_standard_loop_stops_at_its_maximum(string drawing, int times)
    {
        var walk = Walk.Of(drawing).With("omigjen", true).Start();
        for (var i = 0; i < times; i++) walk.Complete("a");
        walk.Open.Should().Equal("b");
    }

    [Fact]
    public void A_standard_loop_can_ask_how_many_times_it_has_been_done() =>
        Walk.Of("standard-loop/valid-counter").Start().Complete("x").Complete("x").Open.Should().Equal("b");

    [Fact]
    public void A_loop_that_never_rests_is_stuck_not_endless()
    {
        var walk = Walk.Of("standard-loop/valid-endless").With("omigjen", true).Start();
        walk.State.StuckItems.Single().Stuck.Should().Equal(StuckReasons.TooManySteps);
        walk.With("omigjen", false).Retry("a").Open.Should().Equal("b");
    }
}
