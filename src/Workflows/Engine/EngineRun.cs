using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// One run of the engine: a queue of tokens on their way, and a loop. Everything it does to the position it does by steps, through the same
/// <see cref="ProcessPosition"/> that replays them.
/// </summary>
/// <param name="trail">Told where the run comes, when somebody rehearses.</param>
sealed partial class EngineRun(ProcessDefinition definition, ProcessState state, IProcessEnvironment environment, Trail? trail = null)
{
    /// <summary>Elements entered in one run before it is held to go round in circles. A sound process needs a few dozen.</summary>
    const int MostSteps = 2_000;

    readonly ProcessPosition position = new(state);
    readonly Queue<(SequenceFlow Flow, int Scope)> moving = new();
    readonly ImmutableArray<ProcessStep>.Builder steps = ImmutableArray.CreateBuilder<ProcessStep>();
    readonly ImmutableArray<Fact>.Builder facts = ImmutableArray.CreateBuilder<Fact>();
    readonly Func<string, FeelValue> variables = environment.Value;
    HashSet<(ProcessElement Element, int Scope)>? parked;
    int entered;

    public bool IsEnded => position.IsEnded;

    public void Start()
    {
        Arm(definition.Handlers, 0);
        Leave(definition.Start, 0);
    }

    public void Complete(int item)
    {
        if (position.Find(item) is not { IsStuck: false, Kind: not (ItemKind.Loop or ItemKind.Choice) } open || definition[open.ElementId] is not { } element) return;
        Close(open, element);
    }

    public void Fire(int number)
    {
        if (TimerOf(number) is not { } timer || definition[timer.ElementId] is not { } element) return;
        var host = position.Find(timer.On);
        if (element.Kind == ElementKind.StartEvent) Handle(element, timer.On, timer);
        else if (host is null) return;
        else if (element.Kind == ElementKind.BoundaryEvent) FireBoundary(element, host, timer);
        else Close(host, element);
    }

    public void Deliver(string message) => Happen(message, Trigger.Message);

    public void Broadcast(string signal) => Happen(signal, Trigger.Signal);

    public void RetryAll()
    {
        foreach (var item in position.Items.Where(item => item.IsStuck && !item.Stuck.Contains(StuckReasons.TooManySteps)).ToList()) Retry(item.Number);
    }

    public void Retry(int number)
    {
        if (position.Find(number) is not { IsStuck: true } item || definition[item.ElementId] is not { } element) return;
        if (item.Kind == ItemKind.StuckAction) RetryAction(item, element);
        else if (CanEnter(item, element)) Resume(item, () => Enter(element, item.Scope, null));
        else if (item.Stuck.Contains(StuckReasons.NoFlowHolds) && Chosen(element).Count > 0) Resume(item, () => Leave(element, item.Scope));
    }

    public void End() => Step(ProcessStep.End());

    /// <summary>Goes on until nothing can move, and answers everything that happened.</summary>
    public ImmutableArray<Fact> ToRest()
    {
        while (!position.IsEnded)
        {
            if (moving.TryDequeue(out var token)) Arrive(token.Flow, token.Scope);
            else if (!FireInclusiveJoin() && !GoOnFromEmptyScope() && !CompleteWhatIsDone() && !ReportDeadJoin()) break;
        }

        Flush();
        return facts.DrainToImmutable();
    }

    bool CanEnter(ProcessItem item, ProcessElement element) =>
        item.Stuck.Contains(StuckReasons.TooManySteps)
        || (item.Stuck.Contains(StuckReasons.LoopNotCounted) && Planned(element) is not null)
        || (item.Stuck.Contains(StuckReasons.CalledProcessMissing) && element.Start is not null);

    ProcessTimer? TimerOf(int number)
    {
        foreach (var timer in position.Timers)
            if (timer.Number == number) return timer;
        return null;
    }

    void Arrive(SequenceFlow flow, int scope)
    {
        if (scope != 0 && position.Find(scope) is null) return;
        trail?.Take(flow);
        entered = moving.Count > MostSteps ? MostSteps + 1 : entered + 1;
        if (entered > MostSteps && !IsJoin(flow.Target)) ParkRunaway(flow.Target, scope);
        else Enter(flow.Target, scope, flow);
    }

    /// <summary>Tokens that go round in circles can be thousands: one for each place is kept for a person to look at.</summary>
    void ParkRunaway(ProcessElement element, int scope)
    {
        if ((parked ??= []).Add((element, scope))) Stick(element, scope, StuckReasons.TooManySteps);
    }

    void Enter(ProcessElement element, int scope, SequenceFlow? by)
    {
        trail?.Enter(element);
        if (element.Loop != LoopKind.None && LoopOf(element, scope) is null) OpenLoop(element, scope);
        else if (element.Kind.IsGateway()) EnterGateway(element, scope, by);
        else Begin(element, scope);
    }

    /// <summary>Begins an event or an activity; of a repeated activity, one instance.</summary>
    void Begin(ProcessElement element, int scope)
    {
        switch (element.Kind)
        {
            case ElementKind.UserTask:
                Open(element, ItemKind.UserTask, scope);
                break;
            case ElementKind.ServiceTask:
                Perform(element, scope);
                break;
            case ElementKind.SubProcess:
                OpenScope(element, scope);
                break;
            case ElementKind.CallActivity when element.Start is null:
                Stick(element, scope, StuckReasons.CalledProcessMissing);
                break;
            case ElementKind.CallActivity:
                OpenScope(element, scope);
                break;
            case ElementKind.CatchEvent or ElementKind.ReceiveTask:
                Await(element, scope);
                break;
            case ElementKind.ThrowEvent or ElementKind.SendTask:
                PassThrow(element, scope);
                break;
            case ElementKind.EndEvent:
                EndAt(element, scope);
                break;
            default:
                Finish(element, scope);
                break;
        }
    }

