using Microsoft.AspNetCore.Antiforgery;

namespace LmsWorkflow.Api;

/// <summary>
/// A cookie is sent by the browser whoever made the page, so whoever changes something under <c>/api</c> by cookie must show the anti-forgery token as well.
/// Programs authenticate with a header, which no other site can make a browser send.
/// </summary>
sealed class CookieGuard(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (IsChangeByCookie(http) && !await antiforgery.IsRequestValidAsync(http)) await Problem.AntiForgery.Write(http);
        else await next(http);
    }

    static bool IsChangeByCookie(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") && !http.Request.Headers.ContainsKey("Authorization")
        && http.User.Identity?.IsAuthenticated == true && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
}
