using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace LmsWorkflow.Api;

/// <summary>Whether a hand-over is as it was when it was made: every file it speaks of is there, with the checksum and size told of it, and no other. Whoever wrote the file, reading it never throws.</summary>
static class HandOverCheck
{
    const int MostFiles = 200_000;

    const long MostBytes = 1L << 30;

    static readonly XNamespace Structure = ArkivstrukturXml.Namespace, Addml = ArkivuttrekkXml.Namespace;

    /// <summary>What is wrong, by the name of the file; nothing when all is right.</summary>
    public static ImmutableArray<string> Run(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count > MostFiles || zip.Entries.Sum(entry => entry.Length) > MostBytes ? ["Filen er større enn noen avlevering er."] : Run(zip);
        }
        catch (Exception bad) when (bad is InvalidDataException or IOException or XmlException or NotSupportedException or OverflowException or FormatException or ArgumentException)
        {
            return ["Filen kan ikke leses som en avlevering."];
        }
    }

    static ImmutableArray<string> Run(ZipArchive zip)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        if (zip.Entries.GroupBy(entry => entry.FullName).Any(same => same.Count() > 1)) return ["En fil ligger der to ganger."];
        if (Read(zip, "arkivuttrekk.xml") is not { } extract || Read(zip, "arkivstruktur.xml") is not { } structure) return ["Filen er ikke en avlevering: arkivuttrekk.xml eller arkivstruktur.xml mangler."];
        var told = new Dictionary<string, (string? Checksum, long? Size)>(StringComparer.Ordinal) { ["arkivuttrekk.xml"] = (null, null) };
        // what describes all others has no checksum in itself, nor has its schema
        if (zip.GetEntry(NoarkSchemas.Addml) is not null) told[NoarkSchemas.Addml] = (null, null);
        foreach (var described in extract.Descendants(Addml + "property").Where(property => Named(property, "file")))
            if (Value(described, "name") is { } name && described.Descendants(Addml + "property").FirstOrDefault(property => Named(property, "checksum")) is { } checksum) told[name] = (Value(checksum, "value"), null);
        foreach (var document in structure.Descendants(Structure + "dokumentobjekt"))
            told[document.Element(Structure + "referanseDokumentfil")?.Value ?? ""] = (document.Element(Structure + "sjekksum")?.Value, (long?)document.Element(Structure + "filstoerrelse"));
        foreach (var name in zip.Entries.Select(entry => entry.FullName).Where(LeadsOut)) faults.Add($"«{name}» har et navn som fører ut av mappen den pakkes ut i. Pakk den ikke ut.");
        foreach (var (name, (checksum, size)) in told)
        {
            if (zip.GetEntry(name) is not { } entry) faults.Add($"«{name}» mangler.");
            else if (size is { } length && entry.Length != length || checksum is not null && Checksum(entry) != checksum) faults.Add($"«{name}» er endret etter at avleveringen ble laget.");
        }

        foreach (var entry in zip.Entries.Where(entry => !told.ContainsKey(entry.FullName))) faults.Add($"«{entry.FullName}» er lagt til etter at avleveringen ble laget.");
        return faults.ToImmutable();
    }

    /// <summary>The file that tells of the others is not signed, so that it names one says nothing.</summary>
    static bool LeadsOut(string name) => name.StartsWith('/') || name.AsSpan().IndexOfAny('\\', ':') >= 0 || name.Split('/').Contains("..");

    static XDocument? Read(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry) return null;
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostBytes });
        return XDocument.Load(reader);
    }

    static bool Named(XElement property, string name) => (string?)property.Attribute("name") == name;

    static string? Value(XElement of, string name) => of.Element(Addml + "properties")?.Elements(Addml + "property").FirstOrDefault(property => Named(property, name))?.Element(Addml + "value")?.Value;

    static string Checksum(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream));
    }
}
