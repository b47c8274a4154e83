using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>An auditor asks a case's history; programs and pages answer alike.</summary>
public sealed class HistorySearchTests(Hosts hosts)
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Every_filter_takes_what_it_says_and_nothing_else(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "decided");
        var facts = await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.Case(new(Guid.Parse(given.Id))), 0, default);
        var told = (await All(given, "")).Select(line => line.GetProperty("version").GetInt64()).ToHashSet();
        var shown = facts.Where(one => told.Contains(one.Version)).ToList();
        async Task Asked(string query, Func<RecordedFact, bool> expected)
        {
            var versions = (await All(given, query)).Select(line => line.GetProperty("version").GetInt64()).ToList();
            versions.Should().Equal(shown.Where(expected).Select(one => one.Version).Reverse(), query);
            versions.Should().NotBeEmpty(query);
        }

        told.Should().HaveCountGreaterThan(100);
        await Asked($"person={given["Br1"]}", one => one.Stamp.Person == new PersonId(Guid.Parse(given["Br1"])));
        await Asked("capacity=Brukerrepresentant", one => one.Stamp.Capacity == Role.Brukerrepresentant);
        await Asked("kind=Group", one => one.Name.StartsWith("member-", StringComparison.Ordinal) || one.Name.StartsWith("role-clarification", StringComparison.Ordinal) || one.Name.StartsWith("confidentiality-", StringComparison.Ordinal) || one.Name.StartsWith("case-summary", StringComparison.Ordinal));
        await Asked("document=D12&kind=Document", one => one.Fact is DraftSaved { Kind: DocumentKind.D12 });
        await Asked("capacity=Fagperson&kind=SignOff", one => one.Stamp.Capacity == Role.Fagperson && HistoryFilter.KindOf(one.Name) == HistoryKind.SignOff);
        var passed = facts.First(one => one.Fact is GatePassed { Gate: Gate.G1 }).Stamp.At;
        await Asked($"to={OsloTime.Date(passed):yyyy-MM-dd}", one => OsloTime.Date(one.Stamp.At) <= OsloTime.Date(passed));
        await Asked($"from={OsloTime.Date(passed.AddDays(1)):yyyy-MM-dd}", one => OsloTime.Date(one.Stamp.At) > OsloTime.Date(passed));
        await Asked("phase=NeedsAssessment", one => one.Stamp.At < passed && one.Stamp.At >= facts.First(fact => fact.Fact is GatePassed { Gate: Gate.G0 }).Stamp.At);
    }

    [Fact]
    public async Task All_that_happened_to_a_document_is_found_by_it_also_what_was_sent_back_decided_and_reminded()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        async Task<List<string>> Of(string document) => [.. (await All(given, $"document={document}")).Select(line => line.GetProperty("nb").GetString()!)];

        (await Of("D13")).Should().Contain(line => line.Contains("ba om endring i versjon 1")).And.Contain(line => line.Contains("lagret program")).And.Contain(line => line.Contains("er fullført"));
        (await Of("D14")).Should().Contain(line => line.Contains("godkjente budsjettet"));
        (await Of("D16")).Should().Contain(line => line.Contains("leste og godtok kunngjøringen"));
        (await Of("D10")).Should().Contain(line => line.Contains("skrev referat")).And.Contain(line => line.Contains("bekreftet referatet"));
        foreach (var document in new[] { "D01", "D03", "D05", "D06", "D07", "D09", "D19", "D20", "D22", "D23", "D25" }) (await Of(document)).Should().NotBeEmpty(document);
    }

    [Fact]
    public async Task Every_step_the_process_took_is_told_to_who_asks_for_the_process_by_the_names_of_the_drawing()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var steps = (await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.Case(new(Guid.Parse(given.Id))), 0, default)).Where(one => Portal.FactSentences.IsSilent(one.Fact.GetType())).Select(one => one.Version).ToList();
        steps.Should().HaveCountGreaterThan(20);

        var told = (await All(given, "kind=Process")).ToDictionary(line => line.GetProperty("version").GetInt64(), line => line.GetProperty("nb").GetString()!);

        told.Keys.Should().Contain(steps);
        told.Values.Should().Contain(line => line.Contains("Oppgaven «") && line.Contains("ble åpnet for ")).And.Contain(line => line.Contains("Prosessen er ferdig.")).And.NotContain(line => line.Contains('_'), "an element is told by its name");
        (await given.Read("Rev", $"cases/{{sak}}/history/{steps[0]}")).GetProperty("line").GetProperty("nb").GetString().Should().Be(told[steps[0]]);
        using var auditor = await Visitor.As(given, "Rev");
        (await auditor.Page($"/saker/{given.Id}/historikk?kind=Process")).Body!.TextContent.Should().Contain(told[told.Keys.Max()]);
    }

    [Fact]
    public async Task Attempts_and_openings_are_of_the_sort_they_are_about()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "frozen");
        using var refused = await given.Ask("Koord1", "POST", "cases/{sak}/gates/G2/sign-offs", new { package = 1, packageHash = "x" });
        using var br = await Visitor.As(given, "Br1");
        await br.Page($"/saker/{given.Id}/dokumenter/D12");

        (await All(given, "part=Refused&kind=SignOff")).Should().ContainSingle(line => line.GetProperty("nb").GetString()!.Contains("prøvde å godkjenne en låst tekst"));
        (await All(given, "part=Refused&kind=Meeting")).Should().NotContain(line => line.GetProperty("nb").GetString()!.Contains("godkjenne"));
        (await All(given, "part=Read&kind=Document")).Should().Contain(line => line.GetProperty("nb").GetString()!.Contains("åpnet kursplan"));
    }

    [Fact]
    public async Task A_word_is_found_in_sentences_of_both_written_forms_and_in_what_people_wrote()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");

        (await All(given, "q=bekreftet+referatet")).Should().NotBeEmpty();
        (await All(given, "q=stadfesta+referatet")).Should().HaveCount((await All(given, "q=bekreftet+referatet")).Count, "the other written form finds the same");
        (await All(given, "q=Erfaringskunnskap+finnes+ikke+her")).Should().BeEmpty();
        var text = (await given.Host.Services.GetRequiredService<ICaseStore>().ReadBack(StreamId.Case(new(Guid.Parse(given.Id))), long.MaxValue, 500, default)).First(told => told.Recorded.Fact is MinutesWritten && told.Texts.Any(text => text.Value.Length > 20));
        var written = text.Texts.First(one => one.Value.Length > 20).Value;
        (await All(given, "q=" + Uri.EscapeDataString(written[..20].ToUpperInvariant()))).Should().Contain(line => line.GetProperty("version").GetInt64() == text.Recorded.Version);
    }

    [Fact]
    public async Task Texts_an_auditor_may_not_read_are_not_found_by_what_stands_in_them()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var hidden = (await given.Host.Services.GetRequiredService<ICaseStore>().ReadBack(StreamId.Case(new(Guid.Parse(given.Id))), long.MaxValue, 1000, default))
            .SelectMany(told => told.Texts.Select(text => (told.Recorded.Version, text))).Where(one => one.text.Field.StartsWith("D06.", StringComparison.Ordinal)).ToList();

        hidden.Should().NotBeEmpty();
        foreach (var (version, text) in hidden.Take(5))
        {
            (await All(given, "q=" + Uri.EscapeDataString(text.Value[..Math.Min(40, text.Value.Length)]))).Should().NotContain(line => line.GetProperty("version").GetInt64() == version);
            using var rev = await Visitor.As(given, "Rev");
            (await rev.Page($"/saker/{given.Id}/historikk/{version}")).Body!.TextContent.Should().NotContain(text.Value);
        }
    }

    [Fact]
    public async Task Refused_attempts_and_openings_are_parts_of_the_history()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "frozen");
        using var refused = await given.Ask("Koord1", "POST", "cases/{sak}/gates/G2/sign-offs", new { package = 1, packageHash = "x" });
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var br = await Visitor.As(given, "Br1");
        await br.Page($"/saker/{given.Id}/godkjenninger/G2");

        (await All(given, "part=Refused")).Should().Contain(line => line.GetProperty("nb").GetString()!.Contains("prøvde å godkjenne en låst tekst, og svaret var"));
        (await All(given, "part=Read")).Should().Contain(line => line.GetProperty("nb").GetString()!.Contains("åpnet versjon 1 av den låste teksten"));
        (await All(given, $"part=Read&person={given["Br1"]}")).Should().NotBeEmpty("the person concerned sees it too");
    }

    [Fact]
    public async Task Whoever_opens_a_frozen_text_is_in_the_history_once_and_a_page_that_refreshes_itself_is_not()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "frozen");
        using var rev = await Visitor.As(given, "Rev");
        await rev.Refreshed($"/saker/{given.Id}/dokumenter/D12");
        await rev.Refreshed($"/saker/{given.Id}/godkjenninger/G2");
        (await All(given, $"part=Read&person={given["Rev"]}")).Should().BeEmpty();

        await rev.Page($"/saker/{given.Id}/dokumenter/D12");
        await rev.Page($"/saker/{given.Id}/dokumenter/D12");
        await rev.Page($"/saker/{given.Id}/program");
        await rev.Page($"/saker/{given.Id}/slik-den-var/2099-01-01/dokumenter/D08");
        await rev.Page($"/saker/{given.Id}/godkjenninger/G2");
        (await given.Read("Rev", "cases/{sak}/documents/D14/versions/1")).GetProperty("number").GetInt32().Should().Be(1);
        (await given.Read("Rev", "cases/{sak}/gates/G1/packages/1")).GetProperty("number").GetInt32().Should().Be(1);

        var read = (await All(given, $"part=Read&person={given["Rev"]}")).Select(line => line.GetProperty("nb").GetString()!.Split("åpnet ")[1]).ToList();
        read.Should().BeEquivalentTo("kursplan, låst versjon 1.", "program, låst versjon 2.", "behovsvurdering, låst versjon 1.", "budsjett, låst versjon 1.", "versjon 2 av den låste teksten til «Godkjenning av kursplanen».", "versjon 1 av den låste teksten til «Godkjenning av behovsvurderingen».");
        (await All(given, "part=Read&document=D12")).Should().Contain(line => line.GetProperty("nb").GetString()!.Contains("åpnet kursplan"));
    }

    [Fact]
    public async Task A_draft_is_nobodys_reading()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "planned");
        var draft = (await given.Read("Rev", "cases/{sak}/documents")).EnumerateArray().First(document => document.GetProperty("status").GetString() == "Draft").GetProperty("kind").GetString();
        using var rev = await Visitor.As(given, "Rev");
        await rev.Page($"/saker/{given.Id}/dokumenter/{draft}");

        (await All(given, $"part=Read&person={given["Rev"]}&document={draft}")).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_saw_a_role_clarification_can_be_seen_by_the_one_it_is_about()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "frozen");
        using var koord = await Visitor.As(given, "Koord1");
        await koord.Page($"/saker/{given.Id}/arbeidsgruppe");
        using var br = await Visitor.As(given, "Br1");

        (await br.Page($"/saker/{given.Id}/historikk?part=Read&document=D06")).Body!.TextContent.Should().Contain("så rolleavklaringen til");
    }

    [Fact]
    public async Task Pages_follow_each_other_by_cursor_and_no_fact_is_told_twice_or_left_out()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var whole = (await All(given, "")).Select(line => line.GetProperty("version").GetInt64()).ToList();
        whole.Should().BeInDescendingOrder().And.OnlyHaveUniqueItems();

        using var rev = await Visitor.As(given, "Rev");
        var (seen, path) = (new List<string>(), $"/saker/{given.Id}/historikk");
        while (path is not null)
        {
            var page = await rev.Page(path);
            seen.AddRange(page.QuerySelectorAll(".timeline li").Select(line => line.Id![1..]));
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        seen.Should().Equal(whole.Select(version => version.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Each_fact_has_a_page_of_its_own_with_what_changed_and_its_place_in_the_proof()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        var facts = await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.Case(new(Guid.Parse(given.Id))), 0, default);
        var saved = facts.Where(one => one.Fact is DraftSaved).GroupBy(one => ((DraftSaved)one.Fact).Kind).First(group => group.Count() > 1).Last();
        await given.Host.Services.GetRequiredService<CheckpointMaker>().Make(default);
        using var rev = await Visitor.As(given, "Rev");

        var page = await rev.Page($"/saker/{given.Id}/historikk/{saved.Version}");
        page.QuerySelectorAll("#endret ~ dl ins").Should().NotBeEmpty();
        page.GetElementById("bevis")!.ParentElement!.TextContent.Should().Contain("Hendelsen er med i kontrollpunktet");
        page.QuerySelectorAll("a[href*='/slik-den-var/v']").Should().HaveCount(2);
        foreach (var fact in facts)
        {
            using var answer = await rev.Get($"/saker/{given.Id}/historikk/{fact.Version}");
            answer.StatusCode.Should().Be(HttpStatusCode.OK, $"{fact.Version} {fact.Name}");
        }

        var one = await given.Read("Rev", $"cases/{{sak}}/history/{saved.Version}");
        one.GetProperty("position").GetInt64().Should().Be(saved.Position);
        one.GetProperty("stored").GetProperty("fact").GetProperty("kind").GetString().Should().Be(((DraftSaved)saved.Fact).Kind.ToString());
        foreach (var path in new[] { $"historikk/{facts.Count + 1}", "historikk/0", "historikk/99999999999999999999" })
        {
            using var none = await rev.Get($"/saker/{given.Id}/{path}");
            none.StatusCode.Should().Be(HttpStatusCode.NotFound, path);
        }
    }

    [Theory]
    [InlineData("person=x")]
    [InlineData("phase=Nonsense")]
    [InlineData("capacity=7")]
    [InlineData("document=D99")]
    [InlineData("from=yesterday")]
    [InlineData("before=-1")]
    [InlineData("part=Everything")]
    [InlineData("part=Happened,Refused")]
    public async Task A_filter_that_cannot_be_read_is_said_so(string query)
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var answer = await given.Ask("Rev", "GET", "cases/{sak}/history/search?" + query);
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var rev = await Visitor.As(given, "Rev");
        using var page = await rev.Get($"/saker/{given.Id}/historikk?{query}");
        page.StatusCode.Should().Be(HttpStatusCode.OK, "a page shows all and says why");
        if (!query.StartsWith("before")) (await page.Content.ReadAsStringAsync()).Should().Contain("Utvalget kunne ikke leses");
    }

    [Fact]
    public async Task Who_sees_no_document_finds_no_word_of_one()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        var store = given.Host.Services.GetRequiredService<ICaseStore>();
        var facts = await store.ReadBack(StreamId.Case(new(Guid.Parse(given.Id))), long.MaxValue, 1_000, default);
        var word = facts.Where(told => told.Recorded.Fact is DraftSaved { Kind: not DocumentKind.D06 }).SelectMany(told => told.Texts).First(text => text.Value.Length > 20).Value[..20];
        async Task<int> Hits(string who) => (await given.Read(who, $"cases/{{sak}}/history/search?q={Uri.EscapeDataString(word)}")).GetProperty("lines").GetArrayLength();

        (await Hits("Rev")).Should().BePositive();
        (await Hits("Admin")).Should().Be(0, "an administrator sees that a document was saved, never what stands in it");
        using var file = await given.Ask("Admin", "GET", $"cases/{{sak}}/history/search?format=csv&q={Uri.EscapeDataString(word)}");
        (await file.Content.ReadAsStringAsync()).Trim().Split('\n').Should().ContainSingle("the headings");
    }

    [Fact]
    public async Task Looking_back_to_before_one_was_of_the_case_is_answered_in_today_s_right()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        using var list = await given.Ask("Br1", "GET", "cases/{sak}/history/search?at=v1&format=csv");
        list.StatusCode.Should().Be(HttpStatusCode.OK, await list.Content.ReadAsStringAsync());
        foreach (var (verb, path) in new[] { ("POST", "cases/{sak}/dossiers"), ("GET", "cases/{sak}/retention"), ("POST", "cases/{sak}/hand-overs") })
        {
            using var answer = await given.Ask("Br1", verb, path + "?at=v1");
            (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Contains("OnlyNow")).Should().Be((HttpStatusCode.BadRequest, true), path);
        }
    }

    [Theory]
    [InlineData("0001-01-01T00.00")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31T23.59")]
    public async Task A_moment_at_the_ends_of_the_calendar_is_answered_never_thrown(string moment)
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var answer = await given.Ask("Rev", "GET", "cases/{sak}?at=" + moment);
        ((int)answer.StatusCode).Should().BeLessThan(500);
        using var rev = await Visitor.As(given, "Rev");
        using var page = await rev.Get($"/saker/{given.Id}/slik-den-var/{moment}");
        page.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var form = await rev.Get($"/saker/{given.Id}/slik-den-var?dato={moment[..10]}&tid=00:00");
        form.StatusCode.Should().Be(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Looking_through_is_for_those_who_may_read_the_history()
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "needs-assessed");
        foreach (var (who, status) in new[] { ("Stranger", 403), ("anonymous", 401), ("Rev", 200), ("Admin", 200), ("Br1", 200) })
            foreach (var path in new[] { "cases/{sak}/history/search", "cases/{sak}/history/3" })
            {
                using var answer = await given.Ask(who, "GET", path);
                ((int)answer.StatusCode).Should().Be(status, $"{who} {path}");
            }
    }

    static async Task<IReadOnlyList<JsonElement>> All(GivenCase given, string query)
    {
        var (lines, before) = (new List<JsonElement>(), "");
        while (true)
        {
            var page = await given.Read("Rev", $"cases/{{sak}}/history/search?{query}{before}");
            lines.AddRange(page.GetProperty("lines").EnumerateArray());
            if (!page.TryGetProperty("next", out var next) || next.ValueKind != JsonValueKind.Number) return lines;
            before = $"&before={next.GetInt64()}";
        }
    }
}
