using System.Collections.Frozen;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Reads the flow nodes and sequence flows of a process and of the sub-processes inside it.</summary>
/// <param name="ids">Ids taken so far in the whole file.</param>
/// <param name="byId">Flow nodes read so far in the whole file.</param>
sealed class ScopeReader(EventReader events, ProcessVocabulary vocabulary, FindingList findings, HashSet<string> ids, Dictionary<string, ProcessElement> byId)
{
    public const int MostElements = 10_000;
    public const int MostFlows = 20_000;
    const int LongestId = 200;

    static readonly FrozenDictionary<string, ElementKind> Kinds = Enum.GetValues<ElementKind>()
        .Where(kind => kind != ElementKind.EventSubProcess).ToFrozenDictionary(kind => kind.BpmnName());

    readonly LmsReader lms = new(vocabulary, findings);
    readonly LaneReader lanes = new(new LmsReader(vocabulary, findings));
    readonly Dictionary<ProcessElement, string> defaults = [];
    readonly Dictionary<ProcessElement, string> attachments = [];

    public List<ProcessElement> Elements { get; } = [];
    public List<SequenceFlow> Flows { get; } = [];

    public void Read(XElement process)
    {
        lms.CheckNames(process, LmsReader.OnProcess);
        ReadScope(process, null);
        LinkBoundaries();
        LinkDefaults();
        LinkLinks();
    }

    public Domain.CaseFlow FlowOf(XElement process) => lms.FlowOf(process);

    ProcessElement? ReadScope(XElement container, ProcessElement? parent)
    {
        var here = Elements.Count;
        lanes.Read(container);
        foreach (var child in container.Elements())
            if (!IsDrawing(child) && !child.IsModel("sequenceFlow")) ReadNode(child, parent);
        foreach (var child in container.Elements(BpmnNames.Model + "sequenceFlow"))
            ReadFlow(child, parent);
        List<ProcessElement> siblings = Elements.FindAll(element => element.Parent == parent);
        foreach (var element in siblings) element.Siblings = siblings;
        return StartOf(container, parent, here);
    }

    static bool IsDrawing(XElement child) => child.Name.Namespace == BpmnNames.Model && BpmnNames.Drawing.Contains(child.Name.LocalName);

    ProcessElement? StartOf(XElement container, ProcessElement? parent, int from)
    {
        List<ProcessElement> starts = [.. Elements.Skip(from).Where(element => element.Kind == ElementKind.StartEvent && element.Parent == parent)];
        if (starts.Count < 2) return starts.FirstOrDefault();
        findings.Error("one-start", container,
            $"{container.Nb()} må ha nøyaktig én starthendelse, men har {starts.Count}. Sett inn eller ta bort starter.",
            $"{container.Nn()} må ha nøyaktig éi starthending, men har {starts.Count}. Set inn eller ta bort startar.");
        return null;
    }

    void ReadNode(XElement xml, ProcessElement? parent)
    {
        if (KindOf(xml) is not { } kind || !HasUsableId(xml) || !HasRoom(xml)) return;
        var element = new ProcessElement(xml.Id()!, kind, kind.IsEvent() ? events.TriggerOf(xml) : Trigger.None, parent, xml.Line()) { Name = LmsReader.NameOf(xml) };
        Elements.Add(element);
        byId.Add(element.Id, element);
        if (!Executable.Runs(element.Kind, element.Trigger)) Unsupported(xml);
        element.LaneRoles = lanes.Of(element.Id) is var lane && lane != TaskRoles.None ? lane : parent?.LaneRoles ?? TaskRoles.None;
        element.Lms = lms.Read(xml, element);
        events.Read(xml, element, findings);
        ReadRepetition(xml, element);
        if (xml.Text("default") is not null) defaults[element] = xml.Reference("default")!;
        if (kind == ElementKind.BoundaryEvent) attachments[element] = xml.Reference("attachedToRef") ?? "";
        if (kind == ElementKind.CallActivity) ReadCall(xml, element);
        if (element.Trigger == Trigger.Conditional) ReadCondition(xml, element);
        element.Interrupts = xml.Text(kind == ElementKind.StartEvent ? "isInterrupting" : "cancelActivity") is not ("false" or "0");
        element.Instantiates = xml.Text("instantiate") is "true" or "1";
        element.IsParallelChoice = xml.Text("eventGatewayType") == "Parallel";
        element.Chooses = kind is ElementKind.ExclusiveGateway or ElementKind.InclusiveGateway;
        if (!kind.IsScope()) return;
        element.Start = ReadScope(xml, element);
        element.Handlers = [.. Elements.Where(inside => inside.Kind == ElementKind.EventSubProcess && inside.Parent == element)];
    }

