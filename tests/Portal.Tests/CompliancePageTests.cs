using System.Collections.Immutable;
using AngleSharp.Dom;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal.Tests;

/// <summary>Compliance reports with something of everything.</summary>
static class Compliance
{
    static readonly DateTimeOffset Then = new(2025, 9, 2, 10, 0, 0, TimeSpan.Zero);

    static readonly UnitId Lms = new(Guid.Parse("00000000-0000-0000-0000-0000000000a1"));

    public static ComplianceView OfCase(CaseContext context, Viewer me)
    {
        var matrix = ComplianceMatrix.Of(context.Case, FactPlaces.Of([]));
        return new(CaseFrame.From(context, me), matrix with { Rows = [.. matrix.Rows.Select(Filled)] }, Lms);
    }

    static ComplianceRow Filled(ComplianceRow row) => row.Gate != Gate.G2 ? row : row with
    {
        Agreement = GateAgreement.LacksBruker,
        Documents = [new(DocumentKind.D12, 2, new string('a', 64)), new(DocumentKind.D13, 1, new string('b', 64))],
        TookPart = new([new(Sample.Fag1, Then, 41)], [new(Sample.Br2, Then, 42)]),
        Signed = new([new(Sample.Fag1, Then, 41)], [new(Sample.Br2, Then, 42) { IsWithdrawn = true }]),
        Objections = [new(1, Side.Bruker, ObjectionStatus.Open, Then, 43)],
        Departures = [new("GateReopened", new("Porten ble åpnet igjen.", "Porten blei opna att."), Then, 44)],
    };

    public static UnitComplianceReport OfUnit(ComplianceFigure? figure = null, int cases = 7) => new(
        new(Lms, [new(Lms.ToString(), "LMS Fjordkysten"), new("", "Hele organisasjonen")], new(2025, 1, 1), new(2026, 12, 31), false),
        new(cases, 2, [.. ComplianceFigures.All.Select(one => new ComplianceCount(one, one == ComplianceFigure.Deviation ? 0 : 2, 1))], 24, 22, 0, new(3, 1, 1, 0, 0)), figure,
        [new(new(Guid.Parse("00000000-0000-0000-0000-0000000000c1")), "2025-0001", "Kurs om å leve med Parkinson", Phase.Planning, Standing.Open, new(
            new(2025, 2, 1), null, Medvirkningsgrad.Delvis, GateAgreement.Both, GateAgreement.LacksBruker, GateAgreement.NotReached, GateAgreement.NotReached, 2, 0, 0, 0, new(1, 0, 0, 0, 0)))], "12", false);
}

public sealed class CompliancePageTests
{
    static async Task<IDocument> OfCase()
    {
        var sample = Sample.WithMeetings();
        var me = sample.Viewer(Sample.Koord, Language.Nb) with { Path = "/saker/1" };
        return await Html.Page<CaseCompliancePage>(("Me", me), ("View", Compliance.OfCase(sample.Context(Sample.Koord), me)));
    }

    static async Task<IDocument> OfUnit(UnitComplianceReport report) =>
        await Html.Page<UnitCompliancePage>(("Me", Sample.WithMeetings().Viewer(Sample.Leder, Language.Nb) with { Path = "/samsvar" }), ("View", report));

    static string[] Cells(IDocument page, string row) => [.. page.GetElementById(row)!.QuerySelectorAll("td").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    [Fact]
    public async Task A_row_says_who_when_which_text_and_what_went_otherwise()
    {
        var page = await OfCase();

        var cells = Cells(page, "steg-G2");

        cells.Should().HaveCount(7);
        cells[0].Should().Contain("2. september 2025");
        cells[2].Should().Contain("D12 Kursplan v2").And.Contain(new string('a', 64));
        cells[3].Should().StartWith("Mangler").And.Contain("(trukket)");
        cells[4].Should().NotContain("Mangler");
        cells[5].Should().Be("Innsigelse 1 fra brukerrepresentant, 2. september 2025: Åpen");
        cells[6].Should().Be("2. september 2025: Porten ble åpnet igjen.");
    }

    [Fact]
    public async Task Each_cell_has_the_name_of_its_column_for_those_who_see_it_as_a_list()
    {
        var page = await OfCase();
        var columns = page.QuerySelectorAll(".compliance thead th").Skip(1).Select(column => column.TextContent).ToArray();

        foreach (var row in page.QuerySelectorAll(".compliance tbody tr:not(.compliance__phase)"))
            row.QuerySelectorAll("td").Select(cell => cell.GetAttribute("data-label")).Should().Equal(columns);
        page.QuerySelectorAll("th[scope=rowgroup]").Select(phase => phase.TextContent).Should().Equal("Forankring", "Behovsvurdering", "Planlegging", "Gjennomføring", "Evaluering", "Videreføring");
    }

    [Fact]
    public async Task Links_lead_to_the_fact_the_document_and_the_meeting_of_the_case()
    {
        var links = (await OfCase()).QuerySelectorAll(".compliance a").Select(link => link.GetAttribute("href")!).ToList();

        links.Should().Contain(link => link.EndsWith("/historikk/41")).And.Contain(link => link.EndsWith("/dokumenter/D12?versjon=2")).And.Contain(link => link.EndsWith("/moter/1")).And.Contain(link => link.EndsWith("/godkjenninger/G2"));
    }

    [Fact]
    public async Task N12_A_case_that_lacks_something_is_never_said_to_follow_the_method()
    {
        var box = (await OfCase()).GetElementById("medvirkningsgrad")!.ParentElement!.TextContent;

        box.Should().Contain("kan ikke omtales som utviklet etter Standard metode").And.NotContain("Saken kan omtales");
    }

    [Fact]
    public async Task The_picture_has_a_name_says_all_it_shows_and_has_a_table_beside_it()
    {
        var picture = (await OfUnit(Compliance.OfUnit())).QuerySelector("svg.bars")!;

        picture.QuerySelector("title")!.TextContent.Should().NotBeEmpty();
        picture.QuerySelector("desc")!.TextContent.Should().Be("Full medvirkning: 2. Delvis dokumentert: 2. Ikke dokumentert: 2.");
        picture.ParentElement!.QuerySelector("table caption").Should().NotBeNull();
    }

    [Fact]
    public async Task A_figure_leads_to_its_cases_and_nought_leads_nowhere()
    {
        var page = await OfUnit(Compliance.OfUnit(ComplianceFigure.G2One));

        page.QuerySelectorAll("table a").Select(link => link.GetAttribute("href")!).Should().Contain(link => link.Contains("&tall=G2One#saker")).And.NotContain(link => link.Contains("tall=Deviation"));
        page.GetElementById("saker")!.TextContent.Should().Be("Sakene: G2: én side mangler");
        page.QuerySelector("a[href^='/saker/'][href$='/samsvar']")!.TextContent.Should().Be("Kurs om å leve med Parkinson");
        page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).Should().Contain(link => link.Contains("tall=G2One&etter=12")).And.Contain(link => link.StartsWith("/api/v1/compliance/cases?") && link.EndsWith("&figure=G2One&format=csv"));
    }

    [Fact]
    public async Task A_period_without_cases_says_so_and_shows_no_empty_tables()
    {
        var page = await OfUnit(Compliance.OfUnit(cases: 0) with { Cases = [], Next = null });

        page.GetElementById("med")!.TextContent.Should().StartWith("0 saker");
        page.QuerySelectorAll("table").Should().BeEmpty();
    }
}
