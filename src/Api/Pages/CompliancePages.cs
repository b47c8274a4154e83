using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>The compliance report of a case, and of a unit over a period.</summary>
static class CompliancePages
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/samsvar", async (HttpContext http) => await Asked.Of(http) is { } asked ? await OfUnit(asked) : SignInPages.Send(http)).ExcludeFromDescription();

    public static async ValueTask<IResult?> OfCase(CaseAskedFor asked) => PageResults.View<CaseCompliancePage>(asked.Me, new ComplianceView(
        CaseFrame.From(asked.Context, asked.Me), await asked.Asked.Service<ComplianceReports>().Of(asked.File, asked.Asked.Aborted),
        UnitsOf(asked.File).Where(unit => ComplianceReports.MayRead(asked.Asked.Actor, unit)).Select(unit => (UnitId?)unit).FirstOrDefault()));

    static IEnumerable<UnitId> UnitsOf(CaseFile file) => file.Identity is { } identity ? identity.Owners.Prepend(identity.LmsUnit) : [];

    static async Task<IResult> OfUnit(Asked asked)
    {
        var (reports, query) = (asked.Service<ComplianceReports>(), asked.Http.Request.Query);
        var readable = reports.Readable(asked.Actor);
        var given = query["enhet"].FirstOrDefault();
        // whoever may see all begins with all
        var unit = given is null ? readable.Contains(null) ? null : readable.FirstOrDefault() : Guid.TryParse(given, out var id) ? new UnitId(id) : (UnitId?)null;
        if (!readable.Contains(unit) || given is { Length: > 0 } && unit is null) return PageResults.Message(asked.Me, StatusCodes.Status403Forbidden);
        var (from, to) = (Balances.Day(query, "fra", reports.First), Balances.Day(query, "til", reports.Today));
        var unreadable = from is null || to is null || from > to;
        var search = ComplianceReports.Query(asked.Actor, unit, unreadable ? reports.First : from!.Value, unreadable ? reports.Today : to!.Value);
        var figure = ComplianceEndpoints.FigureNamed(query["tall"].FirstOrDefault());
        var store = asked.Service<ICaseStore>();
        var page = await store.ComplianceCases(search with { Figure = figure, After = query["etter"].FirstOrDefault() }, asked.Aborted);
        return PageResults.View<UnitCompliancePage>(asked.Me, new UnitComplianceReport(
            unit, [.. readable.Select(one => new Portal.Choice($"{one}", one is { } known ? asked.Me.UnitName(known) : asked.Me.Say("Hele organisasjonen", "Heile organisasjonen")))],
            search.From, search.To, unreadable, await store.Compliance(search, asked.Aborted), figure, [.. page.Cases.Select(line => Line(line, asked.Me))], page.Next, query.ContainsKey("etter")));
    }

    static ComplianceCaseLine Line(ComplianceLine line, Viewer me) => new(
        line.Id, line.Number, line.Title ?? me.Say("(tittelen er slettet)", "(tittelen er sletta)"), line.Phase, line.Standing, line.Compliance);
}
