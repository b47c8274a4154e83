using System.Collections.Immutable;
using static LmsWorkflow.Domain.ProgrammeItemType;
using static LmsWorkflow.Domain.Tests.PlanCase;

namespace LmsWorkflow.Domain.Tests;

public class DocumentDifferenceTests
{
    static readonly SealedText One = Sealed("en"), Two = Sealed("to");

    [Fact]
    public void A_version_does_not_differ_from_itself()
    {
        var programme = Programmes.Seal(Programmes.ExampleA);
        DocumentDifference.Of(programme, programme, null).IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void Fields_that_differ_are_named_by_the_form_and_come_in_its_order()
    {
        var form = new FormDefinition(DocumentKind.D12, Words.Same("Kursplan"), [Field("b"), Field("a"), Field("c")]);
        var difference = DocumentDifference.Of(Form(("a", One), ("c", One)), Form(("b", One), ("a", Two), ("c", One)), form);
        difference.Fields.Select(field => field.Key).Should().Equal("b", "a");
        difference.Fields[0].Before.Should().BeNull();
        difference.Fields[1].Label.Nb.Should().Be("Etikett a");
    }

    [Fact]
    public void A_field_that_was_emptied_differs() =>
        DocumentDifference.Of(Form(("a", One)), Form(), null).Fields.Should().ContainSingle().Which.After.Should().BeNull();

    [Fact]
    public void An_erased_text_is_still_the_same_text() =>
        DocumentDifference.Of(Form(("a", One)), Form(("a", One with { Value = null, Salt = null })), null).IsEmpty.Should().BeTrue();

    [Fact]
    public void Example_A_version_4_adds_the_split_groups_that_were_asked_for()
    {
        var draft = Programmes.ExampleA;
        var day1 = draft.Samlinger[0];
        var v3 = Programmes.Seal(draft with { Samlinger = draft.Samlinger.SetItem(0, day1 with { Items = [.. day1.Items.Where(item => item.ParallelGroup is null)] }) });
        var added = new ProgrammeItem(900, new(14, 0), 35, One, Erfaringsutveksling, [], One, 1, false, false, false, false);
        var v4 = v3 with { Samlinger = v3.Samlinger.SetItem(0, v3.Samlinger[0] with { Items = v3.Samlinger[0].Items.Add(added) }) };
        var difference = DocumentDifference.Of(v3, v4, null).Items.Should().ContainSingle().Subject;
        (difference.Kind, difference.To, difference.After).Should().Be((DifferenceKind.Added, 1, added));
        DocumentDifference.Of(v4, v3, null).Items.Should().ContainSingle().Which.Kind.Should().Be(DifferenceKind.Removed);
    }

    [Fact]
    public void An_item_with_another_time_or_samling_has_moved_and_one_with_another_title_has_changed()
    {
        var before = Programme([Item(1, new(9, 0)), Item(2, new(10, 0)), Item(3, new(11, 0))], []);
        var after = Programme([Item(1, new(9, 30)), Item(2, new(10, 0)) with { Title = Two }], [Item(3, new(9, 0))]);
        var items = DocumentDifference.Of(before, after, null).Items;
        items.Select(item => (item.After!.Id, item.Kind, item.From, item.To)).Should().Equal(
            (1, DifferenceKind.Moved, 1, 1), (2, DifferenceKind.Changed, 1, 1), (3, DifferenceKind.Moved, 1, 2));
        items[1].What.Should().Equal(ProgrammeAspect.Title);
        items[2].What.Should().Equal(ProgrammeAspect.Samling, ProgrammeAspect.Start);
    }

    [Fact]
    public void Every_property_of_an_item_is_compared()
    {
        var before = Item(1, new(9, 0));
        ProgrammeItem[] changed =
        [
            before with { Minutes = 1 }, before with { Type = Felles }, before with { Method = Two }, before with { Responsible = [new(null, One, Side.Fag)] },
            before with { ParallelGroup = 1 }, before with { Mestring = true }, before with { OralEvaluation = true }, before with { Expectations = true }, before with { FollowUp = true },
        ];
        changed.Should().AllSatisfy(after => DocumentDifference.Of(Programme([before]), Programme([after]), null).Items.Should().ContainSingle());
    }

    [Fact]
    public void A_samling_with_another_date_or_place_and_an_added_samling_are_told()
    {
        var before = Programme(ImmutableArray<ProgrammeItem>.Empty);
        var after = before with { Samlinger = [before.Samlinger[0] with { Date = new(2026, 1, 1), Place = One }, new(2, null, null, null, SamlingForm.Fysisk, [], null)] };
        var samlinger = DocumentDifference.Of(before, after, null).Samlinger;
        samlinger[0].What.Should().Equal(ProgrammeAspect.Date, ProgrammeAspect.Place);
        samlinger[1].Kind.Should().Be(DifferenceKind.Added);
    }

    [Fact]
    public void Other_leaders_are_told() =>
        DocumentDifference.Of(Programme([]), Programme([]) with { Leaders = [new(Br1, null, Side.Bruker)] }, null).LeadersDiffer.Should().BeTrue();

    [Fact]
    public void Budget_lines_are_added_removed_and_changed()
    {
        var before = new BudgetContent([Line(1, 100), Line(2, 100)]);
        var after = new BudgetContent([Line(1, 200), Line(3, 100)]);
        DocumentDifference.Of(before, after, null).Lines.Select(line => line.Kind).Should().Equal(DifferenceKind.Changed, DifferenceKind.Added, DifferenceKind.Removed);
    }

    [Fact]
    public void A_first_version_is_all_new() =>
        DocumentDifference.Of(null, new BudgetContent([Line(1, 1)]), null).Lines.Should().ContainSingle().Which.Kind.Should().Be(DifferenceKind.Added);

    [Theory]
    [InlineData("", "")]
    [InlineData("", "ny tekst")]
    [InlineData("pårørende trenger en samtale", "pårørende trenger en egen samtale")]
    [InlineData("en to tre fire", "fire tre to en")]
    [InlineData("likt  med\nlinjeskift", "likt med\nlinjeskift")]
    public void Runs_of_a_text_give_back_both_texts(string before, string after)
    {
        var runs = TextDifference.Of(before, after);
        string.Concat(runs.Where(run => run.Kind != DifferenceKind.Added).Select(run => run.Text)).Should().Be(before);
        string.Concat(runs.Where(run => run.Kind != DifferenceKind.Removed).Select(run => run.Text)).Should().Be(after);
    }

    [Fact]
    public void Only_the_word_that_was_added_is_marked() =>
        TextDifference.Of("trenger en samtale", "trenger en egen samtale").Should().Equal(
            new TextRun(null, "trenger en"), new TextRun(DifferenceKind.Added, " egen"), new TextRun(null, " samtale"));

    [Fact]
    public void The_longest_texts_are_compared_without_delay()
    {
        var before = string.Join(' ', Enumerable.Range(0, 5_000));
        TextDifference.Of(before, string.Join(' ', Enumerable.Range(1, 5_000).Reverse())).Should().HaveCount(2);
    }

    static FieldDefinition Field(string key) => new(key, Words.Same($"Etikett {key}"), null, FieldType.LongText, false, null, [], null);

    static FormContent Form(params (string Key, SealedText Text)[] fields) => new([.. fields.Select(field => new FormField(field.Key, FieldValue.Of(field.Text)))]);

    static ProgrammeContent Programme(params ImmutableArray<ProgrammeItem>[] samlinger) =>
        new([.. samlinger.Select((items, index) => new Samling(index + 1, null, null, null, SamlingForm.Fysisk, items, null))], [], null);

    static ProgrammeItem Item(int id, TimeOnly start) => new(id, start, 30, One, Fag, [], One, null, false, false, false, false);

    static BudgetLine Line(int id, decimal rate) => new(id, BudgetLineKind.Reise, One, null, 1, rate);
}
