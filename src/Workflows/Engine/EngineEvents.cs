using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Events: waiting, throwing, catching and handling (BPMN 2.0.2 §10.5, §13.5).</summary>
sealed partial class EngineRun
{
    /// <summary>Catch events (§13.5.2) and receive tasks (§13.3.3).</summary>
    void Await(ProcessElement element, int scope)
    {
        switch (element.Trigger)
        {
            case Trigger.Timer:
                SetTimer(element, Open(element, ItemKind.Timer, scope));
                break;
            case Trigger.Signal:
                Open(element, ItemKind.Signal, scope);
                break;
            case Trigger.Conditional:
                Open(element, ItemKind.Condition, scope);
                break;
            default:
                Open(element, ItemKind.Message, scope);
                break;
        }
    }

    void SetBoundaryTimers(ProcessElement element, int on)
    {
        foreach (var boundary in element.Boundaries)
            if (boundary.Trigger == Trigger.Timer) SetTimer(boundary, on);
    }

    /// <summary>Begins to wait for the timers that start event sub-processes of a scope.</summary>
    void Arm(ImmutableArray<ProcessElement> handlers, int scope)
    {
        foreach (var handler in handlers)
            if (handler.Start is { Trigger: Trigger.Timer } start) SetTimer(start, scope);
    }

    void SetTimer(ProcessElement element, int on) =>
        Step(ProcessStep.SetTimer(position.Next, element.Id, on, DueCalendar.First(element.Timer!, environment.Now), Left(element.Timer!.Times)));

    static int Left(int? times) => times is { } number ? number - 1 : -1;

    /// <summary>A cycle that is not used up waits for its next time.</summary>
    void SetAgain(ProcessTimer timer, ProcessElement element)
    {
        Step(ProcessStep.ClearTimer(timer.Number, element.Id));
        if (timer.Left == 0) return;
        var next = DueCalendar.Next(element.Timer!, timer.DueAt, environment.Now);
        Step(ProcessStep.SetTimer(position.Next, element.Id, timer.On, next, Math.Max(timer.Left - 1, -1)));
    }

    /// <summary>Throw events and send tasks go on at once, unless what they threw ended the scope they stand in.</summary>
    void PassThrow(ProcessElement element, int scope)
    {
        if (element is { Kind: ElementKind.ThrowEvent, Trigger: Trigger.Link })
        {
            Leave(element.LinkedTo!, scope);
            return;
        }

        Throw(element, scope);
        if (GoesOn(scope)) Finish(element, scope);
    }

    void EndAt(ProcessElement element, int scope)
    {
        if (element.Trigger == Trigger.Terminate) Terminate(element, scope);
        else Throw(element, scope);
    }

    void Throw(ProcessElement element, int scope)
    {
        switch (element.Trigger)
        {
            case Trigger.Signal:
                Broadcast(element.EventName!);
                break;
            case Trigger.Message:
            case Trigger.None when element.Kind == ElementKind.SendTask:
                Deliver(element.EventName!);
                break;
            case Trigger.Escalation:
                Propagate(element, scope);
                break;
            case Trigger.Error:
                if (!Propagate(element, scope)) Stick(element, scope, StuckReasons.ErrorNotCaught);
                break;
        }
    }

    bool GoesOn(int scope) => !position.IsEnded && (scope == 0 || position.Find(scope) is not null) && !IsInterrupted(scope);

    /// <summary>Ends the process, or only the scope it lies in, which then goes on (§13.5.6).</summary>
    void Terminate(ProcessElement element, int scope)
    {
        if (scope == 0) End();
        else if (position.Find(scope) is { } item) Close(item, element.Parent!);
    }

    /// <summary>A message or signal reaches everyone in the case who waits for it, outermost first.</summary>
    void Happen(string name, Trigger trigger)
    {
        HandleEach(definition.Handlers, 0, name, trigger);
        foreach (var number in position.Items.Select(item => item.Number).Order().ToList())
        {
            if (position.Find(number) is not { IsStuck: false } item || definition[item.ElementId] is not { } element) continue;
            if (item.Kind is ItemKind.Message or ItemKind.Signal && Is(element, name, trigger)) Close(item, element);
            if (!Wears(item, element)) continue;
            foreach (var attached in element.Boundaries)
                if (Is(attached, name, trigger) && position.Find(number) is not null) FireBoundary(attached, item, null);
            if (item.Kind == ItemKind.SubProcess && position.Find(number) is not null) HandleEach(element.Handlers, number, name, trigger);
        }
    }

