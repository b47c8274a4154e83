namespace LmsWorkflow.Workflows;

/// <summary>
/// The elements the engine runs. Any other is refused when a definition is read for running; it can still be judged. Where in a drawing each may stand is
/// the matter of <see cref="ExecutionCheck"/>.
/// </summary>
public static class Executable
{
    static readonly HashSet<(ElementKind, Trigger)> Kinds =
    [
        (ElementKind.StartEvent, Trigger.None),
        (ElementKind.StartEvent, Trigger.Timer),
        (ElementKind.StartEvent, Trigger.Message),
        (ElementKind.StartEvent, Trigger.Signal),
        (ElementKind.StartEvent, Trigger.Error),
        (ElementKind.StartEvent, Trigger.Escalation),
        (ElementKind.EndEvent, Trigger.None),
        (ElementKind.EndEvent, Trigger.Terminate),
        (ElementKind.EndEvent, Trigger.Message),
        (ElementKind.EndEvent, Trigger.Signal),
        (ElementKind.EndEvent, Trigger.Error),
        (ElementKind.EndEvent, Trigger.Escalation),
        (ElementKind.Task, Trigger.None),
        (ElementKind.UserTask, Trigger.None),
        (ElementKind.ManualTask, Trigger.None),
        (ElementKind.ServiceTask, Trigger.None),
        (ElementKind.SendTask, Trigger.None),
        (ElementKind.ReceiveTask, Trigger.None),
        (ElementKind.SubProcess, Trigger.None),
        (ElementKind.EventSubProcess, Trigger.None),
        (ElementKind.CallActivity, Trigger.None),
        (ElementKind.ExclusiveGateway, Trigger.None),
        (ElementKind.ParallelGateway, Trigger.None),
        (ElementKind.InclusiveGateway, Trigger.None),
        (ElementKind.EventBasedGateway, Trigger.None),
        (ElementKind.CatchEvent, Trigger.Timer),
        (ElementKind.CatchEvent, Trigger.Message),
        (ElementKind.CatchEvent, Trigger.Signal),
        (ElementKind.CatchEvent, Trigger.Conditional),
        (ElementKind.CatchEvent, Trigger.Link),
        (ElementKind.ThrowEvent, Trigger.None),
        (ElementKind.ThrowEvent, Trigger.Message),
        (ElementKind.ThrowEvent, Trigger.Signal),
        (ElementKind.ThrowEvent, Trigger.Escalation),
        (ElementKind.ThrowEvent, Trigger.Link),
        (ElementKind.BoundaryEvent, Trigger.Timer),
        (ElementKind.BoundaryEvent, Trigger.Message),
        (ElementKind.BoundaryEvent, Trigger.Signal),
        (ElementKind.BoundaryEvent, Trigger.Error),
        (ElementKind.BoundaryEvent, Trigger.Escalation),
    ];

    public static IReadOnlyCollection<(ElementKind Kind, Trigger Trigger)> All => Kinds;

    public static bool Runs(ElementKind kind, Trigger trigger) => Kinds.Contains((kind, trigger));
}
