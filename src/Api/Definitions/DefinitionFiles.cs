using System.Collections.Concurrent;
using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>
/// Every process definition as the fold of its stream, kept on this node. What is done here is kept before it is answered, what another node did when its commit is
/// told of, so looking through all of them asks the store nothing. A command never trusts it: <see cref="Load"/> reads what has come since.
/// </summary>
public sealed class DefinitionFiles(ICaseStore store)
{
    readonly ConcurrentDictionary<string, DefinitionFile> kept = new(StringComparer.Ordinal);

    /// <summary>The versions told of that are not kept yet.</summary>
    readonly ConcurrentDictionary<string, long> told = new(StringComparer.Ordinal);

    volatile bool knowsAll;

    /// <summary>The definition as it is stored now; a version of 0 when there is none.</summary>
    public async Task<DefinitionFile> Load(string key, CancellationToken ct)
    {
        var known = kept.GetValueOrDefault(key) ?? DefinitionFile.Unknown(key);
        var newer = (await store.Read(StreamId.Definition(key), known.Version, ct)).Aggregate(known, (file, recorded) => file.After(recorded.Fact, recorded.Stamp));
        if (newer.Version > 0) Keep(newer);
        return newer;
    }

    /// <summary>Every definition there is, drafts of new ones too.</summary>
    public async Task<ImmutableArray<DefinitionFile>> All(CancellationToken ct)
    {
        if (!knowsAll)
        {
            foreach (var stream in await store.Streams(StreamId.DefinitionPrefix, ct)) await Load(stream.AsDefinition!, ct);
            knowsAll = true;
        }

        foreach (var (key, version) in told)
        {
            await Load(key, ct);
            told.TryRemove(new(key, version));
        }

        return [.. kept.Values.OrderBy(file => file.Key, StringComparer.Ordinal)];
    }

    /// <summary>Keeps the definition unless a newer version is kept already.</summary>
    public void Keep(DefinitionFile file) => kept.AddOrUpdate(file.Key, file, (_, old) => old.Version > file.Version ? old : file);

    /// <summary>Something has been committed, here or by another node.</summary>
    public void Heard(CommitNotice notice)
    {
        if (notice.Stream.AsErasedOf is { AsDefinition: { } erased } && kept.TryRemove(erased, out var had)) told[erased] = had.Version;
        if (notice.Stream.AsDefinition is not { } key || kept.GetValueOrDefault(key)?.Version >= notice.Version) return;
        told.AddOrUpdate(key, notice.Version, (_, version) => Math.Max(version, notice.Version));
    }
}
