using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// One run of the engine: a queue of tokens on their way, and a loop. Everything it does to the position it does by steps, through the same
/// <see cref="ProcessPosition"/> that replays them.
/// </summary>
sealed class EngineRun(ProcessDefinition definition, ProcessState state, IProcessEnvironment environment)
{
    /// <summary>Elements entered in one run before it is held to go round in circles. A sound process needs a few dozen.</summary>
    const int MostSteps = 2_000;

    readonly ProcessPosition position = new(state);
    readonly Queue<(SequenceFlow Flow, int Scope)> moving = new();
    readonly ImmutableArray<ProcessStep>.Builder steps = ImmutableArray.CreateBuilder<ProcessStep>();
    readonly ImmutableArray<Fact>.Builder facts = ImmutableArray.CreateBuilder<Fact>();
    readonly Func<string, FeelValue> variables = environment.Value;
    int entered;

    public bool IsEnded => position.IsEnded;

    public void Start() => Leave(definition.Start, 0);

    public void Complete(int item)
    {
        if (position.Find(item) is not { IsStuck: false } open || definition[open.ElementId] is not { } element) return;
        Close(open, element);
    }

    public void Fire(int number)
    {
        var timer = position.Timers.FirstOrDefault(timer => timer.Number == number);
        if (timer is null || position.Find(timer.On) is not { } host || definition[timer.ElementId] is not { } element) return;
        if (element.Kind == ElementKind.BoundaryEvent) FireBoundary(element, host, timer);
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
        else if (item.Stuck.Contains(StuckReasons.TooManySteps)) Resume(item, () => Enter(element, item.Scope, null));
        else if (item.Stuck.Contains(StuckReasons.NoFlowHolds) && Chosen(element).Count > 0) Resume(item, () => Leave(element, item.Scope));
    }

    public void End() => Step(ProcessStep.End());

    /// <summary>Goes on until nothing can move, and answers everything that happened.</summary>
    public ImmutableArray<Fact> ToRest()
    {
        while (!position.IsEnded)
        {
            if (moving.TryDequeue(out var token)) Arrive(token.Flow, token.Scope);
            else if (!FireInclusiveJoin() && !CloseEmptyScope() && !CompleteDoneTask() && !ReportDeadJoin()) break;
        }

        Flush();
        return facts.DrainToImmutable();
    }

    void Arrive(SequenceFlow flow, int scope)
    {
        if (scope != 0 && position.Find(scope) is null) return;
        if (++entered > MostSteps && !IsJoin(flow.Target)) Stick(flow.Target, scope, StuckReasons.TooManySteps);
        else Enter(flow.Target, scope, flow);
    }

    void Enter(ProcessElement element, int scope, SequenceFlow? by)
    {
        switch (element.Kind)
        {
            case ElementKind.UserTask:
                Open(element, ItemKind.UserTask, scope);
                break;
            case ElementKind.SubProcess:
                Leave(element.Start!, Open(element, ItemKind.SubProcess, scope));
                break;
            case ElementKind.ServiceTask:
                Perform(element, scope);
                break;
            case ElementKind.CatchEvent:
                Await(element, scope);
                break;
            case ElementKind.ThrowEvent:
                Broadcast(element.EventName!);
                Leave(element, scope);
                break;
            case ElementKind.EndEvent when element.Trigger == Trigger.Terminate:
                Terminate(element, scope);
                break;
            case ElementKind.EndEvent:
                break;
            default:
                EnterGateway(element, scope, by);
                break;
        }
    }

    void Await(ProcessElement element, int scope)
    {
        if (element.Trigger == Trigger.Timer) SetTimer(element, Open(element, ItemKind.Timer, scope));
        else Open(element, element.Trigger == Trigger.Signal ? ItemKind.Signal : ItemKind.Message, scope);
    }

    int Open(ProcessElement element, ItemKind waits, int scope)
    {
        var number = position.Next;
        var due = element.Lms.Due is { } rule ? environment.Due(rule) : (DateTimeOffset?)null;
        Step(ProcessStep.Open(number, element.Id, waits, scope, due, element.Lms.Roles));
        foreach (var boundary in element.Boundaries)
            if (boundary.Trigger == Trigger.Timer) SetTimer(boundary, number);
        return number;
    }

    void SetTimer(ProcessElement element, int on) => Step(ProcessStep.SetTimer(position.Next, element.Id, on, environment.Due(element.Timer!)));

