using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>A trail holds exactly what a token came to and along.</summary>
public class TrailTests
{
    [Fact]
    public void Only_the_chosen_way_out_of_a_gateway_is_on_it()
    {
        var walk = Walk.Of("event-based-gateway/valid").With("ferdig", false).Start();
        var trail = new Trail();
        Run(walk, trail, run => run.Deliver("brev"));
        Elements(walk, trail).Should().BeEquivalentTo("svar", "a");
        Flows(walk, trail).Should().BeEquivalentTo("velg-svar", "svar-a");
    }

    [Fact]
    public void It_begins_where_the_process_begins_and_ends_where_the_run_rests()
    {
        var walk = Walk.Of("event-based-gateway/valid").With("ferdig", false);
        var trail = new Trail();
        ProcessEngine.Start(walk.Definition, Started(walk), walk.Environment, trail);
        Elements(walk, trail).Should().BeEquivalentTo("start", "velg");
        Flows(walk, trail).Should().BeEquivalentTo("start-velg");
    }

    [Fact]
    public void A_boundary_event_is_on_it_when_it_happens_and_not_before()
    {
        var walk = Walk.Of("boundary-timer/valid-interrupting").Start();
        var timer = walk.State.Timers[0];
        var trail = new Trail();
        Run(walk, trail, run => run.Fire(timer.Number));
        Elements(walk, trail).Should().Contain(timer.ElementId);
        var before = new Trail();
        ProcessEngine.Start(walk.Definition, Started(Walk.Of("boundary-timer/valid-interrupting")), walk.Environment, before);
        Elements(walk, before).Should().NotContain(timer.ElementId);
    }

    [Fact]
    public void Nothing_else_comes_of_a_run_that_is_followed()
    {
        var walk = Walk.Of("event-based-gateway/valid").With("ferdig", false).Start();
        Run(walk, new Trail(), run => run.Deliver("brev")).Should().Equal(Run(walk, null, run => run.Deliver("brev")));
    }

    static ProcessState Started(Walk walk) => CaseFile.Unregistered(new CaseId(Guid.Empty))
        .After(new ProcessStarted(walk.Definition.Id, walk.Definition.Version, walk.Definition.ContentHash, walk.Definition.Id), new(walk.Environment.Now, null, Role.System, "test")).Process!;

    static System.Collections.Immutable.ImmutableArray<Fact> Run(Walk walk, Trail? trail, Action<EngineRun> act)
    {
        var run = new EngineRun(walk.Definition, walk.State, walk.Environment, trail);
        act(run);
        return run.ToRest();
    }

    static IEnumerable<string> Elements(Walk walk, Trail trail) => walk.Definition.Elements.Where(trail.Has).Select(element => element.Id);

    static IEnumerable<string> Flows(Walk walk, Trail trail) => walk.Definition.Elements.SelectMany(element => element.Outgoing).Where(trail.Has).Select(flow => flow.Id);
}
