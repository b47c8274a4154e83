using System.Net;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>The case as it was: equal to a replay up to that moment, on pages where nothing can be done, to those who may read it today.</summary>
public sealed class PastCaseTests(Hosts hosts)
{
    static readonly string[] Pages =
        ["", "/arbeidsgruppe", "/dokumenter", "/dokumenter/D08", "/dokumenter/D17", "/godkjenninger/G1", "/godkjenninger/G2", "/moter", "/program", "/budsjett", "/gjennomforing", "/evaluering", "/vedtak", "/historikk"];

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task The_case_at_any_fact_or_time_is_a_replay_up_to_it(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "decided");
        var facts = await given.Host.Services.GetRequiredService<ICaseStore>().Read(Stream(given), 0, default);
        var random = new Random(7);
        foreach (var version in Enumerable.Range(1, 25).Select(_ => random.Next(1, facts.Count + 1)))
        {
            (await given.Read("Rev", $"cases/{{sak}}?at=v{version}")).GetRawText().Should().Be(Replayed(given, facts.Take(version)), "after fact {0}", version);
            var at = facts[version - 1].Stamp.At;
            (await given.Read("Rev", $"cases/{{sak}}?at={Uri.EscapeDataString(at.ToString("o"))}")).GetRawText().Should().Be(Replayed(given, facts.TakeWhile(one => one.Stamp.At <= at)), "at {0}", at);
        }
    }

    [Fact]
    public async Task A_document_and_a_gate_are_read_as_they_were()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var facts = await given.Host.Services.GetRequiredService<ICaseStore>().Read(Stream(given), 0, default);
        var frozen = facts.First(one => one.Fact is PackageFrozen { Gate: Gate.G2 });
        string Signed(JsonElement gate) => gate.GetRawText();

        var before = Signed(await given.Read("Rev", $"cases/{{sak}}/gates/G2?at=v{frozen.Version - 1}"));
        var after = Signed(await given.Read("Rev", $"cases/{{sak}}/gates/G2?at=v{frozen.Version}"));
        var now = Signed(await given.Read("Rev", "cases/{sak}/gates/G2"));
        before.Should().NotBe(after);
        after.Should().NotBe(now);
        (await given.Read("Rev", "cases/{sak}/documents/D12?at=v" + frozen.Version)).GetProperty("number").GetInt32().Should().BeGreaterThan(0);
    }

    [Theory]
    [InlineData("x", 400)]
    [InlineData("v0", 400)]
    [InlineData("vx", 400)]
    [InlineData("v99999", 404)]
    [InlineData("1999-01-01", 404)]
    [InlineData("2999-12-31", 200)]
    public async Task A_moment_that_is_none_or_had_no_case_is_answered_so(string moment, int status)
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var answer = await given.Ask("Rev", "GET", "cases/{sak}?at=" + moment);
        ((int)answer.StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task Every_page_shows_the_case_as_it_was_says_so_and_offers_nothing_to_do()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var facts = await given.Host.Services.GetRequiredService<ICaseStore>().Read(Stream(given), 0, default);
        var frozen = facts.First(one => one.Fact is PackageFrozen { Gate: Gate.G2 }).Version;
        foreach (var who in new[] { "Rev", "Koord1" })
        {
            using var visitor = await Visitor.As(given, who);
            foreach (var page in Pages)
            {
                var document = await visitor.Page($"/saker/{given.Id}/slik-den-var/v{frozen}{page}");
                document.GetElementById("slik-den-var")!.TextContent.Should().Contain("Slik saken var", page);
                document.QuerySelectorAll("main form[method=post]").Should().BeEmpty($"{who} on {page}");
                document.QuerySelectorAll($"main a[href^='/saker/{given.Id}']").Select(link => link.GetAttribute("href")!)
                    .Should().OnlyContain(link => link.Contains("/slik-den-var/") || link == $"/saker/{given.Id}" || link.EndsWith("/saksmappe"), $"links on {page} stay in the past");
            }
        }

        (await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.Reads(new(Guid.Parse(given.Id))), 0, default)).Select(one => one.Stamp.Person).Should().Contain(new PersonId(Guid.Parse(given["Koord1"])), "the frozen texts of that day were shown");
        using var old = await Visitor.As(given, "Rev");
        var latest = (await old.Page($"/saker/{given.Id}/slik-den-var/v{frozen}/historikk")).QuerySelector(".timeline li")!.Id!;
        long.Parse(latest[1..], System.Globalization.CultureInfo.InvariantCulture).Should().BeLessThanOrEqualTo(frozen, "what happened later had not happened");
    }

    [Fact]
    public async Task A_date_and_a_time_in_the_form_lead_to_the_case_as_it_was_then()
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var visitor = await Visitor.As(given, "Rev");
        async Task Leads(string query, string to)
        {
            using var answer = await visitor.Get($"/saker/{given.Id}/slik-den-var?{query}");
            answer.Headers.Location!.ToString().Should().Be($"/saker/{given.Id}{to}");
        }

        await Leads("dato=2026-10-01&tid=12:30", "/slik-den-var/2026-10-01T12.30");
        await Leads("dato=2026-10-01&tid=", "/slik-den-var/2026-10-01");
        await Leads("dato=tull&tid=", "/historikk");
    }

    [Fact]
    public async Task The_past_is_closed_to_those_the_case_is_closed_to_today()
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        foreach (var (who, status) in new[] { ("Stranger", 403), ("Admin", 403), ("Rev", 200) })
        {
            using var visitor = await Visitor.As(given, who);
            foreach (var path in new[] { "v3", "v3/historikk" })
            {
                using var page = await visitor.Get($"/saker/{given.Id}/slik-den-var/{path}");
                ((int)page.StatusCode).Should().Be(status, $"{who} {path}");
            }

            using var api = await given.Ask(who, "GET", "cases/{sak}?at=v3");
            ((int)api.StatusCode).Should().Be(status, who);
        }

        using var nobody = Visitor.Nobody(given.Host);
        using var sent = await nobody.Get($"/saker/{given.Id}/slik-den-var/v3");
        sent.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        using var none = await Visitor.As(given, "Rev");
        using var posted = await none.Post($"/saker/{given.Id}/slik-den-var/v3", new FormUrlEncodedContent([]));
        posted.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    static StreamId Stream(GivenCase given) => StreamId.Case(new(Guid.Parse(given.Id)));

    static string Replayed(GivenCase given, IEnumerable<RecordedFact> facts) => JsonSerializer.SerializeToElement(
        CaseView.Of(facts.Aggregate(CaseFile.Unregistered(new(Guid.Parse(given.Id))), (file, one) => file.After(one.Fact, one.Stamp))), ApiJson.Writing).GetRawText();
}
