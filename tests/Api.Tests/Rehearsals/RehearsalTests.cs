using System.Net;
using System.Text;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>Scenarios against drafts: through the API, on the pages, from the command line and before a publishing.</summary>
public sealed class RehearsalTests(Hosts hosts)
{
    const string Standard = "definitions/standard_metode";

    const string People = """
        scenario Forankring
        unit LMS "LMS Innlandet" lms
        unit Sykehus "Innlandet sykehus"
        person Koord "Koordinator" Koordinator at LMS
        at 2026-01-05 10:00
        Koord POST cases
          {"title": "Prøve", "lmsUnit": "{LMS}", "owners": ["{Sykehus}"], "type": "Diagnosespesifikt", "participants": ["Pasient"],
           "reporters": ["Fagperson"], "targetGroup": "Voksne", "need": "Mange spør etter et kurs"}
          keep sak = id
        """;

    /// <summary>A koordinator never signs for a side.</summary>
    const string Failing = People + "\nKoord POST cases/{sak}/gates/G1/sign-offs {\"package\": 1, \"packageHash\": \"0000000000000000000000000000000000000000000000000000000000000000\"}\n  => 201\nKoord GET cases/{sak}\n";

    static string Source(string file) => File.ReadAllText(Path.Combine(ShippedDefinitions.Folder, file));

    static string Renamed => Source("standard-metode.bpmn").Replace("name=\"Sjekk tilbud som finnes\"", "name=\"Sjekk nettet\"", StringComparison.Ordinal);

