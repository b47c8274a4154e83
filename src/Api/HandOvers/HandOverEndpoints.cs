using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>A hand-over on its way, for programs.</summary>
/// <param name="File">Where it is fetched; null until it is done.</param>
/// <param name="Validated">Held against the published schemas, which the centre has put where the host finds them; null until it is done.</param>
public sealed record HandOverView(Guid Id, DateTimeOffset Began, string Nb, string Nn, bool Failed, string? File, string? Sha256, int? Cases, int? Documents, bool? Validated)
{
    public static HandOverView Of(FileJob<MadeHandOver> job, string root) => new(
        job.Id, job.Began, job.Progress.Nb, job.Progress.Nn, job.Failed, job.Made is null ? null : $"{root}/{job.Id:n}/file", job.Made?.Sha256, job.Made?.Cases.Length, job.Made?.Documents, job.Made?.IsValidated);

    public static string OfCase(CaseId id) => $"{ApiRoutes.Root}/cases/{id}/hand-overs";

    public static string OfUnit(UnitId unit) => $"{ApiRoutes.Root}/units/{unit}/hand-overs";
}

/// <param name="From">First day; a case is in when it became finished from this day on.</param>
public sealed record HandOverBody(DateOnly From, DateOnly To);

/// <summary>Finished cases to the archive (Noark 5): asked for, followed, fetched; by koordinator and leader.</summary>
static class HandOverEndpoints
{
    /// <summary>What asking for a centre's finished cases is recorded as when it is refused, and the name of its form.</summary>
    public const string OfUnitRequest = "HandOverUnit";

    public static async Task<IResult> StartCase(HttpContext http)
    {
        var (file, refused) = await Allowed(http);
        if (file is null) return refused!;
        var actor = http.Actor()!;
        var capacity = CaseAccess.Capacity(actor, Act.HandOver, file, Today(http))!.Value;
        var job = http.RequestServices.GetRequiredService<HandOvers>().Start(file.Id, actor, capacity);
        return Started(job, HandOverView.OfCase(file.Id));
    }

    public static async Task<IResult> CaseProgress(HttpContext http)
    {
        var (file, refused) = await Allowed(http);
        return file is null ? refused! : Progress(http, file.Id.ToString(), HandOverView.OfCase(file.Id));
    }

    public static async Task<IResult> OfCase(HttpContext http)
    {
        var (file, refused) = await Allowed(http);
        return file is null ? refused! : Fetch(http, file.Id.ToString());
    }

    public static async Task<IResult> StartUnit(HttpContext http)
    {
        var (unit, refused) = await Unit(http);
        if (unit is not { } of) return refused!;
        var body = (HandOverBody)RequestBody.Parse(await RequestBody.Bytes(http), typeof(HandOverBody), []);
        if (body.To < body.From)
        {
            await Refused(http, [new PeriodIsUnreadable()]);
            return new ProblemResult(Problem.Refused(StatusCodes.Status422UnprocessableEntity, [new PeriodIsUnreadable()]));
        }

        return Started(http.RequestServices.GetRequiredService<HandOvers>().Start(of, body.From, body.To, http.Actor()!), HandOverView.OfUnit(of));
    }

    public static async Task<IResult> UnitProgress(HttpContext http)
    {
        var (unit, refused) = await Unit(http);
        return unit is { } of ? Progress(http, of.ToString(), HandOverView.OfUnit(of)) : refused!;
    }

    public static async Task<IResult> OfUnit(HttpContext http)
    {
        var (unit, refused) = await Unit(http);
        return unit is { } of ? Fetch(http, of.ToString()) : refused!;
    }

    /// <summary>Whether the actor may hand over cases of the centre at all; which ones is asked case by case.</summary>
    public static bool MayOf(Actor actor, UnitId unit) => actor.Has(Role.Koordinator, unit) || actor.Has(Role.Leder);

    /// <summary>The case, when it may be handed over; else why not, and that is recorded for those who see the case.</summary>
    public static async Task<(CaseFile? File, IResult? Refused)> Allowed(HttpContext http)
    {
        CaseFile? found = null;
        var refused = await CaseReads.Read(http, Act.ReadCase, (_, loaded, _) => found = loaded.File, isOfToday: true);
        if (found is null) return (null, refused);
        var (actor, now) = (http.Actor()!, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        if (HandOverCase.Unmet(found, actor, OsloTime.Date(now)) is { IsEmpty: false } unmet)
        {
            if (HttpMethods.IsPost(http.Request.Method)) await http.RequestServices.GetRequiredService<Attempts>().Record(found, nameof(HandOverCase), actor, unmet, now, http.RequestAborted);
            return (null, new ProblemResult(Problem.Refused(unmet[0] is NotAllowed ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity, unmet)));
        }

        return (found, null);
    }

    /// <summary>Records that a hand-over of a centre's cases was refused, among what was tried with people and units.</summary>
    public static Task Refused(HttpContext http, ImmutableArray<Refusal> reasons) => http.RequestServices.GetRequiredService<Attempts>().RecordOfUnit(
        OfUnitRequest, http.Actor()!, reasons, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), http.RequestAborted);

    static async Task<(UnitId? Unit, IResult? Refused)> Unit(HttpContext http)
    {
        if (http.Actor() is not { } actor) return (null, new ProblemResult(Problem.NotSignedIn));
        if (!Guid.TryParse(http.Request.RouteValues["unit"]?.ToString(), out var id) || !http.RequestServices.GetRequiredService<People>().Directory.Units.TryGetValue(new(id), out var unit) || !unit.IsLms) return (null, new ProblemResult(Problem.NotFound));
        if (MayOf(actor, unit.Id)) return (unit.Id, null);
        if (HttpMethods.IsPost(http.Request.Method)) await Refused(http, [new NotAllowed(Act.HandOver)]);
        return (null, new ProblemResult(Problem.Refused(StatusCodes.Status403Forbidden, [new NotAllowed(Act.HandOver)])));
    }

    static IResult Started(FileJob<MadeHandOver> job, string root) => Results.Accepted($"{root}/{job.Id:n}", HandOverView.Of(job, root));

    static IResult Progress(HttpContext http, string of, string root) => Found(http, of) is { } job ? new ViewResult(HandOverView.Of(job, root)) : new ProblemResult(Problem.NotFound);

    static IResult Fetch(HttpContext http, string of) => Found(http, of) is { Made: { } made } ? Results.Bytes(made.File, "application/zip", made.Name) : new ProblemResult(Problem.NotFound);

    static FileJob<MadeHandOver>? Found(HttpContext http, string of) =>
        Guid.TryParse(http.Request.RouteValues["job"]?.ToString(), CultureInfo.InvariantCulture, out var id) ? http.RequestServices.GetRequiredService<HandOvers>().Find(id, of, http.Actor()!.Person) : null;

    static DateOnly Today(HttpContext http) => OsloTime.Date(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
}
