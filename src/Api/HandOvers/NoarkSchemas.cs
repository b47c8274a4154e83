using System.Collections.Immutable;
using System.Xml;
using System.Xml.Schema;

namespace LmsWorkflow.Api;

/// <summary>
/// The schemas Arkivverket publishes, where the centre has put them (<c>HandOver:SchemaFolder</c>). They are not ours to ship. With them a hand-over is held against them before anybody gets it, and
/// they go into it; without, it says that it has not been.
/// </summary>
public sealed class NoarkSchemas(ImmutableSortedDictionary<string, byte[]> files)
{
    public const string Structure = "arkivstruktur.xsd", Changes = "endringslogg.xsd", Catalogue = "metadatakatalog.xsd", Addml = "addml.xsd";

    static readonly string[] Names = [Addml, Structure, Changes, Catalogue];

    public static NoarkSchemas None { get; } = new(ImmutableSortedDictionary<string, byte[]>.Empty);

    /// <summary>All four, or none: a part of them proves little and would be thought to prove all.</summary>
    public static NoarkSchemas In(string? folder)
    {
        if (folder is null) return None;
        if (Names.Where(name => !File.Exists(Path.Combine(folder, name))).ToList() is { Count: > 0 } missing)
            throw new CannotStartException($"HandOver:SchemaFolder mangler {string.Join(", ", missing)}. Legg skjemaene til Noark 5 versjon 5.0 og ADDML dit, eller fjern innstillingen.");
        var schemas = new NoarkSchemas(Names.ToImmutableSortedDictionary(name => name, name => File.ReadAllBytes(Path.Combine(folder, name)), StringComparer.Ordinal));
        try
        {
            schemas.Compiled(Structure, Changes, Addml);
        }
        catch (Exception unreadable) when (unreadable is XmlException or XmlSchemaException)
        {
            throw new CannotStartException($"Skjemaene i HandOver:SchemaFolder kan ikke leses: {unreadable.Message}");
        }

        return schemas;
    }

    public bool AreHere => !files.IsEmpty;

    public byte[]? this[string name] => files.GetValueOrDefault(name);

    public IEnumerable<KeyValuePair<string, byte[]>> Files => files;

    /// <summary>The first thing in a file that is not as its schema says, by place and never by what stands there; null when all is.</summary>
    public string? Fault(byte[] xml, string schema)
    {
        string? fault = null;
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Compiled(schema), DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        settings.ValidationEventHandler += (_, wrong) => fault ??= $"linje {wrong.Exception.LineNumber}";
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        while (reader.Read()) { }
        return fault;
    }

    XmlSchemaSet Compiled(params string[] schemas)
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var name in schemas.Append(Catalogue).Distinct())
        {
            using var reader = XmlReader.Create(new MemoryStream(files[name]), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            set.Add(null, reader);
        }

        set.Compile();
        return set;
    }
}
