using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What a check may look at: one process, and the file it stands in.</summary>
sealed class CheckedProcess
{
    readonly ILookup<ProcessElement?, ProcessElement> inside;
    readonly Dictionary<(ProcessElement? Scope, string Link), ProcessElement> links = [];

    public CheckedProcess(ProcessModel process, FormCatalogue? forms = null)
    {
        Process = process;
        Forms = forms;
        inside = process.Elements.ToLookup(element => element.Parent);
        foreach (var element in process.Elements)
            if (element is { Kind: ElementKind.CatchEvent, Trigger: Trigger.Link }) links.TryAdd((element.Parent, element.EventName ?? ""), element);
    }

    public ProcessModel Process { get; }

    /// <summary>The forms the definition is published with; null when nobody knows them.</summary>
    public FormCatalogue? Forms { get; }

    public IReadOnlyList<ProcessElement> Elements => Process.Elements;

    /// <summary>The process itself, as null, and every element drawn from inside.</summary>
    public IEnumerable<ProcessElement?> Scopes => Process.Elements.Where(element => element.Kind.IsScope()).Prepend<ProcessElement?>(null);

    public IEnumerable<ProcessElement> Inside(ProcessElement? scope) => inside[scope];

    /// <summary>Where a token that has done this element goes on: along its flows, and from a throwing link to the catching one.</summary>
    public IEnumerable<ProcessElement> After(ProcessElement element)
    {
        foreach (var flow in element.Outgoing) yield return flow.Target;
        if (element is { Kind: ElementKind.ThrowEvent, Trigger: Trigger.Link } && links.GetValueOrDefault((element.Parent, element.EventName ?? "")) is { } caught) yield return caught;
    }

    /// <summary>The same, and along the events on its edge.</summary>
    public IEnumerable<ProcessElement> AfterOrBeside(ProcessElement element) => After(element).Concat(element.Boundaries);

    /// <summary>Everything that can be reached from these, themselves too, without going through what <paramref name="stop"/> says.</summary>
    public static HashSet<ProcessElement> Reach(IEnumerable<ProcessElement> from, Func<ProcessElement, IEnumerable<ProcessElement>> next, Func<ProcessElement, bool>? stop = null)
    {
        var reached = new HashSet<ProcessElement>();
        var ahead = new Stack<ProcessElement>(from);
        while (ahead.TryPop(out var element))
        {
            if (!reached.Add(element) || stop?.Invoke(element) == true) continue;
            foreach (var onward in next(element)) ahead.Push(onward);
        }

        return reached;
    }
}
