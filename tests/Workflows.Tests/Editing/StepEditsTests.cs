using System.Text;
using FluentAssertions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

public sealed class StepEditsTests
{
    static readonly byte[] Three = Edited.Empty.By(new AddStep("kurs_start", StepSort.Task, "A"), new AddStep("a", StepSort.Task, "B"), new AddStep("b", StepSort.Task, "C"));

    [Fact]
    public void A_step_that_is_removed_leaves_the_way_whole()
    {
        var xml = Three.By(new RemoveStep("b"));

        xml.Flows().Should().BeEquivalentTo("kurs_start > a", "a > c", "c > kurs_slutt");
        xml.MustBeDrawn();
    }

    [Theory]
    [InlineData("kurs_start", typeof(StartStays))]
    [InlineData("kurs_slutt", typeof(LastEndStays))]
    [InlineData("borte", typeof(NotInTheDrawing))]
    public void Where_everything_begins_and_ends_stays(string step, Type refusal) => DrawingEditor.Apply(Three, new RemoveStep(step)).Refused.Should().BeOfType(refusal);

    [Fact]
    public void A_step_goes_before_the_one_before_it_and_back()
    {
        var earlier = Three.By(new ShiftStep("b", StepDirection.Earlier));

        earlier.Flows().Should().BeEquivalentTo("kurs_start > b", "b > a", "a > c", "c > kurs_slutt");
        earlier.MustBeDrawn();
        earlier.By(new ShiftStep("b", StepDirection.Later)).Flows().Should().BeEquivalentTo(Three.Flows());
    }

    [Fact]
    public void A_step_that_is_moved_keeps_its_flows()
    {
        var before = Three.Model().Flows.Select(flow => flow.Id);

        var xml = Three.By(new MoveStep("a", "c"));

        xml.Flows().Should().BeEquivalentTo("kurs_start > b", "b > c", "c > a", "a > kurs_slutt");
        xml.Model().Flows.Select(flow => flow.Id).Should().BeEquivalentTo(before);
        xml.MustBeDrawn();
    }

    [Theory]
    [InlineData("a", StepDirection.Earlier)]
    [InlineData("c", StepDirection.Later)]
    [InlineData("kurs_start", StepDirection.Later)]
    public void Nothing_goes_past_the_start_or_the_end(string step, StepDirection direction) =>
        DrawingEditor.Apply(Three, new ShiftStep(step, direction)).Refused.Should().BeOfType<CannotBeMovedThere>();

    [Fact]
    public void A_step_stays_in_its_own_phase()
    {
        var xml = Three.By(new AddStep("c", StepSort.Phase, Phase: Phase.Forankring));

        DrawingEditor.Apply(xml, new MoveStep("a", "sjekk_tilbud")).Refused.Should().BeOfType<CannotBeMovedThere>();
    }

    [Fact]
    public void Steps_ways_and_the_process_itself_are_renamed_in_both_written_forms()
    {
        var xml = Three.By(new RenameStep("a", "Snakk <sammen>", "Snakk <saman>"), new RenameStep("kurs", "Nytt navn"), new RenameStep("kurs_start_til_slutt", "straks"));

        xml.Element("a").Name.Should().Be(new Words("Snakk <sammen>", "Snakk <saman>"));
        xml.Model().Name.Should().Be(Words.Same("Nytt navn"));
        xml.Model().Flows.Should().Contain(flow => flow.Name == Words.Same("straks"));
        xml.By(new RenameStep("a", "Likt")).Element("a").Name.Should().Be(Words.Same("Likt"));
    }

    [Fact]
    public void Who_may_do_it_is_said_anew()
    {
        Three.By(new SetRoles("a", [Role.Leder, Role.Fagperson])).Element("a").Lms.Roles.Should().Be(TaskRoles.Leder | TaskRoles.Fagperson);
        DrawingEditor.Apply(Three, new SetRoles("a", [])).Refused.Should().BeOfType<SomebodyMustDoIt>();
        DrawingEditor.Apply(Three, new SetRoles("kurs_slutt", [Role.Leder])).Refused.Should().BeOfType<IsNoTask>();
    }

