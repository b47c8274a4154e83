using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;

namespace LmsWorkflow.Api;

/// <summary>The cases as <c>arkivstruktur.xml</c> (Noark 5 version 5.0): arkiv, arkivdel, klasse, saksmappe, arkivnotat, dokumentbeskrivelse, dokumentobjekt. Elements stand in the order of the published schema.</summary>
static class ArkivstrukturXml
{
    public const string Namespace = "http://www.arkivverket.no/standarder/noark5/arkivstruktur";

    const string Medium = "Elektronisk arkiv", Restricted = "Unntatt offentlighet", Ground = "Offentleglova § 13, jf. forvaltningsloven § 13 første ledd nr. 1";

    public static byte[] Write(UnitId unit, string unitName, DateOnly from, DateOnly to, ImmutableArray<ArchivedCase> cases) => ArchiveXml.Write(writer =>
    {
        writer.WriteStartElement("arkiv", Namespace);
        writer.WriteAttributeString("xmlns", "xsi", null, ArchiveXml.Schema);
        writer.WriteAttributeString("schemaLocation", ArchiveXml.Schema, $"{Namespace} arkivstruktur.xsd");
        writer.Text("systemID", ArchiveIds.Of(unit.Value, "arkiv"));
        writer.Text("tittel", $"Lærings- og mestringstilbud ved {unitName}");
        writer.Text("beskrivelse", "Saker om utvikling, gjennomføring og evaluering av lærings- og mestringstilbud.");
        writer.Text("arkivstatus", "Opprettet");
        writer.Text("dokumentmedium", Medium);
        Life(writer, cases.Min(one => one.Opened), unitName, cases.Max(one => one.Ended), unitName);
        writer.Within("arkivskaper", () =>
        {
            writer.Text("arkivskaperID", unit.Value);
            writer.Text("arkivskaperNavn", unitName);
        });
        writer.Within("arkivdel", () => Part(writer, unit, unitName, from, to, cases));
        writer.WriteEndElement();
    });

    static void Part(XmlWriter writer, UnitId unit, string unitName, DateOnly from, DateOnly to, ImmutableArray<ArchivedCase> cases)
    {
        writer.Text("systemID", ArchiveIds.Of(unit.Value, string.Create(CultureInfo.InvariantCulture, $"arkivdel {from:yyyy-MM-dd} {to:yyyy-MM-dd}")));
        writer.Text("tittel", string.Create(CultureInfo.InvariantCulture, $"Ferdige saker {from:yyyy-MM-dd} til {to:yyyy-MM-dd}"));
        writer.Text("arkivdelstatus", "Avsluttet periode");
        writer.Text("dokumentmedium", Medium);
        Life(writer, cases.Min(one => one.Opened), unitName, cases.Max(one => one.Ended), unitName);
        writer.Text("arkivperiodeStartDato", from);
        writer.Text("arkivperiodeSluttDato", to);
        writer.Within("klassifikasjonssystem", () =>
        {
            writer.Text("systemID", ArchiveIds.Of(unit.Value, "klassifikasjonssystem"));
            writer.Text("tittel", "Type lærings- og mestringstilbud");
            writer.Text("opprettetDato", cases.Min(one => one.Opened));
            writer.Text("opprettetAv", unitName);
            foreach (var type in cases.GroupBy(one => one.Type).OrderBy(type => type.Key)) writer.Within("klasse", () => Class(writer, unit, unitName, type.Key, [.. type]));
        });
    }

    static void Class(XmlWriter writer, UnitId unit, string unitName, TilbudType type, ImmutableArray<ArchivedCase> cases)
    {
        writer.Text("systemID", ArchiveIds.Of(unit.Value, $"klasse {type}"));
        writer.Text("klasseID", $"{type}");
        writer.Text("tittel", GroupNames.Of(type).Nb);
        writer.Text("opprettetDato", cases.Min(one => one.Opened));
        writer.Text("opprettetAv", unitName);
        foreach (var one in cases) Folder(writer, one);
    }

    static void Folder(XmlWriter writer, ArchivedCase one)
    {
        writer.WriteStartElement("mappe");
        writer.WriteAttributeString("type", ArchiveXml.Schema, "saksmappe");
        writer.Text("systemID", one.SystemId);
        writer.Text("mappeID", one.Number);
        writer.Text("tittel", one.Title);
        writer.Text("dokumentmedium", Medium);
        Life(writer, one.Opened, one.OpenedBy, one.Ended, one.EndedBy);
        foreach (var part in one.Parts)
            writer.Within("part", () =>
            {
                writer.Text("partID", part.Id);
                writer.Text("partNavn", part.Name);
                writer.Text("partRolle", part.Role);
            });
        foreach (var note in one.Notes) Note(writer, note);
        // who a brukerrepresentant is, together with the course, can tell of their health
        if (!one.Parts.IsEmpty) Screening(writer, "Skjerming navn part i sak", wholeDocument: false);
        foreach (var record in one.Records) Record(writer, record);
        var (year, sequence) = Numbered(one);
        writer.Text("saksaar", year);
        writer.Text("sakssekvensnummer", sequence);
        writer.Text("saksdato", OsloTime.Date(one.Opened));
        writer.Text("administrativEnhet", one.Unit);
        writer.Text("saksansvarlig", one.Responsible);
        writer.Text("saksstatus", one.Status);
        writer.WriteEndElement();
    }

