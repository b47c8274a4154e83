using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>The scenarios of a definition, and rehearsals of its drafts, for programs. As drafts: for those who may change definitions.</summary>
static class ScenarioEndpoints
{
    public static async Task<IResult> All(HttpContext http, DefinitionPath path, ScenarioShelf shelf, string key)
    {
        var (file, problem) = await DefinitionEndpoints.Editable(http, path, key);
        return file is null ? problem! : new ViewResult((await shelf.Of(file, http.RequestAborted)).Select(ScenarioSummary.Of).ToImmutableArray(), file.Version);
    }

    public static async Task<IResult> One(HttpContext http, DefinitionPath path, ScenarioShelf shelf, string key, string name)
    {
        var (file, problem) = await DefinitionEndpoints.Editable(http, path, key);
        if (file is null) return problem!;
        return (await shelf.Of(file, http.RequestAborted)).FirstOrDefault(scenario => scenario.Name == name) is { } found
            ? new ViewResult(new ScenarioDetail(ScenarioSummary.Of(found), found.Text)) : new ProblemResult(Problem.NotFound);
    }

    public static async Task<IResult> Keep(HttpContext http, DefinitionPath path, ScenarioKeeping keeping, string key, string name)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        var body = (ScenarioBody)RequestBody.Parse(await RequestBody.Bytes(http), typeof(ScenarioBody), []);
        if ((await path.Load(key, http.RequestAborted)).Version == 0) return new ProblemResult(Problem.NotFound);
        var options = ActEndpoint.Options(http);
        return DefinitionEndpoints.Answered(http, await keeping.Keep(key, name, body.Text, actor, options, http.RequestAborted), options);
    }

    public static async Task<IResult> Remove(HttpContext http, DefinitionPath path, string key, string name)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        if ((await path.Load(key, http.RequestAborted)).Version == 0) return new ProblemResult(Problem.NotFound);
        var options = ActEndpoint.Options(http);
        return DefinitionEndpoints.Answered(http, await path.Run(key, new RemoveScenario(name), actor, options, http.RequestAborted), options);
    }

    public static async Task<IResult> Rehearse(HttpContext http, DefinitionPath path, ScenarioShelf shelf, ScenarioKeeping keeping, Rehearsals rehearsals, string key)
    {
        var (file, problem) = await DefinitionEndpoints.Editable(http, path, key);
        if (file is null) return problem!;
        if (Address.Number(http, "draft") is not { } number || file.Draft(number) is not { } draft) return new ProblemResult(Problem.NotFound);
        var body = (RehearsalBody)RequestBody.Parse(await RequestBody.Bytes(http), typeof(RehearsalBody), []);
        var (rehearsal, refused) = await Tried(file, draft, body.Text, shelf, keeping, rehearsals, http.RequestAborted);
        return rehearsal is not null ? new ViewResult(RehearsalView.Of(draft, rehearsal))
            : new ProblemResult(Problem.Refused(refused is RehearsalsAreBusy or RehearsalTookTooLong ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity, [refused!]));
    }

    /// <summary>Where a walk has come: one asks with the whole text each time, and adds to it.</summary>
    public static async Task<IResult> Walk(HttpContext http, DefinitionPath path, ScenarioShelf shelf, Rehearsals rehearsals, string key)
    {
        var (file, problem) = await DefinitionEndpoints.Editable(http, path, key);
        if (file is null) return problem!;
        if (Address.Number(http, "draft") is not { } number || file.Draft(number) is not { } draft) return new ProblemResult(Problem.NotFound);
        var body = (ScenarioBody)RequestBody.Parse(await RequestBody.Bytes(http), typeof(ScenarioBody), []);
        var (walk, refused) = await rehearsals.Walk(file, draft, ScenarioShelf.Tidy(body.Text), await shelf.Of(file, http.RequestAborted), http.RequestAborted);
        return walk is not null ? new ViewResult(walk)
            : new ProblemResult(Problem.Refused(refused is RehearsalsAreBusy or RehearsalTookTooLong ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity, [refused!]));
    }

    /// <summary>One scenario that is given, or all that are kept.</summary>
    public static async Task<(Rehearsal? Rehearsal, Refusal? Refused)> Tried(
        DefinitionFile file, DefinitionDraft draft, string? text, ScenarioShelf shelf, ScenarioKeeping keeping, Rehearsals rehearsals, CancellationToken ct)
    {
        var kept = await shelf.Of(file, ct);
        if (string.IsNullOrWhiteSpace(text)) return kept.IsEmpty ? (null, new NoScenarios()) : await rehearsals.Run(file, draft, kept, ct);
        var tidy = ScenarioShelf.Tidy(text);
        return keeping.Unreadable(tidy, kept) is { } unreadable ? (null, unreadable) : await rehearsals.Run(file, draft, [new("", tidy, null, null)], ct, kept);
    }
}

public sealed record NoScenarios() : Refusal(new Words(
    "Ingen scenarioer er tatt vare på med prosessen. Skriv ett her, eller ta vare på ett først.", "Ingen scenario er tekne vare på med prosessen. Skriv eitt her, eller ta vare på eitt først."))
{
    public static string Field => "text";
}
