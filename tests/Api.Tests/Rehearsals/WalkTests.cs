using System.Net;
using System.Text;
using AngleSharp.Dom;

namespace LmsWorkflow.Api.Tests;

/// <summary>A draft walked through by hand, on the page and by programs.</summary>
public sealed class WalkTests(Hosts hosts)
{
    const string Drafts = "definitions/standard_metode/drafts";
    const string Page = "/prosesser/standard_metode/utkast/1/gjennomgang";

    [Fact]
    public async Task R182_An_administrator_walks_a_draft_one_step_at_a_time_and_keeps_the_walk_as_a_scenario()
    {
        var given = await Drafted();
        using var visitor = await Visitor.As(given, "Admin");
        (await visitor.Page("/prosesser/standard_metode/utkast/1")).QuerySelectorAll("main a").Should().Contain(link => link.GetAttribute("href") == Page);
        var begun = await Pressed(visitor, "begynn", ("start", "example-a reported"));
        begun.Should().Contain("Her står saken").And.Contain("Forankring").And.Contain("Forankre tilbudet").And.Contain("at 2025-09-16 09:00", "the example's next step is offered").And.Contain("saken står her", "the drawing shows it too");

        using var client = given.Host.Client(given["Admin"]);
        var walk = WalkText.With(WalkText.From(await Example(given), "reported"), WalkText.ClockAt(new(2025, 9, 16, 7, 0, 0, TimeSpan.Zero)));
        var answer = await given.Ask("Admin", "POST", Drafts + "/1/walks", new { text = walk });
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var said = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        said.GetProperty("case").GetProperty("phase").GetString().Should().Be("Forankring");
        said.GetProperty("case").GetProperty("tasks").EnumerateArray().Should().Contain(task => task.GetProperty("place").GetProperty("id").GetString() == "forankre" && task.GetProperty("who")[0].GetProperty("code").GetString() == "Leder1");

        var refused = await Pressed(visitor, "egen", ("text", walk), ("step", "Br1 signs G1"));
        refused.Should().Contain("Steget kunne ikke gjøres").And.NotContain("signs G1\n</textarea", "a step that could not be done is no part of the walk");
        var later = await Pressed(visitor, "dager", ("text", walk), ("days", "3"), ("clock", "2025-09-16T07:00:00Z"));
        later.Should().Contain("19. september 2025").And.Contain("at 2025-09-19 09:00");

        using var kept = await visitor.Send("/prosesser/standard_metode/scenarioer", await visitor.Page("/prosesser/standard_metode/scenarioer"), ("handling", "KeepScenario"), ("skjema", "KeepScenario"), ("name", "min-gjennomgang"), ("text", walk));
        kept.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await given.Read("Admin", "definitions/standard_metode/scenarios")).EnumerateArray().Should().Contain(scenario => scenario.GetProperty("name").GetString() == "min-gjennomgang");

        var signing = WalkText.From(await Example(given), "frozen");
        var asked = await Pressed(visitor, "steg Fag1 signs G2", ("text", signing));
        asked.Should().Contain("Godkjenn, som ").And.Contain("Br2 signs G2").And.NotContain("value=\"steg Fag1 signs G2\"", "who has signed is not asked again");
        var objected = await Pressed(visitor, "steg Br2 POST cases/{sak}/gates/G2/objections {\"reason\": \"Prøvd i en gjennomgang for hånd\"}", ("text", signing));
        objected.Should().Contain("Trekk innsigelsen, som ").And.Contain("Hold dialogmøte");
        var held = await Pressed(visitor, "steg Koord1 POST cases/{sak}/holds {\"reason\": \"Prøvd i en gjennomgang for hånd\"}", ("text", signing));
        held.Should().Contain("Ta saken opp igjen, som ").And.NotContain("Sett saken på vent, som ");