    /// <summary>From <c>2026-0001</c>; a number of another make is the year it was opened, and nought.</summary>
    static (int Year, int Sequence) Numbered(ArchivedCase one) =>
        one.Number.Split('-') is [var year, var number] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? (y, n) : (OsloTime.Date(one.Opened).Year, 0);

    static void Record(XmlWriter writer, ArchivedRecord record)
    {
        writer.WriteStartElement("registrering");
        writer.WriteAttributeString("type", ArchiveXml.Schema, "arkivnotat");
        writer.Text("systemID", record.SystemId);
        writer.Text("opprettetDato", record.Created);
        writer.Text("opprettetAv", record.CreatedBy);
        writer.Text("arkivertDato", record.Archived);
        writer.Text("arkivertAv", record.ArchivedBy);
        if (record.Screened is not null) Screening(writer, "Skjerming tittel dokumentbeskrivelse", wholeDocument: true);
        Description(writer, record, record.DescriptionId, record.Title, 1, record.Files);
        foreach (var (attachment, at) in record.Attachments.Select((file, at) => (file, at)))
            Description(writer, record, ArchiveIds.Of(record.SystemId, $"vedlegg {at + 1}"), $"Godkjenning på papir {at + 1}", at + 2, [attachment]);
        writer.Text("registreringsID", record.Id);
        writer.Text("tittel", record.Title);
        writer.Optional("beskrivelse", record.Screened);
        writer.Text("dokumentmedium", Medium);
        writer.Text("dokumentetsDato", OsloTime.Date(record.Archived));
        if (!record.Attachments.IsEmpty) writer.Text("antallVedlegg", record.Attachments.Length);
        foreach (var flow in record.Flow)
            writer.Within("dokumentflyt", () =>
            {
                writer.Text("flytTil", flow.To);
                writer.Text("flytFra", flow.From);
                writer.Text("flytMottattDato", flow.Received);
                writer.Text("flytSendtDato", flow.Sent);
                writer.Text("flytStatus", flow.Status);
                writer.Text("flytMerknad", flow.Remark);
            });
        writer.WriteEndElement();
    }

    static void Description(XmlWriter writer, ArchivedRecord record, Guid id, string title, int number, ImmutableArray<ArchivedFile> files) => writer.Within("dokumentbeskrivelse", () =>
    {
        writer.Text("systemID", id);
        writer.Text("dokumenttype", number == 1 ? record.Type : "Godkjenning på papir");
        writer.Text("dokumentstatus", Status(isFinal: true));
        writer.Text("tittel", title);
        writer.Text("opprettetDato", record.Created);
        writer.Text("opprettetAv", record.CreatedBy);
        writer.Text("dokumentmedium", Medium);
        writer.Text("tilknyttetRegistreringSom", number == 1 ? "Hoveddokument" : "Vedlegg");
        writer.Text("dokumentnummer", number);
        writer.Text("tilknyttetDato", record.Archived);
        writer.Text("tilknyttetAv", record.ArchivedBy);
        foreach (var file in files) File(writer, file);
    });

    public static string Status(bool isFinal) => isFinal ? "Dokumentet er ferdigstilt" : "Dokumentet er under redigering";

    static void File(XmlWriter writer, ArchivedFile file) => writer.Within("dokumentobjekt", () =>
    {
        writer.Text("systemID", file.SystemId);
        writer.Text("versjonsnummer", file.Version);
        writer.Text("variantformat", "Arkivformat");
        writer.Text("format", file.Format);
        writer.Text("formatDetaljer", file.FormatName);
        writer.Text("opprettetDato", file.Created);
        writer.Text("opprettetAv", file.CreatedBy);
        writer.Text("referanseDokumentfil", file.Path);
        writer.Text("sjekksum", file.Checksum);
        writer.Text("sjekksumAlgoritme", "SHA-256");
        writer.Text("filstoerrelse", file.Bytes.LongLength);
    });

    static void Note(XmlWriter writer, ArchivedNote note) => writer.Within("merknad", () =>
    {
        writer.Text("merknadstekst", note.Text);
        writer.Text("merknadstype", note.Type);
        writer.Text("merknadsdato", note.At);
        writer.Text("merknadRegistrertAv", note.By);
    });

    static void Screening(XmlWriter writer, string what, bool wholeDocument) => writer.Within("skjerming", () =>
    {
        writer.Text("tilgangsrestriksjon", Restricted);
        writer.Text("skjermingshjemmel", Ground);
        writer.Text("skjermingMetadata", what);
        if (wholeDocument) writer.Text("skjermingDokument", "Skjerming av hele dokumentet");
    });

    static void Life(XmlWriter writer, DateTimeOffset opened, string openedBy, DateTimeOffset ended, string endedBy)
    {
        writer.Text("opprettetDato", opened);
        writer.Text("opprettetAv", openedBy);
        writer.Text("avsluttetDato", ended);
        writer.Text("avsluttetAv", endedBy);
    }
}
