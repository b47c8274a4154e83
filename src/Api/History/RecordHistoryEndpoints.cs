using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>The history of definitions, people's rights and units for programs: newest first, with the filters of the pages (part, by, from, to, q), on with <c>before</c>.</summary>
static class RecordHistoryEndpoints
{
    public static async Task<IResult> OfDefinition(HttpContext http) => await Definition(http) is { } subject ? await Find(http, subject) : new ProblemResult(Problem.NotFound);

    public static async Task<IResult> OneOfDefinition(HttpContext http) => await Definition(http) is { } subject ? await One(http, subject) : new ProblemResult(Problem.NotFound);

    public static Task<IResult> OfDirectory(HttpContext http) => Find(http, new RecordSubject.Directory());

    public static Task<IResult> OneOfDirectory(HttpContext http) => One(http, new RecordSubject.Directory());

    public static async Task<IResult> OfPerson(HttpContext http) =>
        Guid.TryParse(http.Request.RouteValues["person"]?.ToString(), out var id) && http.RequestServices.GetRequiredService<People>().Find(new(id)) is not null
            ? await Find(http, new RecordSubject.OfPerson(new(id))) : new ProblemResult(Problem.NotFound);

    public static async Task<IResult> OfUnit(HttpContext http) =>
        Guid.TryParse(http.Request.RouteValues["unit"]?.ToString(), out var id) && http.RequestServices.GetRequiredService<People>().Directory.Units.ContainsKey(new(id))
            ? await Find(http, new RecordSubject.OfUnit(new(id))) : new ProblemResult(Problem.NotFound);

    /// <summary>Lists across cases that a person has taken out; for herself, revisor and administrator.</summary>
    public static async Task<IResult> TakenOut(HttpContext http)
    {
        if (!Guid.TryParse(http.Request.RouteValues["person"]?.ToString(), out var id) || http.RequestServices.GetRequiredService<People>().Find(new(id)) is null) return new ProblemResult(Problem.NotFound);
        if (Refused(http, new RecordSubject.OfPerson(new(id)), attempts: false) is { } refused) return refused;
        var history = http.RequestServices.GetRequiredService<RecordHistory>();
        if (TakeOut.IsAsked(http)) return TakeOut.Of(http, HistorySheet.TakenOut.With(HistorySearch.Every(long.MaxValue, before => history.TakenOut(new(id), before, http.RequestAborted))));
        var from = long.MaxValue;
        if (http.Request.Query["before"].FirstOrDefault() is { Length: > 0 } text && !HistoryEndpoint.Number(text, out from)) return new ProblemResult(Problem.Malformed());
        var found = await history.TakenOut(new(id), from, http.RequestAborted);
        return new ViewResult(new HistoryPage([.. found.Facts.Select(HistoryEndpoint.Line)], found.Next));
    }

    static async Task<RecordSubject.Definition?> Definition(HttpContext http) =>
        http.Request.RouteValues["key"]?.ToString() is { } key && await http.RequestServices.GetRequiredService<DefinitionPath>().Load(key, http.RequestAborted) is { Version: > 0 } ? new(key) : null;

    static async Task<IResult> Find(HttpContext http, RecordSubject subject)
    {
        var before = long.MaxValue;
        if (RecordFilter.Read(http.Request.Query) is not { } filter || (http.Request.Query["before"].FirstOrDefault() is { Length: > 0 } text && !HistoryEndpoint.Number(text, out before))) return new ProblemResult(Problem.Malformed());
        if (Refused(http, subject, filter.Refused) is { } refused) return refused;
        var history = http.RequestServices.GetRequiredService<RecordHistory>();
        if (TakeOut.IsAsked(http)) return TakeOut.Of(http, HistorySheet.Record.With(history.Every(subject, filter, http.RequestAborted)));
        var found = await history.Find(subject, filter, before, http.RequestAborted);
        return new ViewResult(new HistoryPage([.. found.Facts.Select(HistoryEndpoint.Line)], found.Next));
    }

    static async Task<IResult> One(HttpContext http, RecordSubject subject)
    {
        if (!HistoryEndpoint.Number(http.Request.RouteValues["version"]?.ToString(), out var version) || RecordFilter.Read(http.Request.Query) is not { } filter) return new ProblemResult(Problem.NotFound);
        if (Refused(http, subject, filter.Refused) is { } refused) return refused;
        var found = await http.RequestServices.GetRequiredService<RecordHistory>().One(subject, filter.Refused, version, http.RequestAborted);
        return found is null ? new ProblemResult(Problem.NotFound) : new ViewResult(await HistoryEndpoint.Fact(http, found));
    }

    static ProblemResult? Refused(HttpContext http, RecordSubject subject, bool attempts) => http.Actor() is not { } actor ? new ProblemResult(Problem.NotSignedIn)
        : subject.MayBeReadBy(actor) && (!attempts || new RecordSubject.Attempts().MayBeReadBy(actor)) ? null : new ProblemResult(Problem.NotAllowed);
}
