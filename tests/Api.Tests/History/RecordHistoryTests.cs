using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace LmsWorkflow.Api.Tests;

/// <summary>The history of what is no case: definitions, people's rights and units, by page and API alike.</summary>
public sealed class RecordHistoryTests(Hosts hosts)
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_right_that_was_given_and_taken_is_told_on_the_persons_page_and_on_the_units(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "anchored");
        var unit = (await given.Read("Admin", "units")).EnumerateArray().First().GetProperty("id").GetString()!;
        (await given.Ask("Admin", "POST", $"people/{given["Stranger"]}/grants", new { role = "Leder", unit })).EnsureSuccessStatusCode();
        (await given.Ask("Admin", "DELETE", $"people/{given["Stranger"]}/grants", new { role = "Leder", unit })).EnsureSuccessStatusCode();

        foreach (var path in new[] { $"people/{given["Stranger"]}/history", $"units/{unit}/history" })
            Sentences(await given.Read("Rev", path)).Take(2).Should().SatisfyRespectively(
                taken => taken.Should().Contain("tok fra En annen rollen leder ved "), granted => granted.Should().Contain("ga En annen rollen leder ved "));
        using var rev = await Visitor.As(given, "Rev");
        foreach (var path in new[] { $"/personer/{given["Stranger"]}", $"/enheter/{unit}" })
        {
            var page = await rev.Page(path);
            page.Body!.TextContent.Should().Contain("tok fra En annen rollen leder");
            var fact = await rev.Page(page.QuerySelector("#historikk ~ .timeline a")!.GetAttribute("href")!);
            fact.QuerySelector("h2")!.TextContent.Should().Contain("tok fra En annen rollen leder");
            fact.Body!.TextContent.Should().Contain("role-revoked");
        }
    }

    [Fact]
    public async Task A_person_reads_what_is_recorded_of_herself_and_nobody_elses()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "frozen");
        using var koord = await Visitor.As(given, "Koord1");
        await koord.Page($"/saker/{given.Id}/arbeidsgruppe");
        using var br = await Visitor.As(given, "Br1");

        var own = await br.Page((await br.Page("/")).QuerySelector(".who__person a")!.GetAttribute("href")!);
        own.Body!.TextContent.Should().Contain("så rolleavklaringen til").And.Contain("brukerrepresentant fra");
        (await br.Get($"/personer/{given["Fag1"]}")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await br.Get("/katalog")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await given.Ask("Br1", "GET", $"people/{given["Br1"]}/history")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await given.Ask("Br1", "GET", $"people/{given["Fag1"]}/history")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await given.Ask("Br1", "GET", "directory/history")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await given.Ask("anonymous", "GET", "directory/history")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_leader_who_reads_a_fact_of_the_unit_finds_the_way_back_to_the_unit()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        using var leader = await Visitor.As(given, "Leder1");
        var unit = $"/enheter/{given["Nevro"]}";
        var fact = (await leader.Page(unit)).QuerySelector("#historikk ~ .timeline a")!.GetAttribute("href")!;
        (await leader.Page(fact)).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).Should().Contain(unit).And.NotContain($"/personer/{given["Leder1"]}");
    }

    [Fact]
    public async Task A_refused_attempt_to_change_rights_is_recorded_and_shown_to_revisor_and_administrator_only()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        (await given.Ask("Koord1", "POST", $"people/{given["Koord1"]}/grants", new { role = "Administrator" })).StatusCode.Should().Be(HttpStatusCode.Forbidden);

        Sentences(await given.Read("Rev", "directory/history?part=Refused"))[0].Should().Contain("prøvde å gi en rolle").And.Contain("Rollen gir ikke adgang");
        using var rev = await Visitor.As(given, "Rev");
        var page = await rev.Page("/katalog/historikk?part=Refused");
        page.QuerySelector(".timeline li")!.TextContent.Should().Contain("prøvde å gi en rolle");
        (await rev.Page(page.QuerySelector(".timeline a")!.GetAttribute("href")!)).QuerySelector("h2")!.TextContent.Should().Contain("prøvde å gi en rolle");
        (await given.Ask("Koord1", "GET", "definitions/standard_metode/history?part=Refused")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_definition_tells_its_history_by_page_and_api_with_a_page_for_each_fact()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");

        var told = Sentences(await given.Read("Koord1", "definitions/standard_metode/history"));
        told.Should().Contain(line => line.Contains("ga ut utgave 1"));
        (await given.Read("Koord1", "definitions/standard_metode/history/1")).GetProperty("stored").ValueKind.Should().Be(JsonValueKind.Object);
        (await given.Ask("Koord1", "GET", "definitions/finnes_ikke/history")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var koord = await Visitor.As(given, "Koord1");
        var page = await koord.Page("/prosesser/standard_metode/historikk");
        page.QuerySelectorAll(".timeline li").Should().HaveCount(told.Count);
        page.QuerySelector("select[name=part]").Should().BeNull("refused attempts are for revisor and administrator");
        (await koord.Page("/prosesser/standard_metode/historikk/1")).QuerySelector("h2")!.TextContent.Should().NotBeEmpty();
        (await koord.Get("/prosesser/standard_metode/historikk/99999")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await koord.Page("/prosesser/standard_metode/historikk?q=finnes+ikke+her")).QuerySelectorAll(".timeline li").Should().BeEmpty();
        (await koord.Page("/prosesser/standard_metode/historikk?from=tull")).QuerySelector("[role=alert]")!.TextContent.Should().Contain("kunne ikke leses");
        (await given.Ask("Koord1", "GET", "definitions/standard_metode/history?from=tull")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_leader_reads_the_record_of_her_own_unit_with_its_cases()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var grants = (await given.Read("Admin", "people")).EnumerateArray().Single(person => person.GetProperty("id").GetString() == given["Leder1"]).GetProperty("grants");
        var own = grants.EnumerateArray().First().GetProperty("unit").GetString()!;
        var other = (await given.Read("Admin", "units")).EnumerateArray().First(unit => unit.GetProperty("id").GetString() != own).GetProperty("id").GetString()!;
        using var leder = await Visitor.As(given, "Leder1");

        (await leder.Page($"/enheter/{own}")).QuerySelector($"a[href='/saker/{given.Id}/historikk']").Should().NotBeNull();
        (await leder.Get($"/enheter/{other}")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    static List<string> Sentences(JsonElement page) => [.. page.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("nb").GetString()!)];
}
