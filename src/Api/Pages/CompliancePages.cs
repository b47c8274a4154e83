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
        if (UnitPeriodAsked.Of(asked, readable, reports.First, reports.Today) is not { } form) return PageResults.Message(asked.Me, StatusCodes.Status403Forbidden);
        var search = ComplianceReports.Query(asked.Actor, form.Unit, form.From, form.To);
        var figure = ComplianceEndpoints.FigureNamed(query["tall"].FirstOrDefault());
        var store = asked.Service<ICaseStore>();
        var page = await store.ComplianceCases(search with { Figure = figure, After = query["etter"].FirstOrDefault() }, asked.Aborted);
        return PageResults.View<UnitCompliancePage>(asked.Me, new UnitComplianceReport(
            form, await store.Compliance(search, asked.Aborted), figure, [.. page.Cases.Select(line => Line(line, asked.Me))], page.Next, query.ContainsKey("etter")));
    }

    static ComplianceCaseLine Line(ComplianceLine line, Viewer me) => new(
        line.Id, line.Number, line.Title ?? me.Say("(tittelen er slettet)", "(tittelen er sletta)"), line.Phase, line.Standing, line.Compliance);
}
