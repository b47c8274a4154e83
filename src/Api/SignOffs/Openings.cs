using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>
/// Records that a person opened the frozen text of a gate (R84), in the case's companion stream of reads. Called when somebody chooses to open it, never by a live refresh.
/// </summary>
public sealed class Openings(ICaseStore store, CaseLoader loader, TimeProvider clock)
{
    /// <summary>False when there is no such package, or the person may not read the case.</summary>
    public async Task<bool> Open(CaseId id, Gate gate, int package, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var loaded = await loader.Load(id, ct);
        if (actor.Person is not { } person || CaseAccess.Capacity(actor, Act.ReadCase, loaded.File, OsloTime.Date(now)) is not { } capacity) return false;
        if (!loaded.File.SignOffs.Packages.Any(frozen => frozen.Gate == gate && frozen.Number == package)) return false;
        if (loaded.Readings.Has(person, gate, package)) return true;
        await store.Append(Append.To(StreamId.Reads(id), StreamAppend.Any, new(now, person, capacity, actor.SignIn), new PackageOpened(person, gate, package)), ct);
        await loader.Newer(loaded, ct);
        return true;
    }
}
