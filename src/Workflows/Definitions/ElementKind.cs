namespace LmsWorkflow.Workflows;

/// <summary>The BPMN 2.0.2 elements the engine executes. Anything else in a file is refused when it is read.</summary>
public enum ElementKind
{
    StartEvent, EndEvent, TerminateEndEvent,
    UserTask, ServiceTask, SubProcess,
    ExclusiveGateway, ParallelGateway, InclusiveGateway,
    TimerCatch, MessageCatch, SignalCatch, SignalThrow,
    BoundaryTimer, BoundaryMessage, BoundarySignal,
}

public static class ElementKinds
{
    public static bool IsGateway(this ElementKind kind) => kind is ElementKind.ExclusiveGateway or ElementKind.ParallelGateway or ElementKind.InclusiveGateway;

    public static bool IsBoundary(this ElementKind kind) => kind is ElementKind.BoundaryTimer or ElementKind.BoundaryMessage or ElementKind.BoundarySignal;

    public static bool IsEnd(this ElementKind kind) => kind is ElementKind.EndEvent or ElementKind.TerminateEndEvent;

    /// <summary>Something goes on in it for a while, so events may be attached to it.</summary>
    public static bool IsActivity(this ElementKind kind) => kind is ElementKind.UserTask or ElementKind.SubProcess;
}
