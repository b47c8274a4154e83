using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>
/// Records that a person opened a text that no longer changes – a gate's package (R84), a frozen version of a document, another's role clarification – in the case's companion stream of reads, the
/// first time each. Called when somebody chooses to open it, never by a live refresh.
/// </summary>
public sealed class Openings(ICaseStore store, CaseLoader loader, TimeProvider clock)
{
    /// <summary>False when there is no such package, or the person may not read the case.</summary>
    public Task<bool> Package(CaseId id, Gate gate, int package, Actor actor, CancellationToken ct) => Open(
        id, actor, (file, person) => file.SignOffs.Packages.Any(frozen => frozen.Gate == gate && frozen.Number == package) ? new PackageOpened(person, gate, package) : null, ct);

    /// <summary>False when there is no such frozen version, or the person may not read the case.</summary>
    public Task<bool> Document(CaseId id, DocumentKind kind, int number, Actor actor, CancellationToken ct) => Open(
        id, actor, (file, person) => file.Documents.File(kind)?.Numbered(number)?.Hash is not null ? new DocumentOpened(person, kind, number) : null, ct);

    /// <summary>False when it is one's own, there is none, or the person may not read the case.</summary>
    public Task<bool> RoleClarification(CaseId id, PersonId member, Actor actor, CancellationToken ct) => Open(
        id, actor, (file, person) => person != member && file.Group.Members.LastOrDefault(one => one.Person == member)?.Clarification is { } clarification
            ? new RoleClarificationOpened(person, member, clarification.OfferedAt) : null, ct);

    async Task<bool> Open(CaseId id, Actor actor, Func<CaseFile, PersonId, Opening?> find, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var loaded = await loader.Load(id, ct);
        if (actor.Person is not { } person || CaseAccess.Capacity(actor, Act.ReadCase, loaded.File, OsloTime.Date(now)) is not { } capacity) return false;
        if (find(loaded.File, person) is not { } opening) return false;
        if (loaded.Readings.Opened.Contains(opening)) return true;
        await store.Append(Append.To(StreamId.Reads(id), StreamAppend.Any, new(now, person, capacity, actor.SignIn), opening), ct);
        await loader.Newer(loaded, ct);
        return true;
    }
}