        async Task<string> Pressed(Visitor who, string button, params (string, string)[] fields)
        {
            using var page = await who.Send(Page, await who.Page(Page), [("handling", "WalkDraft"), ("skjema", "WalkDraft"), ("gjor", button), .. fields]);
            page.StatusCode.Should().Be(HttpStatusCode.OK);
            return WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_process_nobody_has_tried_is_walked_from_a_new_case_with_the_people_of_the_example()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "reported");
        var source = Encoding.UTF8.GetBytes((await File.ReadAllTextAsync(Path.Combine(ShippedDefinitions.Folder, "standard-metode.bpmn"))).Replace("standard_metode", "var_egen", StringComparison.Ordinal));
        using var saved = await given.Ask("Admin", "POST", "definitions/var_egen/drafts", new { source });
        saved.StatusCode.Should().Be(HttpStatusCode.Created, await saved.Content.ReadAsStringAsync());
        using var visitor = await Visitor.As(given, "Admin");
        const string page = "/prosesser/var_egen/utkast/1/gjennomgang";

        using var begun = await visitor.Send(page, await visitor.Page(page), ("handling", "WalkDraft"), ("skjema", "WalkDraft"), ("gjor", "begynn"), ("start", "ny"));
        var shown = WebUtility.HtmlDecode(await begun.Content.ReadAsStringAsync());

