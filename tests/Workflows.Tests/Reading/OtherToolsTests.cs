using System.Text;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Files as other tools write them: any encoding XML allows, any prefix, anything in extensions, in any order.</summary>
public class OtherToolsTests
{
    const string Body = """
        <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:x="http://vendor.example/x" id="d" targetNamespace="urn:t">
          <di:BPMNDiagram id="d1"><di:BPMNPlane id="p1" bpmnElement="p"/></di:BPMNDiagram>
          <b:collaboration id="c"><b:participant id="pool" name="Påmelding" processRef="p"/><b:participant id="ute" name="Ute"/><b:messageFlow id="m" sourceRef="ute" targetRef="vent"/></b:collaboration>
          <b:process id="p" name="Påmelding og øving" isExecutable="true">
            <b:extensionElements><x:anything x:of="it"><x:deep/></x:anything></b:extensionElements>
            <b:sequenceFlow id="f1" sourceRef="start" targetRef="vent"/>
            <b:sequenceFlow id="f2" sourceRef="vent" targetRef="slutt"/>
            <b:boundaryEvent id="kant" attachedToRef="arbeid"><b:eventDefinitionRef>frist</b:eventDefinitionRef></b:boundaryEvent>
            <b:sequenceFlow id="f3" sourceRef="kant" targetRef="slutt"/>
            <b:endEvent id="slutt"/>
            <b:subProcess id="arbeid" x:color="red">
              <b:multiInstanceLoopCharacteristics><b:loopCardinality>2</b:loopCardinality></b:multiInstanceLoopCharacteristics>
              <b:endEvent id="e"/><b:startEvent id="s"/><b:sequenceFlow id="g" sourceRef="s" targetRef="e"/>
            </b:subProcess>
            <b:sequenceFlow id="f4" sourceRef="vent" targetRef="arbeid"/>
            <b:sequenceFlow id="f5" sourceRef="arbeid" targetRef="slutt"/>
            <b:intermediateCatchEvent id="vent"><b:incoming>f1</b:incoming><b:messageEventDefinition messageRef="brev"/></b:intermediateCatchEvent>
            <b:startEvent id="start"><b:outgoing>f1</b:outgoing></b:startEvent>
          </b:process>
          <b:timerEventDefinition id="frist"><b:timeDuration>P3D</b:timeDuration></b:timerEventDefinition>
          <b:message id="brev" name="brev"/>
          <di:BPMNDiagram id="d2"/>
        </b:definitions>
        """;

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 bom", "utf-8 undeclared", "iso-8859-1", "utf-16 bom", "utf-16 undeclared", "utf-16be bom", "utf-16le", "utf-16be"];

    [Theory, MemberData(nameof(Encodings))]
    public void Any_encoding_XML_allows_is_read_to_the_same(string encoding)
    {
        var read = BpmnReader.Read(Written(encoding), Drawing.Vocabulary);

        read.Findings.Should().BeEmpty();
        read.Definition!.Name.Nb.Should().Be("Påmelding og øving");
        read.Definition["kant"]!.Timer!.After!.Duration.Should().Be(new IsoDuration(0, 3, TimeSpan.Zero));
        read.Definition["arbeid"]!.Loop.Should().Be(LoopKind.Parallel);
        read.Model!.MessageFlows.Should().ContainSingle();
    }

    [Fact]
    public void An_id_with_a_slash_is_refused_at_its_line()
    {
        var finding = Drawing.Text(Body.Replace("id=\"e\"", "id=\"a/e\"")).Findings.Should().Contain(found => found.Check == "ids").Which;
        finding.Line.Should().BePositive();
        finding.ElementId.Should().Be("a/e");
    }

    /// <summary>What BPMN lets stand in an activity and a process beside what is run (§8.4.13, §10.3.1, §10.4).</summary>
    [Fact]
    public void Who_shall_do_it_and_what_data_it_needs_is_read_past()
    {
        const string Data = "<b:ioSpecification><b:dataInput id=\"#i\"/><b:inputSet><b:dataInputRefs>#i</b:dataInputRefs></b:inputSet><b:outputSet/></b:ioSpecification><b:property id=\"#p\" name=\"n\"/>"
            + "<b:dataInputAssociation id=\"#a\"><b:targetRef>#i</b:targetRef></b:dataInputAssociation><b:dataOutputAssociation id=\"#o\"><b:targetRef>#i</b:targetRef></b:dataOutputAssociation>"
            + "<b:resourceRole name=\"r\"/><b:performer name=\"u\"><b:resourceAssignmentExpression><b:formalExpression>meg</b:formalExpression></b:resourceAssignmentExpression></b:performer>"
            + "<b:humanPerformer/><b:potentialOwner name=\"v\"/>";
        static string Of(string id) => Data.Replace("#", id, StringComparison.Ordinal);
        var file = "<b:definitions xmlns:b=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:lms=\"urn:lmsworkflow:bpmn:1\"><b:process id=\"p\" isExecutable=\"true\"><b:property id=\"pp\"/><b:resourceRole name=\"q\"/><b:startEvent id=\"s\"/>"
            + $"<b:subProcess id=\"u\">{Of("u")}<b:startEvent id=\"us\"/><b:userTask id=\"a\" lms:role=\"koordinator\">{Of("a")}</b:userTask><b:endEvent id=\"ue\"/>"
            + "<b:sequenceFlow id=\"u1\" sourceRef=\"us\" targetRef=\"a\"/><b:sequenceFlow id=\"u2\" sourceRef=\"a\" targetRef=\"ue\"/></b:subProcess>"
            + $"<b:manualTask id=\"m\">{Of("m")}</b:manualTask><b:endEvent id=\"e\"/><b:sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"u\"/><b:sequenceFlow id=\"f2\" sourceRef=\"u\" targetRef=\"m\"/>"
            + "<b:sequenceFlow id=\"f3\" sourceRef=\"m\" targetRef=\"e\"/></b:process></b:definitions>";

        var read = Drawing.Text(file);

        read.Findings.Should().BeEmpty();
        read.Definition!.Elements.Select(element => element.Id).Should().BeEquivalentTo("s", "u", "us", "a", "ue", "m", "e");
    }

    static byte[] Written(string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(Declared("UTF-8")),
        "utf-8 bom" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Body)],
        "utf-8 undeclared" => Encoding.UTF8.GetBytes(Body),
        "iso-8859-1" => Encoding.Latin1.GetBytes(Declared("ISO-8859-1")),
        "utf-16 bom" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Declared("UTF-16"))],
        "utf-16 undeclared" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Body)],
        "utf-16be bom" => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Declared("UTF-16"))],
        "utf-16le" => Encoding.Unicode.GetBytes(Declared("UTF-16LE")),
        _ => Encoding.BigEndianUnicode.GetBytes(Declared("UTF-16BE")),
    };

    static string Declared(string encoding) => $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n{Body}";
}
