using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Workflows.Tests;

public class StandardMetodeReadingTests
{
    readonly ReadResult result = CaseWorkflow.Read(Drawing.Shipped("standard-metode"));

    [Fact]
    public void It_is_read_without_findings()
    {
        result.Findings.Should().BeEmpty();
        result.Definition!.Id.Should().Be("standard_metode");
    }

    [Fact]
    public void Each_phase_has_its_sub_process_and_each_gate_its_service_task()
    {
        var elements = result.Definition!.Elements;

        elements.Where(element => element.Kind == ElementKind.SubProcess).Select(element => element.Lms.Phase).OfType<Phase>()
            .Should().Equal(Phase.Forankring, Phase.NeedsAssessment, Phase.Planning, Phase.Delivery, Phase.Evaluation, Phase.Continuation);
        elements.Where(element => element.Lms.Action == "passGate").Select(element => element.Lms.Gate).Should().BeEquivalentTo(Enum.GetValues<Gate>());
    }

    [Fact]
    public void R078_Each_gate_two_sides_sign_asks_both_of_them_for_the_gates_documents()
    {
        var signOffs = result.Definition!.Elements.Where(element => element.Lms.Work == "signOff").ToList();

        signOffs.Select(element => element.Lms.Gate!.Value).Should().Equal(Gate.G1, Gate.G2, Gate.G3, Gate.G4);
        signOffs.Should().OnlyContain(element => element.Lms.Sides.Length == 2);
        foreach (var element in signOffs) element.Lms.Documents.Should().BeEquivalentTo(GateDocuments.Of(element.Lms.Gate!.Value));
    }

    [Fact]
    public void Every_task_has_a_name_in_both_written_forms()
    {
        foreach (var element in result.Definition!.Elements.Where(element => element.Kind is ElementKind.UserTask or ElementKind.ServiceTask or ElementKind.SubProcess))
        {
            element.Name.Nb.Should().NotBeEmpty(element.Id);
            element.Name.Nn.Should().NotBeEmpty(element.Id);
        }
    }

    [Fact]
    public void Ids_are_plain_lower_case() =>
        result.Definition!.Elements.Should().OnlyContain(element => element.Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'));
}
