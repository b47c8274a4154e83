using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A call activity that needs to know what it calls.</summary>
/// <param name="Element">Its id, named after the calls around it: <c>kurs/mote</c>.</param>
/// <param name="Definition">Id of what it calls.</param>
/// <param name="Binding">Which version it means.</param>
/// <param name="Caller">The definition it is drawn in.</param>
public sealed record CallSite(string Element, string Definition, CallBinding Binding, ProcessDefinition Caller);

/// <summary>A definition with everything it calls drawn into it, or findings that say why that cannot be done.</summary>
public sealed record BoundDefinition(ProcessDefinition? Definition, ImmutableArray<Finding> Findings);

/// <summary>
/// Draws called processes into the call activities that call them (BPMN 2.0.2 §10.3.6, §13.3.5), so that the engine, the pages and the proof meet one drawing:
/// a called process is a scope like a sub-process, its elements named after the call. Bound once when a case begins; the case keeps the versions.
/// </summary>
public sealed class DefinitionBinder
{
    const int MostElements = 10_000;
    const string Check = "called-definitions";

    readonly Func<CallSite, ProcessDefinition?> find;
    readonly List<ProcessElement> elements = [];
    readonly List<CalledDefinition> calls = [];
    readonly List<Finding> findings = [];

    DefinitionBinder(Func<CallSite, ProcessDefinition?> find) => this.find = find;

    /// <param name="definition">As read from its file.</param>
    /// <param name="find">The published definition a call means, as read from its file; null when there is none.</param>
    public static BoundDefinition Bind(ProcessDefinition definition, Func<CallSite, ProcessDefinition?> find)
    {
        if (definition.Elements.All(element => element.Kind != ElementKind.CallActivity)) return new(definition, []);
        var binder = new DefinitionBinder(find);
        var start = binder.Draw(definition, "", null, [definition.Id]);
        if (binder.findings.Count > 0) return new(null, [.. binder.findings]);
        InclusiveJoin.Prepare(binder.elements);
        return new(new(definition.Id, definition.Name, definition.Version, definition.ContentHash, start, binder.elements) { Calls = [.. binder.calls], Flow = definition.Flow }, []);
    }

    /// <summary>As the case has it.</summary>
    /// <param name="find">A published version, as read from its file.</param>
    public static BoundDefinition Bind(ProcessDefinition definition, ImmutableArray<CalledDefinition> pinned, Func<string, int, ProcessDefinition?> find) =>
        Bind(definition, site => pinned.FirstOrDefault(call => call.Element == site.Element) is { } call ? find(call.Definition, call.Version) : null);

    ProcessElement Draw(ProcessDefinition definition, string prefix, ProcessElement? call, ImmutableList<string> around)
    {
        var copies = new Dictionary<ProcessElement, ProcessElement>();
        var first = elements.Count;
        foreach (var element in definition.Elements)
        {
            var copy = Copy(element, prefix, element.Parent is { } parent ? copies[parent] : call);
            copies.Add(element, copy);
            elements.Add(copy);
        }

        Connect(definition, prefix, copies);
        foreach (var (element, copy) in copies)
            if (element.Kind == ElementKind.CallActivity) Call(element, copy, definition, around);
        if (call is not null) call.Handlers = [.. elements.Skip(first).Where(inside => inside.Kind == ElementKind.EventSubProcess && inside.Parent == call)];
        return copies[definition.Start];
    }

    void Call(ProcessElement element, ProcessElement copy, ProcessDefinition caller, ImmutableList<string> around)
    {
        if (findings.Count > 0) return;
        if (element.Calls is not { } id || element.Binding is not { } binding) return;
        if (around.Contains(id)) Refuse(copy, $"{copy.Nb()} bruker prosessen «{id}», som allerede er i gang rundt den. En prosess kan ikke bruke seg selv.", $"{copy.Nn()} brukar prosessen «{id}», som alt er i gang rundt ho. Ein prosess kan ikkje bruke seg sjølv.");
        else if (find(new(copy.Id, id, binding, caller)) is not { } called)
            Refuse(copy, $"{copy.Nb()} bruker prosessen «{id}», som ikke finnes i den utgaven. Publiser den først, eller velg en annen.", $"{copy.Nn()} brukar prosessen «{id}», som ikkje finst i den utgåva. Publiser han først, eller vel ein annan.");
        else if (elements.Count + called.Elements.Length > MostElements)
            Refuse(copy, $"Med alt den bruker, blir prosessen større enn {MostElements} elementer.", $"Med alt han brukar, blir prosessen større enn {MostElements} element.");
        else
        {
            calls.Add(new(copy.Id, called.Id, called.Version, called.ContentHash));
            copy.Start = Draw(called, copy.Id + "/", copy, around.Add(called.Id));
        }
    }

    void Refuse(ProcessElement where, string nb, string nn) => findings.Add(new(Check, Severity.Error, where.Id, where.Line, new Words(nb, nn)));

    static ProcessElement Copy(ProcessElement element, string prefix, ProcessElement? parent) => new(prefix + element.Id, element.Kind, element.Trigger, parent, element.Line)
    {
        Name = element.Name,
        Lms = element.Lms,
        EventName = element.EventName,
        LacksReference = element.LacksReference,
        Timer = element.Timer,
        Condition = element.Condition,
        LaneRoles = element.LaneRoles,
        Interrupts = element.Interrupts,
        Loop = element.Loop,
        LoopRule = element.LoopRule,
        Calls = element.Calls,
        Binding = element.Binding,
        IsForCompensation = element.IsForCompensation,
        Instantiates = element.Instantiates,
        IsParallelChoice = element.IsParallelChoice,
        Chooses = element.Chooses,
    };

    static void Connect(ProcessDefinition definition, string prefix, Dictionary<ProcessElement, ProcessElement> copies)
    {
        var flows = new Dictionary<SequenceFlow, SequenceFlow>();
        foreach (var flow in definition.Elements.SelectMany(element => element.Outgoing))
            flows.Add(flow, new(prefix + flow.Id, flow.Name, copies[flow.Source], copies[flow.Target], flow.IsConditional, flow.Condition, flow.Line));
        foreach (var (element, copy) in copies)
        {
            copy.Incoming = [.. element.Incoming.Select(flow => flows[flow])];
            copy.Outgoing = [.. element.Outgoing.Select(flow => flows[flow])];
            copy.Default = element.Default is { } otherwise ? flows[otherwise] : null;
            copy.AttachedTo = element.AttachedTo is { } host ? copies[host] : null;
            copy.LinkedTo = element.LinkedTo is { } link ? copies[link] : null;
            copy.Start = element.Start is { } start ? copies[start] : null;
            copy.Boundaries = [.. element.Boundaries.Select(boundary => copies[boundary])];
            copy.Handlers = [.. element.Handlers.Select(handler => copies[handler])];
            copy.Siblings = [.. element.Siblings.Select(sibling => copies[sibling])];
        }
    }
}
