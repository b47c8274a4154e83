using System.Text;
using System.Xml;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A published drawing as the beginning of another process: the same, but for the process's id, what refers to it, and its name.</summary>
public static class CopiedDrawing
{
    /// <summary>So that nobody takes the copy for what it was copied from.</summary>
    public static Words NameOf(Words original) => new($"{original.Nb} (kopi)", $"{original.Nn} (kopi)");

    /// <param name="old">The process's id.</param>
    /// <param name="key">The id it gets.</param>
    public static byte[] Of(byte[] source, string old, string key, Words name)
    {
        using var stream = new MemoryStream(source);
        // published: it has been read by the careful reader already; still no DTD and nothing fetched
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        foreach (var attribute in document.Descendants().SelectMany(element => element.Attributes()).Where(attribute => attribute.Value == old && (attribute.Name.LocalName is "id" or "bpmnElement" or "processRef")).ToList())
            attribute.Value = key;
        foreach (var process in document.Descendants().Where(element => element.Name.LocalName == "process" && element.Attribute("id")?.Value == key))
        {
            process.SetAttributeValue("name", name.Nb);
            process.SetAttributeValue(BpmnNames.Lms + "nameNn", name.Nn == name.Nb ? null : name.Nn);
        }

        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true })) document.Save(writer);
        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text);
    }
}