    void Perform(ProcessElement element, int scope)
    {
        switch (environment.Perform(element))
        {
            case ActionOutcome.Done done:
                Tell(done.Facts);
                Leave(element, scope);
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

    void EnterGateway(ProcessElement gateway, int scope, SequenceFlow? by)
    {
        if (by is null || !IsJoin(gateway)) Leave(gateway, scope);
        else if (gateway.Kind == ElementKind.InclusiveGateway || !FillsParallelJoin(gateway, scope, by)) Step(ProcessStep.Wait(gateway.Id, by.Id, scope));
        else JoinParallel(gateway, scope, by);
    }

    static bool IsJoin(ProcessElement element) =>
        element.Kind is ElementKind.ParallelGateway or ElementKind.InclusiveGateway && element.Incoming.Length > 1;

    bool FillsParallelJoin(ProcessElement gateway, int scope, SequenceFlow by)
    {
        foreach (var flow in gateway.Incoming)
            if (flow != by && !Waits(gateway, flow, scope)) return false;
        return true;
    }

    /// <summary>The token that fills the join is not written down as waiting, unless its flow had one waiting already: then that one is taken and this one waits.</summary>
    void JoinParallel(ProcessElement gateway, int scope, SequenceFlow by)
    {
        var queued = Waits(gateway, by, scope);
        Step(ProcessStep.Join(gateway.Id, scope));
        if (queued) Step(ProcessStep.Wait(gateway.Id, by.Id, scope));
        Leave(gateway, scope);
    }

    bool Waits(ProcessElement gateway, SequenceFlow flow, int scope)
    {
        foreach (var token in position.Waiting)
            if (token.Scope == scope && token.Flow == flow.Id && token.Gateway == gateway.Id) return true;
        return false;
    }

    void Leave(ProcessElement element, int scope)
    {
        if (element.Kind is not (ElementKind.ExclusiveGateway or ElementKind.InclusiveGateway))
        {
            foreach (var flow in element.Outgoing) moving.Enqueue((flow, scope));
            return;
        }

        var chosen = Chosen(element);
        if (chosen.Count == 0) Stick(element, scope, StuckReasons.NoFlowHolds);
        foreach (var flow in chosen) moving.Enqueue((flow, scope));
    }

    /// <summary>The first flow whose condition holds, or every one for an inclusive gateway; else the default (BPMN 2.0.2 §13.4.2, §13.4.3).</summary>
    List<SequenceFlow> Chosen(ProcessElement gateway)
    {
        var chosen = new List<SequenceFlow>();
        foreach (var flow in gateway.Outgoing)
        {
            if (flow == gateway.Default || flow.Condition?.Holds(variables) == false) continue;
            chosen.Add(flow);
            if (gateway.Kind == ElementKind.ExclusiveGateway) return chosen;
        }

        if (chosen.Count == 0 && gateway.Default is { } otherwise) chosen.Add(otherwise);
        return chosen;
    }

    void Close(ProcessItem item, ProcessElement element)
    {
        Step(ProcessStep.Close(item.Number));
        Leave(element, item.Scope);
    }

    /// <summary>Ends the process, or only the sub-process it lies in, which then goes on (BPMN 2.0.2 §13.5.6).</summary>
    void Terminate(ProcessElement element, int scope)
    {
        if (scope == 0) End();
        else if (position.Find(scope) is { } item) Close(item, element.Parent!);
    }

    void Happen(string name, Trigger trigger)
    {
        foreach (var number in position.Items.Select(item => item.Number).Order().ToList())
        {
            if (position.Find(number) is not { } item || definition[item.ElementId] is not { } element) continue;
            if (element.Kind == ElementKind.CatchEvent && element.Trigger == trigger && element.EventName == name) Close(item, element);
            foreach (var attached in element.Boundaries)
                if (attached.Trigger == trigger && attached.EventName == name && position.Find(number) is not null) FireBoundary(attached, item, null);
        }
    }

    void FireBoundary(ProcessElement boundary, ProcessItem host, ProcessTimer? timer)
    {
        if (boundary.Interrupts) Step(ProcessStep.Drop(host.Number, boundary.Id));
        else if (timer is not null) Step(ProcessStep.ClearTimer(timer.Number, boundary.Id));
        Leave(boundary, host.Scope);
    }

    bool FireInclusiveJoin()
    {
        if (entered > MostSteps) return false;
        foreach (var token in position.Waiting)
        {
            if (definition[token.Gateway] is not { Kind: ElementKind.InclusiveGateway } gateway) continue;
            if (!InclusiveJoin.Fires(gateway, token.Scope, position, definition)) continue;
            entered++;
            Step(ProcessStep.Join(gateway.Id, token.Scope));
            Leave(gateway, token.Scope);
            return true;
        }

        return false;
    }

    bool CloseEmptyScope()
    {
        foreach (var item in position.Items)
        {
            if (item.Kind != ItemKind.SubProcess || !IsEmpty(item.Number) || definition[item.ElementId] is not { } element) continue;
            Close(item, element);
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

    bool CompleteDoneTask()
    {
        if (entered > MostSteps) return false;
        foreach (var item in position.Items)
        {
            if (item.Kind != ItemKind.UserTask || definition[item.ElementId] is not { Lms.Done: { } done } element || !done.Holds(variables)) continue;
            Close(item, element);
            return true;
        }

        return false;
    }

    /// <summary>Tokens that wait in a scope where nothing else is going on will wait for ever: say so.</summary>
    bool ReportDeadJoin()
    {
        foreach (var token in position.Waiting)
        {
            if (position.Items.Any(item => item.Scope == token.Scope) || definition[token.Gateway] is not { } gateway) continue;
            Stick(gateway, token.Scope, StuckReasons.JoinCannotFill);
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
