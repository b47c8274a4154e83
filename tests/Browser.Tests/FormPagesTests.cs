using System.Net;
using System.Net.Http.Json;
using System.Text;
using LmsWorkflow.Api;
using LmsWorkflow.Domain;
using Microsoft.Playwright;

namespace LmsWorkflow.Browser.Tests;

/// <summary>An administrator changes what a document asks, and a case asks it.</summary>
public sealed class FormPagesTests(Site site)
{
    const string Draft = "/prosesser/standard_metode/utkast/1";
    const string Api = "/api/v1/definitions/standard_metode";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_goes_from_the_form_page_by_the_preview_to_a_case(bool script)
    {
        var running = await Drafted();
        var admin = await site.SignedIn(running, "Admin", script: script);
        await admin.GotoAsync(Draft);
        await admin.GetByRole(AriaRole.Link, new() { Name = "Se og endre skjemaene" }).ClickAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = "D12 Kursplan" }).ClickAsync();
        var add = admin.Locator("#AddQuestion");
        await add.GetByLabel("Hvor", new() { Exact = false }).First.SelectOptionAsync("del_rammer");
        await add.GetByLabel("Spørsmål på bokmål").FillAsync("Hva skjer hvis det regner?");
        await admin.Press("Legg til spørsmålet");
        await Assertions.Expect(admin.Locator("#feil")).ToBeVisibleAsync();
        await add.GetByLabel("Spørsmål på nynorsk").FillAsync("Kva skjer om det regnar?");
        await admin.Press("Legg til spørsmålet");
        await Assertions.Expect(admin.Locator("[data-status=accepted]")).ToBeVisibleAsync();
        await Assertions.Expect(admin.Locator(".sheet").GetByLabel("Hva skjer hvis det regner?")).ToBeVisibleAsync();

        await admin.GotoAsync(Draft);
        await admin.GetByLabel("Hvorfor endres prosessen?").FillAsync("Vi holder kurs ute");
        await admin.Press("Publiser utkastet");
        await Assertions.Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "Utgave 2" })).ToBeVisibleAsync();
        await Ask(running, "/moves", new { from = 1, to = 2, dryRun = false }, HttpStatusCode.OK);

        var fag = await site.SignedIn(running, "Fag1", script: script);
        await fag.GotoAsync($"{running.Case}/dokumenter/D12");
        await fag.GetByLabel("Hva skjer hvis det regner?").FillAsync("Vi går inn.");
        await fag.Press("Lagre utkastet");
        await Assertions.Expect(fag.GetByLabel("Hva skjer hvis det regner?")).ToHaveValueAsync("Vi går inn.");
    }

    [Theory]
    [InlineData(1280, Language.Nb)]
    [InlineData(320, Language.Nn)]
    public async Task A_list_of_rows_is_filled_in_with_the_keyboard_and_passes_axe(int width, Language language)
    {
        var running = await Drafted();
        await Ask(running, "/drafts/1/forms/D12/edits", new { edit = "AddQuestion", basedOn = 1, question = new { type = "Rows", label = new { nb = "Samlinger", nn = "Samlinger" } } });
        await Ask(running, "/drafts/1/forms/D12/edits", new { edit = "AddQuestion", basedOn = 2, into = "samlinger", question = new { type = "Date", label = new { nb = "Dag", nn = "Dag" } } });
        var admin = await site.SignedIn(running, "Admin", width, language: language);
        await admin.GotoAsync($"{Draft}/skjemaer/D12");
        await admin.Picture($"skjema-rader-{width}-{language}");
        (await admin.Faults("the form with rows")).Should().BeEmpty();
        await Ask(running, "/drafts/1/publications", new { revision = 3, against = 1, note = "Samlinger i planen" });
        await Ask(running, "/moves", new { from = 1, to = 2, dryRun = false }, HttpStatusCode.OK);

        var page = await site.SignedIn(running, "Fag1", width, language: language);
        await page.GotoAsync($"{running.Case}/dokumenter/D12");
        await page.Locator("[name='samlinger.0.samlinger']").FillAsync("Bli kjent");
        await page.GetByRole(AriaRole.Button, new() { Name = language == Language.Nb ? "Legg til en rad i Samlinger" : "Legg til ei rad i Samlinger" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[name='samlinger.1.samlinger']").FillAsync("Fysisk aktivitet");
        await Assertions.Expect(page.Locator("[name='samlinger.0.samlinger']")).ToHaveValueAsync("Bli kjent");
        (await page.Faults("the document with rows")).Should().BeEmpty();
        await page.Picture($"dokument-rader-{width}-{language}");
        await page.Locator("[name='samlinger.1.samlinger']").PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-status=accepted]")).ToBeVisibleAsync();
        await page.GotoAsync($"{running.Case}/dokumenter/D12?versjon=1");
        await Assertions.Expect(page.Locator("main td").Filter(new() { HasText = "Fysisk aktivitet" })).ToBeVisibleAsync();
        await page.Picture($"lest-rader-{width}-{language}");
        (await page.Faults("the document as read")).Should().BeEmpty();
    }

    async Task<Running> Drafted()
    {
        var running = await site.Fresh("needs-assessed");
        await Ask(running, "/drafts", new { source = Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(Path.Combine(ShippedDefinitions.Folder, "standard-metode.bpmn"))) });
        return running;
    }

    static async Task Ask(Running running, string path, object body, HttpStatusCode expected = HttpStatusCode.Created)
    {
        using var client = running.Host.Client(running.Id("Admin"));
        using var answer = await client.PostAsJsonAsync(Api + path, body);
        answer.StatusCode.Should().Be(expected, await answer.Content.ReadAsStringAsync());
    }
}
