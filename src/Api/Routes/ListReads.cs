using System.Collections.Immutable;
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
        var page = await store.Cases(new CaseQuery
        {
            Phase = phase,
            Standing = standing,
            Unit = unit is { } id ? new UnitId(id) : null,
            Member = member is { } person ? new PersonId(person) : null,
            Sight = SightOf(actor),
            After = query["after"].FirstOrDefault(),
            Limit = limit,
        }, http.RequestAborted);
        return new ViewResult(page);
    }

    public static async Task<IResult> Inbox(HttpContext http, ICaseStore store) => http.Actor() is { Person: { } person }
        ? new ViewResult(await store.Inbox(person, http.RequestAborted))
        : new ProblemResult(Problem.NotSignedIn);

    /// <summary>For coordinators and administrators.</summary>
    public static async Task<IResult> Stuck(HttpContext http, ICaseStore store)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        if (!actor.Has(Role.Koordinator) && !actor.Has(Role.Administrator)) return new ProblemResult(Problem.NotAllowed);
        return new ViewResult(await store.Stuck(actor.Has(Role.Administrator) ? null : SightOf(actor), http.RequestAborted));
    }

    public static async Task<IResult> Tilbud(HttpContext http, ICaseStore store) => http.Actor() is { } actor
        ? new ViewResult(await store.Tilbud(SightOf(actor), http.RequestAborted))
        : new ProblemResult(Problem.NotSignedIn);

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
