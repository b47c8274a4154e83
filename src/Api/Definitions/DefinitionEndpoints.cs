using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>Process definitions for programs. What is published is no secret to anybody signed in; drafts are for those who may change them.</summary>
static class DefinitionEndpoints
{
    /// <summary>What a case opened with the definition starts with; 404 where it starts with nothing.</summary>
    public static IResult Template(HttpContext http, ShippedTemplates templates, string key) =>
        http.Actor() is null ? new ProblemResult(Problem.NotSignedIn)
        : templates.Find(key) is { } template ? new ViewResult(template) : new ProblemResult(Problem.NotFound);

    public static async Task<IResult> All(HttpContext http, DefinitionPath path, Definitions definitions)
    {
        if (http.Actor() is null) return new ProblemResult(Problem.NotSignedIn);
        var views = ImmutableArray.CreateBuilder<DefinitionView>();
        foreach (var file in await path.All(http.RequestAborted))
        {
            if (file.Latest is not { } latest) continue;
            await definitions.EnsureKnown(file.Key, latest.Number, http.RequestAborted);
            views.Add(new(file.Key, latest.Number, latest.ContentHash, definitions.Find(file.Key)!.Process.Name, latest.At, file.Pending?.Number));
        }

        return TakeOut.IsAsked(http) ? TakeOut.Of(http, DefinitionSheets.Definitions.With(views)) : new ViewResult(views.ToImmutable());
    }

    public static async Task<IResult> One(HttpContext http, DefinitionPath path, MovePath moves, ICaseStore store, string key)
    {
        var (file, problem) = await Found(http, path, key);
        if (file is null) return problem!;
        var proposals = ImmutableArray.CreateBuilder<ProposalView>();
        foreach (var proposal in file.Proposals) proposals.Add(await ProposalOf(proposal, store, http.RequestAborted));
        return new ViewResult(
            new DefinitionDetail(key, file.Version, [.. file.Published.Select(VersionView.Of)], proposals.ToImmutable(), await moves.Counts(key, http.RequestAborted)));
    }

    public static async Task<IResult> Versions(HttpContext http, DefinitionPath path, string key)
    {
        var (file, problem) = await Found(http, path, key);
        if (file is null) return problem!;
        return TakeOut.IsAsked(http) ? TakeOut.Of(http, DefinitionSheets.Versions.With(file.Published)) : new ViewResult(file.Published.Select(VersionView.Of).ToImmutableArray(), file.Version);
    }

    public static async Task<IResult> Version(HttpContext http, DefinitionPath path, DraftJudge judge, string key)
    {
        var (file, problem) = await Found(http, path, key);
        if (file is null) return problem!;
        return Address.Number(http, "version") is { } number && file.Numbered(number) is { } version
            ? new ViewResult(new VersionDetail(VersionView.Of(version), version.Forms, await judge.Since(key, number, http.RequestAborted)))
            : new ProblemResult(Problem.NotFound);
    }

    public static async Task<IResult> Source(HttpContext http, Definitions definitions, string key)
    {
        if (http.Actor() is null) return new ProblemResult(Problem.NotSignedIn);
        if (Address.Number(http, "version") is not { } version) return new ProblemResult(Problem.NotFound);
        await definitions.EnsureKnown(key, version, http.RequestAborted);
        return definitions.Find(key, version) is { } found ? Results.Bytes(found.Source, "application/xml") : new ProblemResult(Problem.NotFound);
    }

    /// <summary>The drawing as a picture, in the written form asked for.</summary>
    public static async Task<IResult> Drawing(HttpContext http, Definitions definitions, string key, string? language = null)
    {
        if (http.Actor() is null) return new ProblemResult(Problem.NotSignedIn);
        if (language is not (null or "nb" or "nn")) return new ProblemResult(Problem.Malformed());
        if (Address.Number(http, "version") is not { } version) return new ProblemResult(Problem.NotFound);
        await definitions.EnsureKnown(key, version, http.RequestAborted);
        if (definitions.Find(key, version) is not { } found) return new ProblemResult(Problem.NotFound);
        var title = new Words($"{found.Process.Name.Nb}, utgave {version}", $"{found.Process.Name.Nn}, utgåve {version}");
        return Results.Text(PictureSvg.Of(found.Picture, new(language == "nn" ? Language.Nn : Language.Nb, title, Drawn.Describes(found.Process))), "image/svg+xml");
    }

