using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using LmsWorkflow.Api;
using LmsWorkflow.Domain;
using Microsoft.Playwright;

namespace LmsWorkflow.Browser.Tests;

/// <summary>Drafts of the process, consent to them, and the moving of cases, as an administrator and the two sides meet them.</summary>
public sealed class VersionPagesTests(Site site)
{
    const string Process = "/prosesser/standard_metode";
    const string Api = "/api/v1/definitions/standard_metode";

    static string Shipped => File.ReadAllText(Path.Combine(ShippedDefinitions.Folder, "standard-metode.bpmn"));

    static string Renamed => Shipped.Replace("name=\"Forankre tilbudet\"", "name=\"Forankre\"", StringComparison.Ordinal);

    static string OneSided => Shipped.Replace("lms:gate=\"G1\" lms:sides=\"fag bruker\"", "lms:gate=\"G1\" lms:sides=\"fag\"", StringComparison.Ordinal);

    /// <summary>Whoever has not signed is contacted later.</summary>
    static string Weakened => Shipped.Replace("lms:dueWorkingDays=\"2\"", "lms:dueWorkingDays=\"9\"", StringComparison.Ordinal);

    [Theory]
    [InlineData(1280, Language.Nb)]
    [InlineData(1280, Language.Nn)]
    [InlineData(320, Language.Nb)]
    [InlineData(320, Language.Nn)]
    public async Task Pages_of_drafts_consent_and_moving_pass_axe_and_fit_the_screen(int width, Language language)
    {
        var running = await site.Fresh("needs-assessed");
        foreach (var drawing in new[] { Renamed, OneSided, Weakened }) await Draft(running, drawing);
        await Ask(running, "Admin", "/drafts/3/publications", new { revision = 1, against = 1, note = "Mer tid til å svare", unit = running.Id("LMS") });
        var wrong = new List<string>();
        async Task Look(string person, params string[] paths) => wrong.AddRange(await Faults(running, person, width, language, paths));

        await Look("Admin", "/prosesser", Process, $"{Process}/utkast/1", $"{Process}/utkast/2", $"{Process}/utkast/1/skjemaer", $"{Process}/utkast/1/skjemaer/D12", $"{Process}/utkast/1/skjemaer/D18", $"{Process}/utkast/1/disposisjon", $"{Process}/utkast/1/disposisjon?steg=g1_godkjenn", $"{Process}/utkast/1/disposisjon?steg=g1_svar", $"{Process}/utkast/2/disposisjon", $"{Process}/utkast/3", $"{Process}/samtykke/1", $"{Process}/flytt", $"{Process}/sammenlikn?fra=1&til=utkast-1");
        foreach (var who in new[] { "Br1", "Fag1" }) await Look(who, "/", Process, $"{Process}/samtykke/1");
        await BothConsent(running);
        await Ask(running, "Admin", "/moves", new { from = 1, to = 2, dryRun = false }, HttpStatusCode.OK);
        await Look("Admin", "/prosesser", Process, $"{Process}/samtykke/1", $"{Process}/flytt?fra=1&til=2");
        await Look("Br1", "/", $"{running.Case}/flytting", Process);
        await Look("Koord1", $"{running.Case}/flytting", "/prosesser");
        wrong.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_drawing_goes_from_upload_to_moved_cases_by_what_each_page_shows_with_and_without_script(bool script)
    {
        var running = await site.Fresh("needs-assessed");
        var admin = await site.SignedIn(running, "Admin", script: script);
        await Upload(admin, Weakened);
        await admin.Press("Be om samtykke");
        await Assertions.Expect(admin).ToHaveTitleAsync(new Regex("^Feil: "));
        await admin.Locator("#feil a").First.ClickAsync();
        await admin.GetByLabel("Hvorfor endres prosessen?").FillAsync("Mer tid til å svare");
        await admin.GetByLabel("Hvilket senter skal spørres?").SelectOptionAsync(new SelectOptionValue { Label = "LMS Fjordkysten" });
        await admin.Press("Be om samtykke");
        await Assertions.Expect(admin.GetByText("En ny utgave venter på samtykke")).ToBeVisibleAsync();

        var bruker = await site.SignedIn(running, "Br1", script: script);
        await bruker.Locator("a[href$='/samtykke/1']").ClickAsync();
        await Assertions.Expect(bruker.GetByText("Svekker medvirkningen").First).ToBeVisibleAsync();
        await bruker.Press("Jeg samtykker som brukerrepresentant");
        await Assertions.Expect(bruker.GetByText("Brukerrepresentant: har samtykket")).ToBeVisibleAsync();
        var fag = await site.SignedIn(running, "Fag1", script: script);
        await fag.Locator("a[href$='/samtykke/1']").ClickAsync();
        await fag.Press("Jeg samtykker som fagperson");
        await Assertions.Expect(fag.GetByText("Begge sider har samtykket, og utgaven gjelder")).ToBeVisibleAsync();

        (await Move(admin)).Should().Contain("Venter på samtykke fra begge sider");
        foreach (var member in new[] { bruker, fag })
        {
            await member.GotoAsync("/");
            await member.Locator($"a[href='{running.Case}/flytting']").First.ClickAsync();
            await member.Press("Jeg samtykker til flyttingen");
            await Assertions.Expect(member.Locator("[data-status=accepted]")).ToBeVisibleAsync();
        }

        (await Move(admin)).Should().Contain("Flyttet");
    }

    [Fact]
    public async Task A_representative_says_no_with_the_keyboard_alone_and_must_say_why()
    {
        var running = await site.Fresh("needs-assessed");
        await Draft(running, Weakened);
        await Ask(running, "Admin", "/drafts/1/publications", new { revision = 1, against = 1, note = "Mer tid", unit = running.Id("LMS") });
        var page = await site.SignedIn(running, "Br1");
        await page.GotoAsync($"{Process}/samtykke/1");
        await TabTo(page, "Jeg sier nei som brukerrepresentant");
        (await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")).Should().Be("solid", "focus must be seen");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#feil")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Hvorfor sier du nei?")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Ni dager er for lenge å vente");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("En av sidene sa nei")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Ni dager er for lenge å vente")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_administrator_reaches_every_step_of_a_move_with_the_keyboard_alone()
    {
        var running = await site.Fresh("needs-assessed");
        await Draft(running, Renamed);
        await Ask(running, "Admin", "/drafts/1/publications", new { revision = 1, against = 1, note = "Kortere navn" });
        var page = await site.SignedIn(running, "Admin");
        await page.GotoAsync($"{Process}/flytt?fra=1&til=2");
        await TabTo(page, "Hva hvert trinn blir til");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Forankre tilbudet (forankre)")).ToBeVisibleAsync();
        await TabTo(page, "Flytt sakene");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Dette skjedde" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main .mark--done")).ToHaveTextAsync("Flyttet");
    }

    async Task<IReadOnlyList<string>> Faults(Running running, string person, int width, Language language, string[] paths)
    {
        var faults = new List<string>();
        var page = await site.SignedIn(running, person, width, language: language);
        foreach (var path in paths)
        {
            (await page.GotoAsync(path))!.Status.Should().Be(200, $"{person} opens {path}");
            await page.Picture($"{path.Replace(running.Case, "sak", StringComparison.Ordinal)}-{person}-versions-{width}-{language}");
            faults.AddRange(await page.Faults($"{path} for {person}"));
        }

        await page.Context.CloseAsync();
        return faults;
    }

    static async Task Upload(IPage admin, string drawing)
    {
        await admin.GotoAsync(Process);
        await admin.GetByText("Last opp en tegning som nytt utkast").ClickAsync();
        await admin.Locator("input[name=fil]").SetInputFilesAsync(new FilePayload { Name = "standard-metode.bpmn", MimeType = "application/xml", Buffer = Encoding.UTF8.GetBytes(drawing) });
        await admin.Press("Last opp");
        await Assertions.Expect(admin.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Utkast 1" })).ToBeVisibleAsync();
    }

    static async Task<string> Move(IPage admin)
    {
        await admin.GotoAsync(Process);
        await admin.GetByRole(AriaRole.Link, new() { Name = "Flytt saker mellom utgaver" }).ClickAsync();
        await admin.GetByLabel("Fra", new() { Exact = true }).SelectOptionAsync("1");
        await admin.GetByLabel("Til", new() { Exact = true }).SelectOptionAsync("2");
        await admin.Press("Lag plan");
        await admin.Press("Prøv planen");
        await Assertions.Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "Prøve på sakene slik de er nå" })).ToBeVisibleAsync();
        await admin.Press("Flytt sakene");
        await Assertions.Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "Dette skjedde" })).ToBeVisibleAsync();
        return await admin.Locator("main").InnerTextAsync();
    }

    static async Task TabTo(IPage page, string words)
    {
        for (var pressed = 0; pressed < 150; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.textContent.trim()") == words) return;
        }

        throw new InvalidOperationException($"Tab never reaches «{words}»");
    }

    static Task Draft(Running running, string drawing) => Ask(running, "Admin", "/drafts", new { source = Encoding.UTF8.GetBytes(drawing) });

    static async Task BothConsent(Running running)
    {
        using var client = running.Host.Client(running.Id("Br1"));
        var process = await client.GetFromJsonAsync<System.Text.Json.JsonElement>(Api);
        var changesHash = process.GetProperty("proposals")[0].GetProperty("changesHash").GetString();
        await Ask(running, "Br1", "/proposals/1/consents", new { side = "Bruker", changesHash });
        await Ask(running, "Fag1", "/proposals/1/consents", new { side = "Fag", changesHash });
    }

    static async Task Ask(Running running, string who, string path, object body, HttpStatusCode expected = HttpStatusCode.Created)
    {
        using var client = running.Host.Client(running.Id(who));
        using var answer = await client.PostAsJsonAsync(Api + path, body);
        answer.StatusCode.Should().Be(expected, await answer.Content.ReadAsStringAsync());
    }
}
