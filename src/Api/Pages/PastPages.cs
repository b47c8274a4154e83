using System.Globalization;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;

namespace LmsWorkflow.Api.Pages;

/// <summary>From a date and a time in a form to the address of the case as it was then.</summary>
static class PastPages
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/saker/{id:guid}/slik-den-var", (Delegate)Go).ExcludeFromDescription();

    static async Task<IResult> Go(HttpContext http)
    {
        if (await Asked.Of(http) is not { } asked) return SignInPages.Send(http);
        var id = new CaseId(Guid.Parse((string)http.Request.RouteValues["id"]!));
        var (found, status) = await CaseAskedFor.Of(asked, id);
        if (found is null) return PageResults.Message(asked.Me, status);
        var (day, time) = (http.Request.Query["dato"].FirstOrDefault() ?? "", http.Request.Query["tid"].FirstOrDefault() ?? "");
        var slug = TimeOnly.TryParseExact(time, ["HH:mm", "HH:mm:ss", "HH.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? $"{day}T{clock.ToString("HH.mm", CultureInfo.InvariantCulture)}" : day;
        return AskedMoment.Read(slug) is null ? PageResults.Go(CaseFrame.PathOf(id) + "/historikk") : PageResults.Go($"{CaseFrame.PathOf(id)}/slik-den-var/{slug}");
    }
}
