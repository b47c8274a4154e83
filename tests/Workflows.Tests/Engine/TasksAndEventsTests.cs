using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

public class TasksAndEventsTests
{
    [Fact]
    public void A_process_without_work_ends_at_once() => Walk.Of("start-event/valid").Start().State.IsEnded.Should().BeTrue();

    [Fact]
    public void The_process_ends_when_every_path_has_come_to_an_end()
    {
        var walk = Walk.Of("end-event/valid").Start();
        walk.Open.Should().Equal("a", "b");
        walk.Complete("a").State.IsEnded.Should().BeFalse();
        walk.Complete("b").State.IsEnded.Should().BeTrue();
    }

    [Fact]
    public void Terminate_ends_everything() => Walk.Of("terminate-end-event/valid").Start().Complete("b").State.IsEnded.Should().BeTrue();

    [Fact]
    public void Terminate_in_a_sub_process_ends_only_the_sub_process() =>
        Walk.Of("terminate-end-event/valid-in-sub-process").Start().Complete("b").Open.Should().Equal("etter");

    [Fact]
    public void A_task_completes_by_itself_when_its_condition_holds()
    {
        var walk = Walk.Of("user-task/valid").With("ferdig", false).Start();
        walk.Settle().Open.Should().Equal("a");
        walk.Latest.Should().BeEmpty();
        walk.With("ferdig", true).Settle().State.IsEnded.Should().BeTrue();
    }

    [Fact]
    public void A_task_whose_condition_holds_already_is_passed_in_the_same_run() =>
        Walk.Of("user-task/valid").With("ferdig", true).Start().State.IsEnded.Should().BeTrue();

    [Fact]
    public void A_task_carries_deadline_and_roles_in_its_fact()
    {
        var task = Walk.Of("user-task/valid").Start().State.UserTasks.Single();
        task.DueAt.Should().Be(new DateTimeOffset(2026, 1, 19, 9, 0, 0, TimeSpan.Zero));
        task.Roles.Should().Be(TaskRoles.Fagperson | TaskRoles.Brukerrepresentant);
    }

    [Fact]
    public void Completing_a_task_twice_does_nothing_the_second_time()
    {
        var walk = Walk.Of("parallel-gateway/valid").Start();
        var item = walk.Item("a");
        walk.CompleteItem(item).CompleteItem(item).Latest.Should().BeEmpty();
    }

    [Fact]
    public void A_service_task_is_performed_in_passing()
    {
        var walk = Walk.Of("service-task/valid").Start();
        walk.Environment.Performed.Should().Equal("gjor", "passGate:G1");
        walk.State.IsEnded.Should().BeTrue();
    }

    [Fact]
    public void Facts_of_an_action_come_after_the_steps_that_led_to_it()
    {
        var walk = new Walk(Drawing.Read("boundary-timer/valid-non-interrupting")) { Environment = { Acts = _ => [new CaseClosed()] } };
        walk.Start().Fire("dag3");
        walk.Latest.Select(fact => fact.GetType().Name).Should().Equal("ProcessMoved", "CaseClosed");
    }

    [Fact]
    public void A_catch_timer_waits_until_it_is_fired()
    {
        var walk = Walk.Of("timer-catch/valid").Start();
        walk.State.NextDue.Should().Be(new DateTimeOffset(2026, 1, 8, 9, 0, 0, TimeSpan.Zero));
        walk.Fire("vent").State.IsEnded.Should().BeTrue();
    }

    [Fact]
    public void Working_days_last_to_the_end_of_the_last_one() =>
        Walk.Of("timer-catch/valid-working-days").Start().State.NextDue.Should().Be(new DateTimeOffset(2026, 1, 8, 23, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_message_is_taken_by_whoever_waits_for_it()
    {
        var walk = Walk.Of("message-catch/valid").Start();
        walk.Deliver("noe annet").Latest.Should().BeEmpty();
        walk.Deliver("brev").State.IsEnded.Should().BeTrue();
    }

    [Fact]
    public void A_signal_reaches_every_catch_and_boundary_at_once() =>
        Walk.Of("signal/valid").Start().Complete("a").Open.Should().BeEquivalentTo("c", "d");

    [Fact]
    public void An_ended_process_takes_nothing_more()
    {
        var walk = Walk.Of("message-catch/valid").Start().Deliver("brev");
        walk.Deliver("brev").Latest.Should().BeEmpty();
        walk.Cancel().Latest.Should().BeEmpty();
    }

    [Fact]
    public void Cancelling_ends_whatever_is_going_on()
    {
        var walk = Walk.Of("boundary-timer/valid-on-sub-process").Start().Cancel();
        walk.State.IsEnded.Should().BeTrue();
        walk.State.Items.Should().BeEmpty();
        walk.State.Timers.Should().BeEmpty();
    }
}
