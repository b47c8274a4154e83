using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using LmsWorkflow.Domain;
using Microsoft.Playwright;

namespace LmsWorkflow.Browser.Tests;

/// <summary>Every page, in both written forms, on a wide screen and on a phone.</summary>
public sealed class EveryPageTests(Site site)
{
    const int Phone = 320;

    /// <summary>How far the example has come, who looks, and what at; {0} is the address of the case.</summary>
    static readonly (string Mark, string Person, string Path)[] Pages =
    [
        ("frozen", "Koord1", "/"), ("frozen", "Koord1", "/saker"), ("frozen", "Koord1", "/saker/ny"), ("frozen", "Koord1", "/stopp"), ("frozen", "Koord1", "/tilgjengelighet"), ("frozen", "Koord1", "/finnes-ikke"),
        ("frozen", "Koord1", "/prosesser"), ("frozen", "Koord1", "/prosesser/standard_metode"), ("frozen", "Br1", "{0}"), ("frozen", "Koord1", "{0}"), ("frozen", "Br1", "{0}/godkjenninger/G2"), ("frozen", "Koord1", "{0}/godkjenninger/G1"), ("frozen", "Koord1", "{0}/arbeidsgruppe"),
        ("frozen", "Br1", "{0}/arbeidsgruppe"), ("frozen", "Br1", "{0}/dokumenter"), ("frozen", "Br1", "{0}/dokumenter/D12"), ("frozen", "Br1", "{0}/dokumenter/D08?versjon=1"), ("frozen", "Br1", "{0}/dokumenter/D13?fra=1&versjon=2"),
        ("frozen", "Br1", "{0}/dokumenter/D17"), ("frozen", "Koord1", "{0}/moter"), ("frozen", "Br1", "{0}/moter/1"), ("frozen", "Br1", "{0}/program"), ("frozen", "Koord1", "{0}/budsjett"), ("frozen", "Leder1", "{0}/budsjett"),
        ("frozen", "Leder1", "{0}/vedtak"), ("frozen", "Br1", "{0}/historikk"),
        ("evaluated", "Koord1", "{0}/gjennomforing"), ("evaluated", "Br1", "{0}/evaluering"), ("evaluated", "Leder1", "{0}/vedtak"), ("evaluated", "Koord1", "{0}/evaluering"), ("evaluated", "Br1", "{0}/godkjenninger/G4"),
    ];

    [Theory]
    [InlineData(Language.Nb)]
    [InlineData(Language.Nn)]
    public async Task No_page_breaks_a_rule_that_axe_knows(Language language)
    {
        var wrong = new List<string>();
        await Visit(1280, language, async (page, where) =>
        {
            var axe = await page.RunAxe();
            wrong.AddRange(axe.Violations.Select(violation => $"{where}: {violation.Id} {violation.Help} {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        });
        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task Every_page_fits_a_phone_320_px_wide_and_passes_axe_there()
    {
        var wrong = new List<string>();
        await Visit(Phone, Language.Nb, async (page, where) =>
        {
            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (width > Phone) wrong.Add($"{where}: {width} px wide");
            var axe = await page.RunAxe();
            wrong.AddRange(axe.Violations.Select(violation => $"{where}: {violation.Id} {violation.Help}"));
        });
        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task The_persona_picker_and_the_anonymous_form_pass_axe_and_fit_a_phone()
    {
        var running = await site.At("frozen");
        var page = await (await site.Context(running, Phone)).NewPageAsync();
        foreach (var path in new[] { "/logg-inn", $"/svar/{running.Id("sak")}-abcdefghjkmn" })
        {
            await page.GotoAsync(path);
            (await page.RunAxe()).Violations.Select(violation => violation.Help).Should().BeEmpty(path);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(Phone, path);
            await Assertions.Expect(page.GetByText("Demonstrasjon.", new() { Exact = true })).ToBeVisibleAsync();
        }
    }

    async Task Visit(int width, Language language, Func<IPage, string, Task> look)
    {
        foreach (var group in Pages.GroupBy(page => (page.Mark, page.Person)))
        {
            var running = await site.At(group.Key.Mark);
            var page = await site.SignedIn(running, group.Key.Person, width, language: language);
            foreach (var (mark, person, path) in group)
            {
                var answer = await page.GotoAsync(path.Replace("{0}", running.Case, StringComparison.Ordinal));
                answer!.Status.Should().Be(path == "/finnes-ikke" ? 404 : 200, $"{person} opens {path} when {mark}");
                await Assertions.Expect(page.GetByText("Demonstrasjon.", new() { Exact = true })).ToBeVisibleAsync();
                await Picture(page, $"{path.Replace("{0}", "sak", StringComparison.Ordinal)}-{person}-{mark}-{width}-{language}");
                await look(page, $"{path} for {person} when {mark}");
            }

            await page.Context.CloseAsync();
        }
    }

    /// <summary>For people to look at, when a folder is named.</summary>
    static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("LMS_PICTURES") is not { Length: > 0 } folder) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, string.Concat(name.Trim('/').Select(c => char.IsLetterOrDigit(c) ? c : '-')) + ".png"), FullPage = true });
    }
}
