using Microsoft.Playwright;

namespace LmsWorkflow.Browser.Tests;

/// <summary>What is made in the background is there when it is done, without anybody asking again; without script a link asks.</summary>
public sealed class WorkInProgressTests(Site site)
{
    [Fact]
    public async Task A_dossier_and_a_hand_over_that_are_made_can_be_fetched_without_loading_the_page_again()
    {
        var running = await site.At("decided");
        var page = await site.SignedIn(running, "Koord1");
        foreach (var (path, button) in new[] { ("/saksmappe", "Lag saksmappe"), ("/avlevering", "Lag avlevering") })
        {
            await page.GotoAsync(running.Case + path);
            await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await page.EvaluateAsync("window.same = true");
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("Last ned .*zip") }).First).ToBeVisibleAsync(new() { Timeout = 30_000 });
            (await page.EvaluateAsync<bool>("window.same === true")).Should().BeTrue(path);
            await Assertions.Expect(page.Locator("[data-working]")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task The_check_of_the_record_tells_its_result_without_loading_the_page_again()
    {
        var running = await site.At("decided");
        var page = await site.SignedIn(running, "Rev");
        await page.GotoAsync("/bevislogg");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start kontroll" }).ClickAsync();
        await page.EvaluateAsync("window.same = true");
        await Assertions.Expect(page.Locator("#resultat")).ToContainTextAsync("Alt stemmer", new() { Timeout = 30_000 });
        (await page.EvaluateAsync<bool>("window.same === true")).Should().BeTrue();
    }

    [Fact]
    public async Task Without_script_the_link_shows_how_far_it_has_come()
    {
        var running = await site.At("decided");
        var page = await site.SignedIn(running, "Leder1", script: false);
        await page.GotoAsync(running.Case + "/saksmappe");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lag saksmappe" }).ClickAsync();
        var (again, done) = (page.GetByRole(AriaRole.Link, new() { Name = "Se hvor langt den er kommet" }), page.GetByRole(AriaRole.Link, new() { NameRegex = new("Last ned .*zip") }));
        for (var turn = 0; turn < 100 && await done.CountAsync() == 0; turn++)
            if (await again.CountAsync() > 0) await again.First.ClickAsync();

        await Assertions.Expect(done.First).ToBeVisibleAsync();
    }
}
