namespace LmsWorkflow.Workflows;

/// <summary>
/// The flow nodes of BPMN 2.0.2 (§10.3, §10.5, §10.6). All can be read and judged; which of them the engine runs, with which <see cref="Trigger"/>, is said by
/// <see cref="Executable"/> alone.
/// </summary>
public enum ElementKind
{
    StartEvent, EndEvent, CatchEvent, ThrowEvent, BoundaryEvent,
    Task, UserTask, ManualTask, ServiceTask, SendTask, ReceiveTask, ScriptTask, BusinessRuleTask,
    SubProcess, EventSubProcess, Transaction, AdHocSubProcess, CallActivity,
    ExclusiveGateway, ParallelGateway, InclusiveGateway, EventBasedGateway, ComplexGateway,
}

/// <summary>What an event waits for or throws (BPMN 2.0.2 §10.5.5). <see cref="None"/> for events without a definition and for everything that is no event.</summary>
public enum Trigger { None, Timer, Message, Signal, Error, Escalation, Conditional, Link, Terminate, Cancel, Compensation, Multiple }

public static class ElementKinds
{
    public static bool IsGateway(this ElementKind kind) => kind is >= ElementKind.ExclusiveGateway and <= ElementKind.ComplexGateway;

    public static bool IsEvent(this ElementKind kind) => kind <= ElementKind.BoundaryEvent;

    /// <summary>Work with a beginning and an end, to which events may be attached (BPMN 2.0.2 §10.3).</summary>
    public static bool IsActivity(this ElementKind kind) => kind is >= ElementKind.Task and <= ElementKind.CallActivity;

    /// <summary>An activity drawn from inside: it has flow nodes of its own.</summary>
    public static bool IsScope(this ElementKind kind) => kind is >= ElementKind.SubProcess and <= ElementKind.AdHocSubProcess;

    /// <summary>An activity without flow nodes of its own.</summary>
    public static bool IsTask(this ElementKind kind) => kind is >= ElementKind.Task and <= ElementKind.BusinessRuleTask;

    /// <summary>Written as BPMN writes it, to be read by people who draw.</summary>
    public static string BpmnName(this ElementKind kind) => kind switch
    {
        ElementKind.CatchEvent => "intermediateCatchEvent",
        ElementKind.ThrowEvent => "intermediateThrowEvent",
        _ => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..],
    };
}
