using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>The page a draft is drawn on. It only shows: the drawing tool reads and saves through <c>/api/v1</c>, as any program does.</summary>
static class DrawingPages
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/prosesser/{key}/utkast/{number:int}/tegning",
        async (HttpContext http) => await Asked.Of(http) is { } asked ? await Show(asked) : SignInPages.Send(http)).ExcludeFromDescription();

    static async Task<IResult> Show(Asked asked)
    {
        if (!ProcessPages.MayEdit(asked)) return ProcessPages.NotAllowed(asked);
        if (await ProcessPages.Found(asked) is not { } file || Address.Number(asked.Http, "number") is not { } number || file.Draft(number) is not { } draft) return ProcessPages.NotFound(asked);
        return PageResults.View<DrawingPage>(asked.Me, new DrawingView(file.Key, await ProcessPages.NameOf(asked, file), number, draft.Revision, draft.Standing == DraftStanding.Open));
    }
}
