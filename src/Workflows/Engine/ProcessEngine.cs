using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Moves a process from one resting point to the next (BPMN 2.0.2 chapter 13). Pure: definition, state and environment in, facts out. Every entry ends
/// by settling, so tasks whose condition holds are completed in the same run. An item or timer that is no longer there gives no facts.
/// </summary>
public static class ProcessEngine
{
    /// <param name="state">As <see cref="ProcessStarted"/> leaves it.</param>
    public static ImmutableArray<Fact> Start(ProcessDefinition definition, ProcessState state, IProcessEnvironment environment) =>
        Start(definition, state, environment, null);

    /// <param name="trail">Told where the run comes, when somebody rehearses.</param>
    internal static ImmutableArray<Fact> Start(ProcessDefinition definition, ProcessState state, IProcessEnvironment environment, Trail? trail) =>
        Run(definition, state, environment, run => run.Start(), trail);

    /// <summary>A person, or whatever a catch event waited for, completes an open item.</summary>
    public static ImmutableArray<Fact> CompleteItem(ProcessDefinition definition, ProcessState state, IProcessEnvironment environment, int item) =>
        Run(definition, state, environment, run => run.Complete(item));

    public static ImmutableArray<Fact> FireTimer(ProcessDefinition definition, ProcessState state, IProcessEnvironment environment, int timer) =>
        Run(definition, state, environment, run => run.Fire(timer));

    /// <summary>Something happened that catch and boundary events of this message may wait for. Nobody waiting is no error.</summary>
    public static ImmutableArray<Fact> DeliverMessage(ProcessDefinition definition, ProcessState state, IProcessEnvironment environment, string name) =>
        Run(definition, state, environment, run => run.Deliver(name));

    public static ImmutableArray<Fact> BroadcastSignal(ProcessDefinition definition, ProcessState state, IProcessEnvironment environment, string name) =>
        Run(definition, state, environment, run => run.Broadcast(name));

    /// <summary>The case changed: tries again what was stuck, and completes the tasks that are done.</summary>
    public static ImmutableArray<Fact> Settle(ProcessDefinition definition, ProcessState state, IProcessEnvironment environment) =>
        Run(definition, state, environment, run => run.RetryAll());

    /// <summary>A person asks that one stuck item is tried again.</summary>
    public static ImmutableArray<Fact> RetryStuck(ProcessDefinition definition, ProcessState state, IProcessEnvironment environment, int item) =>
        Run(definition, state, environment, run => run.Retry(item));

    /// <summary>Ends the process, whatever is going on in it.</summary>
    public static ImmutableArray<Fact> Cancel(ProcessDefinition definition, ProcessState state, IProcessEnvironment environment) =>
        Run(definition, state, environment, run => run.End());

    static ImmutableArray<Fact> Run(ProcessDefinition definition, ProcessState state, IProcessEnvironment environment, Action<EngineRun> act, Trail? trail = null)
    {
        if (state.IsEnded) return [];
        var run = new EngineRun(definition, state, environment, trail);
        act(run);
        return run.ToRest();
    }
}