        begun.StatusCode.Should().Be(HttpStatusCode.OK);
        shown.Should().Contain("Her står saken").And.Contain("\"definition\": \"var_egen\"").And.Contain("Sett saken på vent, som Kari Koordinator").And.NotContain("Steget kunne ikke gjøres");
        shown.Should().Contain("cases/{sak}", "the example's steps can be followed from there");
    }

    [Fact]
    public async Task R096_Documents_meetings_and_leaders_decisions_of_a_walk_are_buttons_and_become_steps_of_the_scenario()
    {
        var given = await Drafted();
        using var visitor = await Visitor.As(given, "Admin");
        var walk = await Pressed(visitor, WalkText.From(await Example(given), "reported"), "Forankre, som Lise Klinikkleder");
        Said(walk).Should().Contain("Behovsvurdering");

        walk = await Pressed(visitor, WalkText.From(await Example(given), "group"), "Fyll ut «Behovsvurdering» med eksempelet, som Berit Brukerrepresentant");
        walk = await Pressed(visitor, TextIn(walk), "Fyll ut «Behovsvurdering» med eksempelet, som Frida Parkinsonsykepleier");
        walk = await Pressed(visitor, TextIn(walk), "Lås teksten ved G1, som Kari Koordinator");
        walk = await Pressed(visitor, TextIn(walk), "Godkjenn, som Frida Parkinsonsykepleier");
        walk = await Pressed(visitor, TextIn(walk), "Godkjenn, som Berit Brukerrepresentant");
        Said(walk).Should().Contain("Frida Parkinsonsykepleier: lese den låste teksten", "what is done is told in words").And.Contain("Berit Brukerrepresentant: skrive behovsvurdering");
        walk = await Pressed(visitor, TextIn(walk), "Kall inn og hold møtet");
        TextIn(walk).Should().Contain("\"type\": \"Planning\"").And.Contain("/attendance");
        Said(walk).Should().NotContain("Kall inn og hold møtet", "a valid meeting has been held");

        var objected = WalkText.With(WalkText.From(await Example(given), "frozen"), "Br2 POST cases/{sak}/gates/G2/objections {\"reason\": \"Prøvd i en gjennomgang for hånd\"}");
        walk = await Pressed(visitor, objected, "Kall inn og hold møtet");
        walk = await Pressed(visitor, TextIn(walk), "Løft uenigheten til lederen, som Bjørn Pårørenderepresentant");
        walk = await Pressed(visitor, TextIn(walk), "La saken gå videre med dissens, som Lise Klinikkleder");
        TextIn(walk).Should().Contain("\"outcome\": \"Dissent\"");

        walk = await Pressed(visitor, WalkText.From(await Example(given), "evaluated"), "Vedta å fortsette, som Lise Klinikkleder");
        TextIn(walk).Should().Contain("cases/{sak}/decisions {\"outcome\": \"Continue\"");

        static async Task<IDocument> Pressed(Visitor who, string text, string button)
        {
            var buttons = (await Sent(who, text, "steg Koord1 GET cases/{sak}")).QuerySelectorAll("button[name=gjor]").ToList();
            var found = buttons.FirstOrDefault(one => one.TextContent.Trim().StartsWith(button, StringComparison.Ordinal));
            found.Should().NotBeNull("the page offers «{0}» among {1}", button, string.Join("; ", buttons.Select(one => one.TextContent.Trim())));
            var after = await Sent(who, text, found!.GetAttribute("value")!);
            (after.GetElementById("gikk-ikke")?.ParentElement?.TextContent ?? "").Should().BeEmpty("«{0}» can be done", button);
            return after;
        }

        static async Task<IDocument> Sent(Visitor who, string text, string button)
        {
            using var page = await who.Send(Page, await who.Page(Page), ("handling", "WalkDraft"), ("skjema", "WalkDraft"), ("gjor", button), ("text", text), ("example", "example-a"));
            page.StatusCode.Should().Be(HttpStatusCode.OK);
            return await Visitor.Read(page);
        }

        static string Said(IDocument page) => page.QuerySelector("main")!.TextContent;

        static string TextIn(IDocument page) => page.QuerySelector("input[name=text]")!.GetAttribute("value")!;
    }

    [Fact]
    public async Task Only_administrators_walk_a_draft_and_what_cannot_be_read_is_answered_in_words()
    {
        var given = await Drafted();
        foreach (var who in new[] { "Koord1", "Br1", "Rev" })
        {
            using var visitor = await Visitor.As(given, who);
            (await visitor.Get(Page)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
            (await given.Ask(who, "POST", Drafts + "/1/walks", new { text = "scenario x" })).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        }

        (await given.Ask("Admin", "POST", Drafts + "/1/walks", new { text = "hva som helst" })).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await given.Ask("Admin", "POST", Drafts + "/9/walks", new { text = "scenario x" })).StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var admin = await Visitor.As(given, "Admin");
        (await admin.Send(Page, await admin.Page(Page), ("handling", "WalkDraft"), ("skjema", "WalkDraft"), ("gjor", "noe annet"))).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_text_of_a_walk_follows_an_example_step_by_step()
    {
        var example = await Example(await Drafted());
        WalkText.Marks(example).Should().StartWith(["reported", "anchored"]).And.NotContain("demonstration");
        var (step, after) = WalkText.Next(example, WalkText.After(example, "reported"))!.Value;
        step.Should().Be("at 2025-09-16 09:00");
        WalkText.Next(example, after)!.Value.Step.Should().Be("Leder1 GET inbox\n  expect [elementId=forankre].role = Leder");
        var text = WalkText.From(example, "reported");
        WalkText.WithoutLast(WalkText.With(text, step)).Should().Be(text);
        WalkText.WithoutLast(text).Should().Be(text, "where it begins stays");
        WalkText.From(example, null).Should().Contain("person Leder1").And.NotContain("POST");
        WalkText.Next(example, int.MaxValue).Should().BeNull();
    }

    static async Task<ShelvedScenario> Example(GivenCase given) => new("example-a", await File.ReadAllTextAsync(Path.Combine(ShippedDefinitions.Folder, "scenarios", "example-a.scenario")), null, null);

    async Task<GivenCase> Drafted()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        var shipped = Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(Path.Combine(ShippedDefinitions.Folder, "standard-metode.bpmn")));
        (await given.Ask("Admin", "POST", Drafts, new { source = Convert.ToBase64String(shipped) })).StatusCode.Should().Be(HttpStatusCode.Created);
        return given;
    }
}
