using System.Collections.Immutable;

namespace LmsWorkflow.Api;

/// <summary>How the metadata became what they are, as <c>endringslogg.xml</c> (Noark 5 version 5.0).</summary>
static class EndringsloggXml
{
    public const string Namespace = "http://www.arkivverket.no/standarder/noark5/endringslogg";

    public static byte[] Write(ImmutableArray<ArchivedCase> cases) => ArchiveXml.Write(writer =>
    {
        writer.WriteStartElement("endringslogg", Namespace);
        writer.WriteAttributeString("xmlns", "xsi", null, ArchiveXml.Schema);
        writer.WriteAttributeString("schemaLocation", ArchiveXml.Schema, $"{Namespace} endringslogg.xsd");
        foreach (var change in cases.SelectMany(one => one.Changes))
            writer.Within("endring", () =>
            {
                writer.Text("referanseArkivenhet", change.Of);
                writer.Text("referanseMetadata", change.Element);
                writer.Text("endretDato", change.At);
                writer.Text("endretAv", change.By);
                writer.Text("tidligereVerdi", change.Before);
                writer.Text("nyVerdi", change.After);
            });
        writer.WriteEndElement();
    });
}