    public static TheoryData<string, string, int> Shipped => new()
    {
        { "standard_metode", "standard-metode.bpmn", 3 },
        { "mestringstreff", "mestringstreff.bpmn", 2 },
        { "smil", "smil.bpmn", 1 },
        { "gjentak", "gjentak.bpmn", 1 },
        { "grunnkurs_helsepedagogikk", "grunnkurs-helsepedagogikk.bpmn", 1 },
    };

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Each_definition_that_comes_with_the_product_goes_as_its_scenarios_say(string key, string drawing, int scenarios)
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "reported");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", $"definitions/{key}/drafts", new { source = Bytes(Source(drawing) + "\n") });
        var cases = (await given.Read("Koord1", "cases")).GetProperty("cases").GetArrayLength();
        var people = (await given.Read("Admin", "people")).GetArrayLength();

        var result = await Rehearsed(given, $"definitions/{key}/drafts/1/rehearsals", new { });

        result.GetProperty("passed").GetBoolean().Should().BeTrue(result.ToString());
        result.GetProperty("scenarios").GetArrayLength().Should().Be(scenarios);
        var coverage = result.GetProperty("coverage");
        var (covered, all) = (coverage.GetProperty("elements").GetArrayLength(), coverage.GetProperty("elements").GetArrayLength() + coverage.GetProperty("elementsNotCovered").GetArrayLength());
        covered.Should().BeGreaterThan(all / 2, "a worked example goes from one end to the other");
        coverage.GetProperty("flows").EnumerateArray().Should().OnlyContain(flow => flow.GetProperty("name").GetProperty("nb").GetString()!.Contains("fra "));
        foreach (var run in result.GetProperty("scenarios").EnumerateArray())
            Ids(run.GetProperty("elements")).Should().BeSubsetOf(coverage.GetProperty("elements").EnumerateArray().Select(place => place.GetProperty("id").GetString()));
        (await given.Read("Koord1", "cases")).GetProperty("cases").GetArrayLength().Should().Be(cases, "nothing is mixed with real cases");
        (await given.Read("Admin", "people")).GetArrayLength().Should().Be(people);
        (await given.Read("Admin", $"definitions/{key}/versions")).GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task A_given_scenario_tells_the_step_that_did_not_go_as_expected_and_where_it_had_come()
    {
        var given = await WithDraft();
        var result = await Rehearsed(given, Standard + "/drafts/1/rehearsals", new { text = Failing });
        result.GetProperty("passed").GetBoolean().Should().BeFalse();
        var run = result.GetProperty("scenarios").EnumerateArray().Should().ContainSingle().Subject;
        var failed = run.GetProperty("failed");
        failed.GetProperty("line").GetInt32().Should().Be(10);
        failed.GetProperty("step").GetString().Should().StartWith("Koord POST cases/{sak}/gates/G1");
        failed.GetProperty("sentence").GetProperty("nb").GetString().Should().StartWith("Ventet svaret 201, men fikk 403: Bare en oppnevnt");
        failed.GetProperty("sentence").GetProperty("nn").GetString().Should().StartWith("Venta svaret 201, men fekk 403: Berre ein oppnemnd");
        Ids(run.GetProperty("elements")).Should().Contain("sjekk_tilbud").And.NotContain("g2_minn");
        result.GetProperty("coverage").GetProperty("elements").EnumerateArray().Select(place => place.GetProperty("name").GetProperty("nb").GetString()).Should().Contain(name => name!.Contains("«Sjekk nettet»"), "the draft is in force, not the published version");
    }

    [Theory]
    [InlineData("scenario A\nat i morgen", 2)]
    [InlineData("scenario A\ninclude finnes-ikke.scenario until x", 2)]
    [InlineData("scenario A\ninclude selv.scenario until x\nmark x", 2)]
    [InlineData("", 0)]
    public async Task What_is_no_scenario_is_neither_kept_nor_run_and_the_line_is_told(string text, int line)
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "reported");
        using var kept = await given.Ask("Admin", "PUT", Standard + "/scenarios/selv", new { text });
        kept.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var reason = JsonDocument.Parse(await kept.Content.ReadAsStringAsync()).RootElement.GetProperty("reasons")[0];
        reason.GetProperty("nb").GetString().Should().StartWith(line > 0 ? $"Linje {line}: " : "Skriv scenarioet");
        reason.GetProperty("nn").GetString().Should().StartWith(line > 0 ? $"Linje {line}: " : "Skriv scenarioet");
    }

    [Fact]
    public async Task A_scenario_that_includes_itself_comes_to_an_end_and_is_told_so()
    {
        var given = await WithDraft();
        await Is(HttpStatusCode.OK, given, "Admin", "PUT", Standard + "/scenarios/ring", new { text = People + "\nmark x" });
        await Is(HttpStatusCode.OK, given, "Admin", "PUT", Standard + "/scenarios/ring", new { text = "scenario Ring\ninclude ring.scenario until x\nKoord GET cases\nmark x" });
        var result = await Rehearsed(given, Standard + "/drafts/1/rehearsals", new { });
        var ring = result.GetProperty("scenarios").EnumerateArray().Single(run => run.GetProperty("name").GetString() == "ring");
        ring.GetProperty("failed").GetProperty("line").GetInt32().Should().Be(2);
        ring.GetProperty("failed").GetProperty("sentence").GetProperty("nb").GetString().Should().Contain("tar med seg selv");
        result.GetProperty("scenarios").EnumerateArray().Count(run => run.GetProperty("passed").GetBoolean()).Should().Be(3, "one that cannot be read does not keep the others from being run");
    }

    [Fact]
    public async Task A_kept_scenario_that_fails_keeps_the_draft_from_being_published_until_it_is_removed()
    {
        var given = await WithDraft();
        await Is(HttpStatusCode.OK, given, "Admin", "PUT", Standard + "/scenarios/forankring", new { text = Failing });
        await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "PUT", Standard + "/scenarios/forankring", new { text = Failing });
        var kept = (await given.Read("Admin", Standard + "/scenarios")).EnumerateArray().ToList();
        kept.Select(scenario => scenario.GetProperty("name").GetString()).Should().Equal("example-a", "forankring", "n3-edit-after-gate", "n4-no-gate-by-timer");
        (await given.Read("Admin", Standard + "/scenarios/forankring")).GetProperty("text").GetString().Should().Be(Failing);

        var publish = new { revision = 1, against = 1, note = "Kortere navn" };
        using var refused = await given.Ask("Admin", "POST", Standard + "/drafts/1/publications", publish);
        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var reason = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("reasons").EnumerateArray().Should().ContainSingle().Subject;
        reason.GetProperty("code").GetString().Should().Be(nameof(ScenarioDoesNotHold));
        reason.GetProperty("nb").GetString().Should().StartWith("Scenarioet «forankring» går ikke som ventet med dette utkastet. På linje 10, «Koord POST");
        var attempts = await given.Host.Services.GetRequiredService<ICaseStore>().Read(StreamId.DefinitionAttempts("standard_metode"), 0, CancellationToken.None);
        attempts.Select(attempt => attempt.Fact).OfType<AttemptRefused>().Should().Contain(attempt => attempt.Reasons.Contains(nameof(ScenarioDoesNotHold)));

        await Is(HttpStatusCode.OK, given, "Admin", "DELETE", Standard + "/scenarios/forankring");
        await Is(HttpStatusCode.UnprocessableEntity, given, "Admin", "DELETE", Standard + "/scenarios/forankring");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Standard + "/drafts/1/publications", publish);
        var version = (await given.Read("Fag1", Standard + "/versions"))[1].GetProperty("rehearsal");
        version.GetProperty("scenarios").EnumerateArray().Select(scenario => scenario.GetProperty("name").GetString()).Should().Equal("example-a", "n3-edit-after-gate", "n4-no-gate-by-timer");
        version.GetProperty("elements").GetInt32().Should().BeGreaterThan(100);
        using var visitor = await Visitor.As(given, "Fag1");
        (await visitor.Page("/prosesser/standard_metode")).Body!.TextContent.Should().Contain("3 scenarioer ble prøvd før utgaven ble publisert, og alle gikk som ventet.");
    }

    [Fact]
    public async Task An_administrator_keeps_rehearses_and_removes_with_forms_and_without_script()
    {
        var given = await WithDraft();
        using var visitor = await Visitor.As(given, "Admin");
        const string scenarios = "/prosesser/standard_metode/scenarioer";
        using var bad = await visitor.Submit(scenarios, "KeepScenario", ("name", "min"), ("text", "scenario A\nat aldri"));
        bad.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Visitor.Said(bad)).Should().Contain("Linje 2:");
        using var kept = await visitor.Submit(scenarios, "KeepScenario", ("name", "min"), ("text", People.ReplaceLineEndings("\r\n")));
        kept.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        var done = await visitor.Page(kept.Headers.Location!.ToString());
        done.Body!.TextContent.Should().Contain("Scenarioet er tatt vare på.").And.Contain("Følger med produktet.");
        (await visitor.Page(scenarios + "/min")).QuerySelector("textarea")!.TextContent.Trim().Should().Be(People.Trim());

        const string draft = "/prosesser/standard_metode/utkast/1";
        (await visitor.Page(draft)).Body!.TextContent.Should().Contain("før utkastet kan publiseres: example-a, min, n3-edit-after-gate, n4-no-gate-by-timer. Se scenarioene");
        using var tried = await visitor.Submit(draft, "RehearseDraft");
        tried.StatusCode.Should().Be(HttpStatusCode.OK);
        var all = (await Visitor.Read(tried)).GetElementById("proveresultat")!;
        all.QuerySelectorAll(".mark--done").Length.Should().Be(4);
        all.TextContent.Should().Contain("«Minn om godkjenning» i ").And.NotContain("{");
        using var once = await visitor.Submit(draft, "RehearseDraft", ("text", Failing));
        (await Visitor.Read(once)).GetElementById("proveresultat")!.TextContent.Should().Contain("Stoppet på linje 10").And.Contain("Bare en oppnevnt fagperson");

        using var removed = await visitor.Submit(scenarios + "/min", "RemoveScenario");
        removed.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await visitor.Page(scenarios)).Body!.TextContent.Should().Contain("fjernet «min»");
    }

    [Theory]
    [InlineData("Koord1")]
    [InlineData("Fag1")]
    [InlineData("Br1")]
    [InlineData("Leder1")]
    [InlineData("Rev")]
    [InlineData("Stranger")]
    [InlineData("Admin")]
    public async Task Scenarios_and_rehearsals_are_for_administrators(string who)
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Standard + "/drafts", new { source = Bytes(Renamed) });
        HttpStatusCode Expect(HttpStatusCode allowed) => who == "Admin" ? allowed : HttpStatusCode.Forbidden;
        await Is(Expect(HttpStatusCode.OK), given, who, "GET", Standard + "/scenarios");
        await Is(Expect(HttpStatusCode.OK), given, who, "GET", Standard + "/scenarios/example-a");
        await Is(Expect(HttpStatusCode.OK), given, who, "PUT", Standard + "/scenarios/ny", new { text = People });
        await Is(Expect(HttpStatusCode.OK), given, who, "POST", Standard + "/drafts/1/rehearsals", new { text = People });
        await Is(Expect(HttpStatusCode.OK), given, who, "DELETE", Standard + "/scenarios/ny");
        await Is(HttpStatusCode.Unauthorized, given, "anonymous", "POST", Standard + "/drafts/1/rehearsals", new { });
        using var visitor = await Visitor.As(given, who);
        foreach (var page in new[] { "/prosesser/standard_metode/scenarioer", "/prosesser/standard_metode/scenarioer/example-a" })
            (await visitor.Get(page)).StatusCode.Should().Be(Expect(HttpStatusCode.OK), page);
        var token = await visitor.Page("/");
        foreach (var (page, act) in new[] { ("/prosesser/standard_metode/scenarioer", "KeepScenario"), ("/prosesser/standard_metode/scenarioer/example-a", "RemoveScenario"), ("/prosesser/standard_metode/utkast/1", "RehearseDraft") })
        {
            using var answer = await visitor.Send(page, token, ("handling", act), ("skjema", act), ("name", "enda-en"), ("text", People));
            (answer.StatusCode == HttpStatusCode.Forbidden).Should().Be(who != "Admin", $"{who} asks for {act} and is answered {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Nothing_is_rehearsed_or_published_inside_a_rehearsal_and_nothing_outside_it_is_reached()
    {
        var given = await WithDraft();
        const string within = """
            scenario Innenfra
            person Sjef "Administrator" Administrator
            at 2026-01-05 10:00
            Sjef POST definitions/gjentak/drafts {"templateKey": "standard_metode"}
              => 201
            Sjef GET definitions/gjentak/drafts/1
              keep utgave = against
            Sjef POST definitions/gjentak/drafts/1/rehearsals
              => 422 NoRehearsalWithin
            Sjef GET //example.org/
              => 200
            """;
        var result = await Rehearsed(given, Standard + "/drafts/1/rehearsals", new { text = within });
        var failed = result.GetProperty("scenarios")[0].GetProperty("failed");
        failed.GetProperty("line").GetInt32().Should().Be(10, result.ToString());
        failed.GetProperty("sentence").GetProperty("nb").GetString().Should().StartWith("Steget kan ikke sendes");
        (await given.Read("Admin", "definitions/gjentak/drafts")).GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_drawing_that_cannot_be_run_is_not_rehearsed()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "reported");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Standard + "/drafts", new { source = Bytes(Source("smil.bpmn")) });
        using var refused = await given.Ask("Admin", "POST", Standard + "/drafts/1/rehearsals", new { });
        refused.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).Should().Contain(nameof(DraftCannotBeRehearsed));
        await Is(HttpStatusCode.NotFound, given, "Admin", "POST", Standard + "/drafts/9/rehearsals", new { });
    }

    [Fact]
    public async Task The_command_line_tells_what_was_covered_of_a_drawing()
    {
        var folder = Directory.CreateTempSubdirectory("lms-rehearsal-").FullName;
        var (scenario, drawing) = (Path.Combine(folder, "a.scenario"), Path.Combine(folder, "a.bpmn"));
        File.WriteAllText(scenario, People);
        File.WriteAllText(drawing, Renamed);
        var output = new StringWriter();
        (await ScenarioCommand.Run([scenario, "--definition", drawing, "--json"], output, CancellationToken.None)).Should().Be(0, output.ToString());
        using var json = JsonDocument.Parse(output.ToString());
        var coverage = json.RootElement.GetProperty("coverage");
        coverage.GetProperty("elements").EnumerateArray().Select(place => place.GetProperty("name").GetProperty("nb").GetString()).Should().Contain(name => name!.Contains("«Sjekk nettet»"));
        coverage.GetProperty("flowsNotCovered").GetArrayLength().Should().BeGreaterThan(100);
        File.WriteAllText(drawing, "<ikke bpmn>");
        (await ScenarioCommand.Run([scenario, "--definition", drawing], new StringWriter(), CancellationToken.None)).Should().Be(64);
        Directory.Delete(folder, recursive: true);
    }

    async Task<GivenCase> WithDraft()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        await Is(HttpStatusCode.Created, given, "Admin", "POST", Standard + "/drafts", new { source = Bytes(Renamed) });
        return given;
    }

    static async Task<JsonElement> Rehearsed(GivenCase given, string path, object body)
    {
        using var answer = await given.Ask("Admin", "POST", path, body);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Clone();
    }

    static IEnumerable<string?> Ids(JsonElement list) => list.EnumerateArray().Select(id => id.GetString());

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static async Task Is(HttpStatusCode status, GivenCase given, string who, string verb, string path, object? body = null)
    {
        using var answer = await given.Ask(who, verb, path, body);
        answer.StatusCode.Should().Be(status, $"{who} {verb} {path}: {await answer.Content.ReadAsStringAsync()}");
    }
}
