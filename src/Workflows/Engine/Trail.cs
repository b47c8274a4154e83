using System.Collections.Concurrent;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Where the engine has been in one definition: elements that were entered, and sequence flows along which a token came. Kept while somebody rehearses and only
/// then; nothing is decided by it. The facts do not name every flow (a choice between two flows to one element leaves no trace), so the run itself must tell.
/// </summary>
public sealed class Trail
{
    readonly ConcurrentDictionary<string, bool> elements = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, bool> flows = new(StringComparer.Ordinal);

    public bool Has(ProcessElement element) => elements.ContainsKey(element.Id);

    public bool Has(SequenceFlow flow) => flows.ContainsKey(flow.Id);

    internal void Enter(ProcessElement element) => elements.TryAdd(element.Id, true);

    internal void Take(SequenceFlow flow) => flows.TryAdd(flow.Id, true);

    /// <summary>The event that happened first after an event-based gateway: only its flow was taken (BPMN 2.0.2 §13.4.4).</summary>
    internal void Take(ProcessElement happened, string gateway)
    {
        foreach (var flow in happened.Incoming)
            if (flow.Source.Id == gateway) Take(flow);
    }
}
