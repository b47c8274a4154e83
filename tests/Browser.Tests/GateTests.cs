using Microsoft.Playwright;

namespace LmsWorkflow.Browser.Tests;

/// <summary>Example A's gate G2 as people meet it.</summary>
public sealed class GateTests(Site site)
{
    const string Gate = "/godkjenninger/G2";

    [Fact]
    public async Task Three_people_at_the_gate_see_each_signature_at_once_and_lose_nothing_they_type()
    {
        var running = await site.Fresh("frozen");
        var fag = await site.SignedIn(running, "Fag1");
        var bruker = await site.SignedIn(running, "Br1");
        var relative = await site.SignedIn(running, "Br2");
        foreach (var page in new[] { fag, bruker, relative })
        {
            await page.GotoAsync(running.Case + Gate);
            await Live(page);
        }

        await relative.GetByText("Meld innsigelse", new() { Exact = true }).ClickAsync();
        var reason = relative.GetByLabel("Hvorfor er du uenig?");
        await reason.FillAsync("Halvskrevet: pårørende bør");
        await reason.EvaluateAsync("field => field.setSelectionRange(5, 5)");

        await fag.GetByRole(AriaRole.Button, new() { Name = "Godkjenn versjon 2" }).ClickAsync();
        await Assertions.Expect(fag.GetByText("Godkjenningen din er registrert.")).ToBeVisibleAsync();

        foreach (var page in new[] { bruker, relative })
            await Assertions.Expect(page.Locator(".seal[data-key=Fag] .mark--done")).ToBeVisibleAsync();
        await Assertions.Expect(relative.Locator("#live-status")).ToHaveTextAsync("Siden er oppdatert.");
        (await reason.InputValueAsync()).Should().Be("Halvskrevet: pårørende bør");
        (await reason.EvaluateAsync<int>("field => field.selectionStart")).Should().Be(5);
        (await reason.EvaluateAsync<bool>("field => document.activeElement === field")).Should().BeTrue();
    }

    [Fact]
    public async Task A_live_refresh_is_never_a_reading_and_a_new_text_is_announced_not_slipped_in()
    {
        var running = await site.Fresh("frozen");
        var bruker = await site.SignedIn(running, "Br1");
        await bruker.GotoAsync(running.Case + Gate);
        await Live(bruker);

        var fag = await site.SignedIn(running, "Fag1");
        await fag.GotoAsync(running.Case + Gate);
        await fag.GetByText("Be om endring", new() { Exact = true }).ClickAsync();
        await fag.GetByLabel("Hva bør endres?").FillAsync("Pausen på dag to må flyttes fram.");
        await fag.GetByRole(AriaRole.Button, new() { Name = "Send teksten tilbake" }).ClickAsync();

        await Assertions.Expect(bruker.GetByText("Teksten er endret etter at du åpnet siden.")).ToBeVisibleAsync();
        await bruker.GetByRole(AriaRole.Button, new() { Name = "Godkjenn versjon 2" }).ClickAsync();
        await Assertions.Expect(bruker.Locator("#feil")).ToContainTextAsync("Teksten er endret siden du åpnet den");
    }

    [Fact]
    public async Task Sign_off_works_with_the_keyboard_alone()
    {
        var running = await site.Fresh("frozen");
        var page = await site.SignedIn(running, "Br1");
        await page.GotoAsync(running.Case + Gate);
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).Should().Be("Hopp til hovedinnholdet");
        await page.Keyboard.PressAsync("Enter");
        for (var pressed = 0; pressed < 80; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.textContent") == "Godkjenn versjon 2") break;
        }

        (await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")).Should().Be("solid", "focus must be seen");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Godkjenningen din er registrert.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Everything_at_the_gate_works_without_script()
    {
        var running = await site.Fresh("frozen");
        var page = await site.SignedIn(running, "Br1", script: false);
        await page.GotoAsync(running.Case + Gate);
        await page.GetByText("Be om endring", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Hva bør endres?").FillAsync("kort");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send teksten tilbake" }).ClickAsync();
        await Assertions.Expect(page.Locator("#feil")).ToContainTextAsync("minst 10 tegn");
        (await page.GetByLabel("Hva bør endres?").InputValueAsync()).Should().Be("kort", "nothing typed is lost");

        await page.GotoAsync(running.Case + Gate);
        await page.GetByRole(AriaRole.Button, new() { Name = "Godkjenn versjon 2" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Godkjenningen din er registrert.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_person_who_is_not_in_the_group_is_given_no_button_to_sign_with()
    {
        var running = await site.At("frozen");
        var page = await site.SignedIn(running, "Koord1");
        await page.GotoAsync(running.Case + Gate);

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Godkjenn versjon 2" })).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("Du er ikke oppnevnt i arbeidsgruppen")).ToBeVisibleAsync();
    }

    static Task Live(IPage page) => Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-live-state", "on");
}
