using System.Collections.Immutable;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Reads the flow nodes and sequence flows of a process and of the sub-processes inside it.</summary>
sealed class ScopeReader(XElement root, ProcessVocabulary vocabulary, FindingList findings)
{
    const int MostElements = 2_000;
    const int MostFlows = 6_000;
    const int LongestId = 200;

    readonly LmsReader lms = new(vocabulary, findings);
    readonly EventReader events = new(root, findings);
    readonly HashSet<string> ids = [];
    readonly Dictionary<string, ProcessElement> byId = [];
    readonly Dictionary<ProcessElement, string> defaults = [];
    readonly Dictionary<ProcessElement, string> attachments = [];

    public List<ProcessElement> Elements { get; } = [];
    public List<SequenceFlow> Flows { get; } = [];

    /// <summary>Reads everything and answers the process's start event.</summary>
    public ProcessElement? Read(XElement process)
    {
        lms.CheckNames(process, LmsReader.OnProcess);
        var start = ReadScope(process, null);
        LinkBoundaries();
        LinkDefaults();
        return start;
    }

    ProcessElement? ReadScope(XElement container, ProcessElement? parent)
    {
        var here = Elements.Count;
        foreach (var child in container.Elements())
            if (!IsDrawing(child) && !child.IsModel("sequenceFlow")) ReadNode(child, parent);
        foreach (var child in container.Elements(BpmnNames.Model + "sequenceFlow"))
            ReadFlow(child, parent);
        return StartOf(container, parent, here);
    }

    static bool IsDrawing(XElement child) => child.Name.Namespace == BpmnNames.Model && BpmnNames.Drawing.Contains(child.Name.LocalName);

    ProcessElement? StartOf(XElement container, ProcessElement? parent, int from)
    {
        List<ProcessElement> starts = [.. Elements.Skip(from).Where(element => element.Kind == ElementKind.StartEvent && element.Parent == parent)];
        if (starts.Count == 1) return starts[0];
        findings.Error(container,
            $"«{container.Text("name") ?? container.Id()}» må ha nøyaktig én starthendelse, men har {starts.Count}.",
            $"«{container.Text("name") ?? container.Id()}» må ha nøyaktig éi starthending, men har {starts.Count}.");
        return null;
    }

    void ReadNode(XElement xml, ProcessElement? parent)
    {
        if (KindOf(xml) is not { } kind || !HasUsableId(xml)) return;
        if (Elements.Count >= MostElements)
        {
            if (!findings.HasErrors) findings.Error(xml, $"Tegningen har mer enn {MostElements} elementer.", $"Teikninga har meir enn {MostElements} element.");
            return;
        }

        var element = new ProcessElement(xml.Id()!, kind, parent, xml.Line()) { Name = LmsReader.NameOf(xml) };
        Elements.Add(element);
        byId.Add(element.Id, element);
        element.Lms = lms.Read(xml, element);
        events.Read(xml, element);
        RefuseWhatIsNotExecuted(xml);
        if (xml.Text("default") is not null) defaults[element] = xml.Reference("default")!;
        if (kind.IsBoundary()) ReadBoundary(xml, element);
        if (kind == ElementKind.SubProcess) element.Start = ReadScope(xml, element);
    }

    ElementKind? KindOf(XElement xml)
    {
        ElementKind? kind = xml.Name.Namespace != BpmnNames.Model ? null : xml.Name.LocalName switch
        {
            "startEvent" or "endEvent" or "intermediateCatchEvent" or "intermediateThrowEvent" or "boundaryEvent" => EventReader.KindOf(xml),
            "userTask" => ElementKind.UserTask,
            "serviceTask" => ElementKind.ServiceTask,
            "subProcess" => ElementKind.SubProcess,
            "exclusiveGateway" => ElementKind.ExclusiveGateway,
            "parallelGateway" => ElementKind.ParallelGateway,
            "inclusiveGateway" => ElementKind.InclusiveGateway,
            _ => null,
        };
        if (kind is null) Unsupported(xml);
        return kind;
    }

    void Unsupported(XElement xml)
    {
        var what = EventReader.Describe(xml);
        findings.Error(xml,
            $"«{xml.Id() ?? xml.Name.LocalName}» er et element systemet ikke kan kjøre ({what}). Tegn det med elementene som støttes.",
            $"«{xml.Id() ?? xml.Name.LocalName}» er eit element systemet ikkje kan køyre ({what}). Teikn det med elementa som er støtta.");
    }

    bool HasUsableId(XElement xml)
    {
        if (xml.Id() is not { Length: > 0 and <= LongestId } id)
        {
            findings.Error(xml, $"Et element av typen {xml.Name.LocalName} mangler id, eller iden er for lang.", $"Eit element av typen {xml.Name.LocalName} manglar id, eller iden er for lang.");
            return false;
        }

        if (ids.Add(id)) return true;
        findings.Error(xml, $"Iden «{id}» er brukt to ganger. Hvert element må ha sin egen.", $"Iden «{id}» er brukt to gonger. Kvart element må ha sin eigen.");
        return false;
    }

