using LmsWorkflow.Api;
using LmsWorkflow.Domain;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(LmsWorkflow.Browser.Tests.Site))]

namespace LmsWorkflow.Browser.Tests;

/// <summary>One browser for the assembly, and hosts with worked example A brought as far as a test needs.</summary>
public sealed class Site : IAsyncLifetime
{
    const string Chromium = "/usr/bin/chromium";

    static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    readonly Dictionary<string, Running> shared = [];
    readonly List<Running> all = [];
    readonly SemaphoreSlim gate = new(1);
    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Headless = true, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
        foreach (var running in all) await running.Host.DisposeAsync();
    }

    /// <summary>Example A up to a mark, shared by tests that only read.</summary>
    public async Task<Running> At(string mark)
    {
        await gate.WaitAsync();
        try
        {
            return shared.TryGetValue(mark, out var running) ? running : shared[mark] = await Fresh(mark);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Example A up to a mark, for one test that changes it.</summary>
    public async Task<Running> Fresh(string mark)
    {
        RequireBrowser();
        var folder = Path.Combine(AppContext.BaseDirectory, "workflows-definitions", "scenarios");
        var host = await ScenarioHost.Start("sqlite", CancellationToken.None);
        var runner = host.Runner();
        var outcome = await runner.Run(ScenarioReader.Read(Others(mark), name => File.ReadAllText(Path.Combine(folder, name))), false, CancellationToken.None);
        outcome.Held.Should().BeTrue(string.Join('\n', outcome.Steps.Where(step => step.Trouble is not null).Select(step => $"{step.Line}: {step.Trouble}")));
        var running = new Running(host, runner);
        all.Add(running);
        return running;
    }

    /// <summary>The example has nobody who looks after the process or reads it all.</summary>
    static string Others(string mark) =>
        $"scenario {mark}\nperson Rev \"Rut Revisor\" Revisor\nperson Admin \"Arne Administrator\" Administrator\ninclude example-a.scenario until {mark}";

    public Task<IBrowserContext> Context(Running running, int width = 1280, bool script = true) => Context(running.Host.Address, width, script);

    public async Task<IBrowserContext> Context(Uri address, int width = 1280, bool script = true)
    {
        RequireBrowser();
        return await browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "nb-NO",
        });
    }

    /// <summary>A page with a person of the example signed in, chosen on the persona picker as people do.</summary>
    public async Task<IPage> SignedIn(Running running, string person, int width = 1280, bool script = true, Language language = Language.Nb)
    {
        var page = await (await Context(running, width, script)).NewPageAsync();
        await page.GotoAsync("/logg-inn");
        if (language == Language.Nn) await page.GetByRole(AriaRole.Button, new() { Name = "Nynorsk" }).ClickAsync();
        await page.Locator($"button[name=person][value='{running.Id(person)}']").ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("logg-inn"));
        return page;
    }

    void RequireBrowser()
    {
        if (browser is not null) return;
        if (Environment.GetEnvironmentVariable("LMS_REQUIRE_ALL") == "1") throw new InvalidOperationException($"Chromium is missing at {Chromium}");
        Assert.Skip($"Chromium is missing at {Chromium}; install it, or set LMS_REQUIRE_ALL=1 to fail here");
    }
}

/// <summary>A running host with the names of its scenario.</summary>
public sealed record Running(ScenarioHost Host, ScenarioRunner Runner)
{
    public string Id(string name) => Runner.Known(name) ?? throw new InvalidOperationException($"nothing is called {name}");

    public string Case => $"/saker/{Id("sak")}";
}
