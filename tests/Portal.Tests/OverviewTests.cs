using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal.Tests;

public sealed class OverviewTests
{
    [Fact]
    public async Task R003_The_case_page_names_the_contacts_of_both_sides_and_who_reported_the_need()
    {
        var box = (await Case(Sample.WithGroup().Given(Sample.Koord, new ContactRecorded(Side.Bruker, Sample.Sealed("Ungdomsrådet"), true, new(2025, 9, 4))))).QuerySelector("section[aria-labelledby=behovet]")!;

        box.TextContent.Should().ContainAll("Meldt av: Brukerorganisasjon.", "Skrevet inn av Kari Koordinator", "Parkinsonforeningen", "Nevrologisk", "Ungdomsrådet", "Forsøk uten svar");
        box.QuerySelector("a")!.GetAttribute("href").Should().EndWith("/dokumenter/D01");
    }

    [Fact]
    public async Task R003_A_side_without_a_contact_is_said_to_have_none() =>
        (await Case(Sample.Registered())).QuerySelectorAll("section[aria-labelledby=behovet] dd").Select(dd => dd.TextContent).Should().Equal("Ingen registrert ennå.", "Ingen registrert ennå.");

    [Fact]
    public async Task R115_The_case_page_warns_of_a_day_log_that_is_late_and_the_run_does_too()
    {
        var late = Sample.WithMeetings().Later(200);
        (await Case(late)).QuerySelector("section[aria-labelledby=tenk]")!.TextContent.Should().Contain("mer enn 48 timer siden samling 2");
        var me = late.Viewer(Sample.Koord, Language.Nn);
        (await Html.Page<DeliveryPage>(("Me", me), ("View", DeliveryView.From(late.Context(Sample.Koord), me)))).Body!.TextContent.Should().Contain("meir enn 48 timar sidan samling 2");
    }

    [Fact]
    public async Task A_case_without_warnings_has_no_box_for_them() => (await Case(Sample.Registered())).QuerySelector("section[aria-labelledby=tenk]").Should().BeNull();

    [Fact]
    public async Task R013_The_budget_page_warns_when_money_for_user_participation_is_not_budgeted_and_before_it_is_saved()
    {
        var line = new BudgetLine(1, BudgetLineKind.Lokale, Sample.Sealed("Rom"), null, 1, 100);
        var sample = Sample.WithGroup();
        (await Budget(sample, null)).Should().NotContain("budsjettet har ingen", "nothing is written yet");
        (await Budget(sample, new BudgetContent([line]))).Should().Contain("Lederen har satt av penger til brukermedvirkning, men budsjettet har ingen.");
        (await Budget(sample.Given(Sample.Koord, new DraftSaved(DocumentKind.D14, 1, 1, new BudgetContent([line]))), null)).Should().Contain("budsjettet har ingen");
    }

    [Fact]
    public async Task D15_The_evaluation_page_shows_the_form_of_the_plan_as_chosen_and_offers_to_open_it()
    {
        var sample = Sample.Announced().Given(Sample.Koord, new DraftSaved(DocumentKind.D15, 1, 1, new FormContent([new("skjema", FieldValue.OfChoice("deltaker12"))])));
        var me = sample.Viewer(Sample.Br2);
        var page = await Html.Page<EvaluationPage>(("Me", me), ("View", EvaluationView.From(sample.Context(Sample.Br2), me)));

        page.QuerySelector("input[name=form][checked]")!.GetAttribute("value").Should().Be("deltaker12");
        page.Body!.TextContent.Should().Contain("Dere trenger ikke velge det på nytt").And.NotContain("Dere har ikke valgt skjema ennå");
        page.QuerySelector("#OpenEvaluation").Should().NotBeNull();
    }

    [Fact]
    public async Task R109_The_first_on_the_waiting_list_is_offered_the_place_and_only_to_the_koordinator()
    {
        var sample = Sample.WithMeetings().Given(Sample.Koord, new WaitingListJoined(1, AttendeeKind.Patient, 2), new WaitingListJoined(2, AttendeeKind.Relative, 1));
        var box = (await Delivery(sample, Sample.Koord)).QuerySelector("section[aria-labelledby=venteliste]")!;

        box.QuerySelectorAll("h3").Select(heading => heading.TextContent).Should().Equal("Nummer 2", "Nummer 1");
        box.QuerySelectorAll("form[id^=GiveWaitingPlace]").Should().ContainSingle().Which.QuerySelector("input[name=number]")!.GetAttribute("value").Should().Be("2");
        var read = (await Delivery(sample, Sample.Br2)).QuerySelector("section[aria-labelledby=venteliste]")!;
        read.TextContent.Should().ContainAll("Nummer 2", "Prioritet 1", "Pårørende");
        read.QuerySelectorAll("form").Should().BeEmpty();
    }

    static Task<AngleSharp.Dom.IDocument> Delivery(Sample sample, PersonId who)
    {
        var me = sample.Viewer(who);
        return Html.Page<DeliveryPage>(("Me", me), ("View", DeliveryView.From(sample.Context(who), me)));
    }

    static async Task<AngleSharp.Dom.IDocument> Case(Sample sample)
    {
        var me = sample.Viewer(Sample.Koord);
        return await Html.Page<CasePage>(("Me", me), ("View", CaseView.From(sample.Context(Sample.Koord), me, TaskBook.Empty, [])));
    }

    static async Task<string> Budget(Sample sample, BudgetContent? typed)
    {
        var me = sample.Viewer(Sample.Koord);
        return (await Html.Page<BudgetPage>(("Me", me), ("View", BudgetView.From(sample.Context(Sample.Koord), typed, me)))).QuerySelector("#budsjettsummer")!.TextContent;
    }
}