    void ReadCall(XElement xml, ProcessElement element)
    {
        element.Calls = xml.Reference("calledElement") is { Length: > 0 } called ? called : null;
        element.Binding = CallBinding.TryParse(xml.LmsAttribute("binding"));
        if (element.Calls is null)
            findings.Error("called-definitions", xml, $"{xml.Nb()} sier ikke hvilken prosess den bruker. Velg prosessen.", $"{xml.Nn()} seier ikkje kva prosess ho brukar. Vel prosessen.");
        if (element.Binding is null)
            findings.Error("called-definitions", xml,
                $"{xml.Nb()} sier ikke hvilken utgave av den andre prosessen som brukes. Velg den nyeste, den som gjaldt da saken begynte, eller skriv et utgavenummer.", $"{xml.Nn()} seier ikkje kva utgåve av den andre prosessen som blir brukt. Vel den nyaste, den som galdt då saka byrja, eller skriv eit utgåvenummer.");
    }

    void ReadCondition(XElement xml, ProcessElement element)
    {
        if (events.ConditionOf(xml) is { } text) element.Condition = lms.Condition(xml, text);
        else findings.Error("conditions", xml, $"Hendelsen {xml.Nb()} mangler vilkåret den venter på. Skriv vilkåret.", $"Hendinga {xml.Nn()} manglar vilkåret ho ventar på. Skriv vilkåret.");
    }

    bool HasRoom(XElement xml)
    {
        if (byId.Count < MostElements) return true;
        if (!findings.IsBroken) findings.Broken("size", xml, $"Tegningen har mer enn {MostElements} elementer. Del den i flere prosesser.", $"Teikninga har meir enn {MostElements} element. Del ho i fleire prosessar.");
        return false;
    }

    ElementKind? KindOf(XElement xml)
    {
        if (xml.Name.Namespace == BpmnNames.Model && Kinds.TryGetValue(xml.Name.LocalName, out var kind))
            return kind == ElementKind.SubProcess && xml.Text("triggeredByEvent") is "true" or "1" ? ElementKind.EventSubProcess : kind;
        Unsupported(xml);
        return null;
    }

    void Unsupported(XElement xml)
    {
        var what = events.Describe(xml);
        findings.Error("supported-elements", xml,
            $"{xml.Nb()} er {what.Nb}, og det kan ikke systemet kjøre. Ta det bort, og tegn det samme med det paletten har.",
            $"{xml.Nn()} er {what.Nn}, og det kan ikkje systemet køyre. Ta det bort, og teikn det same med det paletten har.");
    }

    bool HasUsableId(XElement xml)
    {
        if (xml.Id() is not { Length: > 0 and <= LongestId } id || id.Contains('/'))
        {
            findings.Broken("ids", xml,
                $"Noe i filen mangler id, eller iden er for lang eller inneholder en skråstrek (linje {xml.Line()}). Åpne filen i verktøyet den kom fra, og lagre den på nytt.",
                $"Noko i fila manglar id, eller iden er for lang eller inneheld ein skråstrek (linje {xml.Line()}). Opne fila i verktøyet ho kom frå, og lagre ho på nytt.");
            return false;
        }

        if (ids.Add(id)) return true;
        findings.Broken("ids", xml, $"Iden «{id}» er brukt to ganger. Hvert element må ha sin egen.", $"Iden «{id}» er brukt to gonger. Kvart element må ha sin eigen.");
        return false;
    }

