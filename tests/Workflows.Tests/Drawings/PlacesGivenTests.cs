using System.Text;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>A file that says nothing of where things stand can be drawn all the same.</summary>
public sealed class PlacesGivenTests
{
    static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";

    public static TheoryData<string> Shipped => [.. Drawing.AllShipped()];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Everything_in_a_file_without_places_gets_one_and_nothing_else_is_changed(string name)
    {
        var bare = Without(Drawing.Shipped(name), _ => true);

        var placed = PlacesGiven.In(bare)!;

        placed.MustBeDrawn();
        placed.Meaning().Should().Equal(bare.Meaning());
        PictureReader.Read(placed)!.IsLaidOut.Should().BeFalse("the file says where things stand now");
        XDocument.Parse(Encoding.UTF8.GetString(placed)).Descendants().Attributes("id").Select(id => id.Value).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_file_that_leaves_one_element_out_is_placed_anew_so_that_nothing_is_hidden()
    {
        var partly = Without(Drawing.Shipped("standard-metode"), drawn => (string?)drawn.Attribute("bpmnElement") == "g1_godkjenn");

        PlacesGiven.In(partly)!.MustBeDrawn();
    }

    [Fact]
    public void A_file_with_places_of_its_own_is_left_alone() => PlacesGiven.In(Drawing.Shipped("standard-metode")).Should().BeNull();

    [Fact]
    public void A_file_with_lanes_is_not_placed_since_a_step_outside_its_lane_would_lose_those_who_do_it() =>
        PlacesGiven.In(Without(Drawing.Bytes("lane/valid"), _ => true)).Should().BeNull();

    [Fact]
    public void Pools_are_drawn_around_what_they_hold_with_their_messages()
    {
        var placed = XDocument.Parse(Encoding.UTF8.GetString(PlacesGiven.In(Encoding.UTF8.GetBytes(TwoPools))!));

        placed.Descendants(Di + "BPMNPlane").Single().Attribute("bpmnElement")!.Value.Should().Be("samarbeid");
        var places = placed.Descendants(Di + "BPMNShape").ToDictionary(shape => shape.Attribute("bpmnElement")!.Value, Place);
        places["senter"].Holds(places["gjor"]).Should().BeTrue();
        places["senter"].Touches(places["sykehus"]).Should().BeFalse();
        placed.Descendants(Di + "BPMNEdge").Select(edge => edge.Attribute("bpmnElement")!.Value).Should().Contain("beskjed");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<a/>")]
    [InlineData("ikke en fil")]
    public void What_cannot_be_read_gets_no_places(string text) => PlacesGiven.In(Encoding.UTF8.GetBytes(text)).Should().BeNull();

    /// <summary>Without the shapes and lines chosen; without the diagram when none are left.</summary>
    static byte[] Without(byte[] xml, Func<XElement, bool> chosen)
    {
        using var stream = new MemoryStream(xml);
        var document = XDocument.Load(stream);
        document.Descendants().Where(element => element.Name.Namespace == Di && element.Attribute("bpmnElement") is not null && element.Name.LocalName != "BPMNPlane" && chosen(element)).ToList().ForEach(element => element.Remove());
        foreach (var diagram in document.Descendants(Di + "BPMNDiagram").Where(diagram => !diagram.Descendants(Di + "BPMNShape").Any()).ToList()) diagram.Remove();
        return Encoding.UTF8.GetBytes(document.ToString());
    }

    static Area Place(XElement shape)
    {
        double Number(string name) => (double)shape.Elements().Single().Attribute(name)!;
        return new(Number("x"), Number("y"), Number("width"), Number("height"));
    }

    const string TwoPools = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:t">
          <collaboration id="samarbeid">
            <participant id="senter" name="Senteret" processRef="kurs" />
            <participant id="sykehus" name="Sykehuset" />
            <messageFlow id="beskjed" sourceRef="gjor" targetRef="sykehus" />
          </collaboration>
          <process id="kurs" name="Kurs" isExecutable="true">
            <startEvent id="start"><outgoing>a</outgoing></startEvent>
            <task id="gjor" name="Gjør det"><incoming>a</incoming><outgoing>b</outgoing></task>
            <endEvent id="slutt"><incoming>b</incoming></endEvent>
            <sequenceFlow id="a" sourceRef="start" targetRef="gjor" />
            <sequenceFlow id="b" sourceRef="gjor" targetRef="slutt" />
          </process>
        </definitions>
        """;
}
