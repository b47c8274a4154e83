using System.Collections.Frozen;
using System.Xml;
using System.Xml.Linq;

namespace LmsWorkflow.Workflows;

/// <summary>Names of BPMN 2.0 (OMG formal/2013-12-09), by namespace address; prefixes are the author's own affair.</summary>
static class BpmnNames
{
    public static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static readonly XNamespace Lms = "urn:lmsworkflow:bpmn:1";

    /// <summary>Drawing and documentation: no token ever passes through.</summary>
    public static readonly FrozenSet<string> Drawing = new[]
    {
        "documentation", "extensionElements", "laneSet", "textAnnotation", "association", "group", "dataObject", "dataObjectReference",
        "dataStoreReference", "incoming", "outgoing", "ioSpecification", "property", "supportedInterfaceRef", "auditing", "monitoring",
        "standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "dataInputAssociation", "dataOutputAssociation", "resourceRole", "performer",
        "humanPerformer", "potentialOwner", "ioBinding", "correlationSubscription", "supports",
    }.ToFrozenSet();

    public static string? Text(this XElement element, string name) => (string?)element.Attribute(name);

    public static string? LmsAttribute(this XElement element, string name) => (string?)element.Attribute(Lms + name);

    public static bool IsModel(this XElement element, string name) => element.Name == Model + name;

    public static int Line(this XElement element) => ((IXmlLineInfo)element).HasLineInfo() ? ((IXmlLineInfo)element).LineNumber : 0;

    /// <summary>What it is called in a sentence, in bokmål.</summary>
    public static string Nb(this XElement element) => Called.Quoted((string?)element.Attribute("name"), element.Id());

    /// <summary>The same in nynorsk.</summary>
    public static string Nn(this XElement element) => Called.Quoted(element.LmsAttribute("nameNn") ?? (string?)element.Attribute("name"), element.Id());

    public static string? Id(this XElement element) => (string?)element.Attribute("id");

    /// <summary>A reference is a qualified name; what stands before the colon is a prefix.</summary>
    public static string? Reference(this XElement element, string attribute)
    {
        var text = ((string?)element.Attribute(attribute))?.Trim();
        return text is null ? null : LocalPart(text);
    }

    public static string LocalPart(string qualified)
    {
        var text = qualified.Trim();
        return text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}
