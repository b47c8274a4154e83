using Microsoft.AspNetCore.Routing.Template;

namespace LmsWorkflow.Api;

/// <summary>Tells an address that does not exist from one that does not take this verb; the pages' fall-back takes every verb and would hide the difference.</summary>
static class AllowedVerbs
{
    public static IReadOnlyList<string> At(HttpContext http) =>
    [
        .. http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText is { } pattern && pattern.StartsWith(ApiRoutes.Root, StringComparison.Ordinal) && Matches(pattern, http.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The request fell through to the fall-back, which is for no verb in particular.</summary>
    public static bool FellThrough(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<HttpMethodMetadata>() is null;

    static bool Matches(string pattern, PathString path) => new TemplateMatcher(TemplateParser.Parse(pattern.TrimStart('/')), []).TryMatch(path, []);
}
