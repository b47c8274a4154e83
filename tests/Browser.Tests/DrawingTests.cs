using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using LmsWorkflow.Api;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;
using Microsoft.Playwright;

namespace LmsWorkflow.Browser.Tests;

/// <summary>The drawing tool as an administrator uses it, by mouse.</summary>
public sealed class DrawingTests(Site site)
{
    const string Standard = "standard_metode";

    [Fact]
    public async Task A_definition_is_drawn_from_an_empty_page_by_mouse_and_published()
    {
        var running = await site.Fresh("needs-assessed");
        var page = await site.AtDesk(running, "fra_tomt_ark", Desk.Empty("Fra tomt ark"));
        var stage = (await page.Locator(".designer-stage").BoundingBoxAsync())!;
        for (var turn = 0; turn < 9; turn++) await page.GetByRole(AriaRole.Button, new() { Name = "Zoom ut" }).ClickAsync();
        for (var phase = 0; phase < 6; phase++) await page.Drop("Fase", stage.X + 400, stage.Y + 60 + (phase * 100));
        await page.Secured();
        await page.Saved();
        await page.Picture("tegning-fra-tomt-ark");
        await page.MayPublish(true);

        await page.Publish().ClickAsync();
        await page.GetByLabel("Hvorfor endres prosessen?").FillAsync("Ny prosess for sentret");
        await page.GetByLabel("Hvilket senter skal spørres?").SelectOptionAsync(new SelectOptionValue { Label = "LMS Fjordkysten" });
        await page.Press("Be om samtykke");
        await Assertions.Expect(page.GetByText("En ny utgave venter på samtykke")).ToBeVisibleAsync();
        await BothConsent(running, "fra_tomt_ark");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Utgave 1" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_part_is_drawn_with_a_task_a_choice_and_a_deadline_and_each_is_undone_in_one_step()
    {
        var running = await site.At("frozen");
        var page = await site.AtDesk(running, "en_del", Desk.Empty("En del"));
        var (startX, startY) = await page.Centre("en_del_start");
        var (endX, _) = await page.Centre("en_del_slutt");
        await page.Drop("Oppgave", (startX + endX) / 2, startY);
        await Assertions.Expect(page.Element("oppgave")).ToBeVisibleAsync();
        await page.GetByLabel("Navn", new() { Exact = true }).FillAsync("Ring deltakeren");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Element("oppgave")).ToContainTextAsync("Ring");
        var (taskX, taskY) = await page.Centre("oppgave");
        await page.Drop("Frist / påminnelse", taskX, taskY + ((await page.Element("oppgave").Locator(".djs-visual").First.BoundingBoxAsync())!.Height / 2));
        await Assertions.Expect(page.Element("ta_kontakt")).ToBeVisibleAsync();
        await Assertions.Expect(page.Verdict()).ToContainTextAsync("kan ikke stå fast");
        await page.Saved();
        await page.Picture("tegning-av-en-del");

        await page.Press("Angre");
        await Assertions.Expect(page.Element("ta_kontakt")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Element("oppgave")).ToBeVisibleAsync();
        await page.Press("Gjør om");
        await Assertions.Expect(page.Element("ta_kontakt")).ToBeVisibleAsync();
    }

    public static TheoryData<string> Breaks => ["delete a sign-off", "draw a flow around it", "add a deadline that jumps ahead", "make one side optional", "edit after approval"];

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task R078_What_a_person_breaks_is_found_shown_as_a_path_and_not_published_until_it_is_undone(string how)
    {
        var running = await site.At("frozen");
        var key = "brutt_" + string.Concat(how.Where(char.IsAsciiLetterLower));
        var page = await site.AtDesk(running, key, new { templateKey = Standard });
        await page.Secured();
        await page.LookAt("g1_godkjenn");
        var steps = await Break(page, how);

        var finding = page.Locator(".designer-findings [data-check=participation] .designer-finding");
        await Assertions.Expect(finding).ToBeVisibleAsync();
        await Assertions.Expect(finding).ToContainTextAsync("G1");
        await page.MayPublish(false);
        await Assertions.Expect(page.Locator(".designer-reason")).ToContainTextAsync("Kan ikke publiseres");
        await finding.ClickAsync();
        await Assertions.Expect(page.Locator(".designer-step")).ToContainTextAsync("Steg 1 av");
        await Assertions.Expect(page.Locator(".djs-element.is-here")).ToHaveCountAsync(1);
        while (await page.GetByRole(AriaRole.Button, new() { Name = "Neste", Exact = true }).IsEnabledAsync()) await page.GetByRole(AriaRole.Button, new() { Name = "Neste", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".designer-step")).ToContainTextAsync("Passer G1");
        await Assertions.Expect(page.Element("g1_passer")).ToHaveClassAsync(new Regex("is-here"));
        await page.Picture($"tegning-{key}");

        for (var step = 0; step < steps; step++) await page.Press("Angre");
        await page.Secured();
        await page.MayPublish(true);
    }

