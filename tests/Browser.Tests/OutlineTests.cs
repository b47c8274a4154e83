using System.Text.RegularExpressions;
using LmsWorkflow.Domain;
using Microsoft.Playwright;

namespace LmsWorkflow.Browser.Tests;

/// <summary>A process made and changed as a text, by who neither draws nor uses a mouse.</summary>
public sealed class OutlineTests(Site site)
{
    const int MostTabs = 400;

    static readonly (string Phase, string Heading)[] Phases =
    [
        ("Forankring", "0 Forankring"), ("Behovsvurdering", "1 Behovsvurdering"), ("Planlegging", "2 Planlegging"), ("Gjennomføring", "3 Gjennomføring"), ("Evaluering", "4 Evaluering"), ("Videreføring", "5 Videreføring"),
    ];

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task A_definition_is_built_from_nothing_by_keyboard_alone_proved_and_published(int width)
    {
        var running = await site.Fresh("needs-assessed");
        var page = await site.SignedIn(running, "Admin", width);
        await Begin(page);

        await Follow(page, "a[href='?steg=lite_kurs_start']");
        foreach (var (phase, heading) in Phases)
        {
            await Open(page, "Nytt steg etter dette");
            await Choose(page, "#AddStep-fase-phase", phase);
            await Send(page, "#AddStep-fase button[type=submit]");
            await FocusIsOn(page, heading);
        }

        await Assertions.Expect(page.Locator("#dom + p")).ToHaveTextAsync("Brukermedvirkning er sikret på alle veier.");
        await Follow(page, "a[href='?steg=folg_opp']");
        await Open(page, "Nytt steg etter dette");
        await Write(page, "#AddStep-oppgave-name", "Ring deltakerne");
        await Enter(page);
        await FocusIsOn(page, "Ring deltakerne");
        await Open(page, "Hvem");
        await To(page, "#SetRoles-roles-Brukerrepresentant");
        await page.Keyboard.PressAsync("Space");
        await Send(page, "#SetRoles button[type=submit]");
        await FocusIsOn(page, "Ring deltakerne");
        await Assertions.Expect(page.Locator("#punkt-ring_deltakerne > .outline__facts")).ToContainTextAsync("Brukerrepresentant og Koordinator");
        await Open(page, "Frist og påminnelse");
        await Write(page, "#AddReminder-days", "10");
        await Enter(page);
        await FocusIsOn(page, "Ring deltakerne");
        await Open(page, "Flytt");
        await Send(page, "#ShiftStep-tidligere button[type=submit]");
        await FocusIsOn(page, "Ring deltakerne");
        await Assertions.Expect(page.Locator("#punkt-ring_deltakerne > .outline__way")).ToHaveTextAsync(new Regex("Så: Følg opp deltakerne"));
        await page.Picture($"disposisjon {width}");

        await Publish(page, running);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Taking_a_sign_off_out_is_told_at_once_and_undone_with_one_button_with_and_without_script(bool script)
    {
        var running = await site.Fresh("needs-assessed");
        var page = await site.SignedIn(running, "Admin", script: script);
        await page.GotoAsync("/prosesser");
        await page.Locator("#SaveDefinitionDraft-key").FillAsync("vart_kurs");
        await page.Locator("#SaveDefinitionDraft-templateKey").SelectOptionAsync("standard_metode");
        await page.Press("Lag utkast");
        await page.GetByRole(AriaRole.Link, new() { Name = "Endre som tekst" }).ClickAsync();
        await Assertions.Expect(page.Locator("#dom + p")).ToHaveTextAsync("Brukermedvirkning er sikret på alle veier.");

        await page.Locator("a[href='?steg=g1_godkjenn']").First.ClickAsync();
        await page.Press("Ta bort steget");
        await Assertions.Expect(page.Locator("#dom + p")).ToContainTextAsync("ikke sikret på alle veier");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Publiser utkastet" })).Not.ToBeVisibleAsync();
        await page.GetByText("Slik går det til, steg for steg").First.ClickAsync();
        await Assertions.Expect(page.Locator("#dom ~ ul details[open] li").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Se veien i tegningen" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#vei .picture")).ToBeVisibleAsync();
        if (script) (await page.Faults("the path in the drawing")).Should().BeEmpty();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(1280);
        await page.Picture($"disposisjon uten godkjenning {script}");

        await page.Press("Angre siste endring");
        await Assertions.Expect(page.Locator("#dom + p")).ToHaveTextAsync("Brukermedvirkning er sikret på alle veier.");
        await Assertions.Expect(page.Locator("#steg-g1_godkjenn")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_typed_is_still_there_when_it_is_refused_or_somebody_else_has_saved()
    {
        var running = await site.Fresh("needs-assessed");
        var (one, other) = (await site.SignedIn(running, "Admin"), await site.SignedIn(running, "Admin"));
        await Begin(one);
        await one.Locator("a[href='?steg=lite_kurs_start']").ClickAsync();
        await other.GotoAsync(one.Url);
        await Add(other, "Ring deltakerne");
        await Add(one, "Skriv til deltakerne");
        await Assertions.Expect(one).ToHaveTitleAsync(new Regex("^Feil: "));
        await Assertions.Expect(one.Locator("#siden-sist")).ToBeVisibleAsync();
        await Assertions.Expect(one.Locator("#AddStep-oppgave-name")).ToHaveValueAsync("Skriv til deltakerne");
        await one.Press("Sett inn steget");
        await Assertions.Expect(one.Locator("#steg-skriv_til_deltakerne")).ToBeFocusedAsync();
        await Assertions.Expect(one.Locator("#steg-ring_deltakerne")).ToBeVisibleAsync();

        await one.Locator("summary", new() { HasText = "Frist og påminnelse" }).ClickAsync();
        await one.Locator("#SetDeadline-days").FillAsync("snart");
        await one.Press("Lagre fristen");
        await Assertions.Expect(one.Locator("#SetDeadline-days")).ToHaveValueAsync("snart");
        await Assertions.Expect(one.Locator("#SetDeadline-days")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    static async Task Add(IPage page, string name)
    {
        await page.Locator("summary", new() { HasText = "Nytt steg etter dette" }).ClickAsync();
        await page.Locator("#AddStep-oppgave-name").FillAsync(name);
        await page.Press("Sett inn steget");
    }

    static async Task Begin(IPage page)
    {
        await page.GotoAsync("/prosesser");
        await Write(page, "#SaveDefinitionDraft-key", "lite_kurs");
        await Write(page, "#SaveDefinitionDraft-name", "Lite kurs");
        await Enter(page);
        await Follow(page, "a[href$='/disposisjon']");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Disposisjon: Lite kurs");
    }

    async Task Publish(IPage page, Running running)
    {
        await Follow(page, "a[href$='#publiser']");
        await Write(page, "#PublishDefinition-note", "Et kurs vi har laget selv");
        await Choose(page, "#PublishDefinition-unit", "LMS Fjordkysten");
        await Send(page, "#PublishDefinition button[type=submit]");
        await Assertions.Expect(page.GetByText("venter på samtykke").First).ToBeVisibleAsync();
        foreach (var (person, role) in new[] { ("Br1", "brukerrepresentant"), ("Fag1", "fagperson") })
        {
            var member = await site.SignedIn(running, person);
            await member.Locator("a[href$='/samtykke/1']").ClickAsync();
            await member.Press($"Jeg samtykker som {role}");
        }

        await page.GotoAsync("/prosesser/lite_kurs");
        await Assertions.Expect(page.GetByText("Begge sider har samtykket, og utgaven gjelder")).ToBeVisibleAsync();
    }

    /// <summary>Tab by tab, as a person gets there.</summary>
    static async Task To(IPage page, string selector)
    {
        for (var tab = 0; tab < MostTabs; tab++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector)) return;
        }

        throw new InvalidOperationException($"{selector} cannot be reached with the Tab key on {page.Url}");
    }

    static async Task Follow(IPage page, string selector)
    {
        await To(page, selector);
        await Enter(page);
    }

    /// <summary>Until the next page is there.</summary>
    static async Task Enter(IPage page)
    {
        await page.EvaluateAsync("document.documentElement.dataset.before = ''");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("html[data-before]")).ToHaveCountAsync(0);
        await page.WaitForLoadStateAsync();
    }

    static Task Send(IPage page, string selector) => Follow(page, selector);

    static async Task Open(IPage page, string summary)
    {
        for (var tab = 0; tab < MostTabs; tab++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("text => document.activeElement?.matches('summary') && document.activeElement.textContent.trim() === text", summary)) continue;
            await page.Keyboard.PressAsync("Enter");
            return;
        }

        throw new InvalidOperationException($"«{summary}» cannot be reached with the Tab key on {page.Url}");
    }

    static async Task Write(IPage page, string selector, string text)
    {
        await To(page, selector);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>A list jumps to what is typed.</summary>
    static async Task Choose(IPage page, string selector, string label)
    {
        await To(page, selector);
        await page.Keyboard.TypeAsync(label);
        (await page.Locator(selector).EvaluateAsync<string>("list => list.selectedOptions[0].textContent")).Should().Be(label);
    }

    static async Task FocusIsOn(IPage page, string name)
    {
        await Assertions.Expect(page.Locator(".outline__name:focus")).ToContainTextAsync(name);
        await Assertions.Expect(page.Locator("[data-status=accepted]")).ToBeVisibleAsync();
    }
}
