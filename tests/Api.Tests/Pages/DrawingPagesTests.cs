using System.Net;
using System.Text;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Tests;

/// <summary>Drawings on pages: versions of a process, and a case on the one it follows.</summary>
public sealed class DrawingPagesTests(PageCases cases) : IClassFixture<PageCases>
{
    const string Edition = "/prosesser/standard_metode/utgaver/1";

    [Theory]
    [InlineData("Br1")]
    [InlineData("Koord1")]
    [InlineData("Admin")]
    [InlineData("Stranger")]
    public async Task A_published_version_is_seen_by_everybody_signed_in_with_its_drawing_its_steps_and_files_to_take_away(string who)
    {
        var given = await cases.At("needs-assessed");
        using var visitor = await Visitor.As(given, who);
        var page = await visitor.Page(Edition);
        page.QuerySelector("h1")!.TextContent.Should().Be("Standard metode, utgave 1");
        var svg = page.QuerySelector(".picture svg")!;
        svg.GetAttribute("role").Should().Be("img");
        page.GetElementById(svg.GetAttribute("aria-labelledby")!.Split(' ')[1])!.TextContent.Should().Contain("6 faser");
        page.QuerySelectorAll("table th[scope=row]").Select(cell => cell.TextContent).Should().Contain(text => text.StartsWith("Forankre tilbudet"));
        page.QuerySelectorAll("[style]").Should().BeEmpty("the content policy allows no style attribute");
        foreach (var link in page.QuerySelectorAll("a[download]"))
        {
            using var file = await visitor.Get(link.GetAttribute("href")!);
            file.StatusCode.Should().Be(HttpStatusCode.OK);
            if (file.Content.Headers.ContentType!.MediaType!.EndsWith("xml", StringComparison.Ordinal)) XDocument.Parse(await file.Content.ReadAsStringAsync()).Root.Should().NotBeNull();
        }

        (await visitor.Page($"{Edition}?del=fase2_planlegging")).QuerySelector("[aria-current=true]")!.TextContent.Should().Be("2 Planlegging");
        (await visitor.Page("/prosesser/standard_metode")).QuerySelector($"a[href='{Edition}']").Should().NotBeNull();
    }

    [Theory]
    [InlineData("/prosesser/standard_metode/utgaver/7")]
    [InlineData("/prosesser/standard_metode/utgaver/0")]
    [InlineData("/prosesser/finnes_ikke/utgaver/1")]
    public async Task A_version_that_is_not_there_is_not_found(string path)
    {
        var given = await cases.At("needs-assessed");
        using var visitor = await Visitor.As(given, "Admin");
        using var answer = await visitor.Get(path);
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Somebody_not_signed_in_sees_no_drawing()
    {
        var given = await cases.At("needs-assessed");
        using var nobody = Visitor.Nobody(given.Host);
        (await nobody.Get(Edition)).StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await nobody.Get("/api/v1/definitions/standard_metode/versions/1/drawing")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await nobody.Get($"/api/v1/cases/{given.Id}/map")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_picture_for_programs_is_in_the_written_form_asked_for_and_says_no_to_what_it_does_not_know()
    {
        var given = await cases.At("needs-assessed");
        const string drawing = "/api/v1/definitions/standard_metode/versions/1/drawing";
        using var visitor = await Visitor.As(given, "Br1");
        using var nynorsk = await visitor.Get(drawing + "?language=nn");
        nynorsk.Content.Headers.ContentType!.MediaType.Should().Be("image/svg+xml");
        (await nynorsk.Content.ReadAsStringAsync()).Should().Contain("Forankre tilbodet").And.NotContain("Forankre tilbudet");
        using var bokmal = await visitor.Get(drawing);
        (await bokmal.Content.ReadAsStringAsync()).Should().Contain("Forankre tilbudet");
        using var unknown = await visitor.Get(drawing + "?language=en");
        unknown.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        using var missing = await visitor.Get("/api/v1/definitions/standard_metode/versions/9/drawing");
        missing.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_map_of_a_case_and_the_list_beside_it_say_the_same_as_programs_are_told()
    {
        var given = await cases.At("frozen");
        var map = await given.Read("Br1", $"cases/{given.Id}/map");
        map.GetProperty("definition").GetString().Should().Be("standard_metode");
        var steps = map.GetProperty("steps").EnumerateArray().ToList();
        var here = steps.Where(step => step.GetProperty("state").GetString() == "Here").Select(step => step.GetProperty("elementId").GetString()!).ToList();
        here.Should().Contain("g2_godkjenn");
        var done = steps.Single(step => step.GetProperty("elementId").GetString() == "forankre").GetProperty("visits")[0];
        done.GetProperty("by").GetString().Should().Be(given["Leder1"]);

        using var visitor = await Visitor.As(given, "Br1");
        var page = await visitor.Page($"/saker/{given.Id}/kart");
        page.QuerySelectorAll(".picture .is-here").Select(group => group.GetAttribute("data-element")).Should().Contain("g2_godkjenn").And.BeSubsetOf(here);
        page.QuerySelector("tbody tr")!.TextContent.Should().Contain("Her nå");
        page.QuerySelector(".picture__key")!.TextContent.Should().Contain("Her er saken nå");
        var whole = await visitor.Page($"/saker/{given.Id}/kart?del=alt");
        whole.QuerySelector(".picture [data-element=forankre]")!.ClassList.Should().Contain("is-done");
        whole.QuerySelectorAll("tbody tr").Select(row => row.TextContent).Should().Contain(row => row.Contains("Forankre tilbudet", StringComparison.Ordinal) && row.Contains("Ferdig", StringComparison.Ordinal));
        (await visitor.Page($"/saker/{given.Id}")).QuerySelector($"a[href='/saker/{given.Id}/kart']").Should().NotBeNull("the overview leads to the map");
    }

    [Theory]
    [InlineData("Stranger")]
    [InlineData("Admin")]
    public async Task The_map_is_for_those_who_may_read_the_case(string who)
    {
        var given = await cases.At("frozen");
        using var page = await given.Ask(who, "GET", $"cases/{given.Id}/map");
        page.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var none = await given.Ask("Koord1", "GET", $"cases/{Guid.NewGuid():n}/map");
        none.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }
}
