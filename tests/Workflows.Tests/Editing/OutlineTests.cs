using FluentAssertions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

public sealed class OutlineTests
{
    public static TheoryData<string> Names => ShippedDefinitionsTests.Names;

    [Theory, MemberData(nameof(Names))]
    public void Everything_in_the_drawing_stands_in_the_outline_once(string name)
    {
        var process = Drawing.Shipped(name).Model();

        All(Outline.Of(process)).Select(item => item.Element).Should().BeEquivalentTo(process.Elements).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Steps_stand_in_the_order_they_come_and_reminders_under_what_they_remind_of()
    {
        var xml = Edited.Empty.By(new AddStep("kurs_start", StepSort.Task, "C"), new AddStep("kurs_start", StepSort.Task, "A"), new AddBranch("a", BranchSort.Together, "B1", Other: "B2"), new AddReminder("a", 3));

        var outline = Outline.Of(xml.Model());

        outline.Select(item => item.Element.Id).Should().Equal("kurs_start", "a", "a_del", "b1", "b2", "a_samle", "c", "kurs_slutt");
        outline[1].Beside.Select(item => item.Element.Id).Should().Equal("a_dag_3", "a_minn", "a_dag_3_minnet");
    }

    [Fact]
    public void What_the_outline_offers_can_be_done_and_what_it_does_not_is_refused()
    {
        var xml = Drawing.Shipped("standard-metode");
        foreach (var element in xml.Model().Elements.Where((_, at) => at % 4 == 0))
        {
            (DrawingEditor.Apply(xml, new RemoveStep(element.Id)).Refused is null).Should().Be(Outline.MayRemove(element), element.Id);
            (DrawingEditor.Apply(xml, new ShiftStep(element.Id, StepDirection.Earlier)).Refused is null).Should().Be(Outline.MayGoEarlier(element), element.Id);
            (DrawingEditor.Apply(xml, new ShiftStep(element.Id, StepDirection.Later)).Refused is null).Should().Be(Outline.MayGoLater(element), element.Id);
            foreach (var place in Outline.Places(element).Take(2)) DrawingEditor.Apply(xml, new MoveStep(element.Id, place.Id)).Refused.Should().BeNull($"{element.Id} after {place.Id}");
        }
    }

    [Theory]
    [InlineData("case.onHold", "når saken er på vent")]
    [InlineData("not(case.onHold)", "når det ikke er slik at saken er på vent")]
    [InlineData("gate.G1.frozen or gate.G1.objected", "når teksten til G1 er låst eller en innsigelse blokkerer G1")]
    [InlineData("run.finished and document.D21.complete", "når kurset er avsluttet med endelige tall og alle obligatoriske felt i D21 er fylt ut")]
    [InlineData("run.finished and (case.onHold or run.ready)", "når run.finished and (case.onHold or run.ready)")]
    public void A_condition_is_said_in_words_where_it_can_be(string condition, string words) => OutlineWords.Condition(condition).Nb.Should().Be(words);

    [Fact]
    public void What_has_no_name_is_named_by_what_is_nearest()
    {
        var xml = Edited.Empty.By(new AddStep("kurs_start", StepSort.Task, "A"), new AddBranch("a", BranchSort.Together, "B1", Other: "B2"));

        OutlineWords.Name(xml.Element("a_del")).Nb.Should().Be("etter A");
        OutlineWords.Name(xml.Element("a_samle")).Nb.Should().Be("før Slutt");
    }

    [Theory, MemberData(nameof(Names))]
    public void Nothing_in_a_shipped_drawing_is_called_by_its_id_alone(string name) =>
        Drawing.Shipped(name).Model().Elements.Where(element => element.Kind.IsGateway()).Select(element => OutlineWords.Name(element).Nb).Should().OnlyContain(said => !said.Contains('_'));

    static IEnumerable<OutlineItem> All(IEnumerable<OutlineItem> items) => items.SelectMany(item => All(item.Inside).Concat(All(item.Beside)).Prepend(item));
}
