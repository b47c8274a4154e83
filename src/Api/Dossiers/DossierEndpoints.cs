using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>A dossier on its way, for programs.</summary>
/// <param name="File">Where it is fetched; null until it is done.</param>
public sealed record DossierJobView(Guid Id, DateTimeOffset Began, string Nb, string Nn, bool Failed, string? File, long? Size, string? Sha256)
{
    public static DossierJobView Of(FileJob<MadeDossier> job) => new(
        job.Id, job.Began, job.Progress.Nb, job.Progress.Nn, job.Failed, job.Made is null ? null : $"{ApiRoutes.Root}/cases/{job.Of}/dossiers/{job.Id:n}/file", job.Made?.Size, job.Made?.Sha256);
}

/// <summary>The case as one file: asked for, followed, fetched; by those who may read the case.</summary>
static class DossierEndpoints
{
    public static async Task<IResult> Start(HttpContext http)
    {
        var (file, actor, capacity, refused) = await Allowed(http);
        if (refused is not null) return refused;
        var job = http.RequestServices.GetRequiredService<Dossiers>().Start(file!, actor!, capacity!.Value);
        return Results.Accepted($"{ApiRoutes.Root}/cases/{file!.Id}/dossiers/{job.Id:n}", DossierJobView.Of(job));
    }

    public static async Task<IResult> Progress(HttpContext http)
    {
        var (file, actor, _, refused) = await Allowed(http);
        return refused ?? (Found(http, file!, actor!) is { } job ? new ViewResult(DossierJobView.Of(job)) : new ProblemResult(Problem.NotFound));
    }

    public static async Task<IResult> File(HttpContext http)
    {
        var (file, actor, _, refused) = await Allowed(http);
        if (refused is not null) return refused;
        return Found(http, file!, actor!) is { Made: { } made } ? Results.Bytes(made.File, "application/zip", made.Name) : new ProblemResult(Problem.NotFound);
    }

    static FileJob<MadeDossier>? Found(HttpContext http, CaseFile file, Actor actor) =>
        Guid.TryParse(http.Request.RouteValues["job"]?.ToString(), out var id) ? http.RequestServices.GetRequiredService<Dossiers>().Find(id, file.Id, actor.Person) : null;

    static async Task<(CaseFile? File, Actor? Actor, Role? Capacity, IResult? Refused)> Allowed(HttpContext http)
    {
        CaseFile? found = null;
        var refused = await CaseReads.Read(http, Act.ReadCase, (_, loaded, _) => found = loaded.File, isOfToday: true);
        if (found is null) return (null, null, null, refused);
        var actor = http.Actor()!;
        return (found, actor, CaseAccess.Capacity(actor, Act.ReadCase, found, OsloTime.Date(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())), null);
    }
}
