using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal.Tests;

public sealed class PlanDocumentTests
{
    readonly Sample sample = Sample.Announced();

    [Fact]
    public async Task D17_The_invitation_is_printed_from_the_announcement_and_the_programme()
    {
        var page = await Html.Page<InvitationPage>(("Me", sample.Viewer(Sample.Br2)), ("View", InvitationView.From(sample.Context(Sample.Br2), sample.Viewer(Sample.Br2))));
        var sheet = page.QuerySelector("article.sheet")!.TextContent;
        sheet.Should().ContainAll("Mestringskurs Parkinson", "Tirsdag 10. mars 2026 kl. 09.00–09.20, Møterom 1", "09.00 Velkommen", "senest 24 timer");
        page.Body!.TextContent.Should().Contain("kan ikke sendes ut ennå");
    }

    [Fact]
    public async Task D17_The_invitation_speaks_nynorsk()
    {
        var me = sample.Viewer(Sample.Br2, Language.Nn);
        var page = await Html.Page<InvitationPage>(("Me", me), ("View", InvitationView.From(sample.Context(Sample.Br2), me)));
        page.QuerySelector("article.sheet")!.TextContent.Should().ContainAll("Tysdag 10. mars 2026", "seinast 24 timar");
    }

    [Fact]
    public async Task R076_A_brukerrepresentant_accepts_the_frozen_announcement_by_its_version()
    {
        var page = await Document(DocumentKind.D16, Sample.Br2);
        page.QuerySelector("#AcceptAnnouncement input[name=version]")!.GetAttribute("value").Should().Be("1");
    }

    [Fact]
    public async Task R076_A_fagperson_and_the_koordinator_are_not_offered_to_accept_it()
    {
        (await Document(DocumentKind.D16, Sample.Fag1)).QuerySelector("#AcceptAnnouncement").Should().BeNull();
        (await Document(DocumentKind.D16, Sample.Koord)).QuerySelector("#AcceptAnnouncement").Should().BeNull();
    }

    [Fact]
    public async Task R052_Each_side_is_asked_to_look_at_the_elements_again_and_the_koordinator_sees_who_is_waited_for()
    {
        (await Document(DocumentKind.D12, Sample.Fag1)).QuerySelectorAll("input[name=element]").Should().HaveCount(5);
        (await Document(DocumentKind.D12, Sample.Br2)).QuerySelectorAll("input[name=element]").Should().HaveCount(5);
        var koord = await Document(DocumentKind.D12, Sample.Koord);
        koord.QuerySelectorAll("input[name=element]").Should().BeEmpty();
        koord.Body!.TextContent.Should().Contain("Venter på begge sider");
    }

    [Fact]
    public async Task A_changed_text_marks_only_the_words_that_changed_and_keeps_the_spaces()
    {
        var at = Sample.AtG1();
        var me = at.Viewer(Sample.Br2);
        var page = await Html.Page<DocumentPage>(("Me", me), ("View", DocumentView.From(at.Context(Sample.Br2), DocumentKind.D08, 2, 1, me)));
        page.QuerySelectorAll("del").Should().BeEmpty("words were only added");
        var change = page.QuerySelector(".facts--frozen dd")!;
        change.QuerySelector("ins")!.TextContent.Should().EndWith("Pårørende trenger en egen samtale.");
        change.TextContent.Trim().Should().StartWith("Folk står alene med sorg og");
    }

    async Task<AngleSharp.Dom.IDocument> Document(DocumentKind kind, PersonId reader)
    {
        var me = sample.Viewer(reader);
        return await Html.Page<DocumentPage>(("Me", me), ("View", DocumentView.From(sample.Context(reader), kind, null, null, me)));
    }
}
