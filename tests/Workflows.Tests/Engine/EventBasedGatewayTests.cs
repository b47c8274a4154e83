using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>BPMN 2.0.2 §10.6.6, §13.4.4.</summary>
public class EventBasedGatewayTests
{
    [Fact]
    public void Every_event_after_it_waits() =>
        Walk.Of("event-based-gateway/valid").With("ferdig", false).Start().Open.Should().Equal("svar", "ropt", "frist", "klart");

    [Fact]
    public void The_first_event_wins_and_the_others_are_withdrawn()
    {
        Walk.Of("event-based-gateway/valid").With("ferdig", false).Start().Deliver("brev").Open.Should().Equal("a");
        Walk.Of("event-based-gateway/valid").With("ferdig", false).Start().Broadcast("rop").Open.Should().Equal("b");
        Walk.Of("event-based-gateway/valid").With("ferdig", true).Start().Open.Should().Equal("d");

        var late = Walk.Of("event-based-gateway/valid").With("ferdig", false).Start().Fire("frist");
        late.Open.Should().Equal("c");
        late.State.Timers.Should().BeEmpty();
        late.Deliver("brev").Latest.Should().BeEmpty();
    }

    [Fact]
    public void A_timer_of_a_withdrawn_event_is_gone()
    {
        var walk = Walk.Of("event-based-gateway/valid-receive-task").Start().Deliver("brev");
        walk.Open.Should().Equal("a");
        walk.State.Timers.Should().BeEmpty();
        walk.State.Items.Should().ContainSingle();
    }
}
