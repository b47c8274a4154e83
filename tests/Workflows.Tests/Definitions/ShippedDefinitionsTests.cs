using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>What holds for every drawing that comes with the product.</summary>
public sealed class ShippedDefinitionsTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Definitions");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.bpmn").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    static ProcessDefinition Read(string name) => CaseWorkflow.Read(Drawing.Shipped(name)).Definition!;

    [Fact]
    public void The_shipped_drawings_are_these() =>
        Names.Select(row => row.Data).Should().BeEquivalentTo("standard-metode", "gjentak", "mestringstreff", "smil", "grunnkurs-helsepedagogikk");

    [Theory, MemberData(nameof(Names))]
    public void It_is_read_without_findings(string name) => CaseWorkflow.Read(Drawing.Shipped(name)).Findings.Should().BeEmpty();

    [Theory, MemberData(nameof(Names))]
    public void R141_It_passes_every_gate_of_its_way_through_the_phases_and_no_other(string name)
    {
        var definition = Read(name);

        definition.Flow.Should().Be(name == "gjentak" ? CaseFlow.Gjentak : CaseFlow.Ny);
        definition.Elements.Where(element => element.Lms.Action == "passGate").Select(element => element.Lms.Gate!.Value)
            .Should().BeEquivalentTo(Enum.GetValues<Gate>().Where(gate => PhaseMachine.Applies(gate, definition.Flow)));
    }

    [Theory, MemberData(nameof(Names))]
    public void R078_Each_joint_gate_asks_both_sides_for_the_gates_documents(string name)
    {
        var definition = Read(name);
        var signOffs = definition.Elements.Where(element => element.Lms.Work == "signOff").ToList();

        signOffs.Select(element => element.Lms.Gate!.Value).Should().Equal(
            Enum.GetValues<Gate>().Where(gate => !GateDocuments.Of(gate).IsEmpty && PhaseMachine.Applies(gate, definition.Flow)));
        signOffs.Should().OnlyContain(element => element.Lms.Sides.Length == 2);
        foreach (var element in signOffs) element.Lms.Documents.Should().BeEquivalentTo(GateDocuments.Of(element.Lms.Gate!.Value));
    }

    [Theory, MemberData(nameof(Names))]
    public void It_is_proved_that_it_cannot_get_stuck_and_that_no_path_goes_around_either_side(string name)
    {
        var verification = DefinitionVerifier.Verify(Drawing.Shipped(name));

        verification.Properties.Should().HaveCount(6).And.OnlyContain(property => property.Verdict.Holds == true);
        verification.MayBePublished.Should().BeTrue();
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_task_has_a_name_in_both_written_forms_and_plain_ids(string name) =>
        Read(name).Elements.Should().OnlyContain(element =>
            element.Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_')
            && (element.Kind != ElementKind.UserTask || element.Name.Nb.Length > 0 && element.Name.Nn.Length > 0));

    [Theory, MemberData(nameof(Names))]
    public void The_drawing_shows_every_element_once_and_nothing_that_is_not_there(string name)
    {
        var xml = XDocument.Load(Path.Combine(Folder, name + ".bpmn"));
        XNamespace model = "http://www.omg.org/spec/BPMN/20100524/MODEL", drawn = "http://www.omg.org/spec/BPMN/20100524/DI";
        var shown = xml.Descendants().Where(element => element.Name == drawn + "BPMNShape" || element.Name == drawn + "BPMNEdge").Select(element => element.Attribute("bpmnElement")!.Value).ToList();
        var flows = xml.Descendants(model + "sequenceFlow").Select(flow => flow.Attribute("id")!.Value);

        shown.Should().OnlyHaveUniqueItems();
        shown.Should().BeEquivalentTo(Read(name).Elements.Select(element => element.Id).Concat(flows));
    }
}
