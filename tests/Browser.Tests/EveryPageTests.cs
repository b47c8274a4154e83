using LmsWorkflow.Domain;
using Microsoft.Playwright;

namespace LmsWorkflow.Browser.Tests;

/// <summary>Every page, in both written forms, on a wide screen and on a phone.</summary>
public sealed partial class EveryPageTests(Site site)
{
    const int Phone = 320;

    /// <summary>How far the example has come, who looks, and what at; {0} is the address of the case, a name in braces the id of what the example calls so.</summary>
    static readonly (string Mark, string Person, string Path)[] Pages =
    [
        ("frozen", "Koord1", "/"), ("frozen", "Koord1", "/saker"), ("frozen", "Koord1", "/saker/ny"), ("frozen", "Koord1", "/saker/ny?type=smil"), ("decided", "Koord1", "/saker/ny?type=gjentak"), ("frozen", "Br1", "/saker/ny"), ("frozen", "Koord1", "/stopp"), ("frozen", "Koord1", "/tilgjengelighet"), ("frozen", "Koord1", "/finnes-ikke"),
        ("frozen", "Koord1", "/prosesser"), ("frozen", "Koord1", "/prosesser/standard_metode"), ("frozen", "Br1", "{0}"), ("frozen", "Koord1", "{0}"), ("frozen", "Br1", "{0}/godkjenninger/G2"), ("frozen", "Koord1", "{0}/godkjenninger/G1"), ("frozen", "Koord1", "{0}/arbeidsgruppe"),
        ("frozen", "Br1", "{0}/arbeidsgruppe"), ("frozen", "Br1", "{0}/dokumenter"), ("frozen", "Br1", "{0}/dokumenter/D12"), ("frozen", "Br1", "{0}/dokumenter/D08?versjon=1"), ("frozen", "Br1", "{0}/dokumenter/D13?fra=1&versjon=2"),
        ("frozen", "Br1", "{0}/dokumenter/D17"), ("frozen", "Koord1", "{0}/moter"), ("frozen", "Br1", "{0}/moter/1"), ("frozen", "Br1", "{0}/program"), ("frozen", "Koord1", "{0}/budsjett"), ("frozen", "Leder1", "{0}/budsjett"),
        ("frozen", "Leder1", "{0}/vedtak"), ("frozen", "Br1", "{0}/historikk"), ("frozen", "Br1", "/bevislogg"), ("frozen", "Rev", "/bevislogg"), ("frozen", "Admin", "/bevislogg"), ("frozen", "Br1", "{0}/saksmappe"), ("decided", "Koord1", "{0}/avlevering"), ("decided", "Koord1", "/avlevering"), ("frozen", "Rev", "{0}/slik-den-var/v20"), ("frozen", "Rev", "{0}/slik-den-var/v20/dokumenter"), ("frozen", "Br1", "/prosesser/standard_metode/utgaver/1"), ("frozen", "Koord1", "/prosesser/standard_metode/utgaver/1?del=fase2_planlegging"), ("frozen", "Br1", "{0}/kart"), ("frozen", "Koord1", "{0}/kart?del=alt"), ("decided", "Koord1", "{0}/kart"), ("frozen", "Rev", "{0}/historikk?q=lagret&kind=Document"), ("frozen", "Rev", "{0}/historikk?part=Refused"), ("frozen", "Rev", "{0}/historikk/40"),
        ("frozen", "Br1", "/prosesser/standard_metode/sammenlikn?fra=1&til=1"), ("frozen", "Rev", "/katalog"), ("frozen", "Koord1", "/sletting"), ("frozen", "Admin", "/sletting"), ("frozen", "Admin", "/sletting/ny?person={Br1}"), ("frozen", "Koord1", "{0}/historikk/1"), ("frozen", "Rev", "/katalog/historikk"), ("frozen", "Rev", "/katalog/historikk/3"), ("frozen", "Admin", "/prosesser/standard_metode/historikk"), ("frozen", "Br1", "/personer/{Br1}"), ("frozen", "Leder1", "/enheter/{Nevro}"),
        ("frozen", "Fag1", "/"), ("frozen", "Br1", "/"), ("frozen", "Leder1", "/"), ("frozen", "Rev", "/"), ("frozen", "Admin", "/"), ("frozen", "Rev", "/saker"), ("frozen", "Rev", "{0}"), ("frozen", "Rev", "{0}/dokumenter"), ("frozen", "Rev", "{0}/historikk"),
        ("frozen", "Leder1", "{0}"), ("frozen", "Admin", "/saker"), ("frozen", "Admin", "/stopp"), ("frozen", "Koord1", "{0}/dokumenter"), ("frozen", "Koord1", "{0}/gjennomforing"), ("frozen", "Koord1", "{0}/vedtak"), ("frozen", "Koord1", "{0}/program"),
        ("reported", "Koord1", "{0}"), ("reported", "Koord1", "{0}/dokumenter/D02"), ("reported", "Leder1", "{0}/vedtak"), ("needs-assessed", "Fag1", "{0}/dokumenter/D11"), ("needs-assessed", "Br1", "{0}/dokumenter/D12"), ("needs-assessed", "Koord1", "{0}/moter"),
        ("decided", "Br1", "{0}"), ("decided", "Koord1", "/"), ("decided", "Leder1", "{0}/vedtak"), ("decided", "Rev", "{0}/historikk"),
        ("frozen", "Br1", "{0}/balanse"), ("evaluated", "Br1", "{0}/balanse"), ("decided", "Rev", "{0}/balanse"), ("decided", "Leder1", "/balanse"),
        ("frozen", "Br1", "{0}/samsvar"), ("decided", "Rev", "{0}/samsvar"), ("decided", "Rev", "/samsvar"), ("frozen", "Koord1", "/samsvar"),
        ("decided", "Leder1", "{0}/oppbevaring"), ("frozen", "Br1", "{0}/oppbevaring"), ("decided", "Koord1", "/oppbevaring?fra=2020-01-01&til=2040-01-01"), ("frozen", "Rev", "/oppbevaring"), ("frozen", "Admin", "/oppbevaring/regler"), ("frozen", "Leder1", "/oppbevaring/regler?enhet={Nevro}"),
        ("evaluated", "Koord1", "{0}/gjennomforing"), ("evaluated", "Br1", "{0}/evaluering"), ("evaluated", "Leder1", "{0}/vedtak"), ("evaluated", "Koord1", "{0}/evaluering"), ("evaluated", "Br1", "{0}/godkjenninger/G4"),
    ];

