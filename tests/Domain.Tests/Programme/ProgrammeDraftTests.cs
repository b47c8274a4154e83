using static LmsWorkflow.Domain.ProgrammeItemType;
using static LmsWorkflow.Domain.Tests.PlanCase;
using static LmsWorkflow.Domain.Tests.Programmes;

namespace LmsWorkflow.Domain.Tests;

public class ProgrammeDraftTests
{
    [Fact]
    public void A_text_that_is_unchanged_keeps_its_seal()
    {
        var before = Seal(ExampleA);
        var again = Seal(Typed(before), before);
        again.Should().Be(before);
    }

    [Fact]
    public void R083_A_changed_title_gives_another_hash_and_leaves_the_other_seals()
    {
        var before = Seal(ExampleA);
        var draft = Typed(before);
        var first = draft.Samlinger[0];
        var changed = Seal(draft with { Samlinger = draft.Samlinger.SetItem(0, first with { Items = first.Items.SetItem(0, first.Items[0] with { Title = Text("Velkommen") }) }) }, before);
        CanonicalWriter.Hash(changed).Should().NotBe(CanonicalWriter.Hash(before));
        changed.Samlinger[0].Items[0].Id.Should().Be(before.Samlinger[0].Items[0].Id);
        changed.Samlinger[0].Items[1].Title.Should().Be(before.Samlinger[0].Items[1].Title);
    }

    [Fact]
    public void Every_item_has_an_identity_of_its_own_even_when_the_sender_repeats_one()
    {
        var before = Seal(ExampleA);
        var draft = Typed(before);
        var first = draft.Samlinger[0];
        var repeated = Seal(draft with { Samlinger = draft.Samlinger.SetItem(0, first with { Items = first.Items.Add(first.Items[0]) }) }, before);
        repeated.Samlinger.SelectMany(samling => samling.Items).Select(item => item.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_member_stands_for_the_side_of_the_appointment() =>
        Seal(One(Item("10:00", 30, "A", Felles, new ResponsibleDraft(Br1, null, Side.Fag)))).Samlinger[0].Items[0].Responsible[0].Side.Should().Be(Side.Bruker);

    [Fact]
    public void R022_The_koordinator_can_be_responsible_and_counts_for_neither_side() =>
        Seal(One(Item("10:00", 30, "A", Felles, new ResponsibleDraft(Koord1)))).Samlinger[0].Items[0].Responsible[0].Side.Should().BeNull();

    [Fact]
    public void Somebody_who_is_not_in_the_case_is_refused() =>
        Refused(One(Item("10:00", 30, "A", Felles, new ResponsibleDraft(new PersonId(Guid.NewGuid()))))).Should().Contain(new UnknownResponsible());

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(100_000)]
    public void Impossible_minutes_are_refused_with_the_place(int minutes) =>
        Refused(One(Item("10:00", minutes, "A", Felles))).Should().Contain(new ProgrammeValueOutOfRange(1, new(10, 0)));

    [Fact]
    public void An_item_past_midnight_is_refused() => Refused(One(Item("23:30", 60, "A", Felles))).Should().ContainSingle(reason => reason is ProgrammeValueOutOfRange);

    [Fact]
    public void An_unknown_type_is_refused() => Refused(One(Item("10:00", 30, "A", (ProgrammeItemType)99))).Should().ContainSingle(reason => reason is ProgrammeValueOutOfRange);

    [Fact]
    public void N14_A_national_identity_number_in_a_title_is_refused() =>
        Refused(One(Item("10:00", 30, "Samtale med 01810750045", Felles))).Should().ContainSingle(reason => reason is NationalIdentityNumberWritten);

    [Fact]
    public void Too_many_samlinger_are_refused() =>
        Refused(new([.. Enumerable.Repeat(Day(new(2026, 3, 10)), 61)], [])).Should().Equal(new ProgrammeTooLong());

    [Fact]
    public void Missing_lists_are_empty_lists() => Seal(new(default, default)).Should().Be(ProgrammeContent.Empty);

    [Fact]
    public void A_programme_cannot_be_saved_as_another_document() =>
        ExampleA.Seal(new PlanCase().AsKoord, DocumentKind.D12, null).Should().BeOfType<DraftSealing.Refused>().Which.Reasons.Should().Equal(new NotAProgramme());

    static ProgrammeDraft One(params ProgrammeItemDraft[] items) => new([Day(new(2026, 3, 10), [.. items])], []);

    static System.Collections.Immutable.ImmutableArray<Refusal> Refused(ProgrammeDraft draft) =>
        draft.Seal(new PlanCase().AsKoord, DocumentKind.D13, null).Should().BeOfType<DraftSealing.Refused>().Subject.Reasons;

    /// <summary>What a page sends back when nothing was touched: the same values, fresh salts.</summary>
    static ProgrammeDraft Typed(ProgrammeContent content) => new(
        [.. content.Samlinger.Select(samling => new SamlingDraft(samling.Date, samling.Start, Again(samling.Place), samling.Form, [.. samling.Items.Select(Typed)]))],
        [.. content.Leaders.Select(Typed)], Again(content.LeadersReason));

    static ProgrammeItemDraft Typed(ProgrammeItem item) => new(item.Id, item.Start, item.Minutes, Again(item.Title), item.Type, [.. item.Responsible.Select(Typed)],
        Again(item.Method), item.ParallelGroup, item.Mestring, item.OralEvaluation, item.Expectations, item.FollowUp);

    static ResponsibleDraft Typed(Responsible responsible) => new(responsible.Member, Again(responsible.External), responsible.Side);

    static WrittenText? Again(SealedText? text) => text?.Value is { } value ? Text(value) : null;
}
