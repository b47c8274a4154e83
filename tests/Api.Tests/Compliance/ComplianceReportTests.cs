using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>The compliance report over page, API, list and dossier: the same judgement, to the same people.</summary>
public sealed class ComplianceReportTests(PageCases cases, Hosts hosts) : IClassFixture<PageCases>
{
    [Fact]
    public async Task Example_A_has_full_participation_and_every_link_of_its_report_leads_somewhere()
    {
        var given = await cases.At("decided");

        var report = await given.Read("Rev", "cases/{sak}/compliance");

        (report.GetProperty("participation").GetString(), report.GetProperty("mark").GetProperty("nb").GetString(), report.GetProperty("lacking").GetArrayLength()).Should().Be(("Full", "Utviklet etter Standard metode", 0));
        using var visitor = await Visitor.As(given, "Rev");
        var page = await visitor.Page($"/saker/{given.Id}/samsvar");
        page.GetElementById("medvirkningsgrad")!.ParentElement!.TextContent.Should().Contain("Full medvirkning").And.Contain("kan omtales som utviklet etter Standard metode");
        var links = page.QuerySelectorAll(".compliance a").Select(link => link.GetAttribute("href")!).Distinct().ToList();
        links.Count.Should().BeGreaterThan(25);
        links.Should().Contain(link => link.Contains("/historikk/")).And.Contain(link => link.Contains("/moter/")).And.Contain(link => link.Contains("?versjon="));
        foreach (var link in links)
        {
            using var answer = await visitor.Get(link);
            ((int)answer.StatusCode).Should().BeInRange(200, 303, link);
        }
    }

    [Fact]
    public async Task Each_signature_of_the_matrix_points_to_the_very_fact_that_gave_it()
    {
        var given = await cases.At("decided");
        var facts = await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.Case(new(Guid.Parse(given.Id))), 0, default);

