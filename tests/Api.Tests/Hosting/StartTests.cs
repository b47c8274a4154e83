using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace LmsWorkflow.Api.Tests;

public sealed class StartTests(Hosts hosts)
{
    [Theory]
    [InlineData("Production", "false")]
    [InlineData("Production", "true")]
    [InlineData("Staging", "false")]
    public async Task Without_a_real_sign_in_the_host_refuses_to_start_and_says_why(string environment, string demonstration)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection([new("Demonstration", demonstration)]);
        var start = () => LmsHost.Build(builder, TimeProvider.System);
        (await start.Should().ThrowAsync<CannotStartException>()).Which.Message.Should().Contain("ASPNETCORE_ENVIRONMENT");
    }

    [Fact]
    public async Task The_command_line_answers_with_a_code_and_a_plain_reason()
    {
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT").Should().NotBe("Development", "the test wants production");
        (await Program.Main(["serve", "--environment", "Production"])).Should().Be(2);
        (await Program.Main(["dance"])).Should().Be(64);
        (await Program.Main(["move-cases", "standard_metode", "--from", "1"])).Should().Be(64);
        (await Program.Main(["run-scenario", "no-such-file"])).Should().Be(64);
    }

    [Fact]
    public async Task Live_and_ready_are_told_apart_and_ask_for_no_sign_in()
    {
        var host = await hosts.On("sqlite");
        using var client = host.Client(null);
        (await client.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_page_sends_people_to_sign_in_and_a_cookie_alone_changes_nothing_through_the_interface()
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = given.Host.Address };
        (await browser.GetAsync("/saker")).Headers.Location!.ToString().Should().StartWith("/logg-inn");

        var form = await browser.GetStringAsync("/logg-inn");
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Content(form));
        var button = document.QuerySelector($"button[value='{given["Koord1"]}'], input[value='{given["Koord1"]}']")!;
        var fields = button.Closest("form")!.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value")!);
        fields[button.GetAttribute("name")!] = given["Koord1"];
        using var signedIn = await browser.PostAsync(button.Closest("form")!.GetAttribute("action") is { Length: > 0 } action ? action : "/logg-inn", new FormUrlEncodedContent(fields));
        ((int)signedIn.StatusCode).Should().BeLessThan(400);

        (await browser.GetAsync($"/api/v1/cases/{given.Id}")).StatusCode.Should().Be(HttpStatusCode.OK, "reading by cookie is allowed");
        using var forged = new StringContent("""{"side":"Fag","who":"A","isAttempt":false}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await browser.PostAsync($"/api/v1/cases/{given.Id}/contacts", forged);
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("AntiForgery");
    }
}
