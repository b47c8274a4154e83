using FluentAssertions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

public sealed class AddStepTests
{
    [Fact]
    public void A_task_is_put_on_the_way_with_a_role_an_id_after_its_name_and_a_shape()
    {
        var xml = Edited.Empty.By(new AddStep("kurs_start", StepSort.Task, "Ring deltakerne på forhånd", "Ring deltakarane på førehand"));

        xml.Flows().Should().BeEquivalentTo("kurs_start > ring_deltakerne_pa_forhand", "ring_deltakerne_pa_forhand > kurs_slutt");
        var step = xml.Element("ring_deltakerne_pa_forhand");
        step.Name.Should().Be(new Words("Ring deltakerne på forhånd", "Ring deltakarane på førehand"));
        step.Lms.Roles.Should().Be(TaskRoles.Koordinator);
        xml.MustBeDrawn();
    }

    [Fact]
    public void A_second_step_of_the_same_name_gets_an_id_of_its_own() =>
        Edited.Empty.By(new AddStep("kurs_start", StepSort.Task, "Ring"), new AddStep("ring", StepSort.Task, "Ring")).Flows()
            .Should().BeEquivalentTo("kurs_start > ring", "ring > ring_2", "ring_2 > kurs_slutt");

    [Fact]
    public void A_document_is_done_when_it_is_complete_and_joint_ones_are_written_by_both_sides()
    {
        var xml = Edited.Empty.By(new AddStep("kurs_start", StepSort.Document, "Skriv", Documents: [DocumentKind.D13, DocumentKind.D11]));

        var step = xml.Element("skriv").Lms;
        step.Work.Should().Be("document");
        step.Documents.Should().Equal(DocumentKind.D11, DocumentKind.D13);
        step.Done!.ToString().Should().Be("document.D11.complete and document.D13.complete");
        step.Roles.Should().Be(TaskRoles.Fagperson | TaskRoles.Brukerrepresentant | TaskRoles.Koordinator);
    }

    [Fact]
    public void A_meeting_asks_both_sides() =>
        Edited.Empty.By(new AddStep("kurs_start", StepSort.Meeting, "Møt hverandre")).Element("mot_hverandre").Lms.Roles.Should().HaveFlag(TaskRoles.Fagperson | TaskRoles.Brukerrepresentant);

    [Fact]
    public void A_sign_off_comes_whole()
    {
        var xml = Edited.Empty.By(new AddStep("kurs_start", StepSort.Phase, Phase: Phase.NeedsAssessment));

        var sign = xml.Model().Elements.Single(element => element.Lms.Work == "signOff");
        sign.Lms.Sides.Should().BeEquivalentTo([Side.Fag, Side.Bruker]);
        sign.Boundaries.Should().HaveCount(4);
        xml.MustBeDrawn();
    }

    [Fact]
    public void Six_phases_from_an_empty_page_are_a_definition_that_may_be_published()
    {
        var xml = Whole();

        var verification = DefinitionVerifier.Verify(xml);
        verification.Findings.Select(finding => (finding.Check, finding.ElementId, finding.Sentence.Nb)).Should().BeEmpty();
        verification.MayBePublished.Should().BeTrue();
        xml.MustBeDrawn();
    }

    [Fact]
    public void What_a_phase_is_given_is_word_for_word_what_standard_metode_has()
    {
        var standard = CaseWorkflow.Read(Drawing.Shipped("standard-metode")).Definition!;
        var made = Whole().Model().Elements.Where(element => element.Kind is ElementKind.UserTask or ElementKind.ServiceTask).ToList();

        made.Select(element => element.Id).Should().BeSubsetOf(standard.Elements.Select(element => element.Id));
        foreach (var element in made)
        {
            var its = standard[element.Id]!;
            element.Name.Should().Be(its.Name);
            (element.Lms with { Done = null }).Should().BeEquivalentTo(its.Lms with { Done = null });
            element.Lms.Done?.ToString().Should().Be(its.Lms.Done?.ToString());
        }
    }

    [Fact]
    public void A_phase_leads_back_to_the_one_before_when_the_gate_between_them_is_opened_again() =>
        Whole().Model().Elements.Where(element => element.Kind == ElementKind.BoundaryEvent && element.Trigger == Trigger.Message)
            .Select(element => (element.AttachedTo!.Phase, element.EventName, element.Outgoing.Single().Target.Phase)).Should().BeEquivalentTo([
                ((Phase?)Phase.Planning, "gate.G1.reopened", (Phase?)Phase.NeedsAssessment), (Phase.Delivery, "gate.G2.reopened", Phase.Planning),
                (Phase.Evaluation, "gate.G3.reopened", Phase.Delivery), (Phase.Continuation, "gate.G4.reopened", Phase.Evaluation)]);

    public static TheoryData<AddStep, Type> Refused => new()
    {
        { new("kurs_slutt", StepSort.Task, "Ring"), typeof(NothingComesAfterAnEnd) },
        { new("borte", StepSort.Task, "Ring"), typeof(NotInTheDrawing) },
        { new("kurs", StepSort.Task, "Ring"), typeof(NotInTheDrawing) },
        { new("kurs_start", StepSort.Task, " "), typeof(StepNameIsNotUsable) },
        { new("kurs_start", StepSort.Task), typeof(StepNameIsNotUsable) },
        { new("kurs_start", StepSort.Task, "to\nlinjer"), typeof(StepNameIsNotUsable) },
        { new("kurs_start", StepSort.Document, "Skriv"), typeof(ChooseDocuments) },
        { new("kurs_start", StepSort.SignOff), typeof(ChooseGateOfSignOff) },
        { new("kurs_start", StepSort.SignOff, Gate: Gate.G0), typeof(ChooseGateOfSignOff) },
        { new("kurs_start", StepSort.Phase), typeof(ChoosePhase) },
        { new("kurs_start", StepSort.Phase, Phase: Phase.Ended), typeof(ChoosePhase) },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_cannot_be_put_in_is_refused_with_a_reason(AddStep edit, Type refusal)
    {
        var edited = DrawingEditor.Apply(Edited.Empty, edit);

        edited.Xml.Should().BeNull();
        edited.Refused.Should().BeOfType(refusal);
    }

    [Fact]
    public void A_phase_and_a_gate_are_there_once()
    {
        var xml = Edited.Empty.By(new AddStep("kurs_start", StepSort.Phase, Phase: Phase.Planning));

        DrawingEditor.Apply(xml, new AddStep("kurs_start", StepSort.Phase, Phase: Phase.Planning)).Refused.Should().BeOfType<PhaseIsThere>();
        DrawingEditor.Apply(xml, new AddStep("kurs_start", StepSort.SignOff, Gate: Gate.G2)).Refused.Should().BeOfType<GateIsThere>();
    }

    public static byte[] Whole()
    {
        var (xml, after) = (Edited.Empty, "kurs_start");
        foreach (var phase in Enum.GetValues<Phase>().Where(phase => phase != Phase.Ended))
        {
            var edited = DrawingEditor.Apply(xml, new AddStep(after, StepSort.Phase, Phase: phase));
            edited.Refused.Should().BeNull();
            (xml, after) = (edited.Xml!, edited.At);
        }

        return xml;
    }
}
