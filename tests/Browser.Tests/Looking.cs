using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace LmsWorkflow.Browser.Tests;

/// <summary>What can be said of any page, whatever is on it.</summary>
static class Looking
{
    /// <summary>axe as the package brings it. The package's own way of asking opens one more page for each answer, for the sake of frames, and takes three times as long.</summary>
    static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Rules that axe knows, and whether anything makes the page wider than its screen.</summary>
    public static async Task<IReadOnlyList<string>> Faults(this IPage page, string where)
    {
        var faults = (await page.Broken()).Select(broken => $"{where}: {broken}").ToList();
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > page.ViewportSize!.Width) faults.Add($"{where}: {width} px wide on a screen of {page.ViewportSize.Width}");
        return faults;
    }

    /// <summary>Rules of axe that the page breaks, each with the first places. Frames are not looked into, so that there is one is itself told.</summary>
    public static async Task<IReadOnlyList<string>> Broken(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>("""
            async () => {
                const { violations } = await axe.run(document, { resultTypes: ['violations'] });
                const broken = violations.map(rule => `${rule.id} ${rule.help} ${rule.nodes.slice(0, 3).map(node => node.html).join(' | ')}`);
                return document.querySelector('iframe, frame') ? [...broken, 'has a frame'] : broken;
            }
            """);
    }

    /// <summary>For people to look at, when a folder is named.</summary>
    public static async Task Picture(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("LMS_PICTURES") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, string.Concat(name.Trim('/').Select(c => char.IsLetterOrDigit(c) ? c : '-')) + ".png"), FullPage = true });
    }

    public static Task Press(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
