using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>Every list leaves by one way: with the filters of the list, to those who may read it, and noted.</summary>
public sealed class TakeOutTests(Hosts hosts)
{
    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task Every_list_that_can_be_taken_out_is_so_by_exactly_those_who_may_read_it(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "decided");
        var lists = Lists(given);
        lists.Should().HaveCountGreaterThan(15);
        foreach (var list in lists)
            foreach (var who in new[] { "Koord1", "Br1", "Rev", "Admin", "Stranger", "anonymous" })
            {
                using var read = await given.Ask(who, "GET", list);
                var expected = who == "anonymous" ? HttpStatusCode.Unauthorized : read.StatusCode;
                foreach (var format in new[] { "csv", "xlsx" })
                {
                    using var taken = await given.Ask(who, "GET", $"{list}?format={format}");
                    taken.StatusCode.Should().Be(expected, $"{who} takes out {list} as {format}: {await taken.Content.ReadAsStringAsync()}");
                    if (!taken.IsSuccessStatusCode) continue;
                    taken.Content.Headers.ContentDisposition!.FileName.Should().MatchRegex($@"^[a-z-]+-\d{{4}}-\d\d-\d\d\.{format}$");
                    taken.Headers.CacheControl!.NoStore.Should().BeTrue();
                    if (format == "xlsx") Valid(await taken.Content.ReadAsByteArrayAsync());
                    else (await taken.Content.ReadAsByteArrayAsync()).Should().StartWith([0xEF, 0xBB, 0xBF]);
                }
            }
    }

    [Fact]
    public async Task No_list_holds_what_stays_with_the_case()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var hidden = (await given.Host.Services.GetRequiredService<ICaseStore>().ReadBack(StreamId.Case(new(Guid.Parse(given.Id))), long.MaxValue, 2_000, default))
            .SelectMany(told => told.Texts).Where(text => ConfidentialTexts.Include(text.Field) && text.Value.Length > 12).Select(text => text.Value).Distinct().ToList();
        hidden.Should().NotBeEmpty();
        foreach (var list in Lists(given).Where(list => !list.EndsWith("/drafts", StringComparison.Ordinal) && !list.Contains("/people/", StringComparison.Ordinal) && !list.Contains("/units/", StringComparison.Ordinal) && !list.Contains("/directory/", StringComparison.Ordinal)))
        {
            // the balance, the compliance report and what falls due in the whole organisation are for those whose right is for all of it
            var csv = await Csv(given, list.EndsWith("/v1/balance", StringComparison.Ordinal) || list.EndsWith("/v1/compliance/cases", StringComparison.Ordinal) || list.EndsWith("/v1/retention", StringComparison.Ordinal) ? "Rev" : "Koord1", list);
            foreach (var text in hidden) csv.Should().NotContain(text, list);
        }
    }

    [Fact]
    public async Task A_list_is_narrowed_as_it_is_where_it_is_read_and_is_whole_though_pages_are_short()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        async Task<int> Rows(string list) => Lines(await Csv(given, "Rev", list)).Count - 1;

        var all = await Rows("cases/{sak}/history/search");
        all.Should().BeGreaterThan(100, "a page holds fewer");
        var facts = (await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.Case(new(Guid.Parse(given.Id))), 0, default)).Count;
        Lines(await Csv(given, "Rev", "cases/{sak}/history/search")).Skip(1).Select(line => int.Parse(line.Split(';')[0])).Should().BeInDescendingOrder().And.OnlyHaveUniqueItems().And.OnlyContain(number => number >= 1 && number <= facts);
        (await Rows($"cases/{{sak}}/history/search?person={given["Br1"]}")).Should().BeInRange(1, all / 2);
        (await Rows("cases/{sak}/history/search?q=finnes+ikke+noe+sted")).Should().Be(0);
        (await Rows("cases/{sak}/history/search?at=v20")).Should().BeInRange(1, 20);
        (await Rows("cases?phase=Forankring")).Should().Be(0);
        (await Rows("cases?limit=1")).Should().Be((await given.Read("Rev", "cases")).GetProperty("cases").GetArrayLength());
        using var unreadable = await given.Ask("Rev", "GET", "cases?phase=Tull&format=csv");
        unreadable.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var unknown = await given.Ask("Rev", "GET", "cases?format=pdf");
        unknown.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await unknown.Content.ReadAsStringAsync()).Should().Contain("format=csv");
    }

    [Fact]
    public async Task The_headings_are_in_the_written_form_of_the_reader_or_the_one_asked_for()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        Lines(await Csv(given, "Koord1", "cases?language=nb"))[0].Should().Contain("Venter på");
        Lines(await Csv(given, "Koord1", "cases?language=nn"))[0].Should().Contain("Ventar på");
        Lines(await Csv(given, "Koord1", "definitions/standard_metode/versions/1/cases")).Should().HaveCount(2, "the case is on the version, and there is a heading");
        using var reader = await Visitor.As(given, "Koord1");
        (await reader.Send("/sprak", await reader.Page("/saker"), ("sprak", "nn"), ("tilbake", "/saker"))).StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await (await reader.Get("/api/v1/cases?format=csv")).Content.ReadAsStringAsync()).Should().Contain("Ventar på", "the pages are read so");
    }

    [Fact]
    public async Task Taking_a_list_out_is_noted_with_what_it_was_narrowed_by_and_never_with_what_was_typed()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var store = given.Host.Services.GetRequiredService<ICaseStore>();
        await Csv(given, "Rev", "cases/{sak}/history/search?q=hemmelig+ord&kind=Group&hemmelig-navn=1");
        await Csv(given, "Koord1", "cases?phase=Planning");

        var ofCase = (await store.Read(StreamId.Reads(new(Guid.Parse(given.Id))), 0, default)).Single(one => one.Fact is ListTakenOut);
        ofCase.Fact.Should().BeEquivalentTo(new ListTakenOut("historikk", "csv", ["kind", "q"]));
        ofCase.Stamp.Capacity.Should().Be(Role.Revisor);
        (await given.Read("Koord1", $"people/{given["Koord1"]}/taken-out")).GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("nb").GetString()).Should().ContainSingle().Which.Should().EndWith("tok ut listen «saker» som CSV.");
        using (var koordinator = await Visitor.As(given, "Koord1"))
            (await koordinator.Page($"/personer/{Guid.Parse(given["Koord1"])}")).GetElementById("uttak")!.ParentElement!.TextContent.Should().Contain("tok ut listen «saker» som CSV.");
        using (var others = await given.Ask("Br1", "GET", $"people/{given["Koord1"]}/taken-out")) others.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        var ofPerson = (await store.Read(StreamId.Person(new(Guid.Parse(given["Koord1"]))), 0, default)).Single();
        ofPerson.Fact.Should().BeEquivalentTo(new ListTakenOut("saker", "csv", ["phase"]));
        (await Csv(given, "Rev", "cases/{sak}/history/search?part=Read&language=nb")).Should().Contain("Revisor tok ut listen «historikk» som CSV.");
        using var refused = await given.Ask("Stranger", "GET", "cases/{sak}/meetings?format=csv");
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await store.Read(StreamId.Reads(new(Guid.Parse(given.Id))), 0, default)).Where(one => one.Stamp.Person == new PersonId(Guid.Parse(given["Stranger"]))).Should().BeEmpty();
    }

    [Fact]
    public async Task The_page_links_to_the_whole_list_narrowed_as_the_page_is()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        using var reader = await Visitor.As(given, "Koord1");
        foreach (var (page, address) in new[]
        {
            ($"/saker?mine=ja&fase={(await given.Read("Koord1", "cases/{sak}")).GetProperty("phase").GetString()}", $"&member={given["Koord1"]}"),
            ("/saker/{sak}/historikk?kind=Group&q=oppnevn", "/history/search?kind=Group&q=oppnevn"),
            ("/saker/{sak}/slik-den-var/v20/historikk?kind=Group", "/history/search?at=v20&kind=Group"),
            ("/saker/{sak}/dokumenter", "/sign-offs"), ("/saker/{sak}/moter", "/meetings"), ("/saker/{sak}/balanse", "/balance"), ("/saker/{sak}/budsjett", "/budget"), ("/prosesser", "/api/v1/definitions"),
            ("/prosesser/standard_metode", "/versions"), ("/prosesser/standard_metode/historikk?q=utgave", "/definitions/standard_metode/history?q=utgave"), ("/prosesser/standard_metode/utgaver/1", "/step-times"), ("/bevislogg", "/checkpoints"),
        })
        {
            var shown = await reader.Page(page.Replace("{sak}", given.Id, StringComparison.Ordinal));
            var links = shown.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")!).ToList();
            foreach (var format in new[] { "xlsx", "csv" })
            {
                var link = links.Should().ContainSingle(one => Regex.IsMatch(one, Regex.Escape(address) + "[?&]format=" + format), $"{page} has {string.Join(" ", links)}").Subject;
                using var taken = await reader.Get(link);
                taken.StatusCode.Should().Be(HttpStatusCode.OK, link);
                taken.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
            }
        }
    }

    [Fact]
    public async Task The_description_of_the_API_says_which_lists_can_be_taken_out_and_how()
    {
        var host = await hosts.On("sqlite");
        using var client = host.Client(null);
        using var document = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        var search = document.RootElement.GetProperty("paths").GetProperty("/api/v1/cases/{id}/history/search").GetProperty("get");
        search.GetProperty("parameters").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "format").GetProperty("schema").GetProperty("enum").EnumerateArray().Select(one => one.GetString()).Should().Equal("csv", "xlsx");
        search.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty("text/csv", out _).Should().BeTrue();
    }

    static List<string> Lists(GivenCase given) =>
        [.. from endpoint in given.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<TakesOut>() is not null
            select "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{id}", given.Id, StringComparison.Ordinal).Replace("{key}", "standard_metode", StringComparison.Ordinal).Replace("{version}", "1", StringComparison.Ordinal)
                .Replace("{person}", given["Br1"], StringComparison.Ordinal).Replace("{unit}", given.Host.Services.GetRequiredService<People>().Directory.Units.Values.First(unit => unit.IsLms).Id.ToString(), StringComparison.Ordinal)];

    static void Valid(byte[] file)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        new OpenXmlValidator().Validate(book).Should().BeEmpty();
    }

    static async Task<string> Csv(GivenCase given, string who, string list)
    {
        using var answer = await given.Ask(who, "GET", $"{list}{(list.Contains('?') ? '&' : '?')}format=csv");
        answer.StatusCode.Should().Be(HttpStatusCode.OK, list + ": " + await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Rows, where no text has a line break in it.</summary>
    static List<string> Lines(string csv) => [.. Regex.Split(csv.TrimStart('\uFEFF'), "\r\n").Where(line => line.Length > 0)];
}
