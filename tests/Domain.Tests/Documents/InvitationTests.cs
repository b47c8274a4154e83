using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.PlanCase;

namespace LmsWorkflow.Domain.Tests;

public class InvitationTests
{
    readonly PrintedText invitation = Invitation.Of(Announced(("tittel", "Mestringskurs"), ("for_hvem", "For deg med diagnosen"), ("pris", "Egenandel"), ("kontakt", "Ring senteret")))!;

    [Fact]
    public void D17_There_is_no_invitation_without_an_announcement() => Invitation.Of(new PlanCase().File).Should().BeNull();

    [Fact]
    public void D17_The_invitation_has_the_title_dates_and_programme_of_the_plan()
    {
        invitation.Title.Nb.Should().Be("Mestringskurs");
        Paragraphs("Tid og sted").Should().Contain(new Words("Tirsdag 10. mars 2026 kl. 09.00–15.00, Møterom 1", "Tysdag 10. mars 2026 kl. 09.00–15.00, Møterom 1"));
        Paragraphs("Program, samling 2")[0].Nb.Should().Be("09.00 Siden sist");
    }

    [Fact]
    public void R103_Before_both_sides_have_approved_it_is_a_draft()
    {
        invitation.IsDraft.Should().BeTrue();
        var passed = Announced() with { Passings = [new(Gate.G2, Now, 1, null)] };
        Invitation.Of(passed)!.IsDraft.Should().BeFalse();
    }

    [Fact]
    public void R074_The_cancellation_rule_is_always_there_with_24_hours_unless_told_otherwise()
    {
        Text(invitation).Should().Contain("senest 24 timer");
        Text(Invitation.Of(With(Announced(), "avmelding_timer", FieldValue.Of(48)))!).Should().Contain("senest 48 timer");
    }

    [Fact]
    public void R077_A_hospital_course_has_price_frikort_travel_opplaeringspenger_interpreter_and_accessibility() =>
        Text(invitation).Should().ContainAll("egenandel", "frikort", "Pasientreiser", "opplæringspenger", "tolk", "rullestoladkomst");

    [Fact]
    public void R077_A_low_threshold_course_says_nothing_of_payment_and_refunds()
    {
        var file = Announced();
        Text(Invitation.Of(file with { Identity = file.Identity! with { Type = TilbudType.Lavterskel } })!).Should().NotContainAny("poliklinisk", "Pasientreiser", "opplæringspenger");
    }

    [Fact]
    public void R077_The_announcement_decides_which_standard_texts_are_printed()
    {
        var text = Text(Invitation.Of(With(Announced(), "standardtekster", FieldValue.Of(["parorende"])))!);
        text.Should().Contain("ta med deg en pårørende").And.NotContainAny("poliklinisk", "Pasientreiser", "Trenger du tolk");
    }

    [Fact]
    public void An_erased_text_leaves_no_hole()
    {
        var announcement = new FormContent([new("kontakt", FieldValue.Of(Sealed("x") with { Value = null }))]);
        var text = Invitation.Of(new PlanCase().With(new DraftSaved(DocumentKind.D16, 1, 1, announcement)).File)!;
        text.Sections.Should().AllSatisfy(section => section.Paragraphs.Should().NotBeEmpty()).And.NotContain(section => section.Heading.Nb == "Har du spørsmål?");
    }

    static CaseFile Announced(params (string Key, string Value)[] fields) => PlanForms.Planned()
        .With(new DraftSaved(DocumentKind.D16, 1, 2, new FormContent([.. fields.Select(field => new FormField(field.Key, FieldValue.Of(Sealed(field.Value))))]))).File;

    static CaseFile With(CaseFile file, string key, FieldValue value) =>
        new PlanCase { File = file }.With(new DraftSaved(DocumentKind.D16, 1, 3, new FormContent([new(key, value)]))).File;

    ImmutableArray<Words> Paragraphs(string heading) => invitation.Sections.Single(section => section.Heading.Nb == heading).Paragraphs;

    static string Text(PrintedText text) => string.Join('\n', text.Sections.SelectMany(section => section.Paragraphs).Select(words => words.Nb));
}
