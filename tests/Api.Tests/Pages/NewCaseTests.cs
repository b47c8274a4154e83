using System.Net;
using LmsWorkflow.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>«Ny sak»: the koordinator chooses what sort of case it is, without script.</summary>
public sealed class NewCaseTests(PageCases cases) : IClassFixture<PageCases>
{
    [Fact]
    public async Task The_koordinator_chooses_among_the_shipped_definitions_with_a_sentence_of_help_each()
    {
        using var koordinator = await Visitor.As(await cases.At("anchored"), "Koord1");
        var page = await koordinator.Page("/saker/ny");

        page.QuerySelectorAll("a.title[href^='/saker/ny?type=']").Select(link => link.GetAttribute("href")!.Split('=')[1])
            .Should().BeEquivalentTo("standard_metode", "gjentak", "mestringstreff", "smil", "grunnkurs_helsepedagogikk");
        page.QuerySelectorAll("a.title + * ~ p, a.title ~ p").Length.Should().Be(5);
        page.QuerySelector("[aria-current=true]")!.TextContent.Should().Be("Nytt tilbud");
    }

    [Fact]
    public async Task Others_are_told_whom_to_ask()
    {
        using var fag = await Visitor.As(await cases.At("anchored"), "Fag1");

        (await fag.Page("/saker/ny?type=smil")).GetElementById("RegisterNeed").Should().BeNull();
    }

    [Theory]
    [InlineData("smil", "ParorendeBarn", "Barn")]
    [InlineData("mestringstreff", "Diagnoseuavhengig", "Pasient")]
    [InlineData("grunnkurs_helsepedagogikk", "Helsepedagogisk", "Fagperson")]
    public async Task A_course_type_proposes_its_own_answers_and_the_case_is_pinned_to_its_drawing(string key, string type, string participant)
    {
        var given = await cases.Fresh("anchored");
        using var koordinator = await Visitor.As(given, "Koord1");
        var page = await koordinator.Page($"/saker/ny?type={key}");
        page.QuerySelector($"input[name=type][value={type}]")!.HasAttribute("checked").Should().BeTrue();
        page.QuerySelector($"input[name=participants][value={participant}]")!.HasAttribute("checked").Should().BeTrue();

        using var made = await koordinator.Submit($"/saker/ny?type={key}", "RegisterNeed", ("title", "Kurs"), ("reporters", "Fagperson"), ("targetGroup", "Alle"), ("need", "De ber om det"),
            ("lmsUnit", given["LMS"]), ("owners", given["Nevro"]));

        made.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(made));
        var file = await Opened(given, made);
        file.Process!.Definition.Should().Be(key);
        file.Course!.Template.Should().Be(key);
        (await koordinator.Page($"/saker/{file.Id}/dokumenter/D12")).Body!.TextContent.Should().Contain("Forslag til mål for denne kurstypen");
        (await koordinator.Page($"/saker/{file.Id}/program")).QuerySelectorAll("[name$='.title']").Length.Should().BeGreaterThan(10);
    }

    [Fact]
    public async Task R140_Without_a_permanent_offer_the_page_says_what_to_do_instead()
    {
        using var koordinator = await Visitor.As(await cases.At("anchored"), "Koord1");
        var page = await koordinator.Page("/saker/ny?type=gjentak");

        page.GetElementById("RegisterRerun").Should().BeNull();
        page.Body!.TextContent.Should().Contain("Ingen faste tilbud kan holdes på nytt ennå");
    }

    [Fact]
    public async Task A_permanent_offer_is_run_again_by_forms_alone()
    {
        var given = await cases.Fresh("decided");
        using var koordinator = await Visitor.As(given, "Koord1");
        var page = await koordinator.Page("/saker/ny?type=gjentak");
        var offer = page.QuerySelector("input[name=tilbud]")!.GetAttribute("value")!;

        using var empty = await koordinator.Submit("/saker/ny?type=gjentak", "RegisterRerun", ("tilbud", offer), ("reporters", "Fagperson"), ("need", ""));
        (await Visitor.Read(empty)).GetElementById("RegisterRerun").Should().NotBeNull("what was chosen comes back with the reason");
        using var made = await koordinator.Submit("/saker/ny?type=gjentak", "RegisterRerun", ("tilbud", offer), ("reporters", "Fagperson"), ("need", "Flere venter"));

        made.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(made));
        var file = await Opened(given, made);
        file.Process!.Definition.Should().Be("gjentak");
        file.Phase.Should().Be(Phase.Planning);
        await TreatTheChanges(given, koordinator, file.Id);
        (await Opened(given, made)).Group.SideOf(new(Guid.Parse(given["Br1"]))).Should().Be(Side.Bruker);
    }

    [Fact]
    public async Task An_empty_re_run_is_told_all_it_lacks_at_once_and_each_line_leads_to_its_field()
    {
        using var koordinator = await Visitor.As(await cases.Fresh("decided"), "Koord1");
        using var answer = await koordinator.Submit("/saker/ny?type=gjentak", "RegisterRerun");
        var page = await Visitor.Read(answer);

        var links = page.QuerySelectorAll("#feil a").Select(link => link.GetAttribute("href")![1..]).ToList();
        links.Should().Equal("RegisterRerun-tilbud", "RegisterRerun-reporters", "RegisterRerun-need");
        links.Should().OnlyContain(id => page.GetElementById(id) != null);
    }

    /// <summary>R144, R142: somebody of the previous group is appointed with one press, and treats a change.</summary>
    static async Task TreatTheChanges(GivenCase given, Visitor koordinator, CaseId sak)
    {
        using var appointed = await koordinator.Submit($"/saker/{sak}/arbeidsgruppe", $"AppointMember-{given["Br1"]}");
        appointed.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(appointed));
        using var br1 = await Visitor.As(given, "Br1");
        (await br1.Page($"/saker/{sak}/endringer-fra-forrige-gang")).QuerySelectorAll("form[id^=TreatChange]").Length.Should().Be(2);
        using var without = await br1.Submit($"/saker/{sak}/endringer-fra-forrige-gang", "TreatChange-2", ("outcome", "Rejected"));
        without.StatusCode.Should().NotBe(HttpStatusCode.SeeOther);
        using var treated = await br1.Submit($"/saker/{sak}/endringer-fra-forrige-gang", "TreatChange-2", ("outcome", "Rejected"), ("reason", "Skjemaet er avviklet"));
        treated.StatusCode.Should().Be(HttpStatusCode.SeeOther, await Visitor.Said(treated));
    }

    static async Task<CaseFile> Opened(GivenCase given, HttpResponseMessage made)
    {
        var id = made.Headers.Location!.ToString().Split('?')[0].Split('/')[2];
        return (await given.Host.Services.GetRequiredService<CaseLoader>().Current(new(Guid.Parse(id)), CancellationToken.None)).File;
    }
}
