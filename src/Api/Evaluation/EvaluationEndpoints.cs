using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

public sealed record CodesBody(int Count);

/// <param name="Codes">To be handed out; shown this once.</param>
public sealed record CodesView(CaseId Id, long Version, ImmutableArray<string> Codes);

public sealed record AnswerBody(string Code, ImmutableArray<WrittenAnswer> Answers);

/// <summary>What a participant is asked.</summary>
public sealed record QuestionsView(Words Title, ImmutableArray<Question> Questions);

/// <summary>Codes and answers: the parts of the evaluation that pass the ballot box.</summary>
static class EvaluationEndpoints
{
    public static async Task Codes(HttpContext http, Answering answering)
    {
        if (await CaseAsked.Of(http) is not { } asked) return;
        var body = (CodesBody)RequestBody.Parse(await RequestBody.Bytes(http), typeof(CodesBody), []);
        var (result, codes) = await answering.Issue(asked.Id, body.Count, asked.Actor, http.RequestAborted);
        if (result is not CommandResult.Done done) await ActEndpoint.Write(http, result, ifMatch: false);
        else await Results.Json(new CodesView(asked.Id, done.File.Version, codes), ApiJson.Writing, statusCode: StatusCodes.Status201Created).ExecuteAsync(http);
    }

    /// <summary>The questions, for everybody who has the address, while the form is open.</summary>
    public static async Task Questions(HttpContext http, Answering answering)
    {
        if (Id(http) is { } id && await answering.OpenForm(id, http.Request.Query["for"] == "parents", http.RequestAborted) is { } form)
            await Results.Json(new QuestionsView(form.Title, form.Questions), ApiJson.Writing).ExecuteAsync(http);
        else await Problem.NotFound.Write(http);
    }

    /// <summary>Anonymous: no sign-in, and nothing of the sender is read.</summary>
    public static async Task Answer(HttpContext http, Answering answering)
    {
        if (Id(http) is not { } id)
        {
            await Problem.NotFound.Write(http);
            return;
        }

        var body = (AnswerBody)RequestBody.Parse(await RequestBody.Bytes(http), typeof(AnswerBody), []);
        var refused = await answering.Drop(id, body.Code, body.Answers, http.RequestAborted);
        if (refused.IsEmpty) http.Response.StatusCode = StatusCodes.Status204NoContent;
        else await Problem.Refused(StatusCodes.Status422UnprocessableEntity, refused).Write(http);
    }

    static CaseId? Id(HttpContext http) => Guid.TryParse(http.Request.RouteValues["id"]?.ToString(), out var id) ? new CaseId(id) : null;
}
