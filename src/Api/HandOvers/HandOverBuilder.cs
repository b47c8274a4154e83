using System.Collections.Immutable;
using System.IO.Compression;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A hand-over as it was made.</summary>
/// <param name="IsValidated">Held against the published schemas.</param>
public sealed record MadeHandOver(byte[] File, string Name, string Sha256, ImmutableArray<CaseId> Cases, int Documents, bool IsValidated);

/// <summary>Puts finished cases together as a Noark 5 hand-over: <c>arkivuttrekk.xml</c>, <c>arkivstruktur.xml</c>, <c>endringslogg.xml</c> and the documents, with checksums.</summary>
public sealed class HandOverBuilder(ICaseStore store, CaseLoader loader, Definitions definitions, People people, NoarkSchemas schemas)
{
    /// <summary>What one hand-over can hold and still be made in memory.</summary>
    public const int MostCases = 500;

    const int MostBytes = 512 * 1024 * 1024;

    /// <summary>One case, in the period that is its own.</summary>
    public async Task<(MadeHandOver? Made, Words? Refused)> Of(CaseId id, Action<Words> tell, CancellationToken ct)
    {
        tell(new("Henter saken", "Hentar saka"));
        if (await Archived(id, ct) is not { } one) return (null, new CaseNotFinished().Sentence);
        var unit = (await loader.Load(id, ct)).File.Identity!.LmsUnit;
        return Make(unit, OsloTime.Date(one.Opened), OsloTime.Date(one.Ended), [(id, one)], $"noark5-{one.Number}.zip", tell);
    }

    /// <summary>The cases of a centre that became finished in a period, of those the asker may hand over.</summary>
    public async Task<(MadeHandOver? Made, Words? Refused)> Of(UnitId unit, DateOnly from, DateOnly to, Actor actor, DateOnly today, Action<Words> tell, CancellationToken ct)
    {
        tell(new("Finner sakene", "Finn sakene"));
        var cases = ImmutableArray.CreateBuilder<(CaseId, ArchivedCase)>();
        foreach (var standing in new[] { Standing.Closed, Standing.Cancelled })
            await foreach (var row in ListReads.Every(store, new CaseQuery { Unit = unit, Standing = standing, Sight = ListReads.SightOf(actor) }, ct))
            {
                var file = (await loader.Load(row.Id, ct)).File;
                if (file.Identity!.LmsUnit != unit || !HandOverCase.Unmet(file, actor, today).IsEmpty || OsloTime.Date(file.ChangedAt) < from) continue;
                if (await Archived(row.Id, ct) is not { } one || OsloTime.Date(one.Ended) < from || OsloTime.Date(one.Ended) > to) continue;
                if (cases.Count == MostCases) return (null, new TooManyCasesToHandOver().Sentence);
                cases.Add((row.Id, one));
                tell(new($"{cases.Count} saker er hentet", $"{cases.Count} saker er henta"));
            }

        return cases.Count == 0
            ? (null, new NoCasesToHandOver().Sentence)
            : Make(unit, from, to, [.. cases.OrderBy(one => one.Item2.Number, StringComparer.Ordinal)], string.Create(System.Globalization.CultureInfo.InvariantCulture, $"noark5-{from:yyyy-MM-dd}-{to:yyyy-MM-dd}.zip"), tell);
    }

