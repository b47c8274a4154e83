using Microsoft.Playwright;

namespace LmsWorkflow.Browser.Tests;

/// <summary>Forms keep what people type, whatever happens around them.</summary>
public sealed class FormTests(Site site)
{
    [Fact]
    public async Task Two_tabs_the_later_one_is_told_what_changed_and_keeps_its_text()
    {
        var running = await site.Fresh("needs-assessed");
        var first = await site.SignedIn(running, "Fag1");
        var second = await first.Context.NewPageAsync();
        foreach (var tab in new[] { first, second }) await tab.GotoAsync($"{running.Case}/dokumenter/D11");

        await first.Locator("form#SaveDraft textarea").First.FillAsync("Skrevet i den første fanen.");
        await first.GetByRole(AriaRole.Button, new() { Name = "Lagre utkastet" }).ClickAsync();
        await Assertions.Expect(first.GetByText("Utkastet er lagret.")).ToBeVisibleAsync();

        await second.Locator("form#SaveDraft textarea").First.FillAsync("Skrevet i den andre fanen.");
        await second.GetByRole(AriaRole.Button, new() { Name = "Lagre utkastet" }).ClickAsync();
        await Assertions.Expect(second.Locator("#feil")).ToContainTextAsync("Noen andre har lagret dokumentet etter at du åpnet det");
        (await second.Locator("form#SaveDraft textarea").First.InputValueAsync()).Should().Be("Skrevet i den andre fanen.");
        await second.GetByRole(AriaRole.Button, new() { Name = "Lagre utkastet" }).ClickAsync();
        await Assertions.Expect(second.GetByText("Utkastet er lagret.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Half_typed_text_survives_a_reload_and_is_forgotten_when_it_was_accepted()
    {
        var running = await site.Fresh("needs-assessed");
        var page = await site.SignedIn(running, "Fag1");
        await page.GotoAsync($"{running.Case}/dokumenter/D11");
        var field = page.Locator("form#SaveDraft textarea").First;
        await field.FillAsync("Halvveis i en setning");
        await page.WaitForTimeoutAsync(400);
        await page.ReloadAsync();
        (await field.InputValueAsync()).Should().Be("Halvveis i en setning");
        await Assertions.Expect(page.GetByText("Vi har hentet tilbake det du skrev")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Lagre utkastet" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Utkastet er lagret.")).ToBeVisibleAsync();
        (await page.EvaluateAsync<int>("() => sessionStorage.length")).Should().Be(0);
    }

    [Theory]
    [InlineData("Fag1", true)]
    [InlineData("Fag2", false)]
    public async Task Text_typed_before_the_session_was_lost_comes_back_to_the_same_person_and_to_nobody_else(string next, bool comesBack)
    {
        var running = await site.Fresh("needs-assessed");
        var page = await site.SignedIn(running, "Fag1");
        await page.GotoAsync($"{running.Case}/dokumenter/D11");
        var field = page.Locator("form#SaveDraft textarea").First;
        await field.FillAsync("Skrevet før økten tok slutt");
        await page.Context.ClearCookiesAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lagre utkastet" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Du var logget ut da du sendte skjemaet")).ToBeVisibleAsync();
        await page.Locator($"button[name=person][value='{running.Id(next)}']").ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/dokumenter/D11$"));
        (await field.InputValueAsync() == "Skrevet før økten tok slutt").Should().Be(comesBack);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_programme_shows_its_figures_from_what_is_typed_with_and_without_script(bool script)
    {
        var running = await site.At("frozen");
        var page = await site.SignedIn(running, "Br1", script: script);
        await page.GotoAsync($"{running.Case}/program");
        await Assertions.Expect(page.Locator("#tall")).ToContainTextAsync("540 min");
        await Assertions.Expect(page.Locator("#tall")).ToContainTextAsync("55,6 %");

        await page.GetByLabel("Minutter", new() { Exact = true }).First.FillAsync("30");
        if (!script) await page.GetByRole(AriaRole.Button, new() { Name = "Regn ut" }).Last.ClickAsync();
        await Assertions.Expect(page.Locator("#tall")).ToContainTextAsync("550 min");
        (await page.GetByLabel("Minutter", new() { Exact = true }).First.InputValueAsync()).Should().Be("30");
    }

    [Fact]
    public async Task A_need_is_registered_and_what_is_wrong_leads_to_its_field()
    {
        var running = await site.Fresh("anchored");
        var page = await site.SignedIn(running, "Koord1");
        await page.GotoAsync("/saker/ny");
        await page.GetByLabel("Hva skal tilbudet hete?").FillAsync("Starthjelp for familier");
        await page.GetByRole(AriaRole.Button, new() { Name = "Registrer behovet" }).ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Feil: "));
        await page.Locator("#feil a").First.ClickAsync();
        (await page.GetByLabel("Hva skal tilbudet hete?").InputValueAsync()).Should().Be("Starthjelp for familier");

        await page.GetByLabel("Brukerorganisasjon").CheckAsync();
        await page.GetByLabel("Hvem er tilbudet for?").FillAsync("Familier med små barn");
        await page.GetByLabel("Behovet med egne ord").FillAsync("Foreldrene ber om et sted å møtes.");
        await page.GetByLabel("Foreldre", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Pårørende eller barn").CheckAsync();
        await page.GetByLabel("Nevrologisk avdeling").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Registrer behovet" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Starthjelp for familier" })).ToBeVisibleAsync();
    }
}