    /// <summary>Attributes and children that would change how the element runs.</summary>
    void RefuseWhatIsNotExecuted(XElement xml)
    {
        if (xml.Text("triggeredByEvent") == "true")
            findings.Error(xml, "Hendelsesdelprosess kan ikke kjøres. Bruk en kanthendelse.", "Hendingsdelprosess kan ikkje køyrast. Bruk ei kanthending.");
        if (xml.Text("isForCompensation") == "true")
            findings.Error(xml, "Kompensasjon kan ikke kjøres.", "Kompensasjon kan ikkje køyrast.");
        if (xml.Text("startQuantity") is not (null or "1") || xml.Text("completionQuantity") is not (null or "1"))
            findings.Error(xml, "En aktivitet kan bare ta imot og gi fra seg ett merke om gangen.", "Ein aktivitet kan berre ta imot og gi frå seg eitt merke om gongen.");
        foreach (var child in xml.Elements(BpmnNames.Model + "multiInstanceLoopCharacteristics").Concat(xml.Elements(BpmnNames.Model + "standardLoopCharacteristics")))
            findings.Error(xml, $"Gjentatt aktivitet ({child.Name.LocalName}) kan ikke kjøres. Tegn løkken med en port.", $"Gjenteken aktivitet ({child.Name.LocalName}) kan ikkje køyrast. Teikn løkka med ein port.");
    }

    void ReadBoundary(XElement xml, ProcessElement element)
    {
        element.Interrupts = xml.Text("cancelActivity") is not ("false" or "0");
        attachments[element] = xml.Reference("attachedToRef") ?? "";
    }

    void ReadFlow(XElement xml, ProcessElement? parent)
    {
        if (!HasUsableId(xml)) return;
        if (Flows.Count >= MostFlows)
        {
            if (!findings.HasErrors) findings.Error(xml, $"Tegningen har mer enn {MostFlows} flyter.", $"Teikninga har meir enn {MostFlows} flytar.");
            return;
        }

        lms.CheckNames(xml, LmsReader.OnAnything);
        var source = End(xml, "sourceRef", parent);
        var target = End(xml, "targetRef", parent);
        if (source is null || target is null) return;
        var flow = new SequenceFlow(xml.Id()!, source, target, ConditionOf(xml), xml.Line());
        Flows.Add(flow);
        source.Outgoing = source.Outgoing.Add(flow);
        target.Incoming = target.Incoming.Add(flow);
    }

    ProcessElement? End(XElement flow, string attribute, ProcessElement? parent)
    {
        var id = flow.Reference(attribute) ?? "";
        if (byId.TryGetValue(id, out var element) && element.Parent == parent) return element;
        findings.Error(flow,
            $"Flyten «{flow.Id()}» går til eller fra «{id}», som ikke finnes i samme prosess eller delprosess.",
            $"Flyten «{flow.Id()}» går til eller frå «{id}», som ikkje finst i same prosess eller delprosess.");
        return null;
    }

    FeelExpression? ConditionOf(XElement flow)
    {
        if (flow.Element(BpmnNames.Model + "conditionExpression") is not { } condition) return null;
        if (condition.Text("language") is { } language && !language.Contains("FEEL", StringComparison.OrdinalIgnoreCase))
        {
            findings.Error(flow, $"Vilkåret på «{flow.Id()}» er skrevet i et annet språk enn FEEL.", $"Vilkåret på «{flow.Id()}» er skrive i eit anna språk enn FEEL.");
            return null;
        }

        return lms.Condition(flow, condition.Value);
    }

    void LinkBoundaries()
    {
        foreach (var (boundary, id) in attachments)
        {
            if (byId.TryGetValue(id, out var host) && host.Parent == boundary.Parent && host.Kind.IsActivity())
            {
                boundary.AttachedTo = host;
                host.Boundaries = host.Boundaries.Add(boundary);
                continue;
            }

            findings.Error(boundary,
                $"Kanthendelsen «{boundary.Id}» må sitte på en brukeroppgave eller delprosess ved siden av seg, men viser til «{id}».",
                $"Kanthendinga «{boundary.Id}» må sitje på ei brukaroppgåve eller ein delprosess ved sida av seg, men viser til «{id}».");
        }
    }

    void LinkDefaults()
    {
        foreach (var (element, id) in defaults)
        {
            element.Default = element.Outgoing.FirstOrDefault(flow => flow.Id == id);
            if (element.Default is null || element.Kind is not (ElementKind.ExclusiveGateway or ElementKind.InclusiveGateway))
                findings.Error(element,
                    $"Standardflyten «{id}» må gå ut av en eksklusiv eller inklusiv port.", $"Standardflyten «{id}» må gå ut av ein eksklusiv eller inklusiv port.");
        }
    }
}