    async Task<ArchivedCase?> Archived(CaseId id, CancellationToken ct)
    {
        var loaded = await loader.Current(id, ct);
        if (!HandOverCase.IsFinished(loaded.File)) return null;
        await definitions.Ensure(loaded.File, ct);
        var scans = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var paper in loaded.File.SignOffs.Given.Select(given => given.Paper).OfType<PaperEvidence>())
            if (await store.Content(paper.ScanHash, ct) is { } scan) scans[paper.ScanHash] = scan;
        var forms = loaded.File.Process is null ? FormCatalogue.Empty : definitions.FormsOf(loaded.File);
        return new CaseArchiving(loaded.File, await store.Read(StreamId.Case(id), 0, ct), forms, people.Directory, scans).Make();
    }

    (MadeHandOver? Made, Words? Refused) Make(UnitId unit, DateOnly from, DateOnly to, ImmutableArray<(CaseId Id, ArchivedCase Case)> found, string name, Action<Words> tell)
    {
        tell(new("Skriver uttrekket", "Skriv uttrekket"));
        ImmutableArray<ArchivedCase> cases = [.. found.Select(one => one.Case)];
        var documents = cases.SelectMany(one => one.Records).SelectMany(record => record.Files.Concat(record.Attachments)).DistinctBy(file => file.Path).ToList();
        if (documents.Sum(file => file.Bytes.LongLength) > MostBytes) return (null, new TooManyCasesToHandOver().Sentence);
        var unitName = people.Directory.Units.TryGetValue(unit, out var known) ? known.Name : "ukjent enhet";
        var (structure, changes) = (ArkivstrukturXml.Write(unit, unitName, from, to, cases), EndringsloggXml.Write(cases));
        var description = ArkivuttrekkXml.Write(unitName, from, to, Remark(), IsScreened(cases), documents.Count, Described(structure, changes, cases));
        if (schemas.AreHere && Fault(structure, changes, description) is { } fault) return (null, fault);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { ["arkivuttrekk.xml"] = description, ["arkivstruktur.xml"] = structure, ["endringslogg.xml"] = changes };
        foreach (var (schema, bytes) in schemas.Files) files[schema] = bytes;
        foreach (var file in documents) files[file.Path] = file.Bytes;
        tell(new("Pakker filen", "Pakkar fila"));
        var packed = Packed(files, cases.Max(one => one.Ended));
        return (new(packed, name, DossierReading.Hash(packed), [.. found.Select(one => one.Id)], documents.Count, schemas.AreHere), null);
    }

    string Remark() => "Noark 5-arkivuttrekk av ferdige saker om lærings- og mestringstilbud. Medvirkningsgraden står i en merknad på hver sak. Dokumentene er ren tekst (UTF-8). Svar fra deltakere og innholdet i rolleavklaringer er ikke med. "
        + (schemas.AreHere ? "Kontrollert mot de vedlagte skjemaene da det ble laget." : "Skjemaene er ikke vedlagt, og uttrekket er ikke kontrollert mot dem av systemet.");

    static bool IsScreened(ImmutableArray<ArchivedCase> cases) => cases.Any(one => !one.Parts.IsEmpty || one.Records.Any(record => record.Screened is not null));

    ImmutableArray<DescribedFile> Described(byte[] structure, byte[] changes, ImmutableArray<ArchivedCase> cases) =>
    [
        new("arkivstruktur.xml", structure, [(NoarkSchemas.Structure, schemas[NoarkSchemas.Structure]), (NoarkSchemas.Catalogue, schemas[NoarkSchemas.Catalogue])], [("mappe", cases.Length), ("registrering", cases.Sum(one => one.Records.Length))]),
        new("endringslogg.xml", changes, [(NoarkSchemas.Changes, schemas[NoarkSchemas.Changes]), (NoarkSchemas.Catalogue, schemas[NoarkSchemas.Catalogue])], [("endring", cases.Sum(one => one.Changes.Length))]),
    ];

    Words? Fault(byte[] structure, byte[] changes, byte[] description)
    {
        foreach (var (file, xml, schema) in new[] { ("arkivstruktur.xml", structure, NoarkSchemas.Structure), ("endringslogg.xml", changes, NoarkSchemas.Changes), ("arkivuttrekk.xml", description, NoarkSchemas.Addml) })
            if (schemas.Fault(xml, schema) is { } place)
                return new($"Uttrekket følger ikke skjemaet: {file}, {place}. Ingenting er avlevert. Meld fra til den som drifter systemet.", $"Uttrekket følgjer ikkje skjemaet: {file}, {place}. Ingenting er avlevert. Meld frå til den som driftar systemet.");
        return null;
    }

    static byte[] Packed(SortedDictionary<string, byte[]> files, DateTimeOffset at)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in files)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = OsloTime.Local(at);
                using var stream = entry.Open();
                stream.Write(bytes);
            }

        return memory.ToArray();
    }
}
