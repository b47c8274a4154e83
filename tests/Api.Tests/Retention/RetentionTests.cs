using System.Net;
using System.Text;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>Retention from rule to erasure: the list, the proposal with the ground and the texts of the rule, the second person, and everything that still stands after it.</summary>
public sealed class RetentionTests(Hosts hosts)
{
    static readonly DateTimeOffset AYearLater = new(2027, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task R188_Raw_answers_fall_due_a_year_after_the_report_are_erased_by_two_persons_and_the_figures_stand(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "decided");
        (await Items(given, "Koord1")).Where(item => State(item) == "Overdue").Should().BeEmpty();
        var due = (await Items(given, "Koord1")).Single(item => Kind(item) == "RawAnswers").GetProperty("on").GetString()!;
        using (var early = await Propose(given, "Koord1", "RawAnswers"))
        {
            early.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
            (await early.Content.ReadAsStringAsync()).Should().Contain(nameof(RetentionNotOut)).And.Contain(DateWords.Short(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture))).And.Contain("12 måneder etter at kursrapporten ble godkjent");
        }

        given.Host.Clock.MoveTo(AYearLater);
        var (figures, answers) = (await Figures(given), await Answers(given));
        answers.Should().NotBeEmpty("there must be something to erase");
        (await Items(given, "Koord1")).Where(item => State(item) == "Overdue").Select(Kind).Should().BeEquivalentTo("RawAnswers", "Contacts");
        using var koord = await Visitor.As(given, "Koord1");
        var tables = Tables(await koord.Page($"/saker/{given.Id}/evaluering"));
        var page = await koord.Page($"/saker/{given.Id}/oppbevaring");
        page.QuerySelectorAll("#ProposeErasure input[name=kinds]").Select(input => input.GetAttribute("value")).Should().Equal("RawAnswers", "Contacts");
        page.QuerySelectorAll("#ProposeErasure input[checked]").Should().HaveCount(2, "what fell due is chosen");
        page.QuerySelector("#ProposeErasure textarea")!.TextContent.Should().Contain("12 måneder etter at kursrapporten ble godkjent");
        using var proposed = await koord.Submit($"/saker/{given.Id}/oppbevaring", "ProposeErasure", ("kinds", "RawAnswers"));
        proposed.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(proposed));
        var waiting = proposed.Headers.Location!.ToString().Split('?')[0];

        var item = (await Items(given, "Leder1")).Single(one => Kind(one) == "RawAnswers");
        (State(item), $"/sletting/{item.GetProperty("erasure").GetInt32()}").Should().Be(("Proposed", waiting));
        (await Answers(given)).Should().Equal(answers, "nothing is erased before another confirms");
        using (var own = await koord.Send(waiting, await koord.Page(waiting), ("handling", "ConfirmErasure"), ("skjema", "ConfirmErasure"))) own.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var leder = await Visitor.As(given, "Leder1");
        using (var confirmed = await leder.Submit(waiting, "ConfirmErasure")) confirmed.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(confirmed));

        (await Answers(given)).Should().BeEmpty();
        (await Figures(given)).Should().Be(figures, "counts and means are kept");
        (await given.Read("Koord1", "cases/{sak}/evaluation")).GetProperty("figuresKeptAt").GetDateTimeOffset().Should().Be(AYearLater);
        var evaluation = await koord.Page($"/saker/{given.Id}/evaluering");
        Tables(evaluation).Should().Equal(tables).And.NotBeEmpty();
        evaluation.Body!.TextContent.Should().Contain("Enkeltsvarene ble slettet").And.NotContain("ingen tall igjen").And.NotContain("Venter på at koordinator leser");
        (await koord.Page($"/saker/{given.Id}/slik-den-var/2027-05-31/evaluering")).Body!.TextContent.Should().Contain("står de i saken slik den er nå").And.NotContain("svarene til minst én person er slettet");
        (await koord.Page($"/saker/{given.Id}/historikk")).Body!.TextContent.Should().Contain("Tallene for alle samlet ble tatt vare på");
        (await Items(given, "Koord1")).Select(Kind).Should().NotContain("RawAnswers").And.Contain("Contacts");
        var store = given.Host.Services.GetRequiredService<ICaseStore>();
        (await store.TextsOf(StreamId.Case(new(Guid.Parse(given.Id))), default)).Select(place => place.Field).Should().Contain([KeptAnswers.Field, KeptRatings.Field]);
        var book = await given.Host.Services.GetRequiredService<LogPath>().Load(default);
        (await store.Log.Check([.. book.Keys.Select(entry => NoteKey.Read(entry.Key)).OfType<NoteKey>()], _ => { }, default)).Faults.Should().BeEmpty();
        var (zip, key) = await DossierTests.Made(given, "Rev");
        DossierTests.Verified(zip, key).Faults.Should().BeEmpty();
        Encoding.UTF8.GetString(ZipFiles.Entry(zip, "les-meg.nb.html")).Should().Contain("gjennomsnitt").And.Contain("Beslutningene tok vi sammen. ").And.NotContain("siden Evaluering", "who reads a dossier has no such page");
        var listed = JsonSerializer.Serialize(await Items(given, "Koord1"));
        await RebuildListsCommand.Rebuild(store, default);
        JsonSerializer.Serialize(await Items(given, "Koord1")).Should().Be(listed, "the list is made of what is there");
    }

    [Fact]
    public async Task A_leader_keeps_it_longer_and_then_the_time_is_no_ground_not_even_for_what_was_proposed_before()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        given.Host.Clock.MoveTo(AYearLater);
        using (var proposed = await Propose(given, "Koord1", "Contacts")) proposed.StatusCode.Should().Be(HttpStatusCode.Created, await proposed.Content.ReadAsStringAsync());
        using (var mine = await given.Ask("Koord1", "POST", "cases/{sak}/retention/extensions", Kept)) mine.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var leder = await Visitor.As(given, "Leder1");
        using (var empty = await leder.Submit($"/saker/{given.Id}/oppbevaring", "KeepLonger"))
        {
            empty.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
            (await Visitor.Said(empty)).Should().NotContain("KeepLonger");
        }

        using (var kept = await leder.Submit($"/saker/{given.Id}/oppbevaring", "KeepLonger", ("kinds", "Contacts"), ("until", "2031-01-01"), ("reason", "En klage er ikke avgjort."))) kept.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(kept));

        using (var confirm = await given.Ask("Leder1", "POST", "erasures/1/confirmations"))
        {
            confirm.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
            (await confirm.Content.ReadAsStringAsync()).Should().Contain(nameof(KeptByDecision)).And.Contain("1. januar 2031");
        }

        var item = (await given.Read("Koord1", "cases/{sak}/retention")).EnumerateArray().Single(one => one.GetProperty("kind").GetString() == "Contacts");
        (item.GetProperty("on").GetString(), item.GetProperty("keptUntil").GetString()).Should().Be(("2031-01-01", "2031-01-01"));
        using var rev = await Visitor.As(given, "Rev");
        (await rev.Page($"/saker/{given.Id}/historikk")).DocumentElement.TextContent.Should().Contain("bestemte at noe i saken skal oppbevares til 1. januar 2031: hvem det var kontakt med");
    }

    [Fact]
    public async Task A_unit_s_leader_sets_its_rule_and_what_was_and_why_is_in_the_unit_s_history()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        using var leder = await Visitor.As(given, "Leder1");
        var path = $"/oppbevaring/regler?enhet={given["Nevro"]}";
        using (var refused = await leder.Submit(path, "SetRetentionRules", ("kinds", "D12"), ("from", "CaseEnded"), ("months", "12"), ("reason", "For mye å rydde.")))
        {
            refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
            (await Visitor.Said(refused)).Should().Contain("minst 36 måneder").And.Contain("Skriv 36 eller mer");
        }

        using (var set = await leder.Submit(path, "SetRetentionRules", ("kinds", "D12"), ("from", "CaseEnded"), ("months", "48"), ("reason", "Kursplanen brukes av neste gruppe.")))
            set.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(set));

        (await Items(given, "Koord1", "2020-01-01", "2040-01-01")).Single(item => Kind(item) == "D12").Should().Match<JsonElement>(item => item.GetProperty("on").GetString() == "2030-04-17" && item.GetProperty("ruleOf").GetString() == given["Nevro"]);
        (await leder.Page($"/enheter/{given["Nevro"]}")).DocumentElement.TextContent.Should().Contain("endret hvor lenge kursplan oppbevares, for").And.Contain("fra regelen ovenfra til 4 år etter at saken ble avsluttet");
        using (var again = await leder.Submit(path, "SetRetentionRules", ("kinds", "D12"), ("from", ""), ("months", ""), ("reason", "Vi følger de andre."))) again.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await Items(given, "Koord1", "2020-01-01", "2040-01-01")).Single(item => Kind(item) == "D12").GetProperty("on").GetString().Should().Be("2036-04-17");
    }

    [Fact]
    public async Task The_list_is_for_the_unit_and_the_auditor_reads_and_changes_nothing_and_another_unit_s_leader_sees_nothing()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        given.Host.Clock.MoveTo(AYearLater);
        using (var granted = await given.Ask("Admin", "POST", "units", new { name = "Barneavdelingen", isLms = false }))
        {
            var other = JsonDocument.Parse(await granted.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString();
            using var leader = await given.Ask("Admin", "POST", $"people/{given["Stranger"]}/grants", new { role = "Leder", unit = other });
            leader.StatusCode.Should().Be(HttpStatusCode.Created);
            foreach (var address in new[] { $"retention?unit={other}", $"retention?unit={other}&format=csv" })
            {
                using var own = await given.Ask("Stranger", "GET", address);
                (own.StatusCode, (await own.Content.ReadAsStringAsync()).Contains("RawAnswers")).Should().Be((HttpStatusCode.OK, false));
            }
        }

        var unit = given["LMS"];
        foreach (var (who, status) in new[] { ("Koord1", 200), ("Rev", 200), ("Leder1", 403), ("Stranger", 403), ("Admin", 403), ("Br1", 403), ("anonymous", 401) })
            foreach (var address in new[] { $"retention?unit={unit}", $"retention?unit={unit}&format=xlsx" })
            {
                using var answer = await given.Ask(who, "GET", address);
                ((int)answer.StatusCode).Should().Be(status, $"{who} {address}");
            }

        foreach (var (who, status) in new[] { ("Koord1", 200), ("Rev", 200), ("Leder1", 200), ("Stranger", 200), ("Admin", 303), ("Br1", 403), ("anonymous", 303) })
        {
            using var visitor = who == "anonymous" ? Visitor.Nobody(given.Host) : await Visitor.As(given, who);
            using var page = await visitor.Get("/oppbevaring");
            ((int)page.StatusCode).Should().Be(status, who);
            (await page.Content.ReadAsStringAsync()).Contains($"/saker/{given.Id}/oppbevaring").Should().Be(who is "Koord1" or "Rev" or "Leder1", who);
        }

        foreach (var (who, status) in new[] { ("Rev", 403), ("Koord1", 403), ("Leder1", 403), ("Stranger", 403), ("Br1", 403), ("anonymous", 401), ("Admin", 200) })
        {
            using var answer = await given.Ask(who, "PUT", "retention/rules", new { unit, kinds = new[] { "D12" }, from = "CaseEnded", months = 60, reason = "Fordi." });
            ((int)answer.StatusCode).Should().Be(status, who);
        }

        using var rev = await Visitor.As(given, "Rev");
        foreach (var path in new[] { "/oppbevaring", $"/oppbevaring/regler?enhet={unit}", $"/saker/{given.Id}/oppbevaring" }) (await rev.Page(path)).QuerySelectorAll("main form[method=post]").Should().BeEmpty(path);
        using (var past = await rev.Get($"/saker/{given.Id}/slik-den-var/v20/oppbevaring")) past.StatusCode.Should().Be(HttpStatusCode.NotFound, "what is there to erase is there today");
        using (var proposed = await Propose(given, "Rev", "RawAnswers")) proposed.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        var attempts = await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.DirectoryAttempts, 0, default);
        attempts.Select(one => ((AttemptRefused)one.Fact).Request).Should().Contain(nameof(SetRetentionRules));
    }

    [Fact]
    public async Task The_page_narrows_by_state_and_gives_the_list_as_a_file_with_the_same_narrowing()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "decided");
        given.Host.Clock.MoveTo(AYearLater);
        using var koord = await Visitor.As(given, "Koord1");

        var page = await koord.Page($"/oppbevaring?enhet={given["LMS"]}&fra=2020-01-01&til=2040-01-01");
        page.QuerySelectorAll("#tilstander li").Select(item => item.TextContent.Trim()).Should().Equal("Forfalt: 2", "Foreslått slettet, venter på en annen: 0", "Forfaller senere: 1");
        var overdue = await koord.Page(page.QuerySelector("#tilstander a")!.GetAttribute("href")!);
        overdue.QuerySelectorAll("tbody tr").Should().HaveCount(2);
        using var file = await given.Ask("Koord1", "GET", overdue.QuerySelector("a[href*='format=csv']")!.GetAttribute("href")!);
        var csv = await file.Content.ReadAsStringAsync();
        csv.TrimEnd().Split('\n').Should().HaveCount(3);
        csv.Should().Contain("Enkeltsvar i evalueringene").And.Contain("12 måneder etter at kursrapporten ble godkjent").And.Contain("følger med systemet");
        (await koord.Page("/oppbevaring?fra=2040-01-01&til=2020-01-01")).QuerySelector("[role=alert]")!.TextContent.Should().Contain("Perioden kunne ikke leses");
    }

    [Theory]
    [InlineData("GET", "retention?unit=tull", null, 400)]
    [InlineData("GET", "retention?from=2027-01-01&to=2026-01-01", null, 400)]
    [InlineData("GET", "retention?state=Tull", null, 400)]
    [InlineData("GET", "retention?after=-1", null, 400)]
    [InlineData("GET", "retention?limit=0", null, 400)]
    [InlineData("GET", "retention?format=pdf", null, 400)]
    [InlineData("GET", "retention/rules?unit=00000000000000000000000000000009", null, 404)]
    [InlineData("PUT", "retention/rules", "{}", 400)]
    [InlineData("PUT", "retention/rules", "{\"kinds\":[\"D77\"],\"reason\":\"x\"}", 400)]
    [InlineData("POST", "erasures", "{\"ground\":\"RetentionExpired\",\"reason\":\"x\",\"case\":\"00000000000000000000000000000001\",\"kinds\":[\"D12\"]}", 422)]
    public async Task Bad_input_is_answered_never_thrown(string verb, string path, string? body, int status)
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var answer = await given.Ask("Rev", verb, path, body);
        ((int)answer.StatusCode).Should().Be(status, await answer.Content.ReadAsStringAsync());
    }

    static readonly object Kept = new { kinds = new[] { "Contacts" }, until = "2031-01-01", reason = "En klage er ikke avgjort." };

    static string? Kind(JsonElement item) => item.GetProperty("kind").GetString();

    static string? State(JsonElement item) => item.GetProperty("state").GetString();

    static async Task<IReadOnlyList<JsonElement>> Items(GivenCase given, string who, string from = "2020-01-01", string to = "2030-01-01") =>
        [.. (await given.Read(who, $"retention?unit={given[who == "Leder1" ? "Nevro" : "LMS"]}&from={from}&to={to}&limit=200")).GetProperty("items").EnumerateArray()];

    static Task<HttpResponseMessage> Propose(GivenCase given, string who, string kind) =>
        given.Ask(who, "POST", "erasures", new { @case = given.Id, kinds = new[] { kind }, ground = "RetentionExpired", reason = "Tiden er ute." });

    static IReadOnlyList<string> Tables(AngleSharp.Dom.IDocument page) => [.. page.QuerySelectorAll("main table").Select(table => table.TextContent)];

    /// <summary>All that is counted of the answers, by API and page.</summary>
    static async Task<string> Figures(GivenCase given)
    {
        var evaluation = await given.Read("Koord1", "cases/{sak}/evaluation");
        var result = evaluation.GetProperty("result");
        return JsonSerializer.Serialize(new { answers = result.GetProperty("answers"), rate = result.GetProperty("responsePercent"), questions = result.GetProperty("questions") })
            + JsonSerializer.Serialize((await given.Read("Koord1", "cases/{sak}/balance")));
    }

    static async Task<IReadOnlyList<string>> Answers(GivenCase given) =>
        [.. (await given.Host.Services.GetRequiredService<ICaseStore>().TextsOf(StreamId.Case(new(Guid.Parse(given.Id))), default)).Where(place => RetentionKinds.RawAnswerFields.Contains(place.Field)).Select(place => place.Text)];
}
