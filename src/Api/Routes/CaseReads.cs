using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What programs read of one case.</summary>
static class CaseReads
{
    public static async Task<IResult> Case(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) => CaseView.Of(loaded.File));

    /// <summary>What is missing can change as days pass: an appointment ends, a role clarification grows old.</summary>
    public static async Task<IResult> Gates(HttpContext http) => await Read(http, Act.ReadCase, (path, loaded, actor) =>
        ImmutableArray.Create([.. Enum.GetValues<Gate>().Select(gate => GateView.Of(path.Context(loaded, actor, Role.System), gate))]), isTimed: true);

    public static async Task<IResult> Gate(HttpContext http) => await Read(http, Act.ReadCase, (path, loaded, actor) =>
        Address.Choice<Gate>(http, "gate") is { } gate ? GateView.Of(path.Context(loaded, actor, Role.System), gate) : null, isTimed: true);

    /// <summary>Whoever asks for it has opened the text (R84).</summary>
    public static async Task<IResult> Package(HttpContext http)
    {
        if (Address.Choice<Gate>(http, "gate") is not { } gate || Address.Number(http, "package") is not { } number) return new ProblemResult(Problem.NotFound);
        return await Reading(http, loaded => loaded.File.SignOffs.Packages.FirstOrDefault(package => package.Gate == gate && package.Number == number) is { } found ? PackageView.Of(loaded.File, found) : null,
            (openings, id, _) => openings.Package(id, gate, number, http.Actor()!, http.RequestAborted));
    }

    public static async Task<IResult> Documents(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) => CaseView.Of(loaded.File).Documents, sheet: file => CaseSheets.Documents.With(CaseView.Of(file).Documents));

    public static async Task<IResult> SignOffs(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) => loaded.File.SignOffs.Given, sheet: file => CaseSheets.SignOffs.With(file.SignOffs.Given));

    public static async Task<IResult> Document(HttpContext http) => await Text(http, file => Address.Choice<DocumentKind>(http, "kind") is { } kind ? file.Documents.Latest(kind) : null);

    public static async Task<IResult> Versions(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) =>
        Address.Choice<DocumentKind>(http, "kind") is { } kind && loaded.File.Documents.File(kind) is { } file
            ? (object)ImmutableArray.Create([.. file.Versions.Select(DocumentSummary.Of)]) : null);

    public static async Task<IResult> Version(HttpContext http) => await Text(
        http, file => Address.Choice<DocumentKind>(http, "kind") is { } kind && Address.Number(http, "number") is { } number ? file.Documents.File(kind)?.Numbered(number) : null);

    public static async Task<IResult> WorkItems(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) => CaseView.Of(loaded.File).WorkItems, sheet: file => CaseSheets.WorkItems.With(Named(http, file)));

    static IEnumerable<(WorkItemView, Portal.TaskInfo)> Named(HttpContext http, CaseFile file)
    {
        var book = http.RequestServices.GetRequiredService<Definitions>().Of(file).Tasks;
        return CaseView.Of(file).WorkItems.Select(item => (item, book.Of(item.ElementId)));
    }

    public static async Task<IResult> Programme(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) => ProgrammeView.Of(loaded.File));

    public static async Task<IResult> Budget(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) => BudgetView.Of(loaded.File), sheet: file => CaseSheets.Budget.With(BudgetView.Of(file)?.Budget.Lines ?? []));

    public static async Task<IResult> Meetings(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) => loaded.File.Meetings.All, sheet: file => CaseSheets.Meetings.With(file.Meetings.All));

    public static async Task<IResult> Meeting(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) =>
        Address.Number(http, "meeting") is { } number ? loaded.File.Meetings.Numbered(number) : null);

    public static async Task<IResult> Objections(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) => loaded.File.Objections.All, sheet: file => CaseSheets.Objections.With(file.Objections.All));

    /// <summary>Made of the time too, so it has no ETag: the same version of a case can say more tomorrow.</summary>
    public static async Task<IResult> Warnings(HttpContext http) => await Read(http, Act.ReadCase, (path, loaded, actor) =>
        ImmutableArray.Create([.. CaseWarnings.Of(path.Context(loaded, actor, Role.System)).Select(Problem.Reason.Of)]), isTimed: true);

    public static async Task<IResult> Rerun(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) => RerunView.Of(loaded.File));

    public static async Task<IResult> Families(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) => loaded.File.Families);

    public static async Task<IResult> Run(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) => RunView.Of(loaded.File));

    public static async Task<IResult> Evaluation(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) => EvaluationView.Of(loaded.File, isLookBack: loaded.Past is not null));

    /// <summary>One question by the answers to another; small cells are suppressed, and others with them (R125).</summary>
    public static async Task<IResult> Breakdown(HttpContext http) => await Read(http, Act.ReadCase, (_, loaded, _) =>
        EvaluationResult.Breakdown(loaded.File.Evaluation, http.Request.RouteValues["question"]?.ToString() ?? "", http.Request.RouteValues["by"]?.ToString() ?? ""));

    /// <summary>A version of a document; whoever asks for a frozen one has opened it.</summary>
    static Task<IResult> Text(HttpContext http, Func<CaseFile, DocumentVersion?> find) => Reading(
        http, loaded => find(loaded.File), (openings, id, shown) => shown.Hash is null ? Task.CompletedTask : openings.Document(id, shown.Kind, shown.Number, http.Actor()!, http.RequestAborted));

    /// <summary>A view of a case that it is recorded of that the actor saw it.</summary>
    static async Task<IResult> Reading<T>(HttpContext http, Func<LoadedCase, T?> view, Func<Openings, CaseId, T, Task> record) where T : class
    {
        (CaseId Id, T View)? shown = null;
        var answer = await Read(http, Act.ReadCase, (_, loaded, _) =>
        {
            var found = view(loaded);
            if (found is not null) shown = (loaded.File.Id, found);
            return found;
        });
        if (shown is { } seen) await record(http.RequestServices.GetRequiredService<Openings>(), seen.Id, seen.View);
        return answer;
    }

    /// <summary>Signed in, known case, right to read; then the view, with the case's version as its ETag. A null view is a 404. With <c>?at=</c> the case as it was then, to those who may read it today.</summary>
    /// <param name="isTimed">The view depends on the time as well, so the version does not tell whether it is the same.</param>
    /// <param name="isOfToday">There is no such thing of a case as it was.</param>
    /// <param name="sheet">The view is a list, and can be taken out as a file.</param>
    public static async Task<IResult> Read(HttpContext http, Act act, Func<CommandPath, LoadedCase, Actor, object?> view, bool isTimed = false, bool isOfToday = false, Func<CaseFile, FilledSheet>? sheet = null)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        if (!Guid.TryParse(http.Request.RouteValues["id"]?.ToString(), out var id)) return new ProblemResult(Problem.NotFound);
        var services = http.RequestServices;
        var loaded = await services.GetRequiredService<CaseLoader>().Current(new CaseId(id), http.RequestAborted);
        if (loaded.File.Standing == Standing.NotRegistered) return new ProblemResult(Problem.NotFound);
        var today = OsloTime.Date(services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (CaseAccess.Capacity(actor, act, loaded.File, today) is not { } capacity) return new ProblemResult(Problem.NotAllowed);
        if (http.Request.Query["at"].FirstOrDefault() is { Length: > 0 } asked)
        {
            if (isOfToday) return new ProblemResult(Problem.OnlyNow);
            if (Moment(asked) is not { } moment) return new ProblemResult(Problem.Malformed());
            if (await services.GetRequiredService<PastCases>().At(loaded.File.Id, moment, http.RequestAborted) is not { } past) return new ProblemResult(Problem.NotFound);
            await services.GetRequiredService<Definitions>().Ensure(past.File, http.RequestAborted);
            (loaded, isTimed) = (past, true);
        }

        if (sheet is not null && TakeOut.IsAsked(http))
        {
            await services.GetRequiredService<Definitions>().Ensure(loaded.File, http.RequestAborted);
            return TakeOut.Of(http, sheet(loaded.File), loaded.File.Id, capacity);
        }

        var shown = view(services.GetRequiredService<CommandPath>(), loaded, actor);
        return shown is null ? new ProblemResult(Problem.NotFound) : new ViewResult(shown, isTimed || loaded.HasErased ? null : loaded.File.Version);
    }

    /// <summary>An instant as programs write it, or what an address of the pages may say.</summary>
    static AskedMoment? Moment(string asked) =>
        AskedMoment.Read(asked) ?? (DateTimeOffset.TryParse(asked, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var at) ? new(at, null) : null);
}

/// <summary>Values in an address. What cannot be one is simply not found.</summary>
static class Address
{
    public static T? Choice<T>(HttpContext http, string name) where T : struct, Enum =>
        http.Request.RouteValues[name]?.ToString() is { Length: > 0 } text && char.IsLetter(text[0]) && text.All(char.IsLetterOrDigit) && Enum.TryParse<T>(text, false, out var value) && Enum.IsDefined(value) ? value : null;

    public static int? Number(HttpContext http, string name) =>
        int.TryParse(http.Request.RouteValues[name]?.ToString(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}

sealed class ProblemResult(Problem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => problem.Write(httpContext);
}

sealed class ViewResult(object view, long? version = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = "private, no-cache";
        if (version is { } known)
        {
            var tag = $"\"{known}\"";
            response.Headers.ETag = tag;
            if (httpContext.Request.Headers.IfNoneMatch.ToString() == tag)
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.ContentType = "application/json";
        await System.Text.Json.JsonSerializer.SerializeAsync(response.Body, view, view.GetType(), ApiJson.Writing, httpContext.RequestAborted);
    }
}
