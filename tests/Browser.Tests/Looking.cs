using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LmsWorkflow.Browser.Tests;

/// <summary>What can be said of any page, whatever is on it.</summary>
static class Looking
{
    /// <summary>Rules that axe knows, and whether anything makes the page wider than its screen.</summary>
    public static async Task<IReadOnlyList<string>> Faults(this IPage page, string where)
    {
        var faults = (await page.RunAxe()).Violations
            .Select(violation => $"{where}: {violation.Id} {violation.Help} {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}").ToList();
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > page.ViewportSize!.Width) faults.Add($"{where}: {width} px wide on a screen of {page.ViewportSize.Width}");
        return faults;
    }

    /// <summary>For people to look at, when a folder is named.</summary>
    public static async Task Picture(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("LMS_PICTURES") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, string.Concat(name.Trim('/').Select(c => char.IsLetterOrDigit(c) ? c : '-')) + ".png"), FullPage = true });
    }

    public static Task Press(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
