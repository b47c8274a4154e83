using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A dossier as it was made.</summary>
public sealed record MadeDossier(byte[] File, string Name, long Size, string Sha256);

/// <summary>
/// Puts a case together as one file that can be checked anywhere: readable pages in both written forms, the record byte for byte, drawings and forms, proofs, manifest. Personal files and raw free-text
/// answers stay out (domain notes §3.5); their commitments are in, so that all the rest can be checked.
/// </summary>
public sealed class DossierBuilder(ICaseStore store, CheckpointMaker maker, LogPath log, DossierPages pages, LmsOptions options, TimeProvider clock)
{
    const int MostEarlier = 2_000;

    /// <summary>Null when there is no checkpoint to make it at, because the record does not fit its last one.</summary>
    public async Task<MadeDossier?> Make(CaseFile file, Action<Words> tell, CancellationToken ct)
    {
        tell(new("Underskriver et kontrollpunkt", "Skriv under eit kontrollpunkt"));
        if (await maker.Make(ct) is CheckpointResult.Broken) return null;
        tell(new("Henter hendelser og bevis", "Hentar hendingar og prov"));
        var facts = await store.Read(StreamId.Case(file.Id), 0, ct);
        if (await store.Log.Extract([new(StreamId.Case(file.Id)), new(StreamId.Attempts(file.Id)), new(StreamId.Reads(file.Id)), new(StreamId.ErasedOf(StreamId.Case(file.Id))), .. await Others(file.Id, facts, ct)], MostEarlier, ct) is not { } extract) return null;
        var record = Record(file.Id, extract, await log.Load(ct));
        tell(new("Skriver sidene", "Skriv sidene"));
        var now = clock.GetUtcNow();
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [DossierReading.RecordFile] = JsonSerializer.SerializeToUtf8Bytes(record, DossierJson.Options) };
        foreach (var hash in ContentHashes(record, facts))
            if (await store.Content(hash, ct) is { } content) files[DossierReading.ContentFolder + hash] = content;
        foreach (var (name, page) in await pages.Of(record, ContentOf(files), extract.Checkpoint.Checkpoint, now, options.BackupDays)) files[name] = Encoding.UTF8.GetBytes(page);
        tell(new("Pakker filen", "Pakkar fila"));
        return Packed(file, extract, files, now);
    }

    static Func<string, byte[]?> ContentOf(SortedDictionary<string, byte[]> files) => hash => files.GetValueOrDefault(DossierReading.ContentFolder + hash);

    /// <summary>Single events of other streams that the case rests on: its drawings as they were published, its people and units.</summary>
    async Task<ImmutableArray<WantedStream>> Others(CaseId id, IReadOnlyList<RecordedFact> facts, CancellationToken ct)
    {
        var wanted = ImmutableArray.CreateBuilder<WantedStream>();
        foreach (var key in DefinitionsOf(facts).GroupBy(pinned => pinned.Key, pinned => pinned.Version))
        {
            var published = await store.Read(StreamId.Definition(key.Key), 0, ct);
            wanted.Add(new(StreamId.Definition(key.Key), published.Where(one => one.Fact is DefinitionPublished version && key.Contains(version.Version)).Select(one => one.Version).ToHashSet()));
        }

        var named = facts.Select(one => Encoding.UTF8.GetString(EventBytes.Of(one.Fact, one.Stamp).Body)).ToList();
        var directory = await store.Read(StreamId.Directory, 0, ct);
        bool Concerns(Fact fact) => fact switch
        {
            UnitRegistered => true,
            PersonRegistered person => named.Any(body => body.Contains(person.Person.ToString(), StringComparison.Ordinal)),
            RoleGranted granted => named.Any(body => body.Contains(granted.Person.ToString(), StringComparison.Ordinal)),
            RoleRevoked revoked => named.Any(body => body.Contains(revoked.Person.ToString(), StringComparison.Ordinal)),
            _ => false,
        };
        wanted.Add(new(StreamId.Directory, directory.Where(one => Concerns(one.Fact)).Select(one => one.Version).ToHashSet()));
        wanted.AddRange(await Erasures(id, [.. directory.Select(one => one.Fact).OfType<PersonRegistered>().Where(Concerns).Select(person => person.Name.Commitment)], ct));
        return wanted.ToImmutable();
    }

    /// <summary>The decisions by which texts of the case, and names in it, were erased.</summary>
    async Task<ImmutableArray<WantedStream>> Erasures(CaseId id, HashSet<string> names, CancellationToken ct)
    {
        var ofNames = (await store.Read(StreamId.ErasedOf(StreamId.Directory), 0, ct)).Where(one => one.Fact is TextsErased erased && erased.Texts.Any(names.Contains)).ToList();
        var numbers = (await store.Read(StreamId.ErasedOf(StreamId.Case(id)), 0, ct)).Concat(ofNames).Select(one => one.Fact).OfType<TextsErased>().Select(erased => erased.Erasure).ToHashSet();
        if (numbers.Count == 0) return [];
        bool Decides(Fact fact) => fact is ErasureProposed proposed && numbers.Contains(proposed.Number) || fact is ErasureConfirmed confirmed && numbers.Contains(confirmed.Number);
        return
        [
            new(StreamId.ErasedOf(StreamId.Directory), ofNames.Select(one => one.Version).ToHashSet()),
            new(StreamId.Erasures, (await store.Read(StreamId.Erasures, 0, ct)).Where(one => Decides(one.Fact)).Select(one => one.Version).ToHashSet()),
        ];
    }

    static IEnumerable<(string Key, int Version)> DefinitionsOf(IReadOnlyList<RecordedFact> facts) => facts.SelectMany(one => one.Fact switch
    {
        ProcessStarted started => [(started.Definition, started.DefinitionVersion), .. (started.Calls ?? []).Select(call => (call.Definition, call.Version))],
        ProcessMigrated migrated => [(migrated.Definition, migrated.To)],
        _ => ((string, int)[])[],
    }).Distinct();

    static DossierRecord Record(CaseId id, RecordExtract extract, LogBook book)
    {
        var own = extract.Streams.Where(stream => stream.Name.EndsWith(id.ToString(), StringComparison.Ordinal)).ToList();
        return new(
            DossierRecord.CurrentFormat, id.ToString(), extract.Checkpoint.Cosigned.Write(), [.. book.Keys.Select(key => key.Key), .. book.Witnesses.Select(witness => witness.Key)],
            [.. own.Select(Whole)], [.. extract.Streams.Except(own).SelectMany(Single)], [.. extract.Earlier.Select(earlier => new DossierEarlier(earlier.Checkpoint.Cosigned.Write(), earlier.Path))], ConfidentialTexts.Fields);
    }

    static DossierStream Whole(ProvedStream stream) => new(
        stream.Name, [.. stream.Events.Select(Told)], [.. stream.Texts.Where(text => !ConfidentialTexts.Include(text.Field))],
        stream.Bucket, stream.BucketPath)
    { Withheld = [.. stream.Texts.Where(text => ConfidentialTexts.Include(text.Field)).Select(text => text.Commitment)] };

    static DossierEvent Told(ProvedEvent one) => OpenAnswers.AreIn(one.Name)
        ? new DossierEvent(one.Position, one.Version, one.Name, OpenAnswers.Without(one.Name, one.Body), one.Path) { BodyHash = LogLeaf.HashOf(one.Body) }
        : new DossierEvent(one.Position, one.Version, one.Name, one.Body, one.Path);

    static IEnumerable<DossierEvent> Single(ProvedStream stream) => stream.Events.Select(one =>
    {
        var body = Encoding.UTF8.GetString(one.Body);
        return new DossierEvent(one.Position, one.Version, one.Name, one.Body, one.Path, stream.Name, one.Previous) { Texts = stream.Name == StreamId.Erasures.Value ? [] : [.. stream.Texts.Where(text => body.Contains(text.Commitment, StringComparison.Ordinal))] };
    });

    static IEnumerable<string> ContentHashes(DossierRecord record, IReadOnlyList<RecordedFact> facts) => record.Others
        .Where(one => one.Stream!.StartsWith(StreamId.DefinitionPrefix, StringComparison.Ordinal)).Select(one => EventBytes.Read(one.Name, one.Body, []).Fact).OfType<DefinitionPublished>()
        .SelectMany(published => published.Forms.Select(form => form.ContentHash).Prepend(published.ContentHash))
        .Concat(facts.Select(one => one.Fact).OfType<ProcessMigrated>().Select(migrated => migrated.PlanHash))
        .Concat(facts.Select(one => one.Fact).OfType<SignOffGiven>().Select(given => given.PaperScan).OfType<string>()).Distinct();

    MadeDossier Packed(CaseFile file, RecordExtract extract, SortedDictionary<string, byte[]> files, DateTimeOffset now)
    {
        var manifest = new DossierManifest(
            DossierRecord.CurrentFormat, file.Id.ToString(), file.Identity!.Number, now, extract.Checkpoint.Checkpoint.Size, files.ToImmutableSortedDictionary(one => one.Key, one => DossierReading.Hash(one.Value), StringComparer.Ordinal))
        { BackupDays = options.BackupDays };
        files[DossierReading.ManifestFile] = JsonSerializer.SerializeToUtf8Bytes(manifest, DossierJson.Options);
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in files)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = now;
                using var stream = entry.Open();
                stream.Write(bytes);
            }

        var packed = memory.ToArray();
        return new(packed, $"saksmappe-{file.Identity.Number}.zip", extract.Checkpoint.Checkpoint.Size, DossierReading.Hash(packed));
    }
}