    /// <summary>How many steps it took.</summary>
    static async Task<int> Break(IPage page, string how)
    {
        switch (how)
        {
            case "delete a sign-off":
                await page.Choose("g1_godkjenn");
                await page.Keyboard.PressAsync("Delete");
                return 1;
            case "draw a flow around it":
                await page.DrawFlow("g1_klargjor", "g1_passer");
                return 1;
            case "add a deadline that jumps ahead":
                await page.DrawFlow("g1_dag_21", "g1_passer");
                return 1;
            case "edit after approval":
                // the name of the flow lies over the whole of it
                await page.DropBetween("Dokument", "g1_svar", "g1_passer");
                await page.StandInARow("g1_svar", "skriv", "g1_passer", "g1_ferdig");
                return 1;
            default:
                await page.Choose("g1_godkjenn");
                await page.GetByLabel("Brukersiden").UncheckAsync();
                return 1;
        }
    }

    [Fact]
    public async Task R079_A_quick_fix_mends_in_one_step_that_can_be_undone()
    {
        var running = await site.At("frozen");
        var page = await site.AtDesk(running, "mendes", new { templateKey = Standard });
        await page.LookAt("g1_godkjenn");
        await Break(page, "make one side optional");
        await page.Press("La begge sider godkjenne");
        await page.Secured();
        await page.Press("Angre");
        await Assertions.Expect(page.Locator(".designer-findings [data-check=sign-off-both-sides]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task R078_A_gateway_a_quick_fix_puts_in_gets_room_and_lies_on_nothing()
    {
        var running = await site.At("frozen");
        var page = await site.AtDesk(running, "far_plass", new { templateKey = Standard });
        await page.LookAt("g1_godkjenn");
        await page.DrawFlow("g1_klargjor", "g1_passer");
        await page.Mend("no-fake-join");
        await Assertions.Expect(page.Element("samle")).ToBeVisibleAsync();
        await page.StandInARow("g1_svar", "samle", "g1_passer", "g1_ferdig");
        await page.Mend("no-implicit-split");
        await Assertions.Expect(page.Element("samtidig")).ToBeVisibleAsync();
        await page.StandInARow("g1_klargjor", "samtidig", "g1_samle");
    }

    [Fact]
    public async Task Who_drops_a_phase_without_connection_is_told_what_to_do_and_gets_it_when_it_is_back()
    {
        var running = await site.At("frozen");
        await Desk.Draft(running, "uten_forbindelse", Desk.Empty("Uten forbindelse"));
        var page = await site.SignedIn(running, "Admin", 1440);
        await page.RouteAsync("**/parts", route => route.AbortAsync());
        await page.GotoAsync("/prosesser/uten_forbindelse/utkast/1/tegning");
        await Desk.Judged(page);
        var stage = (await page.Locator(".designer-stage").BoundingBoxAsync())!;
        await page.Drop("Fase", stage.X + 400, stage.Y + 300);
        await Assertions.Expect(page.Locator(".designer-notice")).ToContainTextAsync("Prøv igjen når den er tilbake");
        await page.Drop("Oppgave", stage.X + 400, stage.Y + 300);
        await Assertions.Expect(page.Element("oppgave")).ToBeVisibleAsync();

        await page.UnrouteAsync("**/parts");
        await page.RunAndWaitForResponseAsync(() => page.Locator(".designer-entry").GetByText("Fase", new() { Exact = true }).ClickAsync(), "**/parts");
        await page.Keyboard.PressAsync("Escape");
        await page.Drop("Fase", stage.X + 400, stage.Y + 500);
        await Assertions.Expect(page.Element("fase0_forankring")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_taken_out_unchanged_means_the_same_and_keeps_what_others_wrote()
    {
        var running = await site.At("frozen");
        var original = Foreign(Desk.Shipped);
        var page = await site.AtDesk(running, "rundtur", Desk.Source(original));
        await page.GetByText("Ta ut", new() { Exact = true }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Press("BPMN-fil"));
        var taken = await File.ReadAllTextAsync((await download.PathAsync())!);

        var (was, now) = (Read(original), Read(taken));
        MeaningDifference.Of(was, now, FormCatalogue.Empty, FormCatalogue.Empty).Should().BeEmpty();
        var (before, after) = (ById(original), ById(taken));
        after.Keys.Should().Contain(before.Keys);
        foreach (var (id, element) in before) Said(after[id]).Should().BeEquivalentTo(Said(element), $"{id} says what it said");
        XDocument.Parse(taken).Descendants(XName.Get("wage", "urn:other")).Single().Value.Should().Be("hundre");
        XDocument.Parse(taken).Descendants(XName.Get("wage", "urn:other")).Single().Attribute("currency")!.Value.Should().Be("NOK");
        await Assertions.Expect(page.Locator(".designer-saved")).ToContainTextAsync("Lagret (lagring 1)");
    }

    [Fact]
    public async Task A_file_made_in_another_modeller_opens_and_is_judged()
    {
        var running = await site.At("frozen");
        var page = await site.AtDesk(running, "fra_andre", Desk.Source(OtherModeller));
        await Assertions.Expect(page.Element("Activity_1x")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".designer-findings [data-check=roles]")).ToBeVisibleAsync();
        await page.Choose("Activity_1x");
        await page.GetByLabel("Koordinator").CheckAsync();
        await Assertions.Expect(page.Verdict()).ToContainTextAsync("kan ikke stå fast");
        await page.Saved();
        using var client = running.Host.Client(running.Id("Admin"));
        (await client.GetStringAsync("/api/v1/definitions/fra_andre/drafts/1/source")).Should().Contain("formKey=\"vedtak\"").And.Contain("lms:role=\"koordinator\"");
    }

    [Fact]
    public async Task Whoever_saves_second_is_told_and_chooses_and_nothing_is_lost()
    {
        var running = await site.At("frozen");
        var first = await site.AtDesk(running, "to_samtidig", Desk.Empty("To samtidig"));
        var second = await site.SecondDesk(running, "to_samtidig");
        await Rename(first, "to_samtidig_start", "Begynn her");
        await first.Saved();
        await Rename(second, "to_samtidig_slutt", "Ferdig her");
        await Assertions.Expect(second.GetByText("Noen andre har lagret utkastet mens du tegnet")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await second.Picture("tegning-to-samtidig");
        await second.Press("Bruk deres");
        await Assertions.Expect(second.Element("to_samtidig_start_label")).ToContainTextAsync("Begynn");
        await second.Press("Hent min fram igjen");
        await second.Saved();

        using var client = running.Host.Client(running.Id("Admin"));
        (await client.GetStringAsync("/api/v1/definitions/to_samtidig/drafts/1/source")).Should().Contain("Ferdig her");
    }

    [Fact]
    public async Task Whoever_saves_second_may_save_over_the_first_whose_saving_is_still_there()
    {
        var running = await site.At("frozen");
        var first = await site.AtDesk(running, "over_deres", Desk.Empty("Over deres"));
        var second = await site.SecondDesk(running, "over_deres");
        await Rename(first, "over_deres_start", "Begynn her");
        await first.Saved();
        await Rename(second, "over_deres_slutt", "Ferdig her");
        await Assertions.Expect(second.GetByText("Noen andre har lagret utkastet mens du tegnet")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Rename(second, "over_deres_slutt", "Ferdig her og nå");
        await second.Press("Lagre min over deres");
        await second.WaitForFunctionAsync("() => fetch('/api/v1/definitions/over_deres/drafts/1/source').then(answer => answer.text()).then(xml => xml.includes('Ferdig her og nå') && !xml.includes('Begynn her'))");
        await second.GotoAsync("/prosesser/over_deres/utkast/1/disposisjon");
        await Assertions.Expect(second.Locator("option", new() { HasText = "Lagring 2" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_was_drawn_without_a_connection_is_there_in_the_next_session_and_is_saved_then()
    {
        var running = await site.At("frozen");
        var page = await site.AtDesk(running, "uten_nett", Desk.Empty("Uten nett"));
        await page.Context.RouteAsync("**/api/**", route => route.AbortAsync());
        await Rename(page, "uten_nett_start", "Tegnet uten nett");
        await Assertions.Expect(page.Locator(".designer-saved")).ToContainTextAsync("Uten forbindelse", new() { Timeout = 20_000 });
        await page.CloseAsync();

        var again = await page.Context.NewPageAsync();
        await page.Context.UnrouteAllAsync();
        await again.GotoAsync("/prosesser/uten_nett/utkast/1/tegning");
        await Assertions.Expect(again.GetByText("er hentet fram igjen")).ToBeVisibleAsync();
        await again.Saved();
        using var client = running.Host.Client(running.Id("Admin"));
        (await client.GetStringAsync("/api/v1/definitions/uten_nett/drafts/1/source")).Should().Contain("Tegnet uten nett");
    }

    [Fact]
    public async Task A_condition_is_built_from_rows_written_as_FEEL_and_checked_as_it_is_typed()
    {
        var running = await site.At("frozen");
        var page = await site.AtDesk(running, "vilkar", new { templateKey = Standard });
        await page.LookAt("g1_godkjenn");
        await page.Choose("g1_klargjor");
        await page.Press("Legg til rad");
        await page.GetByLabel("Hva", new() { Exact = true }).Last.SelectOptionAsync("objection.open");
        await page.GetByLabel("Sammenligning").Last.SelectOptionAsync("isNot");
        await page.Press("Skriv som FEEL");
        var feel = page.GetByLabel("FEEL", new() { Exact = true });
        await Assertions.Expect(feel).ToHaveValueAsync("gate.G1.frozen or gate.G1.objected or not(objection.open)");
        await feel.FillAsync("gate.G1.frozen and (");
        await Assertions.Expect(page.Locator(".designer-check-line[data-usable=false]")).ToContainTextAsync("tegn");
        await feel.FillAsync("gate.G1.frozen");
        await Assertions.Expect(page.Locator(".designer-check-line")).ToHaveTextAsync("Vilkåret kan brukes.");
        await page.Press("Vis som rader");
        await Assertions.Expect(page.Locator(".designer-term")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_drawing_is_taken_out_as_file_and_pictures()
    {
        var running = await site.At("frozen");
        var page = await site.AtDesk(running, "ut_herfra", Desk.Empty("Ut herfra"));
        foreach (var (choice, ending, begins) in new[] { ("BPMN-fil", ".bpmn", "<?xml"), ("Bilde (SVG)", ".svg", "<?xml"), ("Bilde (PNG)", ".png", "\u0089PNG") })
        {
            await page.GetByText("Ta ut", new() { Exact = true }).ClickAsync();
            var download = await page.RunAndWaitForDownloadAsync(() => page.Press(choice));
            download.SuggestedFilename.Should().Be("ut_herfra-utkast-1" + ending);
            Encoding.Latin1.GetString(await File.ReadAllBytesAsync((await download.PathAsync())!)).Should().StartWith(begins);
        }
    }

    [Fact]
    public async Task A_file_without_places_is_put_in_place_and_can_be_drawn_on()
    {
        var running = await site.At("frozen");
        var bare = XDocument.Parse(Desk.Shipped);
        bare.Descendants().Where(element => element.Name.LocalName == "BPMNDiagram").ToList().ForEach(diagram => diagram.Remove());
        var page = await site.AtDesk(running, "uten_plass", Desk.Source(bare.ToString().Replace("id=\"standard_metode\"", "id=\"uten_plass\"", StringComparison.Ordinal)));
        await Assertions.Expect(page.GetByText("Filen sier ikke hvor stegene står")).ToBeVisibleAsync();
        await page.Secured();
        await page.LookAt("g1_godkjenn");
        await page.Picture("tegning-uten-plass");
        await Rename(page, "g1_godkjenn", "Godkjenn sammen");
        await page.Saved();
        await page.ReloadAsync();
        await Desk.Judged(page);
        await Assertions.Expect(page.Element("g1_godkjenn")).ToContainTextAsync("sammen");
        await Assertions.Expect(page.GetByText("Filen sier ikke hvor stegene står")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_step_is_found_by_name_and_the_drawing_is_looked_over_in_the_overview()
    {
        var running = await site.At("frozen");
        var page = await site.AtDesk(running, "finner_fram", new { templateKey = Standard });
        await page.Press("Søk");
        await Assertions.Expect(page.Locator(".djs-search-input input")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("minn om");
        await Assertions.Expect(page.Locator(".djs-search-result")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator(".djs-search-result").First).ToContainTextAsync("i 1 Behovsvurdering");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Element("g1_minn")).ToHaveClassAsync(new Regex("selected"));
        await Assertions.Expect(page.Element("g1_minn")).ToBeInViewportAsync();

        await page.Press("Oversikt");
        var map = (await page.Locator(".djs-minimap .map").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(map.X + (map.Width * 0.45f), map.Y + (map.Height * 0.95f));
        await Assertions.Expect(page.Element("g1_minn")).Not.ToBeInViewportAsync();
        await page.Press("Oversikt");
        await Assertions.Expect(page.Locator(".djs-minimap.open")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_step_is_copied_with_all_it_says_and_the_keys_that_do_it_are_told()
    {
        var running = await site.At("frozen");
        var page = await site.AtDesk(running, "kopierer", Desk.Empty("Kopierer"));
        var (startX, y) = await page.Centre("kopierer_start");
        var (endX, _) = await page.Centre("kopierer_slutt");
        await page.Drop("Felles møte", (startX + endX) / 2, y);
        await Assertions.Expect(page.Element("felles_mote")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Choose("felles_mote");
        await page.Keyboard.PressAsync("Control+c");
        await page.Keyboard.PressAsync("Control+v");
        await page.Mouse.MoveAsync(startX + 40, y + 140);
        await page.Mouse.MoveAsync(startX + 60, y + 160, new() { Steps = 3 });
        await page.Mouse.ClickAsync(startX + 60, y + 160);
        await page.WaitForFunctionAsync("() => fetch('/api/v1/definitions/kopierer/drafts/1/source').then(answer => answer.text()).then(xml => xml.split('lms:kind=\"meeting\"').length === 3)");

        await page.Press("Hurtigtaster");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Hurtigtaster" });
        await Assertions.Expect(dialog).ToContainTextAsync("Ctrl + C / Ctrl + V");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_drawing_is_printed_whole_and_then_phase_by_phase_and_the_page_is_as_before()
    {
        var running = await site.At("frozen");
        var page = await site.AtDesk(running, "pa_papir", new { templateKey = Standard, templateName = new { name = "Standard metode" } });
        await page.EvaluateAsync("() => { window.print = () => { window.printed = [document.documentElement.dataset.printing, ...[...document.querySelectorAll('.designer-sheet figcaption')].map(name => name.textContent)]; }; }");
        await page.GetByText("Ta ut", new() { Exact = true }).ClickAsync();
        await page.Press("Skriv ut");
        await page.WaitForFunctionAsync("() => window.printed");
        (await page.EvaluateAsync<string[]>("window.printed")).Should().Equal(
            "drawing", "Standard metode", "Standard metode: 0 Forankring", "Standard metode: 1 Behovsvurdering", "Standard metode: 2 Planlegging", "Standard metode: 3 Gjennomføring", "Standard metode: 4 Evaluering", "Standard metode: 5 Videreføring");
        await Assertions.Expect(page.Locator(".designer-sheet")).ToHaveCountAsync(0);
        (await page.EvaluateAsync<string?>("document.documentElement.dataset.printing ?? null")).Should().BeNull();
    }

    [Theory]
    [InlineData(1440, Language.Nb)]
    [InlineData(1024, Language.Nn)]
    public async Task The_page_passes_axe_outside_the_canvas_speaks_no_English_and_breaks_no_policy(int width, Language language)
    {
        var running = await site.At("frozen");
        var page = await site.AtDesk(running, $"ser_pa_{width}", new { templateKey = Standard }, width, language);
        var refused = new List<string>();
        page.Console += (_, message) => { if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) refused.Add(message.Text); };
        await page.ReloadAsync();
        await Desk.Judged(page);
        await page.Element("forankre").ClickAsync();
        await page.Locator(".djs-context-pad.open [data-action=replace]").ClickAsync();
        await Assertions.Expect(page.Locator(".djs-popup")).ToBeVisibleAsync();
        var said = await page.EvaluateAsync<string>("[...document.querySelectorAll('.designer, .designer *, .djs-context-pad *, .djs-popup, .djs-popup *')].flatMap(e => [e.title, e.getAttribute?.('aria-label'), e.placeholder, ...[...e.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent)]).filter(Boolean).join('\\n')");
        Regex.Matches(said, @"\b(the|event|task|gateway|element(s)?|tool|append|create|activate|change|process|interrupting|boundary|search|close|flow)\b", RegexOptions.IgnoreCase)
            .Select(match => match.Value.ToLowerInvariant()).Where(word => word is not "element").Distinct().Should().BeEmpty();
        await page.Keyboard.PressAsync("Escape");
        await page.Picture($"tegning-{width}-{language}");
        var axe = await page.RunAxe(new AxeRunContext { Exclude = [new AxeSelector(".djs-container")] });
        axe.Violations.Select(violation => $"{violation.Id} {violation.Help} {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}").Should().BeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
        await Assertions.Expect(page.Locator(".bjs-powered-by")).ToBeVisibleAsync();
        refused.Should().BeEmpty();
    }

    [Fact]
    public async Task A_phone_and_a_browser_without_script_get_the_way_to_the_outline()
    {
        var running = await site.At("frozen");
        await Desk.Draft(running, "smal_skjerm", Desk.Empty("Smal skjerm"));
        var phone = await site.SignedIn(running, "Admin", 360);
        await phone.GotoAsync("/prosesser/smal_skjerm/utkast/1/tegning");
        await Assertions.Expect(phone.GetByRole(AriaRole.Link, new() { Name = "Åpne disposisjonen" })).ToBeVisibleAsync();
        await Assertions.Expect(phone.Locator(".djs-container")).ToHaveCountAsync(0);
        (await phone.Faults("tegning at 360 px")).Should().BeEmpty();
        var plain = await site.SignedIn(running, "Admin", 1280, script: false);
        await plain.GotoAsync("/prosesser/smal_skjerm/utkast/1/tegning");
        await Assertions.Expect(plain.Locator("noscript a[href$='/disposisjon']")).ToHaveCountAsync(1);
    }

    static async Task Rename(IPage page, string id, string name)
    {
        await page.Choose(id);
        await page.GetByLabel("Navn", new() { Exact = true }).FillAsync(name);
        await page.Keyboard.PressAsync("Tab");
    }

    static async Task BothConsent(Running running, string key)
    {
        using var admin = running.Host.Client(running.Id("Br1"));
        var hash = (await admin.GetFromJsonAsync<JsonElement>($"/api/v1/definitions/{key}")).GetProperty("proposals")[0].GetProperty("changesHash").GetString();
        foreach (var (who, side) in new[] { ("Br1", "Bruker"), ("Fag1", "Fag") })
        {
            using var client = running.Host.Client(running.Id(who));
            using var answer = await client.PostAsJsonAsync($"/api/v1/definitions/{key}/proposals/1/consents", new { side, changesHash = hash });
            answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
        }
    }

    static ProcessDefinition Read(string drawing) => CaseWorkflow.Read(Encoding.UTF8.GetBytes(drawing)).Definition!;

    static Dictionary<string, XElement> ById(string drawing) => XDocument.Parse(drawing).Descendants()
        .Where(element => element.Name.NamespaceName.EndsWith("/MODEL", StringComparison.Ordinal) && element.Attribute("id") is not null).ToDictionary(element => element.Attribute("id")!.Value);

    /// <summary>All an element says itself: attributes, and texts directly in it. What is said by default may be said or not.</summary>
    static IEnumerable<string> Said(XElement element) =>
    [
        .. element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && !(attribute.Name.LocalName == "cancelActivity" && attribute.Value == "true")).Select(attribute => $"{attribute.Name}={attribute.Value}"),
        .. element.Elements().Where(child => child.Attribute("id") is null && !child.HasElements && child.Name.LocalName is not ("incoming" or "outgoing")).Select(child => $"{child.Name}: {child.Value.Trim()}"),
    ];

    static string Foreign(string drawing) => drawing
        .Replace("id=\"standard_metode\"", "id=\"rundtur\"", StringComparison.Ordinal).Replace("bpmnElement=\"standard_metode\"", "bpmnElement=\"rundtur\"", StringComparison.Ordinal)
        .Replace("<bpmn:definitions ", "<bpmn:definitions xmlns:other=\"urn:other\" ", StringComparison.Ordinal)
        .Replace("<bpmn:userTask id=\"forankre\"", "<bpmn:userTask other:colour=\"blue\" id=\"forankre\"", StringComparison.Ordinal)
        .Replace("<bpmn:incoming>fase0_forankring_samle_til_forankre</bpmn:incoming>", "<bpmn:extensionElements><other:wage currency=\"NOK\">hundre</other:wage></bpmn:extensionElements><bpmn:incoming>fase0_forankring_samle_til_forankre</bpmn:incoming>", StringComparison.Ordinal);

    const string OtherModeller = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn2:definitions xmlns:bpmn2="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler" exporterVersion="5.0.0">
          <bpmn2:process id="fra_andre" name="Fra andre" isExecutable="true">
            <bpmn2:startEvent id="StartEvent_1" name="Start"><bpmn2:outgoing>Flow_1</bpmn2:outgoing></bpmn2:startEvent>
            <bpmn2:userTask id="Activity_1x" name="Behandle" camunda:formKey="vedtak"><bpmn2:incoming>Flow_1</bpmn2:incoming><bpmn2:outgoing>Flow_2</bpmn2:outgoing></bpmn2:userTask>
            <bpmn2:endEvent id="Event_1" name="Slutt"><bpmn2:incoming>Flow_2</bpmn2:incoming></bpmn2:endEvent>
            <bpmn2:sequenceFlow id="Flow_1" sourceRef="StartEvent_1" targetRef="Activity_1x" />
            <bpmn2:sequenceFlow id="Flow_2" sourceRef="Activity_1x" targetRef="Event_1" />
          </bpmn2:process>
          <bpmndi:BPMNDiagram id="BPMNDiagram_1"><bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="fra_andre">
            <bpmndi:BPMNShape id="S1" bpmnElement="StartEvent_1"><dc:Bounds x="152" y="102" width="36" height="36" /></bpmndi:BPMNShape>
            <bpmndi:BPMNShape id="S2" bpmnElement="Activity_1x"><dc:Bounds x="240" y="80" width="100" height="80" /></bpmndi:BPMNShape>
            <bpmndi:BPMNShape id="S3" bpmnElement="Event_1"><dc:Bounds x="392" y="102" width="36" height="36" /></bpmndi:BPMNShape>
            <bpmndi:BPMNEdge id="E1" bpmnElement="Flow_1"><di:waypoint x="188" y="120" /><di:waypoint x="240" y="120" /></bpmndi:BPMNEdge>
            <bpmndi:BPMNEdge id="E2" bpmnElement="Flow_2"><di:waypoint x="340" y="120" /><di:waypoint x="392" y="120" /></bpmndi:BPMNEdge>
          </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
        </bpmn2:definitions>
        """;
}