    public static async Task<IResult> Drafts(HttpContext http, DefinitionPath path, string key)
    {
        var (file, problem) = await Editable(http, path, key);
        if (file is null) return problem!;
        var drafts = file.Drafts.Select(DraftSummary.Of);
        return TakeOut.IsAsked(http) ? TakeOut.Of(http, DefinitionSheets.Drafts.With(drafts)) : new ViewResult(drafts.ToImmutableArray());
    }

    /// <summary>The ETag is the draft's revision: what If-Match is held against when it is saved.</summary>
    public static async Task<IResult> Draft(HttpContext http, DefinitionPath path, DraftJudge judge, string key)
    {
        var (file, problem) = await Editable(http, path, key);
        if (file is null) return problem!;
        if (Address.Number(http, "draft") is not { } number || file.Draft(number) is not { } draft) return new ProblemResult(Problem.NotFound);
        var judged = await judge.Judge(file, draft, http.RequestAborted);
        var findings = VerificationView.Of(null, judged.Verification, TimeSpan.Zero).Findings;
        http.Response.Headers.ETag = $"\"{draft.Revision}\"";
        return new ViewResult(new DraftDetail(DraftSummary.Of(draft), judged.Against, judged.Judgement.Errors.IsEmpty, judged.Judgement.Weakens, findings, judged.Changes));
    }

    /// <summary>The ETag is the draft's revision here too. With <c>?places=given</c> a drawing that says nothing of where things stand gets places, and the header <c>Places: given</c>; nothing is saved.</summary>
    public static async Task<IResult> DraftSource(HttpContext http, DefinitionPath path, ICaseStore store, string key, string? places = null)
    {
        var (file, problem) = await Editable(http, path, key);
        if (file is null) return problem!;
        if (places is not (null or "given")) return new ProblemResult(Problem.Malformed());
        if (Address.Number(http, "draft") is not { } number || file.Draft(number) is not { } draft || await store.Content(draft.ContentHash, http.RequestAborted) is not { } bytes) return new ProblemResult(Problem.NotFound);
        http.Response.Headers.ETag = $"\"{draft.Revision}\"";
        if (places is null || PlacesGiven.In(bytes) is not { } placed) return Results.Bytes(bytes, "application/xml");
        http.Response.Headers["Places"] = "given";
        return Results.Bytes(placed, "application/xml");
    }

    public static Task<IResult> NewDraft(HttpContext http, DraftSaving saving, string key) => Save(http, saving, key, null);

    public static Task<IResult> SaveDraft(HttpContext http, DraftSaving saving, string key) =>
        Address.Number(http, "draft") is { } draft ? Save(http, saving, key, draft) : Task.FromResult<IResult>(new ProblemResult(Problem.NotFound));

    public static Task<IResult> Discard(HttpContext http, string key) => Run<DiscardDefinitionDraft>(http, key, "draft");

    public static Task<IResult> Publish(HttpContext http, string key) => Run<PublishDefinition>(http, key, "draft");

    public static Task<IResult> Consent(HttpContext http, string key) => Run<ConsentToDefinition>(http, key, "proposal");

    public static Task<IResult> Refuse(HttpContext http, string key) => Run<RefuseDefinition>(http, key, "proposal");

    public static Task<IResult> Withdraw(HttpContext http, string key) => Run<WithdrawProposal>(http, key, "proposal");

    public static async Task<IResult> Move(HttpContext http, DefinitionPath path, MovePath moves, string key)
    {
        var (file, problem) = await Editable(http, path, key, Act.MoveCase);
        if (file is null) return problem!;
        var body = (MoveBody)RequestBody.Parse(await RequestBody.Bytes(http), typeof(MoveBody), []);
        var (move, refused) = await moves.Plan(key, body.From, body.To, body.Mapping ?? [], http.RequestAborted);
        if (move is null) return new ProblemResult(Problem.Refused(StatusCodes.Status422UnprocessableEntity, [refused!]));
        var actor = http.Actor()!;
        var lines = body.DryRun ? await moves.DryRun(move, actor, http.RequestAborted) : await moves.Execute(key, move, actor, http.RequestAborted);
        return new ViewResult(MoveView.Of(move, lines, body.DryRun));
    }

    static async Task<ProposalView> ProposalOf(DefinitionProposal proposal, ICaseStore store, CancellationToken ct) => new(
        proposal.Number, proposal.Draft, proposal.Standing, proposal.Unit, proposal.By, proposal.At, proposal.Note, proposal.ChangesHash,
        await FrozenChanges.Read(store, proposal.ChangesHash, ct), proposal.Fag, proposal.Bruker, proposal.Refusal);

