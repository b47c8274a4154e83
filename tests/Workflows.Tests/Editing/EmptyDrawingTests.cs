using System.Xml.Linq;
using FluentAssertions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

public sealed class EmptyDrawingTests
{
    [Fact]
    public void An_empty_drawing_is_read_without_errors_and_has_the_name_it_was_given()
    {
        var read = CaseWorkflow.Read(EmptyDrawing.Of("ny_prosess", new("Kurs <& \"samtale\"", "Kurs på nynorsk")));
        read.Findings.Where(finding => finding.Severity == Severity.Error).Should().BeEmpty();
        var process = read.Model!.Processes.Should().ContainSingle().Which;
        process.Id.Should().Be("ny_prosess");
        process.Name.Should().Be(new Words("Kurs <& \"samtale\"", "Kurs på nynorsk"));
    }

    [Fact]
    public void Everything_in_an_empty_drawing_has_a_shape_or_an_edge()
    {
        using var stream = new MemoryStream(EmptyDrawing.Of("ny_prosess", Words.Same("Kurs")));
        var document = XDocument.Load(stream);
        var process = document.Descendants().Single(element => element.Name.LocalName == "process");
        document.Descendants().Attributes("bpmnElement").Select(attribute => attribute.Value).Should().BeEquivalentTo([process.Attribute("id")!.Value, .. process.Elements().Attributes("id").Select(id => id.Value)]);
    }

    [Theory]
    [InlineData("Kurs i mestring", true)]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData("to\nlinjer", false)]
    [InlineData("halvt \uFFFE tegn", false)]
    public void A_name_is_one_line_that_a_file_can_hold(string name, bool may) => EmptyDrawing.IsName(name).Should().Be(may);
}
