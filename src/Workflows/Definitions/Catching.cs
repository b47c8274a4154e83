namespace LmsWorkflow.Workflows;

/// <summary>Who catches an error, escalation or cancellation (BPMN 2.0.2 §10.5.4, §13.5.5). The engine, the proof and the checks all ask here.</summary>
static class Catching
{
    /// <summary>Of those in one scope, one that names the code is nearer than one that catches all. Null when none of them catches it.</summary>
    public static ProcessElement? By(IEnumerable<ProcessElement?> candidates, ProcessElement thrown)
    {
        ProcessElement? any = null;
        foreach (var candidate in candidates)
        {
            if (candidate?.Trigger != thrown.Trigger) continue;
            if (candidate.EventName is null) any ??= candidate;
            else if (candidate.EventName == thrown.EventName) return candidate;
        }

        return any;
    }
}
