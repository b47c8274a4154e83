namespace LmsWorkflow.Workflows.Tests;

/// <summary>Flows with conditions straight out of an activity (BPMN 2.0.2 §8.4.13, §13.3.1).</summary>
public class ConditionalFlowTests
{
    [Theory]
    [InlineData(true, 9, new[] { "b", "c" })]
    [InlineData(true, 1, new[] { "b" })]
    [InlineData(false, 1, new[] { "d" })]
    public void Every_flow_that_holds_is_taken_else_the_default(bool done, int number, string[] taken) =>
        Walk.Of("sequence-flow/valid-condition-after-task").With("ferdig", done).With("tall", number).Start().Complete("a").Open.Should().Equal(taken);

    [Theory]
    [InlineData(true, new[] { "b", "c" })]
    [InlineData(false, new[] { "c" })]
    public void A_flow_without_condition_is_always_taken(bool done, string[] taken) =>
        Walk.Of("sequence-flow/valid-condition-beside-unconditional").With("ferdig", done).Start().Complete("a").Open.Should().Equal(taken);

    [Fact]
    public void No_flow_that_holds_is_stuck_and_goes_on_when_one_does()
    {
        var walk = Walk.Of("sequence-flow/valid-condition-after-sub-process").With("ferdig", false).Start().Complete("x");
        walk.Stuck.Should().Equal("a");
        walk.Settle().Latest.Should().BeEmpty();
        walk.With("ferdig", true).Settle().Open.Should().Equal("b");
    }
}
