using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Gateways (BPMN 2.0.2 §13.4) and the choice between flows.</summary>
sealed partial class EngineRun
{
    void EnterGateway(ProcessElement gateway, int scope, SequenceFlow? by)
    {
        if (gateway.Kind == ElementKind.EventBasedGateway) OpenChoice(gateway, scope);
        else if (by is null || !IsJoin(gateway)) Leave(gateway, scope);
        else if (gateway.Kind == ElementKind.InclusiveGateway || !FillsParallelJoin(gateway, scope, by)) Step(ProcessStep.Wait(gateway.Id, by.Id, scope));
        else JoinParallel(gateway, scope, by);
    }

    static bool IsJoin(ProcessElement element) =>
        element.Kind is ElementKind.ParallelGateway or ElementKind.InclusiveGateway && element.Incoming.Length > 1;

    /// <summary>An event-based gateway (§13.4.4): every event after it waits inside it, and the first to happen takes the place of all.</summary>
    void OpenChoice(ProcessElement gateway, int scope)
    {
        var number = Open(gateway, ItemKind.Choice, scope);
        foreach (var flow in gateway.Outgoing) Await(flow.Target, number);
    }

    /// <summary>The event-based gateway an event waits after, if it does.</summary>
    ProcessItem? ChoiceAround(ProcessItem item) =>
        item.Scope != 0 && position.Find(item.Scope) is { Kind: ItemKind.Choice } choice ? choice : null;

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

    /// <summary>
    /// An exclusive gateway: the first flow whose condition holds. An inclusive one, and an activity (§13.3.1): every flow whose condition holds, beside those
    /// without one. The default when no condition holds (§13.4.2, §13.4.3).
    /// </summary>
    List<SequenceFlow> Chosen(ProcessElement element)
    {
        var chosen = new List<SequenceFlow>();
        var some = false;
        foreach (var flow in element.Outgoing)
        {
            if (flow == element.Default || flow.Condition?.Holds(variables) == false) continue;
            chosen.Add(flow);
            some |= flow.Condition is not null || element.Kind.IsGateway();
            if (element.Kind == ElementKind.ExclusiveGateway) return chosen;
        }

        if (!some && element.Default is { } otherwise) chosen.Add(otherwise);
        return chosen;
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
}
