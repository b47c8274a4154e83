using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// When a joining inclusive gateway fires (BPMN 2.0.2 §13.4.3): it has a token, and no token elsewhere in its scope could still arrive by an empty
/// incoming flow without also being able to arrive by one that is filled already.
/// </summary>
static class InclusiveJoin
{
    /// <summary>Computes once, when a definition is read, from where tokens can still come.</summary>
    public static void Prepare(IEnumerable<ProcessElement> elements)
    {
        foreach (var gateway in elements)
            if (gateway is { Kind: ElementKind.InclusiveGateway, Incoming.Length: > 1 })
                gateway.CanStillCome = gateway.Incoming.ToImmutableDictionary(flow => flow, flow => Upstream(flow, gateway));
    }

    public static bool Fires(ProcessElement gateway, int scope, ProcessPosition position, ProcessDefinition definition)
    {
        var filled = new HashSet<SequenceFlow>();
        foreach (var flow in gateway.Incoming)
            foreach (var token in position.Waiting)
                if (token.Scope == scope && token.Gateway == gateway.Id && token.Flow == flow.Id) filled.Add(flow);
        return filled.Count > 0 && (filled.Count == gateway.Incoming.Length || !Elsewhere(gateway, scope, position, definition).Any(Awaited));

        bool Awaited(ProcessElement at) =>
            gateway.Incoming.Any(flow => !filled.Contains(flow) && gateway.CanStillCome[flow].Contains(at))
            && !filled.Any(flow => gateway.CanStillCome[flow].Contains(at));
    }

    static IEnumerable<ProcessElement> Elsewhere(ProcessElement gateway, int scope, ProcessPosition position, ProcessDefinition definition)
    {
        foreach (var item in position.Items)
            if (item.Scope == scope && definition[item.ElementId] is { } element && element != gateway) yield return element;
        foreach (var token in position.Waiting)
            if (token.Scope == scope && token.Gateway != gateway.Id && definition[token.Gateway] is { } join) yield return join;
    }

    static ImmutableHashSet<ProcessElement> Upstream(SequenceFlow flow, ProcessElement gateway)
    {
        var reached = new HashSet<ProcessElement>();
        var ahead = new Stack<ProcessElement>([flow.Source]);
        while (ahead.TryPop(out var element))
        {
            if (element == gateway || !reached.Add(element)) continue;
            foreach (var incoming in element.Incoming) ahead.Push(incoming.Source);
            if (element.AttachedTo is { } host) ahead.Push(host);
            foreach (var other in element is { Kind: ElementKind.CatchEvent, Trigger: Trigger.Link } ? element.Siblings : [])
                if (other.LinkedTo == element) ahead.Push(other);
        }

        return [.. reached];
    }
}
