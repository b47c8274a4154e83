using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>
/// The cases last used on this node, up to a size. Never trusted: a command's expected version is checked by the append, and a stale entry
/// only costs one more round. Least recently used go first.
/// </summary>
public sealed class CaseCache(long mostBytes)
{
    readonly Lock gate = new();
    readonly Dictionary<CaseId, LinkedListNode<Entry>> entries = [];
    readonly LinkedList<Entry> recent = new();
    readonly Dictionary<CaseId, int> erasures = [];
    long bytes;

    sealed record Entry(CaseId Id, LoadedCase Loaded, long Bytes);

    public LoadedCase? Find(CaseId id)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(id, out var node)) return null;
            recent.Remove(node);
            recent.AddFirst(node);
            return node.Value.Loaded;
        }
    }

    /// <summary>How often texts of the case have been erased since the host started. What was read before the last time still has them.</summary>
    public int Erasures(CaseId id)
    {
        lock (gate) return erasures.GetValueOrDefault(id);
    }

    /// <summary>Texts of the case were erased: nothing that was read before is kept.</summary>
    public void Erased(CaseId id)
    {
        lock (gate)
        {
            erasures[id] = erasures.GetValueOrDefault(id) + 1;
            if (entries.TryGetValue(id, out var node)) Drop(node);
        }
    }

    /// <summary>Keeps the case unless a newer version is kept already. Of two that each know something the other does not, neither is kept.</summary>
    public void Keep(LoadedCase loaded)
    {
        lock (gate)
        {
            if (loaded.Erasures != erasures.GetValueOrDefault(loaded.File.Id)) return;
            if (entries.TryGetValue(loaded.File.Id, out var old))
            {
                if (old.Value.Loaded.KnowsAllOf(loaded)) return;
                Drop(old);
                if (!loaded.KnowsAllOf(old.Value.Loaded)) return;
            }

            var entry = new Entry(loaded.File.Id, loaded, Size(loaded.File));
            entries[entry.Id] = recent.AddFirst(entry);
            bytes += entry.Bytes;
            while (bytes > mostBytes && recent.Last is { } last && last.Value.Id != entry.Id) Drop(last);
        }
    }

    public void Forget(CaseId id)
    {
        lock (gate)
            if (entries.TryGetValue(id, out var node)) Drop(node);
    }

    public int Count
    {
        get { lock (gate) return entries.Count; }
    }

    void Drop(LinkedListNode<Entry> node)
    {
        recent.Remove(node);
        entries.Remove(node.Value.Id);
        bytes -= node.Value.Bytes;
    }

    /// <summary>An estimate: what one fact leaves in the state on average, and the texts of the documents.</summary>
    static long Size(CaseFile file)
    {
        var size = 4096 + 512 * file.Version;
        foreach (var document in file.Documents.Files.Values)
            foreach (var version in document.Versions)
                size += version.Content is FormContent form ? form.Fields.Concat(form.Fields.SelectMany(field => (field.Value.Rows ?? []).SelectMany(row => row.Cells))).Sum(field => 200 + 2 * (field.Value.Text?.Value?.Length ?? 0)) : 8192;
        return size;
    }
}

/// <summary>A case with what lies beside its stream.</summary>
/// <param name="ReadingsVersion">Number of facts in the companion stream of reads.</param>
public sealed record LoadedCase(CaseFile File, Readings Readings, long ReadingsVersion)
{
    internal bool KnowsAllOf(LoadedCase other) => File.Version >= other.File.Version && ReadingsVersion >= other.ReadingsVersion;

    /// <summary>Texts of it have been erased: its version alone does not tell what it says.</summary>
    public bool HasErased { get; init; }

    /// <summary><see cref="CaseCache.Erasures"/> when its reading began.</summary>
    public int Erasures { get; init; }

    /// <summary>Set when the case is looked back on; never of one that is in the cache.</summary>
    public PastMoment? Past { get; init; }
}
