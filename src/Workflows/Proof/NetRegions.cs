namespace LmsWorkflow.Workflows;

/// <summary>
/// The part of a scope that tokens from one beginning go through. The scope's own flow is one; what follows a non-interrupting event and belongs to it alone is
/// another, because each firing of such a handler is a scope of its own.
/// </summary>
sealed class NetRegion(int number, NetRegion? outer, NetScope scope, HashSet<ProcessElement> members)
{
    /// <summary>Number of the scope, or of the handler, that it is.</summary>
    public int Number { get; } = number;

    public NetRegion? Outer { get; } = outer;
    public NetScope Scope { get; } = scope;
    public HashSet<ProcessElement> Members { get; } = members;
    public Dictionary<SequenceFlow, int> Flows { get; } = [];

    /// <summary>Of elements that begin without a flow into them.</summary>
    public Dictionary<ProcessElement, int> Beginnings { get; } = [];

    /// <summary>There may be more than one token in it, so an end of it could be reached twice.</summary>
    public bool Forks => Outer is null || Members.Any(element => element.Outgoing.Length > 1 || element.Boundaries.Any(boundary => !boundary.Interrupts));

    /// <summary>First place, and the one after the last.</summary>
    public int From { get; set; }

    public int To { get; set; }

    /// <summary>The nearest region, outwards, that the element belongs to.</summary>
    public NetRegion? Of(ProcessElement element)
    {
        for (var region = this; region is not null; region = region.Outer)
            if (region.Members.Contains(element)) return region;
        return null;
    }
}

/// <summary>A process or sub-process, or the handling of a non-interrupting event, as one instance of it.</summary>
sealed class NetScope(int number, NetScope? outer, ProcessModel process, ProcessElement? element, int active)
{
    public int Number { get; } = number;
    public NetScope? Outer { get; } = outer;
    public ProcessModel Process { get; } = process;

    /// <summary>The sub-process; null for the process itself.</summary>
    public ProcessElement? Element { get; } = element;

    /// <summary>The region of the scope around it that it stands in.</summary>
    public NetRegion? Around { get; init; }

    /// <summary>The place that says it is going on; -1 for a handler.</summary>
    public int Active { get; } = active;

    /// <summary>Marked until an interrupting event sub-process takes over; -1 where there is none that could.</summary>
    public int Free { get; set; } = -1;

    /// <summary>Marks it begins with: timers of its event sub-processes that have not fired.</summary>
    public List<int> Begun { get; } = [];

    /// <summary>Marks that go when the activity is left: timers that have not fired.</summary>
    public List<int> Armed { get; } = [];

    public int From { get; set; }
    public int To { get; set; }

    /// <summary>Its flow nodes, other than what no token ever reaches.</summary>
    public IEnumerable<ProcessElement> Inside => Process.Inside(Element);
}

/// <summary>What a token can reach in its scope.</summary>
static class NetReach
{
    /// <summary>From where the scope begins: its start events, or where it has none, everything without a flow into it (BPMN 2.0.2 §13.3.4).</summary>
    public static List<ProcessElement> Beginnings(IEnumerable<ProcessElement> inside)
    {
        var all = inside.ToList();
        var starts = all.Where(element => element.Kind == ElementKind.StartEvent || element is { Kind: ElementKind.EventBasedGateway or ElementKind.ReceiveTask, Instantiates: true, Incoming.IsEmpty: true }).ToList();
        return starts.Count > 0 ? starts : [.. all.Where(BeginsByItself)];
    }

    static bool BeginsByItself(ProcessElement element) =>
        element.Incoming.IsEmpty && !element.IsForCompensation && element.Kind is not (ElementKind.BoundaryEvent or ElementKind.EventSubProcess)
        && element is not { Kind: ElementKind.CatchEvent, Trigger: Trigger.Link };

    /// <param name="from">Where tokens begin.</param>
    /// <param name="outside">Elements that belong to others.</param>
    public static HashSet<ProcessElement> From(IEnumerable<ProcessElement> from, Func<ProcessElement, bool> outside)
    {
        var reached = new HashSet<ProcessElement>();
        var ahead = new Stack<ProcessElement>(from);
        while (ahead.TryPop(out var element))
        {
            if (outside(element) || !reached.Add(element)) continue;
            foreach (var next in Next(element)) ahead.Push(next);
        }

        return reached;
    }

    static IEnumerable<ProcessElement> Next(ProcessElement element)
    {
        foreach (var flow in element.Outgoing) yield return flow.Target;
        foreach (var boundary in element.Boundaries)
            if (boundary.Interrupts && boundary.Trigger != Trigger.Compensation) yield return boundary;
        if (element is { Kind: ElementKind.ThrowEvent, Trigger: Trigger.Link })
            foreach (var caught in Linked(element)) yield return caught;
    }

    public static IEnumerable<ProcessElement> Linked(ProcessElement thrown) => thrown.Siblings.Where(element =>
        element is { Kind: ElementKind.CatchEvent, Trigger: Trigger.Link } && element.EventName == thrown.EventName);
}
