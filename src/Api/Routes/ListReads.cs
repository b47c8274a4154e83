using System.Runtime.CompilerServices;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What programs read across cases: cases, inbox, stuck, tilbud.</summary>
static class ListReads
{
    public static async Task<IResult> Cases(HttpContext http, ICaseStore store)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        var query = http.Request.Query;
        if (!Filter<Phase>(query, "phase", out var phase) || !Filter<Standing>(query, "standing", out var standing) || !Identity(query, "unit", out var unit)
            || !Identity(query, "member", out var member) || !Limit(query, out var limit)) return new ProblemResult(Problem.Malformed());
        var search = new CaseQuery
        {
            Phase = phase,
            Standing = standing,
            Unit = unit is { } id ? new UnitId(id) : null,
            Member = member is { } person ? new PersonId(person) : null,
            Sight = SightOf(actor),
            After = query["after"].FirstOrDefault(),
            Limit = limit,
        };
        return TakeOut.IsAsked(http) ? TakeOut.Of(http, ListSheets.Cases.With(Every(store, search, http.RequestAborted))) : new ViewResult(await store.Cases(search, http.RequestAborted));
    }

    /// <summary>All that the query finds, a page at a time.</summary>
    public static async IAsyncEnumerable<CaseRow> Every(ICaseStore store, CaseQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        var next = query with { After = null, Limit = CaseQuery.LargestPage };
        while (true)
        {
            var page = await store.Cases(next, ct);
            foreach (var row in page.Cases) yield return row;
            if (page.Next is null) yield break;
            next = next with { After = page.Next };
        }
    }

    /// <summary>The cases on a version of a process, open ones, of those the person sees in lists.</summary>
    public static async Task<IResult> OnVersion(HttpContext http, ICaseStore store, Definitions definitions, StepTimesList times, string key)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        if (Address.Number(http, "version") is not { } version) return new ProblemResult(Problem.NotFound);
        await definitions.EnsureKnown(key, version, http.RequestAborted);
        if (definitions.Find(key, version) is null) return new ProblemResult(Problem.NotFound);
        var on = await times.On(key, version, http.RequestAborted);
        var rows = Every(store, new CaseQuery { Sight = SightOf(actor) }, http.RequestAborted).Where(row => on.Contains(row.Id));
        return TakeOut.IsAsked(http) ? TakeOut.Of(http, ListSheets.Cases.With(rows)) : new ViewResult(await rows.ToListAsync(http.RequestAborted));
    }

    public static async Task<IResult> Inbox(HttpContext http, ICaseStore store, InboxTasks tasks)
    {
        if (http.Actor() is not { Person: { } person }) return new ProblemResult(Problem.NotSignedIn);
        var rows = await store.Inbox(person, http.RequestAborted);
        return TakeOut.IsAsked(http) ? TakeOut.Of(http, ListSheets.Inbox.With(Named(rows, tasks.Of))) : new ViewResult(rows);
    }

    /// <summary>For coordinators and administrators.</summary>
    public static async Task<IResult> Stuck(HttpContext http, ICaseStore store, InboxTasks tasks)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        if (!actor.Has(Role.Koordinator) && !actor.Has(Role.Administrator)) return new ProblemResult(Problem.NotAllowed);
        var rows = await store.Stuck(actor.Has(Role.Administrator) ? null : SightOf(actor), http.RequestAborted);
        return TakeOut.IsAsked(http) ? TakeOut.Of(http, ListSheets.Stuck.With(Named(rows, (row, ct) => tasks.Of(row.Case, row.ElementId, ct)))) : new ViewResult(rows);
    }

    public static async Task<IResult> Tilbud(HttpContext http, ICaseStore store)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        var rows = await store.Tilbud(SightOf(actor), http.RequestAborted);
        return TakeOut.IsAsked(http) ? TakeOut.Of(http, ListSheets.Tilbud.With(rows)) : new ViewResult(rows);
    }

    static IAsyncEnumerable<Named<T>> Named<T>(IEnumerable<T> rows, Func<T, CancellationToken, Task<Portal.TaskInfo>> name) =>
        rows.ToAsyncEnumerable().Select(async (T row, CancellationToken ct) => new Named<T>(row, await name(row, ct)));

    /// <summary>
    /// Which cases the person may see in lists: those of units they coordinate or lead, and those they work in. The whole only for those whose
    /// right is for the whole organisation. The same answer as <see cref="CaseAccess"/> gives for each case; a test compares them.
    /// </summary>
    public static Sight? SightOf(Actor actor)
    {
        if (actor.Has(Role.Revisor) || actor.Grants.Any(grant => grant.Role is Role.Koordinator or Role.Leder && grant.Unit is null)) return null;
        return new(actor.Person!.Value, [.. actor.Grants.Where(grant => grant.Role is Role.Koordinator or Role.Leder).Select(grant => grant.Unit!.Value).Distinct()]);
    }

    static bool Filter<T>(IQueryCollection query, string name, out T? value) where T : struct, Enum
    {
        value = null;
        if (query[name].FirstOrDefault() is not { Length: > 0 } text) return true;
        if (!char.IsLetter(text[0]) || !Enum.TryParse<T>(text, false, out var parsed) || !Enum.IsDefined(parsed)) return false;
        value = parsed;
        return true;
    }

    static bool Identity(IQueryCollection query, string name, out Guid? value)
    {
        value = null;
        if (query[name].FirstOrDefault() is not { Length: > 0 } text) return true;
        if (!Guid.TryParse(text, out var parsed)) return false;
        value = parsed;
        return true;
    }

    static bool Limit(IQueryCollection query, out int limit)
    {
        limit = 50;
        return query["limit"].FirstOrDefault() is not { Length: > 0 } text
            || int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= CaseQuery.LargestPage;
    }
}
