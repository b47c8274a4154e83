using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

public sealed record OpeningBody(Gate Gate, int Package);

/// <summary>POST <c>readings</c>: I have opened the frozen text of this gate (R84).</summary>
static class OpeningEndpoint
{
    public static async Task Post(HttpContext http, Openings openings)
    {
        if (await CaseAsked.Of(http) is not { } asked) return;
        var opening = (OpeningBody)RequestBody.Parse(await RequestBody.Bytes(http), typeof(OpeningBody), []);
        if (!await openings.Package(asked.Id, opening.Gate, opening.Package, asked.Actor, http.RequestAborted)) await Problem.NotFound.Write(http);
        else await Results.Json(opening, ApiJson.Writing, statusCode: StatusCodes.Status201Created).ExecuteAsync(http);
    }
}
