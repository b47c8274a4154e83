using System.Net;
using AngleSharp.Html.Dom;

namespace LmsWorkflow.Api.Tests;

/// <summary>A draft as a text: who may see and change it, and what comes back when it is refused.</summary>
public sealed class OutlinePageTests(Hosts hosts)
{
    const string Drafts = "definitions/lite_kurs/drafts";
    const string Outline = "/prosesser/lite_kurs/utkast/1/disposisjon";

    [Fact]
    public async Task Only_those_who_may_edit_definitions_see_it_and_change_it()
    {
        var given = await Begun();
        foreach (var who in new[] { "Koord1", "Fag1", "Br1", "Leder1", "Rev" })
        {
            using var visitor = await Visitor.As(given, who);
            (await visitor.Get(Outline)).StatusCode.Should().Be(HttpStatusCode.Forbidden, who);
            using var posted = await visitor.Send(Outline, await visitor.Page("/tilgjengelighet"), ("handling", "RemoveStep"), ("step", "lite_kurs_start"), ("basedOn", "1"));
            posted.StatusCode.Should().Be(HttpStatusCode.Forbidden, who);
        }
    }

    [Fact]
    public async Task A_step_goes_in_and_the_page_comes_back_open_at_it_and_says_so()
    {
        var given = await Begun();
        using var visitor = await Visitor.As(given, "Admin");

        using var added = await visitor.Submit(Outline + "?steg=lite_kurs_start", "AddStep-oppgave", ("name", "Ring deltakerne"));

        added.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        added.Headers.Location!.ToString().Should().Be(Outline + "?steg=ring_deltakerne&ok=AddStep");
        var page = await visitor.Page(added.Headers.Location.ToString());
        var heading = page.GetElementById("steg-ring_deltakerne")!;
        heading.HasAttribute("autofocus").Should().BeTrue();
        page.GetElementById(heading.GetAttribute("aria-describedby")!)!.TextContent.Should().Be("Steget er satt inn, og utkastet er lagret.");
        page.QuerySelector("[data-status=accepted]")!.GetAttribute("role").Should().Be("status");
        (await given.Read("Admin", Drafts + "/1")).GetProperty("draft").GetProperty("revision").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task A_condition_is_chosen_from_a_list_or_written()
    {
        var given = await Begun();
        using var visitor = await Visitor.As(given, "Admin");
        (await visitor.Submit(Outline + "?steg=lite_kurs_start", "AddBranch-valg", ("asked", "case.onHold"), ("denied", "true"), ("name", "Ring"))).StatusCode.Should().Be(HttpStatusCode.SeeOther);
        var page = await visitor.Page(Outline + "?steg=lite_kurs_start_del");
        page.GetElementById("punkt-lite_kurs_start_del")!.TextContent.Should().Contain("når det ikke er slik at saken er på vent");
        (await visitor.Submit(Outline + "?steg=lite_kurs_start_del", "AddWay", ("asked", "objection.open"), ("name", "Skriv"))).StatusCode.Should().Be(HttpStatusCode.SeeOther);
        (await visitor.Page(Outline + "?steg=lite_kurs_start_del")).GetElementById("punkt-lite_kurs_start_del")!.TextContent.Should().Contain("til Skriv");

        using var wrong = await visitor.Submit(Outline + "?steg=lite_kurs_start_del", "SetCondition-lite_kurs_start_del_til_ring", ("condition", "case.onHold or"));
        wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var again = await Visitor.Read(wrong);
        ((IHtmlInputElement)again.GetElementById("SetCondition-lite_kurs_start_del_til_ring-condition")!).Value.Should().Be("case.onHold or");
        again.QuerySelector("details[open] #SetCondition-lite_kurs_start_del_til_ring").Should().NotBeNull("what came back is not folded away");
    }

    [Fact]
    public async Task A_draft_that_is_given_up_is_read_and_not_changed()
    {
        var given = await Begun();
        using var visitor = await Visitor.As(given, "Admin");
        (await given.Ask("Admin", "DELETE", Drafts + "/1")).Dispose();

        var page = await visitor.Page(Outline + "?steg=lite_kurs_start");

        page.GetElementById("steg-lite_kurs_start").Should().NotBeNull();
        page.QuerySelectorAll("main form").Should().BeEmpty();
        using var late = await visitor.Send(Outline, page, ("handling", "AddStep"), ("after", "lite_kurs_start"), ("sort", "Task"), ("name", "Ring"), ("basedOn", "1"));
        late.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("NoSuchAct", HttpStatusCode.BadRequest)]
    [InlineData("AddStep", HttpStatusCode.UnprocessableEntity)]
    [InlineData("RestoreRevision", HttpStatusCode.UnprocessableEntity)]
    public async Task A_form_that_says_too_little_is_never_an_error_of_ours(string act, HttpStatusCode status)
    {
        var given = await Begun();
        using var visitor = await Visitor.As(given, "Admin");
        using var answer = await visitor.Send(Outline, await visitor.Page(Outline), ("handling", act));
        answer.StatusCode.Should().Be(status);
    }

    [Fact]
    public async Task R078_The_way_to_a_fault_is_told_in_words_and_shown_in_the_drawing()
    {
        var given = await Begun();
        using var begun = await given.Ask("Admin", "POST", "definitions/brutt_kurs/drafts", new { templateKey = "standard_metode", templateName = new { name = "Standard metode" } });
        begun.StatusCode.Should().Be(HttpStatusCode.Created);
        using var broken = await given.Ask("Admin", "POST", "definitions/brutt_kurs/drafts/1/edits", new { basedOn = 1, removeStep = new { step = "g1_godkjenn" } });
        broken.IsSuccessStatusCode.Should().BeTrue(await broken.Content.ReadAsStringAsync());
        using var visitor = await Visitor.As(given, "Admin");
        const string outline = "/prosesser/brutt_kurs/utkast/1/disposisjon";

        var link = (await visitor.Page(outline)).QuerySelector("a[href^='?vei=']")!.GetAttribute("href")!;
        var page = await visitor.Page(outline + link);

        page.QuerySelector("details[open] #vei svg")!.TextContent.Should().Contain("på veien").And.Contain("Passer G1");
        page.QuerySelectorAll("details[open] #vei .picture__key li").Should().ContainSingle().Which.TextContent.Should().Contain("På veien som vises");
        (await visitor.Page("/prosesser")).QuerySelectorAll("main li").Where(line => line.TextContent.Contains("Standard metode")).Should().HaveCount(2).And.OnlyContain(line => line.TextContent.Contains("Nøkkel: "), "two of one name are told apart");
        (await visitor.Page(outline + "?vei=99")).QuerySelector("#vei").Should().BeNull();
        (await visitor.Page(outline + "?vei=x")).QuerySelector("#vei").Should().BeNull();
    }

    [Theory]
    [InlineData("/prosesser")]
    [InlineData("/prosesser/lite_kurs")]
    [InlineData("/prosesser/lite_kurs/utkast/1")]
    [InlineData("/prosesser/lite_kurs/utkast/1/tegning")]
    public async Task A_process_that_no_version_is_published_of_is_called_what_its_draft_says(string address)
    {
        var given = await Begun();
        using var visitor = await Visitor.As(given, "Admin");
        (await visitor.Page(address)).Body!.TextContent.Should().Contain("Lite kurs");
    }

    async Task<GivenCase> Begun()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        using var begun = await given.Ask("Admin", "POST", Drafts, new { empty = new { name = "Lite kurs" } });
        begun.StatusCode.Should().Be(HttpStatusCode.Created);
        return given;
    }
}
