using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace LmsWorkflow.Api;

/// <summary>A part of the hand-over that <c>arkivuttrekk.xml</c> speaks for.</summary>
/// <param name="Schemas">Files of the schema, the main one first, with their bytes where they are in the hand-over.</param>
sealed record DescribedFile(string Name, byte[] Bytes, ImmutableArray<(string Name, byte[]? Bytes)> Schemas, ImmutableArray<(string Element, int Count)> Occurrences);

/// <summary>What lies in the hand-over, with checksums, as <c>arkivuttrekk.xml</c> (ADDML 8.3, in the manner of Noark 5 annex 5).</summary>
static class ArkivuttrekkXml
{
    public const string Namespace = "http://www.arkivverket.no/standarder/addml";

    const string Name = "Noark 5-arkivuttrekk";

    public static byte[] Write(string unit, DateOnly from, DateOnly to, string remark, bool isScreened, int documents, ImmutableArray<DescribedFile> files) => ArchiveXml.Write(writer =>
    {
        writer.WriteStartElement("addml", Namespace);
        writer.WriteAttributeString("xmlns", "xsi", null, ArchiveXml.Schema);
        writer.WriteAttributeString("schemaLocation", ArchiveXml.Schema, $"{Namespace} addml.xsd");
        writer.WriteAttributeString("name", Name);
        writer.Within("dataset", () =>
        {
            writer.Text("description", remark);
            writer.Within("reference", () =>
            {
                writer.Within("context", () => Elements(writer, () =>
                {
                    Element(writer, "recordCreators", () => Elements(writer, () => Element(writer, "recordCreator", () => writer.Text("value", unit))));
                    Element(writer, "systemType", () => writer.Text("value", "Fagsystem med Noark 5-uttrekk"));
                    Element(writer, "systemName", () => writer.Text("value", "LmsWorkflow"));
                    Element(writer, "archive", () => writer.Text("value", $"Lærings- og mestringstilbud ved {unit}"));
                }));
                writer.Within("content", () => Elements(writer, () => Element(writer, "archivalPeriod", () => Properties(writer, () =>
                {
                    Property(writer, "startDate", Day(from));
                    Property(writer, "endDate", Day(to));
                }))));
            });
            writer.Within("dataObjects", () => Object(writer, Name, () => Whole(writer, isScreened, documents), () =>
            {
                foreach (var file in files) Object(writer, Path.GetFileNameWithoutExtension(file.Name), () => Described(writer, file), null);
            }));
        });
        writer.WriteEndElement();
    });

    static void Whole(XmlWriter writer, bool isScreened, int documents) => Property(writer, "info", null, () =>
    {
        Property(writer, "type", "Noark 5", () => Property(writer, "version", "5.0"));
        Property(writer, "additionalInfo", null, () =>
        {
            Property(writer, "periode", null, () =>
            {
                Property(writer, "inngaaendeSkille", "skarpt");
                Property(writer, "utgaaendeSkille", "skarpt");
            });
            Typed(writer, "inneholderSkjermetInformasjon", "boolean", isScreened ? "true" : "false");
            Typed(writer, "omfatterDokumenterSomErKassert", "boolean", "false");
            Typed(writer, "inneholderDokumenterSomSkalKasseres", "boolean", "false");
            Typed(writer, "inneholderVirksomhetsspesifikkeMetadata", "boolean", "false");
            Typed(writer, "antallDokumentfiler", "integer", documents.ToString(CultureInfo.InvariantCulture));
        });
    });

    static void Described(XmlWriter writer, DescribedFile file)
    {
        File(writer, file.Name, file.Bytes);
        foreach (var (schema, at) in file.Schemas.Select((schema, at) => (schema, at)))
            Property(writer, "schema", at == 0 ? "main" : null, () =>
            {
                File(writer, schema.Name, schema.Bytes);
                Property(writer, "type", "XML Schema", () => Property(writer, "version", "1.0"));
            });
        Property(writer, "info", null, () =>
        {
            foreach (var (element, count) in file.Occurrences)
                Property(writer, "numberOfOccurrences", element, () =>
                {
                    Property(writer, "elementPath", "//" + element);
                    Typed(writer, "value", "integer", count.ToString(CultureInfo.InvariantCulture));
                });
        });
    }

    /// <param name="bytes">Null for a schema that is published elsewhere and not in the hand-over: no checksum is told of it.</param>
    static void File(XmlWriter writer, string name, byte[]? bytes) => Property(writer, "file", null, () =>
    {
        Property(writer, "name", name);
        Property(writer, "format", "XML", () => Property(writer, "version", "1.0"));
        if (bytes is null) return;
        Property(writer, "checksum", null, () =>
        {
            Property(writer, "algorithm", "SHA-256");
            Property(writer, "value", DossierReading.Hash(bytes));
        });
    });

    static void Object(XmlWriter writer, string name, Action properties, Action? parts)
    {
        writer.WriteStartElement("dataObject");
        writer.WriteAttributeString("name", name);
        Properties(writer, properties);
        if (parts is not null) writer.Within("dataObjects", parts);
        writer.WriteEndElement();
    }

    static void Elements(XmlWriter writer, Action content) => writer.Within("additionalElements", content);

    static void Element(XmlWriter writer, string name, Action content)
    {
        writer.WriteStartElement("additionalElement");
        writer.WriteAttributeString("name", name);
        content();
        writer.WriteEndElement();
    }

    static void Properties(XmlWriter writer, Action content) => writer.Within("properties", content);

    static void Typed(XmlWriter writer, string name, string type, string value) => Property(writer, name, value, null, type);

    static void Property(XmlWriter writer, string name, string? value, Action? parts = null, string? type = null)
    {
        writer.WriteStartElement("property");
        writer.WriteAttributeString("name", name);
        if (type is not null) writer.WriteAttributeString("dataType", type);
        if (value is not null) writer.Text("value", value);
        if (parts is not null) Properties(writer, parts);
        writer.WriteEndElement();
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
