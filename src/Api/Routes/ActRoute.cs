using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>
/// One act as programs ask for it: a verb and an address that become one request record. What the address names (<c>{gate}</c>, <c>{number}</c>) fills members of
/// the same name; the body fills the rest.
/// </summary>
public sealed record ActRoute(string Verb, string Pattern, Type Request)
{
    public static ActRoute Post<T>(string pattern) where T : CaseRequest => new("POST", pattern, typeof(T));

    public static ActRoute Put<T>(string pattern) where T : CaseRequest => new("PUT", pattern, typeof(T));

    public static ActRoute Delete<T>(string pattern) where T : CaseRequest => new("DELETE", pattern, typeof(T));

    public string Address => Pattern.Length == 0 ? "/cases/{id}" : $"/cases/{{id}}/{Pattern}";
}

/// <summary>Carries out an act that came over HTTP, and answers.</summary>
static class ActEndpoint
{
    public static async Task Handle(HttpContext http, ActRoute route)
    {
        var asked = await CaseAsked.Of(http);
        if (asked is null) return;
        var address = http.Request.RouteValues.Where(value => value.Key != "id");
        var request = (CaseRequest)RequestBody.Parse(await RequestBody.Bytes(http), route.Request, address);
        await Run(http, asked.Value.Id, request, asked.Value.Actor);
    }

    public static async Task Run(HttpContext http, CaseId id, CaseRequest request, Actor actor)
    {
        var options = Options(http);
        var result = await http.RequestServices.GetRequiredService<CommandPath>().Run(id, request, actor, options, http.RequestAborted);
        await Write(http, result, options.ExpectedVersion is not null);
    }

    /// <summary>If-Match and Idempotency-Key.</summary>
    public static CommandOptions Options(HttpContext http) => new(ExpectedVersion(http), Key(http));

    static long? ExpectedVersion(HttpContext http)
    {
        var match = http.Request.Headers.IfMatch.ToString();
        if (match is "" or "*") return null;
        return match.Length > 2 && match[0] == '"' && match[^1] == '"' && long.TryParse(match.AsSpan(1, match.Length - 2), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new BadBodyException(Problem.BadIfMatch);
    }

    static string? Key(HttpContext http)
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0) return null;
        return key.Length <= IdempotencyKey.Longest && key.All(c => c is > ' ' and < (char)127) ? key : throw new BadBodyException(Problem.BadIdempotencyKey);
    }

    public static Task Write(HttpContext http, CommandResult result, bool ifMatch) => result switch
    {
        CommandResult.Done done => Done(http, done.FirstAnswer ?? Answer.Of(done.File, done.Facts)),
        CommandResult.Refused refused => Refused(refused).Write(http),
        CommandResult.Stale stale => Problem.Stale(stale.ActualVersion, ifMatch).Write(http),
        _ => Problem.NotFound.Write(http),
    };

    static Problem Refused(CommandResult.Refused refused) => Problem.Refused(
        refused.Forbidden ? StatusCodes.Status403Forbidden
        : refused.Reasons.Any(reason => reason is DraftIsStale) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity, refused.Reasons);

    static async Task Done(HttpContext http, string answer)
    {
        http.Response.StatusCode = http.Request.Method == "POST" ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        http.Response.Headers.ETag = $"\"{Answer.VersionOf(answer)}\"";
        if (http.Request.Method == "POST" && Answer.CaseOf(answer) is { } id) http.Response.Headers.Location = $"/api/v1/cases/{id}";
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer, http.RequestAborted);
    }
}

/// <summary>Who asks, and about which case.</summary>
readonly record struct CaseAsked(CaseId Id, Actor Actor)
{
    /// <summary>Null when it has been answered already: 401, or 404 for what cannot be a case.</summary>
    public static async Task<CaseAsked?> Of(HttpContext http)
    {
        if (http.Actor() is not { } actor) await Problem.NotSignedIn.Write(http);
        else if (!Guid.TryParse(http.Request.RouteValues["id"]?.ToString(), out var id)) await Problem.NotFound.Write(http);
        else return new(new CaseId(id), actor);
        return null;
    }
}
