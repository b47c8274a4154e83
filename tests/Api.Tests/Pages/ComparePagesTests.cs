using System.Net;
using System.Text;

namespace LmsWorkflow.Api.Tests;

/// <summary>Versions and drafts side by side, and what a version usually takes, as pages and for programs.</summary>
public sealed class ComparePagesTests(Hosts hosts)
{
    const string Process = "/prosesser/standard_metode";

    static string Shipped => File.ReadAllText(Path.Combine(ShippedDefinitions.Folder, "standard-metode.bpmn"));

    static string Renamed => Shipped.Replace("name=\"Forankre tilbudet\"", "name=\"Forankre\"", StringComparison.Ordinal);

    [Fact]
    public async Task A_version_and_a_draft_are_shown_side_by_side_with_what_the_difference_means()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        using var admin = await Visitor.As(given, "Admin");
        (await admin.Page($"{Process}/sammenlikn")).QuerySelector("main")!.TextContent.Should().Contain("bare én utgave");
        await Draft(given, Renamed);

        var page = await admin.Page($"{Process}/sammenlikn?fra=1&til=utkast-1");
        page.QuerySelectorAll(".picture svg").Length.Should().Be(2);
        page.QuerySelectorAll(".picture .is-changed").Select(group => group.GetAttribute("data-element")).Should().Equal("forankre", "forankre");
        page.QuerySelectorAll(".picture [data-element=skriv_kursplan]").Should().BeEmpty("the drawings open at the phase that is different");
        (await admin.Page($"{Process}/sammenlikn?fra=1&til=utkast-1&del=alt")).QuerySelectorAll(".picture [data-element=skriv_kursplan]").Should().HaveCount(2);
        page.GetElementById("mening")!.ParentElement!.TextContent.Should().Contain("Forankre");
        page.GetElementById("tegnet")!.ParentElement!.TextContent.Should().Contain("Endret").And.Contain("Forankre (oppgave, Forankring)");
        page.QuerySelectorAll("[id]").Select(element => element.Id).Should().OnlyHaveUniqueItems();
        (await admin.Page($"{Process}/sammenlikn")).QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")).Should().Equal("1", "utkast-1");
        (await admin.Page(Process)).QuerySelector($"a[href='{Process}/sammenlikn']").Should().NotBeNull();

        var told = await given.Read("Admin", "definitions/standard_metode/comparisons/1/utkast-1");
        told.GetProperty("drawing").EnumerateArray().Single().GetProperty("elementId").GetString().Should().Be("forankre");
        told.GetProperty("meaning").EnumerateArray().Single().GetProperty("kind").GetString().Should().Be("renamed");
    }

    [Fact]
    public async Task A_draft_that_cannot_be_run_is_drawn_and_nothing_is_said_of_its_meaning()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        await Draft(given, Shipped.Replace("sourceRef=\"forankre\" targetRef=\"g0_passer\"", "sourceRef=\"forankre\" targetRef=\"forankre\"", StringComparison.Ordinal).Replace("lms:done=\"anchored\"", "lms:done=\"finnes ikke +\"", StringComparison.Ordinal));
        using var admin = await Visitor.As(given, "Admin");
        var page = await admin.Page($"{Process}/sammenlikn?fra=1&til=utkast-1");
        page.QuerySelectorAll(".picture svg").Length.Should().Be(2);
        page.GetElementById("mening")!.ParentElement!.TextContent.Should().Contain("Det kan ikke sies ennå");
    }

    [Theory]
    [InlineData("Br1")]
    [InlineData("Koord1")]
    public async Task Drafts_are_compared_by_those_who_may_change_them_alone(string who)
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        await Draft(given, Renamed);
        using var visitor = await Visitor.As(given, who);
        using var draft = await visitor.Get($"{Process}/sammenlikn?fra=1&til=utkast-1");
        draft.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var own = await visitor.Get($"{Process}/sammenlikn?fra=1&til=1");
        own.StatusCode.Should().Be(HttpStatusCode.OK);
        using var unknown = await visitor.Get($"{Process}/sammenlikn?fra=1&til=x");
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var program = await given.Ask(who, "GET", "definitions/standard_metode/comparisons/1/utkast-1");
        program.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var malformed = await given.Ask(who, "GET", "definitions/standard_metode/comparisons/1/x");
        malformed.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var missing = await given.Ask(who, "GET", "definitions/standard_metode/comparisons/1/9");
        missing.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_version_tells_where_its_cases_stand_and_only_those_who_may_see_a_case_are_led_to_it()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        var times = (await given.Read("Br1", "definitions/standard_metode/versions/1/step-times")).EnumerateArray().ToList();
        times.Sum(time => time.GetProperty("here").GetInt32()).Should().BePositive();
        times.Should().OnlyContain(time => time.GetProperty("medianDays").ValueKind == System.Text.Json.JsonValueKind.Null, "one case alone is not told of");
        times.Single(time => time.GetProperty("elementId").GetString() == "forankre").GetProperty("finished").GetInt32().Should().Be(1);

        using var coordinator = await Visitor.As(given, "Koord1");
        var page = await coordinator.Page($"{Process}/utgaver/1");
        page.QuerySelector($"a[href='/saker/{given.Id}']").Should().NotBeNull();
        page.QuerySelectorAll(".picture .is-counted").Should().NotBeEmpty();
        using var stranger = await Visitor.As(given, "Stranger");
        (await stranger.Page($"{Process}/utgaver/1")).QuerySelector($"a[href='/saker/{given.Id}']").Should().BeNull();
        using var missing = await given.Ask("Br1", "GET", "definitions/standard_metode/versions/9/step-times");
        missing.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    static async Task Draft(GivenCase given, string drawing)
    {
        using var saved = await given.Ask("Admin", "POST", "definitions/standard_metode/drafts", new { source = Encoding.UTF8.GetBytes(drawing) });
        saved.StatusCode.Should().Be(HttpStatusCode.Created, await saved.Content.ReadAsStringAsync());
    }
}