    int Open(ProcessElement element, ItemKind waits, int scope)
    {
        var number = position.Next;
        var due = waits == ItemKind.UserTask && element.Lms.Due is { } rule ? environment.Due(rule) : (DateTimeOffset?)null;
        Step(ProcessStep.Open(number, element.Id, waits, scope, due, waits == ItemKind.UserTask ? element.Lms.Roles : TaskRoles.None));
        if (element.Loop == LoopKind.None) SetBoundaryTimers(element, number);
        return number;
    }

    /// <summary>A sub-process or called process with everything inside (BPMN 2.0.2 §13.3.4).</summary>
    void OpenScope(ProcessElement element, int scope)
    {
        var number = Open(element, ItemKind.SubProcess, scope);
        Arm(element.Handlers, number);
        Leave(element.Start!, number);
    }

    void Close(ProcessItem item, ProcessElement element)
    {
        if (ChoiceAround(item) is { } choice)
        {
            trail?.Take(element, choice.ElementId);
            Step(ProcessStep.Close(choice.Number));
            Leave(element, choice.Scope);
            return;
        }

        Step(ProcessStep.Close(item.Number));
        Finish(element, item.Scope);
    }

    /// <summary>An activity or event is done. Of a repeated activity, one instance is.</summary>
    void Finish(ProcessElement element, int scope)
    {
        if (element.Loop != LoopKind.None && LoopOf(element, scope) is { } loop) CompleteInstance(loop, element);
        else Leave(element, scope);
    }

    void Leave(ProcessElement element, int scope)
    {
        trail?.Enter(element);
        if (!element.Chooses)
        {
            foreach (var flow in element.Outgoing) moving.Enqueue((flow, scope));
            return;
        }

        var chosen = Chosen(element);
        if (chosen.Count == 0 && !element.Outgoing.IsEmpty) Stick(element, scope, StuckReasons.NoFlowHolds);
        foreach (var flow in chosen) moving.Enqueue((flow, scope));
    }

    void Perform(ProcessElement element, int scope)
    {
        switch (environment.Perform(element))
        {
            case ActionOutcome.Done done:
                Tell(done.Facts);
                Finish(element, scope);
                break;
            case ActionOutcome.StuckBecause stuck:
                Stick(element, scope, ItemKind.StuckAction, stuck.ReasonCodes);
                break;
        }
    }

    void RetryAction(ProcessItem item, ProcessElement element)
    {
        switch (environment.Perform(element))
        {
            case ActionOutcome.Done done:
                Tell([new ProcessUnstuck(item.Number)]);
                Tell(done.Facts);
                Close(item, element);
                break;
            case ActionOutcome.StuckBecause stuck when !stuck.ReasonCodes.AsSpan().SequenceEqual(item.Stuck.AsSpan()):
                position.Stick(item.Number, stuck.ReasonCodes);
                Tell([new ProcessStuck(item.Number, element.Id, stuck.ReasonCodes)]);
                break;
        }
    }

    void Resume(ProcessItem item, Action goOn)
    {
        Tell([new ProcessUnstuck(item.Number)]);
        Step(ProcessStep.Close(item.Number));
        goOn();
    }

    void Stick(ProcessElement element, int scope, string reason) => Stick(element, scope, ItemKind.StuckToken, [reason]);

    void Stick(ProcessElement element, int scope, ItemKind kind, ImmutableArray<string> reasons)
    {
        var number = position.Next;
        Step(ProcessStep.Open(number, element.Id, kind, scope));
        position.Stick(number, reasons);
        Tell([new ProcessStuck(number, element.Id, reasons)]);
    }

    /// <summary>A scope in which nothing goes on any more is done; so is a repeated activity that is not to be done again.</summary>
    bool GoOnFromEmptyScope()
    {
        foreach (var item in position.Items)
        {
            if (item.Kind is not (ItemKind.SubProcess or ItemKind.Loop) || !IsEmpty(item.Number) || definition[item.ElementId] is not { } element) continue;
            if (item.Kind == ItemKind.Loop) GoOnWithLoop(item, element);
            else Close(item, element);
            return true;
        }

        if (!IsEmpty(0)) return false;
        End();
        return true;
    }

    bool IsEmpty(int scope)
    {
        foreach (var item in position.Items)
            if (item.Scope == scope) return false;
        foreach (var token in position.Waiting)
            if (token.Scope == scope) return false;
        return true;
    }

    bool CompleteWhatIsDone()
    {
        if (entered > MostSteps) return false;
        foreach (var item in position.Items)
        {
            if (item.Kind is not (ItemKind.UserTask or ItemKind.Condition) || definition[item.ElementId] is not { } element) continue;
            if ((item.Kind == ItemKind.UserTask ? element.Lms.Done : element.Condition)?.Holds(variables) != true) continue;
            Close(item, element);
            return true;
        }

        return false;
    }

    void Step(ProcessStep step)
    {
        position.Apply(step, environment.Now);
        steps.Add(step);
    }

    /// <summary>Facts come after the steps that led to them.</summary>
    void Tell(ImmutableArray<Fact> told)
    {
        if (told.IsEmpty) return;
        Flush();
        facts.AddRange(told);
    }

    void Flush()
    {
        if (steps.Count > 0) facts.Add(new ProcessMoved(steps.DrainToImmutable()));
    }
}
