using AngleSharp.Dom;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal.Tests;

public sealed class BalancePageTests
{
    static async Task<IDocument> Page(CaseBalance? balance = null)
    {
        var sample = Sample.WithMeetings();
        var me = sample.Viewer(Sample.Koord, Language.Nb) with { Path = "/saker/1" };
        var view = Balance.OfCase(sample.Context(Sample.Koord), me);
        return await Html.Page<BalancePage>(("Me", me), ("View", balance is null ? view : view with { Balance = balance }));
    }

    [Fact]
    public async Task Every_picture_has_a_name_says_all_it_shows_and_has_a_table_beside_it()
    {
        var pictures = (await Page()).QuerySelectorAll("svg.bars");
        pictures.Length.Should().Be(6);
        foreach (var picture in pictures)
        {
            picture.QuerySelector("title")!.TextContent.Should().NotBeEmpty();
            var said = picture.QuerySelector("desc")!.TextContent;
            foreach (var figure in picture.QuerySelectorAll(".bars__says")) said.Should().Contain(figure.TextContent);
            picture.ParentElement!.QuerySelector("table caption").Should().NotBeNull();
        }
    }

    [Fact]
    public async Task The_sides_are_told_apart_by_name_and_pattern_and_not_by_colour_alone()
    {
        var picture = (await Page()).QuerySelector("svg.bars")!;

        picture.QuerySelectorAll(".bars__side").Select(side => side.TextContent).Distinct().Should().Equal("Bruker", "Fag");
        picture.QuerySelector(".bars__bruker .bars__part")!.GetAttribute("fill").Should().Be("url(#forslag-bilde-bruker)");
        picture.QuerySelector("#forslag-bilde-bruker").Should().NotBeNull();
    }

    [Fact]
    public async Task A_side_without_proposals_has_none_and_never_nought_per_cent()
    {
        var text = (await Page()).QuerySelector("#forslag")!.ParentElement!.TextContent;

        text.Should().Contain("ingen").And.NotContain("%").And.NotContain("0 av 0");
    }

    [Fact]
    public async Task Who_waits_for_whom_is_said_from_both_ends_and_names_nobody()
    {
        var page = await Page();

        var rows = page.QuerySelectorAll("#venting ~ .balance tbody tr").Select(row => string.Join("|", row.QuerySelectorAll("td").Select(cell => cell.TextContent)));
        rows.Should().Equal("1 gang, 4 dager i alt|ingen", "ingen|1 gang, 4 dager i alt");
        page.QuerySelector("#venting")!.ParentElement!.TextContent.Should().Contain("Fagsiden venter på brukersiden siden 2. september 2025: Svar på forslag fra møte 1");
    }

    [Fact]
    public async Task Averages_that_are_withheld_say_why_and_are_not_drawn()
    {
        var balance = Balance.OfCase(Sample.WithMeetings().Context(Sample.Koord), Sample.WithMeetings().Viewer(Sample.Koord, Language.Nb)).Balance;
        var box = (await Page(balance with { Collaboration = new(new(2, 1), [.. Balance.Gaps.Select(gap => gap with { FagMean = null, BrukerMean = null })], Withheld.TooFewOnASide) })).QuerySelector("#samarbeid")!.ParentElement!;

        box.TextContent.Should().Contain("minst to fra hver side").And.NotContain("4,5").And.NotContain("2,5");
        box.QuerySelector("svg").Should().BeNull();
    }

    [Fact]
    public async Task A_unit_says_which_cases_are_counted_and_which_wait_for_more()
    {
        var sample = Sample.WithMeetings();
        var page = await Html.Page<UnitBalancePage>(("Me", sample.Viewer(Sample.Leder, Language.Nb)), ("View", Balance.OfUnit()));

        page.GetElementById("med")!.TextContent.Should().Be("7 saker som ble avsluttet fra 1. januar 2025 til 30. september 2026, er talt sammen.");
        page.GetElementById("utenfor")!.TextContent.Should().StartWith("2 avsluttede saker i perioden er ikke med ennå");
        page.QuerySelector("#samarbeid")!.ParentElement!.TextContent.Should().Contain("Svarene i 1 sak er holdt utenfor");
        page.QuerySelector("#venting")!.ParentElement!.TextContent.Should().Contain("for få til å vises");
    }
}
