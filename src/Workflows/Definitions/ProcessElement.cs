using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A sequence flow (BPMN 2.0.2 §8.4.13).</summary>
public sealed class SequenceFlow
{
    internal SequenceFlow(string id, Words name, ProcessElement source, ProcessElement target, bool conditional, FeelExpression? condition, int line)
    {
        Name = name;
        IsConditional = conditional;
        Id = id;
        Source = source;
        Target = target;
        Condition = condition;
        Line = line;
    }

    public string Id { get; }
    public Words Name { get; }
    public ProcessElement Source { get; }
    public ProcessElement Target { get; }

    /// <summary>It has a condition, whether we can read it or not.</summary>
    public bool IsConditional { get; }

    /// <summary>The condition, when it is FEEL that we can read.</summary>
    public FeelExpression? Condition { get; }

    public int Line { get; }

    public override string ToString() => Id;
}

/// <summary>How an activity repeats.</summary>
public enum LoopKind { None, Standard, Parallel, Sequential }

/// <summary>How many times a repeated activity is done (BPMN 2.0.2 §10.3.7). What cannot be read is null.</summary>
public sealed record LoopRule
{
    /// <summary>Of a multi-instance activity: how many instances.</summary>
    public FeelExpression? Cardinality { get; init; }

    /// <summary>Of a multi-instance activity: it is done, and what is left falls away, when this holds as an instance completes.</summary>
    public FeelExpression? Completion { get; init; }

    /// <summary>Of a standard loop: it is done again as long as this holds.</summary>
    public FeelExpression? Condition { get; init; }

    /// <summary>Of a standard loop: how many times at most.</summary>
    public int? Maximum { get; init; }

    /// <summary>Of a standard loop: the condition is asked before the first time too.</summary>
    public bool TestBefore { get; init; }
}

/// <summary>A flow node of a read definition. Set while reading, never after.</summary>
public sealed class ProcessElement
{
    internal ProcessElement(string id, ElementKind kind, Trigger trigger, ProcessElement? parent, int line)
    {
        Id = id;
        Kind = kind;
        Trigger = trigger;
        Parent = parent;
        Line = line;
    }

    public string Id { get; }
    public ElementKind Kind { get; }

    /// <summary>Of an event: what it waits for or throws.</summary>
    public Trigger Trigger { get; }

    /// <summary>The sub-process it lies in; null in the process itself.</summary>
    public ProcessElement? Parent { get; }

    public int Line { get; }

    /// <summary>Bokmål from <c>name</c>, nynorsk from <c>lms:nameNn</c>, or the same word in both.</summary>
    public Words Name { get; internal set; } = Words.Same("");

    public LmsAttributes Lms { get; internal set; } = LmsAttributes.None;
    public ImmutableArray<SequenceFlow> Incoming { get; internal set; } = [];

    /// <summary>In the order of the file; conditions are tried in it.</summary>
    public ImmutableArray<SequenceFlow> Outgoing { get; internal set; } = [];

    /// <summary>Of a gateway or activity with conditional flows: the flow taken when no condition holds (BPMN 2.0.2 §8.4.13).</summary>
    public SequenceFlow? Default { get; internal set; }

    /// <summary>Name of the message, signal or link, or code of the error or escalation, that it waits for or throws. Null on an error or escalation catches every one.</summary>
    public string? EventName { get; internal set; }

    /// <summary>Of an event whose meaning the file leaves open, e.g. a message event without <c>messageRef</c>.</summary>
    public bool LacksReference { get; internal set; }

    /// <summary>Of a timer; null when it cannot be read.</summary>
    public TimerRule? Timer { get; internal set; }

    /// <summary>Of a conditional event.</summary>
    public FeelExpression? Condition { get; internal set; }

    /// <summary>Of a throwing link: the catching link of the same name beside it, where the token goes on (BPMN 2.0.2 §10.5.5.8).</summary>
    public ProcessElement? LinkedTo { get; internal set; }

    /// <summary>Who its lane says may do what lies in it.</summary>
    public TaskRoles LaneRoles { get; internal set; }

    /// <summary>Of a boundary event: the activity it is attached to.</summary>
    public ProcessElement? AttachedTo { get; internal set; }

    /// <summary>Of a boundary event: it ends the activity (<c>cancelActivity</c>). Of the start of an event sub-process: it ends the scope around it (<c>isInterrupting</c>).</summary>
    public bool Interrupts { get; internal set; } = true;

    /// <summary>How an activity repeats (BPMN 2.0.2 §10.3.7).</summary>
    public LoopKind Loop { get; internal set; }

    /// <summary>Of a repeated activity: how many times, and until when.</summary>
    public LoopRule? LoopRule { get; internal set; }

    /// <summary>Of a call activity: id of what it calls.</summary>
    public string? Calls { get; internal set; }

    /// <summary>Of a call activity: which version of what it calls; null when it says something unreadable.</summary>
    public CallBinding? Binding { get; internal set; }

    /// <summary>Done only to undo something else; stands outside the normal flow (BPMN 2.0.2 §10.7).</summary>
    public bool IsForCompensation { get; internal set; }

    /// <summary>Of a receive task or event-based gateway: it begins the process by itself.</summary>
    public bool Instantiates { get; internal set; }

    /// <summary>Of an event-based gateway: it waits for all of its events, which can only begin a process (BPMN 2.0.2 §10.6.6).</summary>
    public bool IsParallelChoice { get; internal set; }

    /// <summary>Events attached to this activity.</summary>
    public ImmutableArray<ProcessElement> Boundaries { get; internal set; } = [];

    /// <summary>Of a sub-process: where it begins, when it says so in exactly one place.</summary>
    public ProcessElement? Start { get; internal set; }

    /// <summary>All flow nodes of its scope, itself too.</summary>
    internal IReadOnlyList<ProcessElement> Siblings { get; set; } = [];

    /// <summary>Of a sub-process: the event sub-processes directly inside it.</summary>
    public ImmutableArray<ProcessElement> Handlers { get; internal set; } = [];

    /// <summary>It chooses between its outgoing flows by conditions: an exclusive or inclusive gateway, or an activity with conditional flows.</summary>
    internal bool Chooses { get; set; }

    /// <summary>The phase it lies in, by the nearest sub-process that states one.</summary>
    public Phase? Phase => Lms.Phase ?? Parent?.Phase;

    /// <summary>Of a joining inclusive gateway: for each incoming flow, the elements from which a token can still come by it.</summary>
    internal ImmutableDictionary<SequenceFlow, ImmutableHashSet<ProcessElement>> CanStillCome { get; set; } =
        ImmutableDictionary<SequenceFlow, ImmutableHashSet<ProcessElement>>.Empty;

    public override string ToString() => Id;
}
