using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A case as the fold of its stream, from the cache when it is there.</summary>
/// <param name="isShared">Other nodes write to the same database, so the cache can be behind.</param>
public sealed class CaseLoader(ICaseStore store, CaseCache cache, bool isShared)
{
    /// <summary>The case; a version of 0 when there is none.</summary>
    public async Task<LoadedCase> Load(CaseId id, CancellationToken ct)
    {
        if (cache.Find(id) is { } cached) return cached;
        var empty = Unread(id);
        return await Newer(empty, ct) ?? empty;
    }

    /// <summary>A case nothing has been read of.</summary>
    public LoadedCase Unread(CaseId id) => new(CaseFile.Unregistered(id), Readings.None, 0) { Erasures = cache.Erasures(id) };

    /// <summary>The case as it is stored now, for a reader: what one node committed is seen at once on another.</summary>
    public async Task<LoadedCase> Current(CaseId id, CancellationToken ct)
    {
        var loaded = await Load(id, ct);
        return isShared ? await Newer(loaded, ct) ?? loaded : loaded;
    }

    /// <summary>The case with what was stored since, or null when nothing was.</summary>
    public async Task<LoadedCase?> Newer(LoadedCase loaded, CancellationToken ct)
    {
        // texts that were erased since are still in what was read before
        if (loaded.Erasures != cache.Erasures(loaded.File.Id)) loaded = Unread(loaded.File.Id);
        var file = loaded.File;
        await foreach (var recorded in store.ReadOn(StreamId.Case(file.Id), file.Version, ct)) file = file.After(recorded.Fact, recorded.Stamp);
        var reads = await store.Read(StreamId.Reads(loaded.File.Id), loaded.ReadingsVersion, ct);
        if (file.Version == loaded.File.Version && reads.Count == 0) return null;
        var hasErased = loaded.File.Version == 0 ? (await store.Read(StreamId.ErasedOf(StreamId.Case(file.Id)), 0, ct)).Count > 0 : loaded.HasErased;
        var newer = new LoadedCase(file, Fold(loaded.Readings, reads), loaded.ReadingsVersion + reads.Count) { Erasures = loaded.Erasures, HasErased = hasErased };
        cache.Keep(newer);
        return newer;
    }

    /// <summary>Who had opened what, with these reads on top.</summary>
    public static Readings Fold(Readings before, IEnumerable<RecordedFact> reads) => reads.Aggregate(before, (readings, recorded) => readings.After(recorded.Fact));

    public void Keep(LoadedCase loaded) => cache.Keep(loaded);

    /// <summary>Another node, or an earlier command here, has gone further.</summary>
    public void Heard(CommitNotice notice)
    {
        if (notice.Stream.AsErasedOf is { AsCase: { } erased }) cache.Erased(erased);
        if (CaseOf(notice.Stream) is not { } id || cache.Find(id) is not { } cached) return;
        var known = notice.Stream.AsCase is null ? cached.ReadingsVersion : cached.File.Version;
        if (notice.AfterGap || notice.Version > known) cache.Forget(id);
    }

    static CaseId? CaseOf(StreamId stream) =>
        stream.AsCase ?? (stream.Value.StartsWith("reads-", StringComparison.Ordinal) && Guid.TryParseExact(stream.Value.AsSpan(6), "n", out var id) ? new CaseId(id) : null);
}
