using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LmsWorkflow.Browser.Tests;

/// <summary>The server dies under somebody who draws, and comes back.</summary>
public sealed partial class KilledServerTests(Site site)
{
    [Fact]
    public async Task A_server_that_is_killed_while_somebody_draws_loses_nothing_of_what_was_drawn()
    {
        await using var server = new ServerProcess();
        var address = await server.Start("http://127.0.0.1:0");
        var page = await (await site.Context(address)).NewPageAsync();
        await page.GotoAsync("/logg-inn");
        await page.Locator("button[name=person]").Filter(new() { HasText = "Administrator" }).First.ClickAsync();
        await page.GotoAsync("/prosesser");
        await page.EvaluateAsync("""
            async () => {
              const token = document.querySelector("input[name=__RequestVerificationToken]").value;
              await fetch("/api/v1/definitions/drept/drafts", { method: "POST", headers: { "content-type": "application/json", RequestVerificationToken: token }, body: JSON.stringify({ empty: { name: "Drept" } }) });
            }
            """);
        await page.GotoAsync("/prosesser/drept/utkast/1/tegning");
        await Desk.Judged(page);
        await Rename(page, "drept_start", "Lagret først");
        await page.Saved();

        server.Kill();
        await Rename(page, "drept_slutt", "Tegnet mens den var død");
        await Assertions.Expect(page.Locator(".designer-saved")).ToContainTextAsync("Uten forbindelse", new() { Timeout = 30_000 });
        await server.Start(address.ToString());
        await Assertions.Expect(page.Locator(".designer-saved[data-state=saved]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        (await page.EvaluateAsync<string>("async () => (await fetch('/api/v1/definitions/drept/drafts/1/source')).text()")).Should().Contain("Lagret først").And.Contain("Tegnet mens den var død");
    }

    static async Task Rename(IPage page, string id, string name)
    {
        await page.Choose(id);
        await page.GetByLabel("Navn", new() { Exact = true }).FillAsync(name);
        await page.Keyboard.PressAsync("Tab");
    }

    /// <summary>The product as its own process, in a folder of its own.</summary>
    sealed partial class ServerProcess : IAsyncDisposable
    {
        readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lms-designer");
        Process? process;

        public async Task<Uri> Start(string address)
        {
            process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "LmsWorkflow.Api.dll"), "--environment=Development", $"--urls={address}"])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            _ = process.StandardError.ReadToEndAsync();
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (Listening().Match(line) is not { Success: true } match) continue;
                _ = process.StandardOutput.ReadToEndAsync();
                return new(match.Groups[1].Value);
            }

            throw new InvalidOperationException("the server did not start");
        }

        public void Kill() => process!.Kill();

        public async ValueTask DisposeAsync()
        {
            if (process is { HasExited: false }) process.Kill();
            if (process is not null) await process.WaitForExitAsync();
            folder.Delete(true);
        }

        [GeneratedRegex(@"Now listening on: (http://\S+)")]
        private static partial Regex Listening();
    }
}