    static bool Is(ProcessElement waits, string name, Trigger trigger) =>
        waits.EventName == name && (waits.Trigger == trigger || (waits.Kind == ElementKind.ReceiveTask && trigger == Trigger.Message));

    void HandleEach(ImmutableArray<ProcessElement> handlers, int scope, string name, Trigger trigger)
    {
        foreach (var handler in handlers)
            if (handler.Start is { } start && Is(start, name, trigger)) Handle(start, scope, null);
    }

    /// <summary>An error or escalation looks outward for the nearest that catches it: event sub-processes of the scope, then events on its edge (§13.5.4, §13.5.5).</summary>
    bool Propagate(ProcessElement thrown, int scope)
    {
        while (true)
        {
            var around = scope == 0 ? null : position.Find(scope);
            var element = around is null ? null : definition[around.ElementId];
            var handlers = around is null ? definition.Handlers : around.Kind == ItemKind.SubProcess ? element?.Handlers ?? [] : [];
            if (!IsInterrupted(scope) && Catching.By(handlers.Select(handler => handler.Start), thrown) is { } start)
            {
                Handle(start, scope, null);
                return true;
            }

            if (around is null || element is null) return false;
            if (Wears(around, element) && Catching.By(element.Boundaries, thrown) is { } boundary)
            {
                FireBoundary(boundary, around, null);
                return true;
            }

            scope = around.Scope;
        }
    }

    /// <summary>Events on the edge of a repeated activity belong to the activity as a whole, not to each instance.</summary>
    static bool Wears(ProcessItem item, ProcessElement element) => !item.IsStuck && (element.Loop == LoopKind.None || item.Kind == ItemKind.Loop);

    void FireBoundary(ProcessElement boundary, ProcessItem host, ProcessTimer? timer)
    {
        entered++;
        if (boundary.Interrupts) Step(ProcessStep.Drop(host.Number, boundary.Id));
        else if (timer is not null) SetAgain(timer, boundary);
        Leave(boundary, host.Scope);
    }

    /// <summary>Starts an event sub-process in the scope it belongs to (§13.5.4). A scope that one has interrupted is done with waiting for others.</summary>
    void Handle(ProcessElement start, int scope, ProcessTimer? timer)
    {
        if (IsInterrupted(scope)) return;
        entered++;
        if (start.Interrupts) Interrupt(scope, start);
        else if (timer is not null) SetAgain(timer, start);
        trail?.Enter(start.Parent!);
        var number = Open(start.Parent!, ItemKind.SubProcess, scope);
        Arm(start.Parent!.Handlers, number);
        Leave(start, number);
    }

    void Interrupt(int scope, ProcessElement because)
    {
        foreach (var timer in position.Timers.Where(timer => timer.On == scope && definition[timer.ElementId]?.Kind == ElementKind.StartEvent).ToList())
            Step(ProcessStep.ClearTimer(timer.Number, because.Id));
        Step(ProcessStep.Interrupt(scope, because.Id));
        for (var left = moving.Count; left > 0; left--)
            if (moving.Dequeue() is var token && token.Scope != scope) moving.Enqueue(token);
    }

    bool IsInterrupted(int scope)
    {
        if ((scope == 0 ? definition.Handlers : HandlersOf(scope)).IsEmpty) return false;
        foreach (var item in position.Items)
            if (item.Scope == scope && definition[item.ElementId] is { Kind: ElementKind.EventSubProcess, Start.Interrupts: true }) return true;
        return false;
    }

    ImmutableArray<ProcessElement> HandlersOf(int scope) =>
        position.Find(scope) is { } item && definition[item.ElementId] is { } element ? element.Handlers : [];
}
