using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A sequence flow (BPMN 2.0.2 §8.4.13).</summary>
public sealed class SequenceFlow
{
    internal SequenceFlow(string id, ProcessElement source, ProcessElement target, FeelExpression? condition, int line)
    {
        Id = id;
        Source = source;
        Target = target;
        Condition = condition;
        Line = line;
    }

    public string Id { get; }
    public ProcessElement Source { get; }
    public ProcessElement Target { get; }
    public FeelExpression? Condition { get; }
    public int Line { get; }

    public override string ToString() => Id;
}

/// <summary>A flow node of a read definition. Set while reading, never after.</summary>
public sealed class ProcessElement
{
    internal ProcessElement(string id, ElementKind kind, ProcessElement? parent, int line)
    {
        Id = id;
        Kind = kind;
        Parent = parent;
        Line = line;
    }

    public string Id { get; }
    public ElementKind Kind { get; }

    /// <summary>The sub-process it lies in; null in the process itself.</summary>
    public ProcessElement? Parent { get; }

    public int Line { get; }

    /// <summary>Bokmål from <c>name</c>, nynorsk from <c>lms:nameNn</c>, or the same word in both.</summary>
    public Words Name { get; internal set; } = Words.Same("");

    public LmsAttributes Lms { get; internal set; } = LmsAttributes.None;
    public ImmutableArray<SequenceFlow> Incoming { get; internal set; } = [];

    /// <summary>In the order of the file; conditions are tried in it.</summary>
    public ImmutableArray<SequenceFlow> Outgoing { get; internal set; } = [];

    /// <summary>Of an exclusive or inclusive gateway.</summary>
    public SequenceFlow? Default { get; internal set; }

    /// <summary>Name of the message or signal it waits for or throws.</summary>
    public string? EventName { get; internal set; }

    /// <summary>Of a timer.</summary>
    public DueRule? Timer { get; internal set; }

    /// <summary>Of a boundary event: the activity it is attached to.</summary>
    public ProcessElement? AttachedTo { get; internal set; }

    /// <summary>Of a boundary event: it ends the activity (BPMN <c>cancelActivity</c>).</summary>
    public bool Interrupts { get; internal set; } = true;

    /// <summary>Events attached to this activity.</summary>
    public ImmutableArray<ProcessElement> Boundaries { get; internal set; } = [];

    /// <summary>Of a sub-process: where it begins.</summary>
    public ProcessElement? Start { get; internal set; }

    /// <summary>The phase it lies in, by the nearest sub-process that states one.</summary>
    public Phase? Phase => Lms.Phase ?? Parent?.Phase;

    /// <summary>Of a joining inclusive gateway: for each incoming flow, the elements from which a token can still come by it.</summary>
    internal ImmutableDictionary<SequenceFlow, ImmutableHashSet<ProcessElement>> CanStillCome { get; set; } =
        ImmutableDictionary<SequenceFlow, ImmutableHashSet<ProcessElement>>.Empty;

    public override string ToString() => Id;
}