    [Theory]
    [InlineData(Language.Nb)]
    [InlineData(Language.Nn)]
    public async Task No_page_breaks_a_rule_that_axe_knows(Language language)
    {
        var wrong = new List<string>();
        await Visit(1280, language, async (page, where) => wrong.AddRange(await page.Faults(where)));
        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task Every_page_fits_a_phone_320_px_wide_and_passes_axe_there()
    {
        var wrong = new List<string>();
        await Visit(Phone, Language.Nb, async (page, where) => wrong.AddRange(await page.Faults(where)));
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
            (await page.Broken()).Should().BeEmpty(path);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(Phone, path);
            await Assertions.Expect(page.GetByText("Demonstrasjon.", new() { Exact = true })).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_page_that_breaks_rules_or_is_too_wide_is_found_out()
    {
        var page = await (await site.Context(await site.At("frozen"), Phone)).NewPageAsync();
        await page.SetContentAsync("""<main><img src="x.png" style="width: 400px; height: 1px"><iframe title="x"></iframe></main>""");

        var faults = await page.Faults("here");

        faults.Should().Contain(fault => fault.Contains("image-alt")).And.Contain(fault => fault.Contains("document-title")).And.Contain("here: has a frame").And.Contain(fault => fault.EndsWith("px wide on a screen of 320"));
    }

    async Task Visit(int width, Language language, Func<IPage, string, Task> look)
    {
        foreach (var group in Pages.GroupBy(page => (page.Mark, page.Person)))
        {
            var running = await site.At(group.Key.Mark);
            var page = await site.SignedIn(running, group.Key.Person, width, language: language);
            foreach (var (mark, person, path) in group)
            {
                var answer = await page.GotoAsync(Named().Replace(path.Replace("{0}", running.Case, StringComparison.Ordinal), name => running.Id(name.Groups[1].Value)));
                answer!.Status.Should().Be(path == "/finnes-ikke" ? 404 : 200, $"{person} opens {path} when {mark}");
                await Assertions.Expect(page.GetByText("Demonstrasjon.", new() { Exact = true })).ToBeVisibleAsync();
                await page.Picture($"{path.Replace("{0}", "sak", StringComparison.Ordinal)}-{person}-{mark}-{width}-{language}");
                await look(page, $"{path} for {person} when {mark}");
            }

            await page.Context.CloseAsync();
        }
    }

    [System.Text.RegularExpressions.GeneratedRegex("\\{([A-Za-z0-9]+)\\}")]
    private static partial System.Text.RegularExpressions.Regex Named();
}
