using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

public class GatewayTests
{
    [Theory]
    [InlineData(20, "a")]
    [InlineData(7, "b")]
    [InlineData(1, "c")]
    public void Exclusive_takes_the_first_flow_that_holds_else_the_default(int number, string taken) =>
        Walk.Of("exclusive-gateway/valid").With("tall", (decimal)number).Start().Open.Should().Equal(taken);

    [Fact]
    public void No_flow_that_holds_is_stuck_and_goes_on_when_one_does()
    {
        var walk = Walk.Of("exclusive-gateway/valid-no-default").With("tall", 7).Start();
        walk.Stuck.Should().Equal("velg");
        walk.State.StuckItems.Single().Stuck.Should().Equal(StuckReasons.NoFlowHolds);

        walk.Settle().Latest.Should().BeEmpty();
        walk.With("tall", 11).Settle().Open.Should().Equal("a");
        walk.Latest.OfType<ProcessUnstuck>().Should().ContainSingle();
    }

    [Fact]
    public void Round_and_round_without_resting_is_stuck_not_endless()
    {
        var walk = Walk.Of("exclusive-gateway/valid-endless-loop").With("ferdig", false).Start();
        walk.State.StuckItems.Single().Stuck.Should().Equal(StuckReasons.TooManySteps);
        walk.Settle().Latest.Should().BeEmpty();
        walk.With("ferdig", true).Retry(walk.Stuck.Single()).State.IsEnded.Should().BeTrue();
    }

    [Fact]
    public void Parallel_joins_when_every_flow_has_a_token()
    {
        var walk = Walk.Of("parallel-gateway/valid").Start().Complete("b");
        walk.Open.Should().Equal("a");
        walk.State.Waiting.Should().ContainSingle();
        walk.Complete("a").Open.Should().Equal("c");
        walk.State.Waiting.Should().BeEmpty();
    }

    [Fact]
    public void A_join_nothing_can_fill_is_reported()
    {
        var walk = Walk.Of("parallel-gateway/valid-dead-join").With("ferdig", false).Start().Complete("a");
        walk.State.StuckItems.Single().Stuck.Should().Equal(StuckReasons.JoinCannotFill);
    }

    [Theory]
    [InlineData(9, new[] { "a", "b" })]
    [InlineData(3, new[] { "a" })]
    [InlineData(0, new[] { "c" })]
    public void Inclusive_takes_every_flow_that_holds_else_the_default(int number, string[] taken) =>
        Walk.Of("inclusive-gateway/valid").With("tall", (decimal)number).Start().Open.Should().Equal(taken);

    [Fact]
    public void Inclusive_join_waits_for_exactly_the_paths_that_were_taken()
    {
        var walk = Walk.Of("inclusive-gateway/valid").With("tall", 9).Start().Complete("a");
        walk.Open.Should().Equal("b");
        walk.Complete("b").Open.Should().Equal("etter");

        Walk.Of("inclusive-gateway/valid").With("tall", 3).Start().Complete("a").Open.Should().Equal("etter");
    }

    [Fact]
    public void Inclusive_join_waits_while_a_loop_upstream_can_still_send_a_token()
    {
        var walk = Walk.Of("inclusive-gateway/valid-upstream-loop").With("tall", 1).With("omigjen", true).Start();
        walk.Open.Should().Equal("b");
        walk.Complete("b").Open.Should().Equal("b");
        walk.With("omigjen", false).Complete("b").Open.Should().Equal("etter");
    }

    [Fact]
    public void An_action_that_cannot_be_done_is_stuck_with_its_reasons_and_tried_again()
    {
        var walk = Walk.Of("service-task/valid");
        walk.Environment.Obstacles = ["MissingSignOff"];
        walk.Start();
        walk.State.StuckItems.Single().Stuck.Should().Equal("MissingSignOff");
        walk.Settle().Latest.Should().BeEmpty();

        walk.Environment.Obstacles = ["PackageNotFrozen"];
        walk.Settle().Latest.Should().ContainSingle().Which.Should().BeOfType<ProcessStuck>();

        walk.Environment.Obstacles = [];
        walk.Settle().State.IsEnded.Should().BeTrue();
        walk.Environment.Performed.Should().Equal("gjor", "passGate:G1");
    }
}
