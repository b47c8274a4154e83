using LmsWorkflow.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>Answers that are pages.</summary>
static class PageResults
{
    public static IResult Page<T>(Viewer me, object parameters, int? status = null) where T : IComponent
    {
        var values = new Dictionary<string, object?> { ["Me"] = me };
        foreach (var property in parameters.GetType().GetProperties()) values[property.Name] = property.GetValue(parameters);
        return new RazorComponentResult<T>(values) { StatusCode = status ?? StatusOf(me), PreventStreamingRendering = true };
    }

    public static IResult View<T>(Viewer me, object view) where T : IComponent => Page<T>(me, new { View = view });

    /// <summary>What happened and what to do, never details.</summary>
    public static IResult Message(Viewer me, int status) => Page<MessagePage>(me, new { Status = status }, status);

    /// <summary>Back to the page after something was done, so that loading it again does nothing twice.</summary>
    public static IResult Done(string path, string act) => new SeeOther($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}ok={act}");

    /// <param name="anchor">Id of the place on the page where the person was.</param>
    public static IResult Done(string path, string act, string? anchor) => new SeeOther($"{path}?ok={act}{(anchor is null ? "" : "#" + anchor)}");

    public static IResult Go(string path) => new SeeOther(path);

    static int StatusOf(Viewer me) => me.Form switch
    {
        null or { IsPreview: true } => StatusCodes.Status200OK,
        { Changed.Length: > 0 } => StatusCodes.Status409Conflict,
        { Reasons: var reasons } when reasons.Any(reason => reason is NotAllowed) => StatusCodes.Status403Forbidden,
        { Reasons: var reasons } when reasons.Any(reason => reason is DraftIsStale or DefinitionDraftIsStale or DefinitionPublishedSince) => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
