namespace LmsWorkflow.Api;

/// <summary>
/// Routes whose handler takes the request itself. The framework's own mapping builds and compiles an expression for every handler before the first page is
/// answered, to find parameters that these do not have; a plain delegate needs none of it. The handler stays in the metadata, which the description of the API is made from.
/// </summary>
static class PlainRoutes
{
    public static RouteHandlerBuilder MapPlain(this IEndpointRouteBuilder app, string verb, string pattern, Func<HttpContext, Task<IResult>> handler) =>
        Map(app, verb, pattern, async http => await (await handler(http)).ExecuteAsync(http), handler);

    public static RouteHandlerBuilder MapPlain(this IEndpointRouteBuilder app, string verb, string pattern, Func<HttpContext, Task> handler) =>
        Map(app, verb, pattern, new RequestDelegate(handler), handler);

    static RouteHandlerBuilder Map(IEndpointRouteBuilder app, string verb, string pattern, RequestDelegate run, Delegate handler) =>
        new([app.MapMethods(pattern, [verb], run).WithMetadata(handler.Method)]);
}
