using System.Collections.Immutable;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Reads what an event waits for or throws (BPMN 2.0.2 §8.3.x and §10.5).</summary>
sealed class EventReader(XElement root)
{
    readonly Dictionary<string, XElement> roots = ById(root);

    public Trigger TriggerOf(XElement xml)
    {
        var definitions = DefinitionsOf(xml);
        if (definitions.Length > 1 || xml.Text("parallelMultiple") == "true") return Trigger.Multiple;
        return definitions.FirstOrDefault()?.Name.LocalName switch
        {
            null => Trigger.None,
            "timerEventDefinition" => Trigger.Timer,
            "messageEventDefinition" => Trigger.Message,
            "signalEventDefinition" => Trigger.Signal,
            "errorEventDefinition" => Trigger.Error,
            "escalationEventDefinition" => Trigger.Escalation,
            "conditionalEventDefinition" => Trigger.Conditional,
            "linkEventDefinition" => Trigger.Link,
            "terminateEventDefinition" => Trigger.Terminate,
            "cancelEventDefinition" => Trigger.Cancel,
            "compensateEventDefinition" => Trigger.Compensation,
            _ => Trigger.Multiple,
        };
    }

    /// <summary>BPMN's own name of an element, for the sentence that refuses it.</summary>
    public Words Describe(XElement xml)
    {
        var definitions = DefinitionsOf(xml);
        return (definitions.IsEmpty ? xml : definitions[^1]).Name.LocalName switch
        {
            "transaction" or "cancelEventDefinition" => new("en transaksjon", "ein transaksjon"),
            "adHocSubProcess" => new("en delprosess uten rekkefølge", "ein delprosess utan rekkjefølgje"),
            "complexGateway" => new("en sammensatt port", "ein samansett port"),
            "compensateEventDefinition" => new("en kompensasjon", "ein kompensasjon"),
            "terminateEventDefinition" => new("en stopp av alt", "ein stopp av alt"),
            "timerEventDefinition" => new("en tidshendelse på dette stedet", "ei tidshending på denne staden"),
            "messageEventDefinition" => new("en meldingshendelse på dette stedet", "ei meldingshending på denne staden"),
            "signalEventDefinition" => new("en signalhendelse på dette stedet", "ei signalhending på denne staden"),
            "errorEventDefinition" => new("en feilhendelse på dette stedet", "ei feilhending på denne staden"),
            "escalationEventDefinition" => new("en eskalering på dette stedet", "ei eskalering på denne staden"),
            "conditionalEventDefinition" => new("en vilkårshendelse på dette stedet", "ei vilkårshending på denne staden"),
            "linkEventDefinition" => new("en lenke på dette stedet", "ei lenkje på denne staden"),
            _ => new("noe fra et annet verktøy", "noko frå eit anna verktøy"),
        };
    }

    public void Read(XElement xml, ProcessElement element, FindingList findings)
    {
        var definition = DefinitionsOf(xml).FirstOrDefault();
        switch (element.Trigger)
        {
            case Trigger.Timer:
                element.Timer = TimerOf(xml, definition!, findings);
                break;
            case Trigger.Message:
                Name(element, xml, definition!.Reference("messageRef"), findings);
                break;
            case Trigger.Signal:
                Name(element, xml, definition!.Reference("signalRef"), findings);
                break;
            case Trigger.Error:
                element.EventName = CodeOf(definition!.Reference("errorRef"), "errorCode");
                break;
            case Trigger.Escalation:
                element.EventName = CodeOf(definition!.Reference("escalationRef"), "escalationCode");
                break;
            case Trigger.Link:
                element.EventName = definition!.Text("name")?.Trim() is { Length: > 0 } link ? link : null;
                break;
            case Trigger.None when element.Kind is ElementKind.SendTask or ElementKind.ReceiveTask:
                Name(element, xml, xml.Reference("messageRef"), findings);
                break;
        }
    }

    /// <summary>The condition of a conditional event; null when it has none.</summary>
    public string? ConditionOf(XElement xml) => DefinitionsOf(xml).FirstOrDefault()?.Element(BpmnNames.Model + "condition")?.Value;

    /// <summary>Definitions written in the event itself, and those it refers to (BPMN 2.0.2 §10.5.1).</summary>
    ImmutableArray<XElement> DefinitionsOf(XElement xml) =>
    [
        .. xml.Elements().Where(child => child.Name.Namespace == BpmnNames.Model)
            .Select(child => child.Name.LocalName == "eventDefinitionRef" ? roots.GetValueOrDefault(BpmnNames.LocalPart(child.Value), child) : child)
            .Where(child => child.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal) || child.Name.LocalName == "eventDefinitionRef"),
    ];

    static Dictionary<string, XElement> ById(XElement root)
    {
        var found = new Dictionary<string, XElement>();
        foreach (var xml in root.Elements())
            if (xml.Name.Namespace == BpmnNames.Model && xml.Id() is { Length: > 0 } id) found[id] = xml;
        return found;
    }

    void Name(ProcessElement element, XElement xml, string? reference, FindingList findings)
    {
        element.EventName = NamedBy(reference);
        element.LacksReference = element.EventName is null;
        if (element.LacksReference)
            findings.Error("event-references", xml, $"{xml.Nb()} sier ikke hvilken melding eller hvilket signal den venter på eller sender. Velg den.", $"{xml.Nn()} seier ikkje kva for ei melding eller kva for eit signal ho ventar på eller sender. Vel den.");
    }

    string? NamedBy(string? id) =>
        id is not null && roots.TryGetValue(id, out var named) ? named.Text("name") is { Length: > 0 } name ? name : id : null;

    string? CodeOf(string? id, string code) =>
        id is null ? null : roots.TryGetValue(id, out var named) && named.Text(code) is { Length: > 0 } written ? written : NamedBy(id) ?? id;

    /// <summary>One of date, duration and cycle (§10.5.5.12), or working days in an attribute of ours.</summary>
    static TimerRule? TimerOf(XElement xml, XElement definition, FindingList findings)
    {
        List<XElement> said = [.. definition.Elements().Where(child => child.Name.LocalName is "timeDate" or "timeDuration" or "timeCycle")];
        var rule = said.Count > 1 ? null : TimerOf(said.FirstOrDefault(), xml.LmsAttribute("workingDays"));
        if (rule is null)
            findings.Error("timers", xml,
                $"Tidshendelsen {xml.Nb()} må si når det skjer på én måte: etter et antall dager, etter et antall virkedager, på en dato, eller gjentatt. Velg én.",
                $"Tidshendinga {xml.Nn()} må seie når det skjer på éin måte: etter eit tal dagar, etter eit tal verkedagar, på ein dato, eller gjenteke. Vel éin.");
        return rule;
    }

    static TimerRule? TimerOf(XElement? said, string? workingDays) => (said?.Name.LocalName, workingDays) switch
    {
        ("timeDate", null) => TimerRule.Date(said!.Value.Trim()),
        ("timeCycle", null) => TimerRule.Cycle(said!.Value.Trim()),
        ("timeDate" or "timeCycle", _) => null,
        _ => LmsReader.DueOf(said?.Value.Trim(), workingDays) is { } after ? TimerRule.Once(after) : null,
    };
}