    void ReadRepetition(XElement xml, ProcessElement element)
    {
        new LoopReader(lms, findings).Read(xml, element);
        element.IsForCompensation = xml.Text("isForCompensation") is "true" or "1";
        if (element.IsForCompensation)
            findings.Error("supported-elements", xml,
                "Kompensasjon kan ikke kjøres: det som er gjort i en sak, blir stående. Tegn det som skal gjøres i stedet, som en egen gren.",
                "Kompensasjon kan ikkje køyrast: det som er gjort i ei sak, blir ståande. Teikn det som skal gjerast i staden, som ei eiga grein.");
        if (xml.Text("startQuantity") is not (null or "1") || xml.Text("completionQuantity") is not (null or "1"))
            findings.Error("supported-elements", xml, "En aktivitet kan bare ta imot og gi fra seg ett merke om gangen. Tegn den på nytt fra paletten.", "Ein aktivitet kan berre ta imot og gi frå seg eitt merke om gongen. Teikn han på nytt frå paletten.");
    }

    void ReadFlow(XElement xml, ProcessElement? parent)
    {
        if (!HasUsableId(xml)) return;
        if (Flows.Count >= MostFlows)
        {
            if (!findings.IsBroken) findings.Broken("size", xml, $"Tegningen har mer enn {MostFlows} flyter. Del den i flere prosesser.", $"Teikninga har meir enn {MostFlows} flytar. Del ho i fleire prosessar.");
            return;
        }

        lms.CheckNames(xml, LmsReader.OnAnything);
        var source = End(xml, "sourceRef", parent);
        var target = End(xml, "targetRef", parent);
        if (source is null || target is null) return;
        var condition = xml.Element(BpmnNames.Model + "conditionExpression");
        var flow = new SequenceFlow(xml.Id()!, LmsReader.NameOf(xml), source, target, condition is not null, ConditionOf(xml, condition), xml.Line());
        Flows.Add(flow);
        source.Outgoing = source.Outgoing.Add(flow);
        target.Incoming = target.Incoming.Add(flow);
    }

    ProcessElement? End(XElement flow, string attribute, ProcessElement? parent)
    {
        var id = flow.Reference(attribute) ?? "";
        if (byId.TryGetValue(id, out var element) && element.Parent == parent) return element;
        findings.Broken("references", flow,
            $"Flyten {flow.Nb()} går til eller fra «{id}», som ikke finnes i samme prosess eller delprosess.",
            $"Flyten {flow.Nn()} går til eller frå «{id}», som ikkje finst i same prosess eller delprosess.");
        return null;
    }

    FeelExpression? ConditionOf(XElement flow, XElement? condition)
    {
        if (condition is null) return null;
        if (condition.Text("language") is { } language && !language.Contains("FEEL", StringComparison.OrdinalIgnoreCase))
        {
            findings.Error("conditions", flow, $"Vilkåret på {flow.Nb()} er skrevet i et annet språk enn FEEL. Lag det på nytt med rader.", $"Vilkåret på {flow.Nn()} er skrive i eit anna språk enn FEEL. Lag det på nytt med rader.");
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

            findings.Broken("references", boundary,
                $"Kanthendelsen {boundary.Nb()} må sitte på en aktivitet ved siden av seg, men viser til «{id}».",
                $"Kanthendinga {boundary.Nn()} må sitje på ein aktivitet ved sida av seg, men viser til «{id}».");
        }
    }

    void LinkDefaults()
    {
        foreach (var element in Elements)
            if (element.Kind.IsActivity()) element.Chooses = element.Outgoing.Any(flow => flow.IsConditional);
        foreach (var (element, id) in defaults)
        {
            element.Default = element.Outgoing.FirstOrDefault(flow => flow.Id == id);
            if (element.Default is null || !(element.Kind.IsActivity() || element.Kind is ElementKind.ExclusiveGateway or ElementKind.InclusiveGateway))
                findings.Error("default-flows", element,
                    $"Standardflyten «{id}» må gå ut av en aktivitet eller en eksklusiv eller inklusiv port. Velg en annen vei som standard.",
                    $"Standardflyten «{id}» må gå ut av ein aktivitet eller ein eksklusiv eller inklusiv port. Vel ein annan veg som standard.");
        }
    }

    void LinkLinks()
    {
        foreach (var thrown in Elements)
        {
            if (thrown is not { Kind: ElementKind.ThrowEvent, Trigger: Trigger.Link }) continue;
            foreach (var caught in thrown.Siblings)
                if (caught is { Kind: ElementKind.CatchEvent, Trigger: Trigger.Link } && caught.EventName == thrown.EventName) thrown.LinkedTo ??= caught;
        }
    }
}
