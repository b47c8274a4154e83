using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>The documents' forms for programs: those of a version for everybody who is signed in, those of a draft for those who may change it.</summary>
static class FormEndpoints
{
    public static async Task<IResult> All(HttpContext http, DefinitionPath path, DraftFormList list, string key)
    {
        var (file, draft, problem) = await Draft(http, path, key);
        if (draft is null) return problem!;
        http.Response.Headers.ETag = $"\"{draft.Revision}\"";
        return new ViewResult(await list.Of(file!, draft, http.RequestAborted));
    }

    /// <summary>The file itself. The ETag is the draft's revision: what If-Match is held against when it is saved.</summary>
    public static async Task<IResult> One(HttpContext http, DefinitionPath path, DraftForms forms, string key)
    {
        var (_, draft, problem) = await Draft(http, path, key);
        if (draft is null) return problem!;
        if (Address.Choice<DocumentKind>(http, "document") is not { } kind || await forms.File(draft, kind, http.RequestAborted) is not { } form) return new ProblemResult(Problem.NotFound);
        http.Response.Headers.ETag = $"\"{draft.Revision}\"";
        return Results.Bytes(form, "application/json");
    }

    public static async Task<IResult> Published(HttpContext http, DefinitionPath path, ICaseStore store, string key)
    {
        if (http.Actor() is null) return new ProblemResult(Problem.NotSignedIn);
        var file = await path.Load(key, http.RequestAborted);
        return Address.Number(http, "version") is { } number && file.Numbered(number) is { } version && Address.Choice<DocumentKind>(http, "document") is { } kind
            && version.Forms.FirstOrDefault(form => form.Kind == kind) is { } found
            ? Results.Bytes(await store.Pinned(found.ContentHash, http.RequestAborted), "application/json") : new ProblemResult(Problem.NotFound);
    }

    public static async Task<IResult> Put(HttpContext http, DefinitionPath path, DraftForms forms, string key) =>
        await Save(http, path, forms, key, (bytes, _) => (new FormWish.Replace(bytes), null));

    public static async Task<IResult> Edit(HttpContext http, DefinitionPath path, DraftForms forms, string key) => await Save(http, path, forms, key, (bytes, _) =>
    {
        var body = (FormEditBody)RequestBody.Parse(bytes, typeof(FormEditBody), []);
        return (body.Wish(), body.BasedOn);
    });

    static async Task<(DefinitionFile? File, DefinitionDraft? Draft, IResult? Problem)> Draft(HttpContext http, DefinitionPath path, string key)
    {
        var (file, problem) = await DefinitionEndpoints.Editable(http, path, key);
        if (file is null) return (null, null, problem);
        return Address.Number(http, "draft") is { } number && file.Draft(number) is { } draft ? (file, draft, null) : (null, null, new ProblemResult(Problem.NotFound));
    }

    static async Task<IResult> Save(HttpContext http, DefinitionPath path, DraftForms forms, string key, Func<byte[], HttpContext, (FormWish? Wish, int? BasedOn)> read)
    {
        var (_, draft, problem) = await Draft(http, path, key);
        if (draft is null) return problem!;
        if (Address.Choice<DocumentKind>(http, "document") is not { } kind) return new ProblemResult(Problem.NotFound);
        var (wish, based) = read(await RequestBody.Bytes(http), http);
        if (wish is null) return new ProblemResult(Problem.Refused(StatusCodes.Status422UnprocessableEntity, [new EditIsIncomplete()]));
        var options = ActEndpoint.Options(http);
        var saved = await forms.Save(key, draft.Number, kind, based ?? (int?)options.ExpectedVersion, wish, http.Actor()!, options with { ExpectedVersion = null }, http.RequestAborted);
        return DefinitionEndpoints.Saved(http, saved, options);
    }
}
