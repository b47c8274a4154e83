using System.Net;
using System.Net.Http.Json;
using System.Text;
using LmsWorkflow.Api;
using Microsoft.Playwright;

namespace LmsWorkflow.Browser.Tests;

/// <summary>An administrator walks a draft by hand.</summary>
public sealed class WalkPagesTests(Site site)
{
    const string Page = "/prosesser/standard_metode/utkast/1/gjennomgang";

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task A_draft_is_walked_by_the_example_and_by_the_clock_and_the_walk_is_kept(int width, bool script)
    {
        var running = await site.Fresh("needs-assessed");
        using (var client = running.Host.Client(running.Id("Admin")))
        using (var saved = await client.PostAsJsonAsync("/api/v1/definitions/standard_metode/drafts", new { source = Encoding.UTF8.GetBytes(await File.ReadAllTextAsync(Path.Combine(ShippedDefinitions.Folder, "standard-metode.bpmn"))) }))
            saved.StatusCode.Should().Be(HttpStatusCode.Created);
        var page = await site.SignedIn(running, "Admin", width, script: script);
        await page.GotoAsync("/prosesser/standard_metode/utkast/1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Gå gjennom utkastet for hånd" }).ClickAsync();
        await page.Picture($"gjennomgang-begynn-{width}");
        if (script) (await page.Faults("before the walk")).Should().BeEmpty();
        await page.GetByLabel("Hvor skal vi begynne?").SelectOptionAsync("example-a reported");
        await page.Press("Begynn her");
        await Assertions.Expect(page.GetByText("Forankre tilbudet").First).ToBeVisibleAsync();
        for (var step = 0; step < 4; step++) await page.Press("Gjør dette");
        await Assertions.Expect(page.GetByText("Behovsvurdering", new() { Exact = true }).First).ToBeVisibleAsync();
        await page.GetByLabel("Dager fram").FillAsync("10");
        await page.Press("Still klokka fram");
        await Assertions.Expect(page.GetByText("26. september 2025").First).ToBeVisibleAsync();
        await page.Picture($"gjennomgang-{width}");
        if (script) (await page.Faults("during the walk")).Should().BeEmpty();
        await page.GetByLabel("Navn").FillAsync("min-gjennomgang");
        await page.Press("Ta vare på den");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "min-gjennomgang" })).ToBeVisibleAsync();
    }
}
