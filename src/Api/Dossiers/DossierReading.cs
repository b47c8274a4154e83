using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What lies in a dossier, read within limits. Whoever wrote the file, reading it never throws.</summary>
/// <param name="Contents">Kept bytes by their SHA-256.</param>
/// <param name="Faults">Why it is not, or not wholly, what its manifest says.</param>
sealed partial record DossierReading(DossierManifest? Manifest, DossierRecord? Record, ImmutableDictionary<string, byte[]> Contents, ImmutableArray<string> Faults)
{
    /// <summary>What people read, by name.</summary>
    public ImmutableDictionary<string, byte[]> Pages { get; init; } = ImmutableDictionary<string, byte[]>.Empty;

    /// <summary>The samsvarsrapport in each written form, as far as it is there.</summary>
    public ImmutableArray<string> Reports { get; init; } = [];

    const int MostFiles = 10_000;

    const long MostBytes = 1L << 30;

    public static DossierReading Read(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostFiles || zip.Entries.Sum(entry => entry.Length) > MostBytes) return Unreadable("Filen er større enn noen saksmappe er.");
            return Read(zip);
        }
        catch (Exception bad) when (bad is InvalidDataException or IOException or JsonException or NotSupportedException or OverflowException or ArgumentException)
        {
            return Unreadable("Filen kan ikke leses som en saksmappe.");
        }
    }

    static DossierReading Read(ZipArchive zip)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var left = MostBytes;
        foreach (var entry in zip.Entries)
            if (!files.TryAdd(entry.FullName, Bytes(entry, ref left))) return Unreadable($"Filen «{entry.FullName}» ligger der to ganger.");
        if (!files.TryGetValue(ManifestFile, out var manifestBytes) || !files.TryGetValue(RecordFile, out var recordBytes)) return Unreadable("Filen er ikke en saksmappe: manifest.json eller record.json mangler.");
        var (manifest, record) = (JsonSerializer.Deserialize<DossierManifest>(manifestBytes, DossierJson.Options), JsonSerializer.Deserialize<DossierRecord>(recordBytes, DossierJson.Options));
        if (manifest is null || record is null || manifest.Files is null || !IsWhole(record)) return Unreadable("Innholdet i saksmappen kan ikke leses.");
        if (manifest.Format != record.Format || record.Format is not (DossierRecord.CurrentFormat or DossierRecord.FormatWithOpenAnswers or DossierRecord.FormatWithoutGaps)) return Unreadable($"Saksmappen er av et slag denne utgaven ikke kjenner ({manifest.Format}).");
        return new(manifest, record, ByHash(files), [.. Differences(manifest, files), .. Strangers(record, files)])
        {
            Pages = files.Where(file => OwnFiles.Contains(file.Key) && file.Key is not (ManifestFile or RecordFile)).ToImmutableDictionary(),
            Reports = [.. ReportFiles.Where(files.ContainsKey).Select(name => Encoding.UTF8.GetString(files[name]))],
        };
    }

    public static readonly ImmutableArray<string> ReportFiles = ["samsvar.nb.html", "samsvar.nn.html"], PageFiles = ["les-meg.nb.html", "les-meg.nn.html"];

    public const string ManifestFile = "manifest.json", RecordFile = "record.json", ContentFolder = "innhold/";

    static readonly ImmutableHashSet<string> OwnFiles = [ManifestFile, RecordFile, .. ReportFiles, .. PageFiles, "stil.css"];

    static IEnumerable<string> Differences(DossierManifest manifest, Dictionary<string, byte[]> files)
    {
        foreach (var (name, hash) in manifest.Files)
        {
            if (!files.TryGetValue(name, out var bytes)) yield return $"Filen «{name}» mangler.";
            else if (Hash(bytes) != hash) yield return $"Filen «{name}» er endret etter at saksmappen ble laget.";
        }

        foreach (var name in files.Keys.Where(name => name != ManifestFile && !manifest.Files.ContainsKey(name))) yield return $"Filen «{name}» er lagt til etter at saksmappen ble laget.";
    }

    /// <summary>Files no dossier has. The manifest is not signed, so that it names a file says nothing; and a name can lead out of the folder it is unpacked in.</summary>
    static IEnumerable<string> Strangers(DossierRecord record, Dictionary<string, byte[]> files)
    {
        var named = record.Streams.SelectMany(stream => stream.Events).Concat(record.Others).SelectMany(one => HashIn().Matches(Encoding.UTF8.GetString(one.Body)).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, bytes) in files.Where(file => !OwnFiles.Contains(file.Key)))
        {
            if (!name.StartsWith(ContentFolder, StringComparison.Ordinal) || !named.Contains(name[ContentFolder.Length..])) yield return $"Filen «{name}» hører ikke til i saksmappen: ingen hendelse viser til den. Åpne den ikke.";
            else if (Hash(bytes) != name[ContentFolder.Length..]) yield return $"Filen «{name}» har et annet innhold enn det hendelsen viser til.";
        }
    }

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")]
    private static partial Regex HashIn();

    /// <summary>Kept bytes by what they are the SHA-256 of, whatever the file calls them.</summary>
    static ImmutableDictionary<string, byte[]> ByHash(Dictionary<string, byte[]> files) =>
        files.Where(file => file.Key.StartsWith(ContentFolder, StringComparison.Ordinal)).DistinctBy(file => Hash(file.Value)).ToImmutableDictionary(file => Hash(file.Value), file => file.Value);

    static byte[] Bytes(ZipArchiveEntry entry, ref long left)
    {
        using var stream = entry.Open();
        var memory = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            // what the entry says of its own length need not be so
            if ((left -= read) < 0) throw new InvalidDataException();
            memory.Write(buffer, 0, read);
        }

        return memory.ToArray();
    }

    static bool IsWhole(DossierRecord record) =>
        !record.Keys.IsDefault && !record.WithheldFields.IsDefault && !record.Earlier.IsDefault && record.Earlier.All(earlier => earlier is { Checkpoint: not null, Path.IsDefault: false })
        && !record.Streams.IsDefault && record.Streams.All(stream => stream is { Name: not null, Bucket.IsDefault: false, BucketPath.IsDefault: false } && AreWhole(stream.Events) && AreWhole(stream.Texts) && !stream.Withheld.IsDefault && stream.Withheld.All(text => text is not null) && stream.Bucket.All(head => head is { Key: not null, Leaf: not null }))
        && AreWhole(record.Others) && record.Others.All(one => one is { Stream: not null, Previous: not null } && AreWhole(one.Texts));

    static bool AreWhole(ImmutableArray<DossierEvent> events) => !events.IsDefault && events.All(one => one is { Name: not null, Body: not null, Path.IsDefault: false } && one.BodyHash is null or { Length: MerkleHash.Length } && one.Path.All(hash => hash is not null));

    static bool AreWhole(ImmutableArray<KeptText> texts) => !texts.IsDefault && texts.All(text => text is { Commitment: not null, Field: not null, Salt: not null, Value: not null });

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    static DossierReading Unreadable(string why) => new(null, null, ImmutableDictionary<string, byte[]>.Empty, [why]);
}
