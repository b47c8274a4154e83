using LmsWorkflow.Workflows;

namespace LmsWorkflow.Workflows.Tests;

public class DrawingsTests
{
    public static TheoryData<string> Valid => [.. Drawing.Named("valid")];

    public static TheoryData<string> Invalid => [.. Drawing.Named("invalid")];

    [Theory, MemberData(nameof(Valid))]
    public void A_valid_drawing_is_read_without_findings(string path)
    {
        var result = BpmnReader.Read(Drawing.Bytes(path), Drawing.Vocabulary);

        result.Findings.Should().BeEmpty();
        result.Definition.Should().NotBeNull();
    }

    [Theory, MemberData(nameof(Invalid))]
    public void An_invalid_drawing_is_refused_at_the_element_that_is_wrong(string path)
    {
        var result = BpmnReader.Read(Drawing.Bytes(path), Drawing.Vocabulary);

        result.Definition.Should().BeNull();
        result.Findings.Should().Contain(finding => finding.Severity == Severity.Error && finding.ElementId == "feil");
        result.Findings.Should().OnlyContain(finding => finding.Sentence.Nb.Length > 10 && finding.Sentence.Nn.Length > 10 && finding.Line > 0);
    }

    [Fact]
    public void Every_element_the_engine_knows_has_a_valid_drawing()
    {
        var drawn = Drawing.Named("valid").SelectMany(path => Drawing.Read(path).Elements).Select(element => (element.Kind, element.Trigger));

        drawn.Distinct().Should().BeEquivalentTo(Executable.All);
    }

    [Fact]
    public void Attributes_of_a_task_are_read()
    {
        var task = Drawing.Read("user-task/valid")["a"]!;

        task.Name.Nn.Should().Be("Les no");
        task.Lms.Roles.Should().Be(Domain.TaskRoles.Fagperson | Domain.TaskRoles.Brukerrepresentant);
        task.Lms.Documents.Should().Equal(Domain.DocumentKind.D08, Domain.DocumentKind.D12);
        task.Lms.Gate.Should().Be(Domain.Gate.G1);
        task.Lms.Sides.Should().Equal(Domain.Side.Fag, Domain.Side.Bruker);
        task.Lms.Due!.Duration.Should().Be(new IsoDuration(0, 14, TimeSpan.Zero));
        task.Lms.Done!.Text.Should().Be("ferdig");
    }

    [Fact]
    public void A_sub_process_lends_its_phase_to_what_is_inside() =>
        Drawing.Read("sub-process/valid")["a"]!.Phase.Should().Be(Domain.Phase.Planning);
}
