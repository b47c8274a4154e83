using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>
/// The inboxes that change with the directory: whoever leads a unit from now on has the open decisions of its cases, and whoever no longer does has not.
/// Where a case's own tasks change meanwhile, one of the two appends is refused and made again (see <see cref="CommandPath"/>).
/// </summary>
public sealed class RoleInboxes(ICaseStore store, CaseLoader loader, People people, Settings settings)
{
    const int MostRounds = 8;

    /// <summary>The cases whose open tasks are for a role that these facts give or take, as they are stored now.</summary>
    public async Task<ImmutableArray<CaseInbox>> Changed(ImmutableArray<Fact> facts, PeopleDirectory before, PeopleDirectory after, CancellationToken ct)
    {
        var changed = new Dictionary<CaseId, CaseInbox>();
        foreach (var (role, unit) in Roles(facts))
            await foreach (var file in Waiting(role, unit, ct))
                if (CaseInbox.Of(file, before, after, settings) is { } inbox) changed[file.Id] = inbox;
        return [.. changed.Values];
    }

    /// <summary>Cases that came to wait for the role between the look and the commit. Those that do so after the commit know who has it.</summary>
    /// <param name="done">What was stored with the commit itself.</param>
    public async Task CatchUp(ImmutableArray<Fact> facts, Stamp stamp, PeopleDirectory before, ImmutableArray<CaseInbox> done, CancellationToken ct)
    {
        if (!Roles(facts).Any()) return;
        var known = done.Select(one => one.Id).ToHashSet();
        for (var round = 1; round <= MostRounds; round++)
        {
            var missed = (await Changed(facts, before, people.Directory, ct)).Where(one => !known.Contains(one.Id)).ToList();
            if (missed.Count == 0) return;
            foreach (var one in missed)
                if (await store.Append(new Append(stamp, [one.Unmoved], new([one.Change]), null), ct) is AppendResult.Appended) known.Add(one.Id);
        }
    }

    /// <summary>Roles that tasks of a case are given by: a leader's in the units led, null for all.</summary>
    static IEnumerable<(Role Role, UnitId? Unit)> Roles(ImmutableArray<Fact> facts) => facts
        .Select(fact => fact switch
        {
            RoleGranted granted => new Grant(granted.Role, granted.Unit),
            RoleRevoked revoked => new Grant(revoked.Role, revoked.Unit),
            _ => null,
        })
        .OfType<Grant>().Where(grant => grant.Role is Role.Leder or Role.Administrator)
        .Select(grant => (grant.Role, grant.Role == Role.Leder ? grant.Unit : null)).Distinct();

    async IAsyncEnumerable<CaseFile> Waiting(Role role, UnitId? unit, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        string? next = null;
        do
        {
            var page = await store.Cases(new CaseQuery { Unit = unit, Standing = Standing.Open, After = next, Limit = CaseQuery.LargestPage }, ct);
            foreach (var row in page.Cases.Where(row => row.WaitingFor.Contains(CaseRows.Task(role))))
            {
                // the news of a commit may still be on its way to the cache
                var loaded = await loader.Load(row.Id, ct);
                yield return (await loader.Newer(loaded, ct) ?? loaded).File;
            }

            next = page.Next;
        }
        while (next is not null);
    }
}

/// <summary>What a change of the directory does to the inboxes of one case, and the version of the case that is true for.</summary>
public sealed record CaseInbox(CaseId Id, StreamAppend Unmoved, ListChange Change)
{
    /// <summary>Null when nobody's inbox changes.</summary>
    public static CaseInbox? Of(CaseFile file, PeopleDirectory before, PeopleDirectory after, Settings settings)
    {
        var stream = StreamId.Case(file.Id);
        var (old, now) = (CaseLists.Of(file, before, settings), CaseLists.Of(file, after, settings));
        return old.Inbox.SequenceEqual(now.Inbox) ? null : new(file.Id, StreamAppend.Unmoved(stream, file.Version), new(stream, old, now));
    }
}
