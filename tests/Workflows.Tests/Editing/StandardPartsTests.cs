using FluentAssertions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

public sealed class StandardPartsTests
{
    public static TheoryData<StepSort, Phase?, Gate?> Parts => [.. StandardParts.Whole.Select(part => (part.Sort, part.Phase, part.Gate))];

    [Theory, MemberData(nameof(Parts))]
    public void A_part_is_drawn_and_stands_alone_between_start_and_end(StepSort sort, Phase? phase, Gate? gate)
    {
        var xml = StandardParts.Whole.Single(part => (part.Sort, part.Phase, part.Gate) == (sort, phase, gate)).Drawing;

        xml.MustBeDrawn();
        xml.Model().Inside(null).Select(element => element.Kind).Should().BeEquivalentTo([ElementKind.StartEvent, ElementKind.SubProcess, ElementKind.EndEvent]);
        xml.Model().Inside(null).Single(element => element.Kind == ElementKind.SubProcess).Lms.Phase.Should().Be(phase);
    }

    [Fact]
    public void Every_phase_and_every_gate_both_sides_sign_is_offered()
    {
        StandardParts.Whole.Select(part => part.Phase).OfType<Phase>().Should().BeEquivalentTo([Phase.Forankring, Phase.NeedsAssessment, Phase.Planning, Phase.Delivery, Phase.Evaluation, Phase.Continuation]);
        StandardParts.Whole.Select(part => part.Gate).OfType<Gate>().Should().BeEquivalentTo([Gate.G1, Gate.G2, Gate.G3, Gate.G4]);
    }

    [Fact]
    public void A_document_of_a_phase_is_one_that_both_sides_write_there()
    {
        var written = StandardParts.Steps.Where(step => step.Sort == StepSort.Document).ToDictionary(step => step.Phase!.Value, step => step.Documents);

        written.Keys.Should().BeEquivalentTo([Phase.NeedsAssessment, Phase.Planning, Phase.Delivery, Phase.Evaluation]);
        written[Phase.NeedsAssessment].Should().Equal(DocumentKind.D08);
        written.Values.SelectMany(kinds => kinds).Should().OnlyContain(kind => GateDocuments.IsJoint(kind));
    }
}