    [Fact]
    public void A_document_task_is_done_when_its_new_documents_are_complete()
    {
        var xml = Three.By(new AddStep("c", StepSort.Document, "Skriv", Documents: [DocumentKind.D02]), new SetDocuments("skriv", [DocumentKind.D03, DocumentKind.D02]));

        xml.Element("skriv").Lms.Done!.ToString().Should().Be("document.D02.complete and document.D03.complete");
        DrawingEditor.Apply(xml, new SetDocuments("skriv", [])).Refused.Should().BeOfType<ChooseDocuments>();
        xml.By(new SetDocuments("a", [DocumentKind.D02]), new SetDocuments("a", [])).Element("a").Lms.Documents.Should().BeEmpty();
    }

    [Fact]
    public void A_condition_somebody_wrote_is_left_alone_when_documents_change() =>
        Drawing.Shipped("standard-metode").By(new SetDocuments("skriv_kursrapport", [DocumentKind.D24, DocumentKind.D23])).Element("skriv_kursrapport").Lms.Done!.ToString()
            .Should().Contain("learning.recorded");

    [Fact]
    public void A_deadline_is_days_or_working_days_or_none()
    {
        Three.By(new SetDeadline("a", 14)).Element("a").Lms.Due!.Duration.Should().Be(IsoDuration.TryParse("P14D"));
        var working = Three.By(new SetDeadline("a", 14), new SetDeadline("a", 3, WorkingDays: true));
        working.Element("a").Lms.Due.Should().Be(new DueRule(null, 3));
        working.By(new SetDeadline("a")).Element("a").Lms.Due.Should().BeNull();
        DrawingEditor.Apply(Three, new SetDeadline("a", 0)).Refused.Should().BeOfType<DeadlineIsOutside>();
        DrawingEditor.Apply(Three, new SetDeadline("a", 366)).Refused.Should().BeOfType<DeadlineIsOutside>();
    }

    [Fact]
    public void A_reminder_reaches_somebody_and_the_step_stands_on()
    {
        var xml = Three.By(new AddReminder("a", 7));

        var timer = xml.Element("a").Boundaries.Should().ContainSingle().Which;
        timer.Interrupts.Should().BeFalse();
        timer.Outgoing.Single().Target.Lms.Roles.Should().Be(TaskRoles.Koordinator);
        DefinitionVerifier.Verify(xml).MayBePublished.Should().BeTrue();
        xml.MustBeDrawn();
        xml.By(new RemoveStep(timer.Id)).Meaning().Should().BeEquivalentTo(Three.Meaning());
    }

    [Fact]
    public void At_a_gate_those_who_have_not_signed_are_reminded() =>
        Drawing.Shipped("standard-metode").By(new AddReminder("g1_godkjenn", 10)).Element("g1_godkjenn").Boundaries.Select(timer => timer.Outgoing.Single().Target.Lms)
            .Should().Contain(lms => lms.Action == "remind" && lms.Gate == Gate.G1);

    [Fact]
    public void Comments_foreign_attributes_and_extensions_are_kept()
    {
        var own = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Three).Replace("<bpmn:userTask id=\"a\"", "<!-- vår --><bpmn:userTask xmlns:x=\"urn:x\" x:farge=\"rød\" id=\"a\"", StringComparison.Ordinal)
            .Replace("<bpmn:userTask id=\"b\" name=\"B\" lms:role=\"koordinator\">", "<bpmn:userTask id=\"b\" name=\"B\" lms:role=\"koordinator\"><bpmn:extensionElements><y:liste xmlns:y=\"urn:y\"> to  ord </y:liste></bpmn:extensionElements>", StringComparison.Ordinal));

        var text = Encoding.UTF8.GetString(own.By(new ShiftStep("b", StepDirection.Earlier), new SetDeadline("a", 3)));

        text.Should().Contain("<!-- vår -->").And.Contain("x:farge=\"rød\"").And.Contain("<y:liste xmlns:y=\"urn:y\"> to  ord </y:liste>");
    }

    [Fact]
    public void A_file_that_is_no_drawing_is_refused() =>
        DrawingEditor.Apply("<x/>"u8.ToArray(), new RemoveStep("a")).Refused.Should().BeOfType<DrawingIsUnreadable>();
}
