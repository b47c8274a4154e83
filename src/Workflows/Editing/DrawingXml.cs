using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LmsWorkflow.Workflows;

/// <summary>
/// A BPMN file while it is edited: elements and flows by id, with what BPMN writes twice (<c>incoming</c>, <c>outgoing</c>, lane references, default flows, shapes) kept in step. Lives
/// for one edit.
/// </summary>
sealed class DrawingXml
{
    readonly XDocument document;

    DrawingXml(XDocument document)
    {
        this.document = document;
        Root = document.Root!;
        Shapes = new(Root);
    }

    public XElement Root { get; }

    public DrawingShapes Shapes { get; }

    /// <summary>What was made, where whoever edits goes on.</summary>
    public string? At { get; set; }

    public static DrawingXml? Read(ReadOnlyMemory<byte> xml) =>
        SecureXml.ReadWhole(xml) is { Root: { } root } document && root.IsModel("definitions") ? new(document) : null;

    public byte[] Write()
    {
        document.Declaration = new("1.0", "UTF-8", null);
        using var memory = new MemoryStream();
        using (var writer = XmlWriter.Create(memory, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize })) document.Save(writer);
        return memory.ToArray();
    }

    /// <summary>A flow node, or null.</summary>
    public XElement? Node(string? id) => id is not null && Find(id) is { } found && IsNode(found) ? found : null;

    public XElement? Flow(string? id) => id is not null && Find(id) is { } found && found.IsModel("sequenceFlow") ? found : null;

    public XElement? Task(string? id) => Node(id) is { } node && node.IsModel("userTask") ? node : null;

    /// <summary>A flow node or a process.</summary>
    public XElement? Find(string id) => Processes().SelectMany(process => process.DescendantsAndSelf()).FirstOrDefault(element => element.Id() == id);

    public IEnumerable<XElement> Processes() => Root.Elements(BpmnNames.Model + "process");

    public static bool IsNode(XElement element) => element.Name.Namespace == BpmnNames.Model && (IsScope(element) || IsGateway(element) || Nodes.Contains(element.Name.LocalName));

    public static bool IsScope(XElement element) => element.Name.LocalName is "subProcess" or "transaction" or "adHocSubProcess";

    public static bool IsGateway(XElement element) => element.Name.LocalName.EndsWith("Gateway", StringComparison.Ordinal);

    public static bool IsActivity(XElement element) => IsNode(element) && !IsGateway(element) && !element.Name.LocalName.EndsWith("Event", StringComparison.Ordinal);

    public static IEnumerable<XElement> Outgoing(XElement node) => FlowsIn(node).Where(flow => flow.Reference("sourceRef") == node.Id());

    public static IEnumerable<XElement> Incoming(XElement node) => FlowsIn(node).Where(flow => flow.Reference("targetRef") == node.Id());

    public static XElement? Source(XElement flow) => Beside(flow, flow.Reference("sourceRef"));

    public static XElement? Target(XElement flow) => Beside(flow, flow.Reference("targetRef"));

    public static IEnumerable<XElement> Boundaries(XElement node) =>
        node.Parent!.Elements(BpmnNames.Model + "boundaryEvent").Where(boundary => boundary.Reference("attachedToRef") == node.Id());

    public static bool Chooses(XElement node) => node.Name.LocalName is "exclusiveGateway" or "inclusiveGateway";

    /// <summary>An id nobody has, after the name: bokmål, lower case, without æøå.</summary>
    public string FreshId(string name)
    {
        var taken = Root.DescendantsAndSelf().Select(element => element.Id()).ToHashSet();
        var first = StepIds.From(name);
        var id = first;
        for (var number = 2; taken.Contains(id); number++) id = $"{first}_{number}";
        return id;
    }

    /// <summary>In the lane of the step it stands after, where there are lanes.</summary>
    public void Add(XElement node, XElement after)
    {
        XmlLayout.InsertAfter(after, node);
        foreach (var reference in References(after.Id()!).ToList()) XmlLayout.InsertAfter(reference, new XElement(reference.Name, node.Id()));
    }

    public XElement Connect(XElement source, XElement target)
    {
        var flow = new XElement(BpmnNames.Model + "sequenceFlow", new XAttribute("id", FreshId($"{source.Id()}_til_{target.Id()}")), new XAttribute("sourceRef", source.Id()!), new XAttribute("targetRef", target.Id()!));
        XmlLayout.InsertAfter(source.Parent!.Elements(BpmnNames.Model + "sequenceFlow").LastOrDefault() ?? source.Parent!.Elements().Last(IsNode), flow);
        Tell(source, "outgoing", flow.Id()!);
        Tell(target, "incoming", flow.Id()!);
        Shapes.Route(flow);
        return flow;
    }

    public void Lead(XElement flow, XElement target)
    {
        if (Target(flow) is { } old) Untell(old, "incoming", flow.Id()!);
        flow.SetAttributeValue("targetRef", target.Id());
        Tell(target, "incoming", flow.Id()!);
        Shapes.Route(flow);
    }

    public void LeadFrom(XElement flow, XElement source)
    {
        if (Source(flow) is { } old)
        {
            Untell(old, "outgoing", flow.Id()!);
            if (old.Reference("default") == flow.Id()) old.SetAttributeValue("default", null);
        }

        flow.SetAttributeValue("sourceRef", source.Id());
        Tell(source, "outgoing", flow.Id()!);
        Shapes.Route(flow);
    }

    public void Disconnect(XElement flow)
    {
        var id = flow.Id()!;
        if (Source(flow) is { } source)
        {
            Untell(source, "outgoing", id);
            if (source.Reference("default") == id) source.SetAttributeValue("default", null);
        }

        if (Target(flow) is { } target) Untell(target, "incoming", id);
        Forget(flow);
        XmlLayout.Remove(flow);
    }

    /// <summary>With its flows, what sits on its edge, and all inside it.</summary>
    public void Remove(XElement node)
    {
        foreach (var boundary in Boundaries(node).ToList()) Remove(boundary);
        foreach (var flow in Outgoing(node).Concat(Incoming(node)).Distinct().ToList()) Disconnect(flow);
        Forget(node);
        XmlLayout.Remove(node);
    }

    /// <summary>What led to it leads on to what it led to. It has one way out at most.</summary>
    public void Bypass(XElement node)
    {
        var onward = Outgoing(node).FirstOrDefault();
        var target = onward is null ? null : Target(onward);
        if (target is not null && target != node)
            foreach (var flow in Incoming(node).Where(flow => flow != onward).ToList()) Lead(flow, target);
        Remove(node);
    }

    public void MakeDefault(XElement node, XElement flow)
    {
        Condition(flow, null);
        node.SetAttributeValue("default", flow.Id());
    }

    public void Condition(XElement flow, string? text)
    {
        foreach (var old in flow.Elements(BpmnNames.Model + "conditionExpression").ToList()) XmlLayout.Remove(old);
        if (text is null) return;
        if (Source(flow) is { } source && source.Reference("default") == flow.Id()) source.SetAttributeValue("default", null);
        XmlLayout.Append(flow, new XElement(BpmnNames.Model + "conditionExpression", Formal(), text));
    }

    public XAttribute Formal()
    {
        XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";
        Declare("xsi", instance);
        return new(instance + "type", Root.GetPrefixOfNamespace(BpmnNames.Model) is { Length: > 0 } prefix ? $"{prefix}:tFormalExpression" : "tFormalExpression");
    }

    public void SetLms(XElement element, string name, string? value)
    {
        if (value is not null) Declare("lms", BpmnNames.Lms);
        element.SetAttributeValue(BpmnNames.Lms + name, value);
    }

    public void Name(XElement element, string name, string? nameNn)
    {
        element.SetAttributeValue("name", name.Trim());
        SetLms(element, "nameNn", string.IsNullOrWhiteSpace(nameNn) || nameNn.Trim() == name.Trim() ? null : nameNn.Trim());
    }

    /// <summary>The root element for a message of this name.</summary>
    public string Message(string name)
    {
        if (Root.Elements(BpmnNames.Model + "message").FirstOrDefault(message => message.Text("name") == name) is { } found) return found.Id()!;
        var message = new XElement(BpmnNames.Model + "message", new XAttribute("id", FreshId("melding_" + name)), new XAttribute("name", name));
        XmlLayout.InsertBefore(Processes().First(), message);
        return message.Id()!;
    }

    /// <summary>Written once at the top, and with the prefix everybody uses, where it is free.</summary>
    public void Declare(string prefix, XNamespace name)
    {
        if (Root.GetPrefixOfNamespace(name) is null && Root.GetNamespaceOfPrefix(prefix) is null) Root.Add(new XAttribute(XNamespace.Xmlns + prefix, name.NamespaceName));
    }

    static readonly HashSet<string> Nodes =
    [
        "task", "userTask", "serviceTask", "sendTask", "receiveTask", "manualTask", "businessRuleTask", "scriptTask", "callActivity",
        "startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent",
    ];

    static IEnumerable<XElement> FlowsIn(XElement node) => node.Parent!.Elements(BpmnNames.Model + "sequenceFlow");

    static XElement? Beside(XElement flow, string? id) => flow.Parent!.Elements().FirstOrDefault(element => element.Id() == id && IsNode(element));

    /// <summary>The schema has them before all but documentation and extensions.</summary>
    static void Tell(XElement node, string what, string flow)
    {
        var name = BpmnNames.Model + what;
        var written = new XElement(name, flow);
        string[] first = what == "incoming" ? ["documentation", "extensionElements", "auditing", "monitoring", "categoryValueRef", "incoming"]
            : ["documentation", "extensionElements", "auditing", "monitoring", "categoryValueRef", "incoming", "outgoing"];
        if (node.Elements().TakeWhile(child => first.Contains(child.Name.LocalName)).LastOrDefault() is { } before) XmlLayout.InsertAfter(before, written);
        else if (node.Elements().FirstOrDefault() is { } after) XmlLayout.InsertBefore(after, written);
        else XmlLayout.Append(node, written);
    }

    static void Untell(XElement node, string what, string flow)
    {
        if (node.Elements(BpmnNames.Model + what).FirstOrDefault(told => BpmnNames.LocalPart(told.Value) == flow) is { } told) XmlLayout.Remove(told);
    }

    IEnumerable<XElement> References(string id) => Processes().Descendants(BpmnNames.Model + "flowNodeRef").Where(reference => BpmnNames.LocalPart(reference.Value) == id);

    /// <summary>Shapes, lane references, associations and message flows of it and all inside it go too.</summary>
    void Forget(XElement element)
    {
        foreach (var id in element.DescendantsAndSelf().Select(inside => inside.Id()).OfType<string>().ToList())
        {
            Shapes.Remove(id);
            foreach (var reference in References(id).ToList()) XmlLayout.Remove(reference);
            foreach (var link in Links(id).Where(link => !link.Ancestors().Contains(element)).ToList())
            {
                if (link.Id() is { } its) Shapes.Remove(its);
                XmlLayout.Remove(link);
            }
        }
    }

    IEnumerable<XElement> Links(string id) => Root.Descendants()
        .Where(link => (link.IsModel("association") || link.IsModel("messageFlow")) && (link.Reference("sourceRef") == id || link.Reference("targetRef") == id));
}
