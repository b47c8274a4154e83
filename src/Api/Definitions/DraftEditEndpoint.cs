using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>Edits to a draft, for programs: what the outline's forms and the designer's quick fixes ask for.</summary>
static class DraftEditEndpoint
{
    public static async Task<IResult> Post(HttpContext http, DefinitionPath path, DraftEditing editing, DraftJudge judge, string key)
    {
        var (file, problem) = await DefinitionEndpoints.Editable(http, path, key);
        if (file is null) return problem!;
        if (Address.Number(http, "draft") is not { } number || file.Draft(number) is null) return new ProblemResult(Problem.NotFound);
        var body = (DraftEditBody)RequestBody.Parse(await RequestBody.Bytes(http), typeof(DraftEditBody), []);
        var options = ActEndpoint.Options(http);
        var edited = await Edit(http, editing, file, number, body, options);
        if (edited is null) return new ProblemResult(Problem.Refused(StatusCodes.Status422UnprocessableEntity, [new OneEditAtATime()]));
        return edited.Saved.Result is DefinitionResult.Done done && done.File.Draft(number) is { } draft
            ? await Answer(http, judge, done.File, draft, edited.At)
            : DefinitionEndpoints.Saved(http, edited.Saved, options);
    }

    static async Task<EditedDraft?> Edit(HttpContext http, DraftEditing editing, DefinitionFile file, int draft, DraftEditBody body, CommandOptions options)
    {
        var based = body.BasedOn ?? (int?)options.ExpectedVersion;
        var saving = options with { ExpectedVersion = null };
        return (body.Edits, body.Restore) switch
        {
            ([var only], null) => await editing.Edit(file.Key, draft, only, based, http.Actor()!, saving, http.RequestAborted),
            ([], { } restore) => await editing.Restore(file.Key, draft, restore, based, http.Actor()!, saving, http.RequestAborted),
            _ => null,
        };
    }

    static async Task<IResult> Answer(HttpContext http, DraftJudge judge, DefinitionFile file, DefinitionDraft draft, string at)
    {
        var judged = await judge.Judge(file, draft, http.RequestAborted);
        var view = VerificationView.Of(null, judged.Verification, TimeSpan.Zero);
        http.Response.Headers.ETag = $"\"{draft.Revision}\"";
        return new ViewResult(new DraftEditedView(draft.Revision, at, judged.Judgement.Errors.IsEmpty, view.Properties, view.Findings));
    }
}
