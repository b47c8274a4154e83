using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using LmsWorkflow.Api;
using Microsoft.Playwright;

namespace LmsWorkflow.Browser.Tests;

/// <summary>What a person does with mouse and eyes on the page where drafts are drawn.</summary>
static class Desk
{
    public static string Shipped => File.ReadAllText(Path.Combine(ShippedDefinitions.Folder, "standard-metode.bpmn"));

    /// <summary>A draft made by program, opened as the administrator opens it.</summary>
    public static async Task<IPage> AtDesk(this Site site, Running running, string key, object body, int width = 1440, Domain.Language language = Domain.Language.Nb)
    {
        await Draft(running, key, body);
        return await site.SecondDesk(running, key, width, language);
    }

    public static async Task<IPage> SecondDesk(this Site site, Running running, string key, int width = 1440, Domain.Language language = Domain.Language.Nb)
    {
        var page = await site.SignedIn(running, "Admin", width, language: language);
        await page.GotoAsync($"/prosesser/{key}/utkast/1/tegning");
        await Judged(page);
        return page;
    }

    public static async Task Draft(Running running, string key, object body)
    {
        using var client = running.Host.Client(running.Id("Admin"));
        using var answer = await client.PostAsJsonAsync($"/api/v1/definitions/{key}/drafts", body);
        answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    public static object Source(string drawing) => new { source = Encoding.UTF8.GetBytes(drawing) };

    public static object Empty(string name) => new { empty = new { name } };

    public static ILocator Verdict(this IPage page) => page.Locator(".designer-verdict");

    public static Task Secured(this IPage page) => Assertions.Expect(page.Verdict()).ToContainTextAsync("Brukermedvirkning er sikret på alle veier");

    public static Task Judged(IPage page) => Assertions.Expect(page.Locator(".designer-proof[aria-busy=false]")).ToBeVisibleAsync(new() { Timeout = 30_000 });

    public static Task Saved(this IPage page) => Assertions.Expect(page.Locator(".designer-saved[data-state=saved]")).ToContainTextAsync(new Regex("Lagret kl"), new() { Timeout = 20_000 });

    public static ILocator Publish(this IPage page) => page.GetByRole(AriaRole.Link, new() { Name = "Publiser …" });

    public static Task MayPublish(this IPage page, bool may) => Assertions.Expect(page.Publish()).ToHaveAttributeAsync("aria-disabled", may ? "false" : "true", new() { Timeout = 20_000 });

    public static ILocator Element(this IPage page, string id) => page.Locator($".djs-element[data-element-id='{id}']");

    public static async Task<(float X, float Y)> Centre(this IPage page, string id)
    {
        var box = (await page.Element(id).Locator(".djs-visual").First.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    /// <summary>Zooms in on an element, as one does with the wheel.</summary>
    public static async Task LookAt(this IPage page, string id)
    {
        await page.Press("Vis alt");
        var (x, y) = await page.Centre(id);
        await page.Mouse.MoveAsync(x, y);
        await page.Keyboard.DownAsync("Control");
        for (var turn = 0; turn < 8; turn++) await page.Mouse.WheelAsync(0, -100);
        await page.Keyboard.UpAsync("Control");
    }

    /// <summary>What is chosen already is let go by another click.</summary>
    public static async Task Choose(this IPage page, string id)
    {
        if (await page.Element(id).GetAttributeAsync("class") is { } marks && marks.Split(' ').Contains("selected")) return;
        var (x, y) = await page.Centre(id);
        await page.Mouse.ClickAsync(x, y);
        await Assertions.Expect(page.Element(id)).ToHaveClassAsync(new Regex("selected"));
    }

    /// <summary>Takes something from the palette and drops it.</summary>
    public static async Task Drop(this IPage page, string name, float x, float y)
    {
        await page.Locator(".designer-entry").GetByText(name, new() { Exact = true }).ClickAsync();
        await page.Mouse.MoveAsync(x - 12, y - 12);
        await page.Mouse.MoveAsync(x, y, new() { Steps = 3 });
        await page.Mouse.ClickAsync(x, y);
    }

    public static async Task DrawFlow(this IPage page, string from, string to)
    {
        await page.Choose(from);
        await page.Locator(".djs-context-pad.open [data-action=connect]").ClickAsync();
        var (x, y) = await page.Centre(to);
        await page.Mouse.MoveAsync(x - 5, y);
        await page.Mouse.MoveAsync(x, y, new() { Steps = 3 });
        await page.Mouse.ClickAsync(x, y);
    }

    /// <summary>Takes something from the palette and drops it half-way between two that follow each other, as one does on a flow.</summary>
    public static async Task DropBetween(this IPage page, string name, string before, string after)
    {
        var (left, right) = (await page.Box(before), await page.Box(after));
        await page.Drop(name, (left.X + left.Width + right.X) / 2, left.Y + (left.Height / 2));
    }

    /// <summary>What a check advises lies behind a fold.</summary>
    public static async Task Mend(this IPage page, string check)
    {
        var fold = page.Locator($".designer-proof details:has([data-check={check}])");
        await Assertions.Expect(fold).ToHaveCountAsync(1);
        if (await fold.GetAttributeAsync("open") is null) await fold.Locator("summary").First.ClickAsync();
        await page.Locator($"[data-check={check}] button:not(.designer-finding)").First.ClickAsync();
    }

    public static async Task<LocatorBoundingBoxResult> Box(this IPage page, string id) => (await page.Element(id).Locator(".djs-visual").First.BoundingBoxAsync())!;

    /// <summary>The shapes stand beside each other from left to right.</summary>
    public static async Task StandInARow(this IPage page, params string[] ids)
    {
        for (var at = 1; at < ids.Length; at++)
        {
            var (left, right) = (await page.Box(ids[at - 1]), await page.Box(ids[at]));
            right.X.Should().BeGreaterThan(left.X + left.Width, $"{ids[at]} stands after {ids[at - 1]}");
        }
    }
}
