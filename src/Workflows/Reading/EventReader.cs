using System.Collections.Immutable;
using System.Xml.Linq;

namespace LmsWorkflow.Workflows;

/// <summary>Reads what an event waits for or throws (BPMN 2.0.2 §8.3.x and §10.5).</summary>
sealed class EventReader(XElement root, FindingList findings)
{
    readonly Dictionary<string, string> messages = Named(root, "message");
    readonly Dictionary<string, string> signals = Named(root, "signal");

    /// <summary>The kind of an event, or null when it is one that cannot be executed.</summary>
    public static ElementKind? KindOf(XElement xml)
    {
        var definitions = DefinitionsOf(xml);
        if (definitions.Length > 1 || xml.Text("parallelMultiple") == "true") return null;
        return (xml.Name.LocalName, definitions.FirstOrDefault()?.Name.LocalName) switch
        {
            ("startEvent", null) => ElementKind.StartEvent,
            ("endEvent", null) => ElementKind.EndEvent,
            ("endEvent", "terminateEventDefinition") => ElementKind.TerminateEndEvent,
            ("intermediateCatchEvent", "timerEventDefinition") => ElementKind.TimerCatch,
            ("intermediateCatchEvent", "messageEventDefinition") => ElementKind.MessageCatch,
            ("intermediateCatchEvent", "signalEventDefinition") => ElementKind.SignalCatch,
            ("intermediateThrowEvent", "signalEventDefinition") => ElementKind.SignalThrow,
            ("boundaryEvent", "timerEventDefinition") => ElementKind.BoundaryTimer,
            ("boundaryEvent", "messageEventDefinition") => ElementKind.BoundaryMessage,
            ("boundaryEvent", "signalEventDefinition") => ElementKind.BoundarySignal,
            _ => null,
        };
    }

    /// <summary>BPMN's own name of an element, for the sentence that refuses it.</summary>
    public static string Describe(XElement xml)
    {
        var definitions = DefinitionsOf(xml);
        return definitions.IsEmpty ? xml.Name.LocalName : $"{xml.Name.LocalName}: {string.Join(", ", definitions.Select(definition => definition.Name.LocalName))}";
    }

    public void Read(XElement xml, ProcessElement element)
    {
        var definition = DefinitionsOf(xml).FirstOrDefault();
        switch (element.Kind)
        {
            case ElementKind.TimerCatch or ElementKind.BoundaryTimer:
                element.Timer = TimerOf(xml, definition!);
                break;
            case ElementKind.MessageCatch or ElementKind.BoundaryMessage:
                element.EventName = NameOf(xml, definition!, "messageRef", messages);
                break;
            case ElementKind.SignalCatch or ElementKind.SignalThrow or ElementKind.BoundarySignal:
                element.EventName = NameOf(xml, definition!, "signalRef", signals);
                break;
        }
    }

    static ImmutableArray<XElement> DefinitionsOf(XElement xml) =>
    [
        .. xml.Elements().Where(child => child.Name.Namespace == BpmnNames.Model
            && (child.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal) || child.Name.LocalName == "eventDefinitionRef")),
    ];

    static Dictionary<string, string> Named(XElement root, string kind)
    {
        var names = new Dictionary<string, string>();
        foreach (var xml in root.Elements(BpmnNames.Model + kind))
            if (xml.Id() is { Length: > 0 } id) names[id] = xml.Text("name") is { Length: > 0 } name ? name : id;
        return names;
    }

    string? NameOf(XElement xml, XElement definition, string reference, Dictionary<string, string> names)
    {
        if (definition.Reference(reference) is { } id && names.TryGetValue(id, out var name)) return name;
        findings.Error(xml, $"Hendelsen «{xml.Id()}» sier ikke hva den venter på eller sender.", $"Hendinga «{xml.Id()}» seier ikkje kva ho ventar på eller sender.");
        return null;
    }

    DueRule? TimerOf(XElement xml, XElement definition)
    {
        var text = definition.Element(BpmnNames.Model + "timeDuration")?.Value.Trim();
        var rule = LmsReader.DueOf(text, xml.LmsAttribute("workingDays"));
        if (rule is null || definition.Elements().Any(child => child.Name.LocalName is "timeDate" or "timeCycle"))
            findings.Error(xml,
                $"Tidshendelsen «{xml.Id()}» må ha én varighet, for eksempel P3D, eller et antall virkedager i lms:workingDays.",
                $"Tidshendinga «{xml.Id()}» må ha éi lengd, til dømes P3D, eller eit tal verkedagar i lms:workingDays.");
        return rule;
    }
}
