namespace LmsWorkflow.Api;

/// <summary>Every error under <c>/api</c> is problem details; our mistakes are logged without what was typed.</summary>
static partial class Problems
{
    public static IApplicationBuilder UseApiProblems(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
            if (http.Request.Path.StartsWithSegments("/api") && !http.Response.HasStarted && OfStatus(StatusOf(http)) is { } problem) await problem.Write(http);
        }
        catch (BadBodyException bad)
        {
            await bad.Problem.Write(http);
        }
        catch (BadHttpRequestException bad)
        {
            await (bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? Problem.TooLarge : Problem.Malformed()).Write(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            await Problem.TimedOut.Write(http);
        }
        catch (Exception mistake) when (http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/openapi"))
        {
            Mistake(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("LmsWorkflow.Api"), mistake.GetType().Name, http.TraceIdentifier, mistake.StackTrace ?? "");
            await Problem.OurMistake.Write(http);
        }
    });

    static int StatusOf(HttpContext http)
    {
        if (http.Response.StatusCode != StatusCodes.Status404NotFound || !AllowedVerbs.FellThrough(http)) return http.Response.StatusCode;
        var verbs = AllowedVerbs.At(http);
        if (verbs.Count == 0) return StatusCodes.Status404NotFound;
        // the verb fits, so it was the kind of content that did not
        if (verbs.Contains(http.Request.Method)) return StatusCodes.Status415UnsupportedMediaType;
        http.Response.Headers.Allow = string.Join(", ", verbs);
        return StatusCodes.Status405MethodNotAllowed;
    }

    static Problem? OfStatus(int status) => status switch
    {
        400 => Problem.Malformed(),
        401 => Problem.NotSignedIn,
        403 => Problem.NotAllowed,
        404 => Problem.NotFound,
        405 => Problem.WrongVerb,
        413 => Problem.TooLarge,
        415 => Problem.NotJson,
        503 or 504 => Problem.TimedOut,
        _ => null,
    };

    // the message of an exception can quote what was typed; its kind and place cannot
    [LoggerMessage(Level = LogLevel.Error, Message = "Our mistake: {Kind} in request {Trace}{Place}")]
    static partial void Mistake(ILogger logger, string kind, string trace, string place);
}
