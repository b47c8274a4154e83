using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;

namespace LmsWorkflow.Api;

/// <summary>The route answers <c>?format=csv</c> and <c>?format=xlsx</c> too.</summary>
sealed record TakesOut;

/// <summary>
/// The one way a list leaves as a file: <c>?format=csv|xlsx</c> on the address programs read it at, with the same filters, by those who may read it, noted before the first byte goes out.
/// </summary>
static class TakeOut
{
    public const string Format = "format";

    /// <summary>For the description of the API.</summary>
    public static RouteHandlerBuilder CanBeTakenOut(this RouteHandlerBuilder route) => route.WithMetadata(new TakesOut());

    public static bool IsAsked(HttpContext http) => http.Request.Query.ContainsKey(Format);

    /// <summary>A list across cases; noted on the person who takes it.</summary>
    public static IResult Of(HttpContext http, FilledSheet sheet) => http.Actor() is { Person: { } person } actor
        ? Of(http, sheet, actor, StreamId.Person(person), actor.Grants.IsEmpty ? Role.System : actor.Grants[0].Role)
        : new ProblemResult(Problem.NotSignedIn);

    /// <summary>A list of one case; noted among its reads.</summary>
    public static IResult Of(HttpContext http, FilledSheet sheet, CaseId @case, Role capacity) => http.Actor() is { } actor
        ? Of(http, sheet, actor, StreamId.Reads(@case), capacity)
        : new ProblemResult(Problem.NotSignedIn);

    static IResult Of(HttpContext http, FilledSheet sheet, Actor actor, StreamId noted, Role capacity)
    {
        var format = http.Request.Query[Format].ToString();
        return format is "csv" or "xlsx" ? new TakenOutResult(sheet, format, actor, noted, capacity) : new ProblemResult(UnknownFormat);
    }

    static Problem UnknownFormat { get; } = new(400, "UnknownFormat", new(
        "Listen kan tas ut som csv eller xlsx. Skriv format=csv eller format=xlsx i adressen.", "Lista kan takast ut som csv eller xlsx. Skriv format=csv eller format=xlsx i adressa."));
}

sealed class TakenOutResult(FilledSheet sheet, string format, Actor actor, StreamId noted, Role capacity) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var directory = services.GetRequiredService<People>().Directory;
        var me = new Viewer(actor.Person, LanguageOf(httpContext, directory), directory, now) { Actor = actor };
        var chosen = Chosen(httpContext);
        await services.GetRequiredService<ICaseStore>().Append(
            Append.To(noted, StreamAppend.Any, new(now, actor.Person, capacity, actor.SignIn), new ListTakenOut(sheet.Code, format, [.. chosen.Select(filter => filter.Name)])), httpContext.RequestAborted);
        httpContext.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        Head(httpContext.Response, $"{sheet.Code}-{OsloTime.Date(now):yyyy-MM-dd}.{format}");
        if (format == "csv") await CsvFile.Write(httpContext.Response.Body, sheet.Headings.Select(me.Say), sheet.Rows(me), httpContext.RequestAborted);
        else await Xlsx(httpContext, me, chosen);
    }

    async Task Xlsx(HttpContext http, Viewer me, ImmutableArray<(string Name, string Value)> chosen)
    {
        // the framework's ZIP writer ends each part without waiting, which the server by itself forbids
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        (string, Cell)[] about =
        [
            (me.Say("Liste", "Liste"), me.Say(sheet.Title)), (me.Say("Tatt ut", "Teke ut"), me.Now), (me.Say("Av", "Av"), me.NameOf(me.Person)), (me.Say("Adresse", "Adresse"), http.Request.Path.Value),
            .. chosen.Select(filter => (me.Say($"Utvalg: {filter.Name}", $"Utval: {filter.Name}"), (Cell)filter.Value)),
        ];
        await XlsxFile.Write(http.Response.Body, me.Say(sheet.Title), [.. sheet.Headings.Select(me.Say)], sheet.Rows(me), (me.Say("Om listen", "Om lista"), about), http.RequestAborted);
    }

    void Head(HttpResponse response, string name)
    {
        response.ContentType = format == "csv" ? CsvFile.ContentType : XlsxFile.ContentType;
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
    }

    /// <summary>Only names the list knows: an address can say anything, and the record is for ever.</summary>
    ImmutableArray<(string Name, string Value)> Chosen(HttpContext http) =>
        [.. sheet.Filters.Select(name => (Name: name, Value: http.Request.Query[name].ToString())).Where(filter => filter.Value.Length > 0)];

    /// <summary>As the address says, else as the person reads pages, else as the directory knows them.</summary>
    Language LanguageOf(HttpContext http, PeopleDirectory directory) => http.Request.Query["language"].FirstOrDefault() switch
    {
        "nb" => Language.Nb,
        "nn" => Language.Nn,
        _ => Pages.Asked.LanguageOf(http) ?? (actor.Person is { } person ? directory.Find(person)?.Language : null) ?? Language.Nb,
    };
}
