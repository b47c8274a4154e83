namespace LmsWorkflow.Workflows;

/// <summary>The elements the engine runs. Any other is refused when a definition is read for running; it can still be judged.</summary>
public static class Executable
{
    static readonly HashSet<(ElementKind, Trigger)> Kinds =
    [
        (ElementKind.StartEvent, Trigger.None),
        (ElementKind.EndEvent, Trigger.None),
        (ElementKind.EndEvent, Trigger.Terminate),
        (ElementKind.UserTask, Trigger.None),
        (ElementKind.ServiceTask, Trigger.None),
        (ElementKind.SubProcess, Trigger.None),
        (ElementKind.ExclusiveGateway, Trigger.None),
        (ElementKind.ParallelGateway, Trigger.None),
        (ElementKind.InclusiveGateway, Trigger.None),
        (ElementKind.CatchEvent, Trigger.Timer),
        (ElementKind.CatchEvent, Trigger.Message),
        (ElementKind.CatchEvent, Trigger.Signal),
        (ElementKind.ThrowEvent, Trigger.Signal),
        (ElementKind.BoundaryEvent, Trigger.Timer),
        (ElementKind.BoundaryEvent, Trigger.Message),
        (ElementKind.BoundaryEvent, Trigger.Signal),
    ];

    public static IReadOnlyCollection<(ElementKind Kind, Trigger Trigger)> All => Kinds;

    public static bool Runs(ElementKind kind, Trigger trigger) => Kinds.Contains((kind, trigger));
}