        var rows = (await given.Read("Rev", "cases/{sak}/compliance")).GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("step").GetString() == "Gate").ToList();

        rows.Should().HaveCount(4);
        foreach (var row in rows)
            foreach (var (side, name) in new[] { (Side.Fag, "fag"), (Side.Bruker, "bruker") })
                foreach (var signed in row.GetProperty("signed").GetProperty(name).EnumerateArray())
                {
                    var signature = facts.Single(one => one.Version == signed.GetProperty("fact").GetInt64()).Fact.Should().BeOfType<SignOffGiven>().Subject;
                    (signature.Side, $"{signature.Gate}").Should().Be((side, row.GetProperty("gate").GetString()!));
                }
    }

    [Fact]
    public async Task A_case_under_way_says_which_gate_lacks_what_and_is_not_called_by_the_methods_name()
    {
        var given = await cases.At("frozen");

        var report = await given.Read("Br1", "cases/{sak}/compliance");

        report.GetProperty("participation").GetString().Should().Be("Delvis");
        report.GetProperty("lacking").EnumerateArray().Select(one => one.GetProperty("gate").GetString()).Should().Equal("G2", "G3", "G4");
        using var visitor = await Visitor.As(given, "Br1");
        var page = await visitor.Page($"/saker/{given.Id}/samsvar");
        page.QuerySelectorAll("#mangler li").Should().HaveCount(3);
        page.GetElementById("medvirkningsgrad")!.ParentElement!.TextContent.Should().Contain("Delvis dokumentert").And.Contain("kan ikke omtales som utviklet etter Standard metode ennå");
    }

    [Fact]
    public async Task A_look_back_reports_what_was_known_then_and_points_into_the_look_back()
    {
        var given = await cases.At("decided");
        var early = (await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.Case(new(Guid.Parse(given.Id))), 0, default)).First(one => one.Fact is GatePassed { Gate: Gate.G1 }).Version;

        (await given.Read("Rev", $"cases/{{sak}}/compliance?at=v{early}")).GetProperty("participation").GetString().Should().Be("Delvis");
        (await given.Read("Rev", $"cases/{{sak}}/compliance?at=v{early - 1}")).GetProperty("participation").GetString().Should().Be("IkkeDokumentert");
        using var visitor = await Visitor.As(given, "Rev");
        var page = await visitor.Page($"/saker/{given.Id}/slik-den-var/v{early}/samsvar");
        page.QuerySelectorAll(".compliance a").Select(link => link.GetAttribute("href")!).Should().NotBeEmpty().And.OnlyContain(link => link.Contains($"/slik-den-var/v{early}/"));
    }

    [Fact]
    public async Task The_report_shows_no_text_that_stays_with_the_case()
    {
        var given = await cases.At("decided");
        var texts = (await given.Host.Services.GetRequiredService<ICaseStore>().ReadBack(StreamId.Case(new(Guid.Parse(given.Id))), long.MaxValue, 2_000, default))
            .SelectMany(told => told.Texts).Where(text => ConfidentialTexts.Include(text.Field) && text.Value.Length > 12).Select(text => text.Value).Distinct().ToList();
        using var answer = await given.Ask("Rev", "GET", "cases/{sak}/compliance");
        var said = await answer.Content.ReadAsStringAsync();

        texts.Should().NotBeEmpty();
        foreach (var text in texts) said.Should().NotContain(text);
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_unit_is_told_of_to_those_who_may_with_its_cases_behind_each_figure(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "needs-assessed");
        var row = (await given.Host.Services.GetRequiredService<ICaseStore>().Cases(new CaseQuery(), default)).Cases.Single();
        var (lms, owner) = ($"{row.LmsUnit}", $"{row.Owners.Single()}");
        foreach (var (who, unit, may) in new[]
            { ("Koord1", lms, true), ("Rev", lms, true), ("Rev", "", true), ("Leder1", owner, true), ("Leder1", lms, false), ("Koord1", "", false), ("Br1", lms, false), ("Fag1", lms, false), ("Admin", lms, false), ("Stranger", lms, false) })
        {
            foreach (var path in new[] { "compliance", "compliance/cases" })
            {
                using var answer = await given.Ask(who, "GET", $"{path}?unit={unit}");
                answer.StatusCode.Should().Be(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{who} asks {path} for {unit}");
            }

            using var visitor = await Visitor.As(given, who);
            using var page = await visitor.Get($"/samsvar?enhet={unit}");
            page.StatusCode.Should().Be(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{who} opens {unit}");
        }

        var report = (await given.Read("Rev", $"compliance?unit={lms}")).GetProperty("report");
        report.GetProperty("cases").GetInt32().Should().Be(1);
        report.GetProperty("counts").EnumerateArray().Single(count => count.GetProperty("figure").GetString() == "G1Both").GetProperty("cases").GetInt32().Should().Be(1);
        (await given.Read("Rev", $"compliance/cases?unit={lms}&figure=Delvis")).GetProperty("cases")[0].GetProperty("number").GetString().Should().Be(row.Number);
        (await given.Read("Rev", $"compliance/cases?unit={lms}&figure=Full")).GetProperty("cases").GetArrayLength().Should().Be(0);
        (await given.Read("Rev", $"compliance?unit={lms}&from=2001-01-01&to=2001-12-31")).GetProperty("report").GetProperty("cases").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task N12_The_list_that_is_taken_out_says_of_each_case_what_it_may_be_called()
    {
        var partly = await Csv(await cases.At("frozen"));
        partly.Should().Contain("Delvis dokumentert").And.NotContain("etter Standard metode");
        (await Csv(await cases.At("decided"))).Should().Contain("Utviklet etter Standard metode");
    }

    [Fact]
    public async Task The_page_of_a_unit_leads_from_a_figure_to_its_cases_and_bad_questions_get_plain_answers()
    {
        var given = await cases.At("frozen");
        using var visitor = await Visitor.As(given, "Rev");

        var page = await visitor.Page("/samsvar?enhet=");
        var link = page.QuerySelectorAll("table a").First(one => one.GetAttribute("href")!.Contains("tall=Delvis"));
        var listed = await visitor.Page(link.GetAttribute("href")!);

        listed.QuerySelector($"a[href='/saker/{given.Id}/samsvar']").Should().NotBeNull();
        listed.GetElementById("saker")!.TextContent.Should().Contain("Delvis dokumentert");
        (await visitor.Page("/samsvar?enhet=&fra=2026-12-31&til=2026-01-01")).QuerySelector("[role=alert]")!.TextContent.Should().Contain("Perioden kunne ikke leses");
        (await visitor.Page("/samsvar?enhet=&tall=Tull&etter='--")).QuerySelector("h1")!.TextContent.Should().Be("Samsvarsrapport");
        using var nonsense = await visitor.Get("/samsvar?enhet='--");
        nonsense.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        foreach (var bad in new[] { "compliance?unit=x", "compliance?from=2026-02-30", "compliance?from=2026-02-01&to=2026-01-01", "compliance/cases?figure=Tull", "compliance/cases?figure=1", "compliance/cases?limit=0", "compliance/cases?limit=201" })
        {
            using var answer = await given.Ask("Rev", "GET", bad);
            answer.StatusCode.Should().Be(HttpStatusCode.BadRequest, bad);
        }

        using var nobody = await given.Ask("anonymous", "GET", "compliance");
        nobody.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task N12_The_dossier_holds_the_report_in_both_written_forms_and_marks_it_as_it_is()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "frozen");
        var made = await given.Host.Services.GetRequiredService<DossierBuilder>().Make((await given.Host.Services.GetRequiredService<CaseLoader>().Current(new(Guid.Parse(given.Id)), default)).File, _ => { }, default);
        using var zip = new ZipArchive(new MemoryStream(made!.File));

        foreach (var (form, mark, lacks) in new[] { ("nb", "Delvis dokumentert", "(G2): godkjenning fra begge sider mangler."), ("nn", "Delvis dokumentert", "(G2): godkjenning frå begge sider manglar.") })
        {
            var page = await new HtmlParser().ParseDocumentAsync(Text(zip, $"samsvar.{form}.html"));
            page.GetElementById("merke")!.TextContent.Should().Be(mark);
            page.GetElementById("mangler")!.TextContent.Should().Contain(lacks);
            var whole = await new HtmlParser().ParseDocumentAsync(Text(zip, $"les-meg.{form}.html"));
            whole.QuerySelector($"a[href='samsvar.{form}.html']").Should().NotBeNull();
            var links = page.QuerySelectorAll(".compliance a").Select(link => link.GetAttribute("href")!).ToList();
            links.Should().NotBeEmpty();
            foreach (var link in links) whole.GetElementById(link.Split('#')[1]).Should().NotBeNull(link);
        }
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task The_first_start_of_a_program_that_keeps_the_list_fills_it_from_the_record(string database)
    {
        await using var place = await EmptyPlace.On(hosts, database);
        await DemonstrationSeed.Fill(place.Options, new(2026, 9, 1), CancellationToken.None);
        var everything = new ComplianceQuery(new(2000, 1, 1), new(2100, 1, 1));
        var (before, after) = await place.Reading(async store =>
        {
            var row = (await store.Cases(new CaseQuery(), CancellationToken.None)).Cases.Single();
            var line = (await store.ComplianceCases(everything, CancellationToken.None)).Cases.Single();
            var stream = StreamId.Case(row.Id);
            // a program without the list has a case in its other lists and none in this
            var lists = ListChanges.Of(stream, ListRows.Empty with { Case = row, Compliance = line.Compliance }, ListRows.Empty with { Case = row with { Version = row.Version + 1 } });
            await store.Append(new(new(new(2026, 9, 2, 8, 0, 0, TimeSpan.Zero), row.Koordinator, Role.Koordinator, "test"), [new StreamAppend(stream, row.Version, [new CasePutOnHold(SealedText.Seal("hold.reason", "venter på rom", new string('a', 32)), null)])], lists, null), CancellationToken.None);
            (await store.Compliance(everything, CancellationToken.None)).Cases.Should().Be(0);

            await RebuildListsCommand.CatchUp(store, CancellationToken.None);

            return (line.Compliance, (await store.ComplianceCases(everything, CancellationToken.None)).Cases.Single().Compliance);
        });
        after.Should().Be(before);
    }

    static async Task<string> Csv(GivenCase given)
    {
        using var answer = await given.Ask("Rev", "GET", "compliance/cases?format=csv");
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
