using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>The pages for people. Everything else than <c>/api</c>, the hub and the health addresses.</summary>
static partial class PortalPages
{
    public static void AddTo(IServiceCollection services) => services.AddRazorComponents();

    public static void Map(WebApplication app)
    {
        app.MapStaticAssets();
        ListPages.Map(app);
        SignInPages.Map(app);
        EvaluationPages.Map(app);
        ProcessPages.Map(app);
        LogPages.Map(app);
        ErasurePages.Map(app);
        RetentionPages.Map(app);
        RecordPages.Map(app);
        PastPages.Map(app);
        MapPages.Map(app);
        BalancePages.Map(app);
        HandOverPages.Map(app);
        CompliancePages.Map(app);
        ComparePages.Map(app);
        foreach (var route in CasePages.Routes) route.Map(app);
        app.MapFallback((Delegate)((HttpContext http) => Problem(http, StatusCodes.Status404NotFound))).ExcludeFromDescription();
    }

    /// <summary>Our mistakes become a page without details; what went wrong is logged without what was typed.</summary>
    public static IApplicationBuilder UsePageProblems(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (Exception mistake) when (!http.Response.HasStarted && mistake is not BadHttpRequestException and not OperationCanceledException && IsPage(http))
        {
            Mistake(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("LmsWorkflow.Api.Pages"), mistake.GetType().Name, http.TraceIdentifier, mistake.StackTrace ?? "");
            http.Response.Clear();
            await (await Problem(http, StatusCodes.Status500InternalServerError)).ExecuteAsync(http);
        }
    });

    static bool IsPage(HttpContext http) => !http.Request.Path.StartsWithSegments("/api") && !http.Request.Path.StartsWithSegments("/live") && !http.Request.Path.StartsWithSegments("/health");

    static async Task<IResult> Problem(HttpContext http, int status)
    {
        if (!IsPage(http)) return Results.StatusCode(status);
        var asked = await Asked.Of(http);
        return PageResults.Message(asked?.Me ?? Asked.Somebody(http, Language.Nb), status);
    }

    // the message of an exception can quote what was typed; its kind and place cannot
    [LoggerMessage(Level = LogLevel.Error, Message = "Our mistake on a page: {Kind} in request {Trace}{Place}")]
    static partial void Mistake(ILogger logger, string kind, string trace, string place);
}