    static async Task<(DefinitionFile? File, IResult? Problem)> Found(HttpContext http, DefinitionPath path, string key)
    {
        if (http.Actor() is null) return (null, new ProblemResult(Problem.NotSignedIn));
        var file = await path.Load(key, http.RequestAborted);
        return file.Version == 0 ? (null, new ProblemResult(Problem.NotFound)) : (file, null);
    }

    public static async Task<(DefinitionFile? File, IResult? Problem)> Editable(HttpContext http, DefinitionPath path, string key, Act act = Act.EditDefinition)
    {
        var (file, problem) = await Found(http, path, key);
        return problem is not null ? (null, problem) : CaseAccess.Capacity(http.Actor()!, act, []) is null ? (null, new ProblemResult(Problem.NotAllowed)) : (file, null);
    }

    static async Task<IResult> Save(HttpContext http, DraftSaving saving, string key, int? draft)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        var body = (DefinitionDraftBody)RequestBody.Parse(await RequestBody.Bytes(http, 2 * RequestBody.Largest), typeof(DefinitionDraftBody), []);
        var options = ActEndpoint.Options(http);
        var based = body.BasedOn ?? (int?)options.ExpectedVersion;
        var saved = await saving.Save(key, draft, body with { BasedOn = based }, actor, options with { ExpectedVersion = null }, http.RequestAborted);
        return Saved(http, saved, options);
    }

    /// <summary>Whoever came second is told what the first changed, and what was sent is kept.</summary>
    public static IResult Saved(HttpContext http, SavedDraft saved, CommandOptions options) =>
        saved.Result is DefinitionResult.Refused { Reasons: [DefinitionDraftIsStale stale] }
            ? new ProblemResult(Problem.Refused(options.ExpectedVersion is null ? StatusCodes.Status409Conflict : StatusCodes.Status412PreconditionFailed, [stale]) with
            {
                Version = stale.Revision,
                Kept = saved.Kept,
                Changes = [.. saved.Since.Select(change => new Problem.Reason(change.Kind, change.Sentence.Nb, change.Sentence.Nn))],
            })
            : Answered(http, saved.Result, options);

    static async Task<IResult> Run<T>(HttpContext http, string key, string fromAddress) where T : DefinitionRequest
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        if (Address.Number(http, fromAddress) is not { } number) return new ProblemResult(Problem.NotFound);
        var path = http.RequestServices.GetRequiredService<DefinitionPath>();
        var request = (DefinitionRequest)RequestBody.Parse(await RequestBody.Bytes(http), typeof(T), [new(fromAddress, number)]);
        if ((await path.Load(key, http.RequestAborted)).Version == 0) return new ProblemResult(Problem.NotFound);
        var options = ActEndpoint.Options(http);
        return Answered(http, await path.Run(key, request, actor, options, http.RequestAborted), options);
    }

    public static IResult Answered(HttpContext http, DefinitionResult result, CommandOptions options) => result switch
    {
        DefinitionResult.Done done => new AnswerResult(done.Answer, http.Request.Method == "POST" ? StatusCodes.Status201Created : StatusCodes.Status200OK, done.File.Version),
        DefinitionResult.Refused { Forbidden: true } refused => new ProblemResult(Problem.Refused(StatusCodes.Status403Forbidden, refused.Reasons)),
        DefinitionResult.Refused refused => new ProblemResult(Problem.Refused(
            refused.Reasons.Any(reason => reason is DefinitionDraftIsStale or DefinitionPublishedSince) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, refused.Reasons)),
        DefinitionResult.Stale stale => new ProblemResult(Problem.Stale(stale.ActualVersion, options.ExpectedVersion is not null)),
        _ => new ProblemResult(Problem.NotFound),
    };

    sealed class AnswerResult(string answer, int status, long version) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.Headers.ETag = $"\"{version}\"";
            httpContext.Response.ContentType = "application/json";
            await httpContext.Response.WriteAsync(answer, httpContext.RequestAborted);
        }
    }
}

/// <summary>The shape of what an act on a definition is answered, for the description of the API.</summary>
public sealed record DefinitionAnswer(string Key, long Version, ImmutableArray<System.Text.Json.Nodes.JsonObject> Facts);
