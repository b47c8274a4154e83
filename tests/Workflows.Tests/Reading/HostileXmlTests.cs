using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>A file from a stranger is a finding, never an exception.</summary>
public class HostileXmlTests
{
    const string Open = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">";

    [Theory]
    [InlineData("")]
    [InlineData("hei")]
    [InlineData("<")]
    [InlineData("<definitions")]
    [InlineData("<definitions/>")]
    [InlineData("<html><body/></html>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"finnes-ikke\"?><definitions/>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-7\"?><definitions/>")]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><definitions>&b;</definitions>")]
    [InlineData("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions>&x;</definitions>")]
    [InlineData("<!DOCTYPE d SYSTEM \"http://127.0.0.1:9/x.dtd\"><definitions/>")]
    [InlineData(Open + "</definitions>")]
    [InlineData(Open + "<process/></definitions>")]
    [InlineData(Open + "<process id=\"p\"/></definitions>")]
    [InlineData(Open + "<process id=\"p\" isExecutable=\"true\"/><process id=\"q\" isExecutable=\"true\"/></definitions>")]
    [InlineData(Open + "<process id=\"p\"><startEvent/></process></definitions>")]
    [InlineData(Open + "<process id=\"p\"><sequenceFlow id=\"f\"/></process></definitions>")]
    [InlineData(Open + "<process id=\"p\"><boundaryEvent id=\"b\"/></process></definitions>")]
    public void It_is_refused(string xml)
    {
        var result = Drawing.Text(xml);

        result.Definition.Should().BeNull();
        result.Findings.Should().Contain(finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void A_truncated_file_is_refused_wherever_it_is_cut()
    {
        var whole = Drawing.Shipped("standard-metode");
        for (var length = 0; length < whole.Length - 2; length += 997)
            CaseWorkflow.Read(whole.AsMemory(0, length)).Definition.Should().BeNull();
    }

    [Fact]
    public void A_file_in_another_encoding_than_it_says_is_refused() =>
        BpmnReader.Read(Encoding.Unicode.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>æ</a>"), Drawing.Vocabulary).Definition.Should().BeNull();

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        BpmnReader.Read(new byte[] { 0x3C, 0x61, 0x3E, 0xFF, 0xFE, 0xC3, 0x28, 0x3C }, Drawing.Vocabulary).Definition.Should().BeNull();

    [Fact]
    public void An_enormous_file_is_refused() =>
        BpmnReader.Read(new byte[50 * 1024 * 1024], Drawing.Vocabulary).Findings.Single().Sentence.Nb.Should().Contain("5 MB");

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<subProcess id=\"s\">", 50_000)) + string.Concat(Enumerable.Repeat("</subProcess>", 50_000));
        Drawing.Text(Open + "<process id=\"p\">" + deep + "</process></definitions>").Definition.Should().BeNull();
    }

    [Fact]
    public void Very_many_elements_are_refused()
    {
        var many = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<parallelGateway id=\"g{i}\"/>"));
        var result = Drawing.Text(Open + "<process id=\"p\">" + many + "</process></definitions>");
        result.Definition.Should().BeNull();
        result.Findings.Length.Should().BeLessThanOrEqualTo(200);
    }

    [Fact]
    public void Very_many_flows_are_refused()
    {
        var many = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"<sequenceFlow id=\"f{i}\" sourceRef=\"a\" targetRef=\"b\"/>"));
        var result = Drawing.Text(Open + "<process id=\"p\"><startEvent id=\"a\"/><endEvent id=\"b\"/>" + many + "</process></definitions>");
        result.Definition.Should().BeNull();
        result.Findings.Should().ContainSingle();
    }

    [Fact]
    public void Any_prefix_will_do_for_BPMN()
    {
        var xml = Encoding.UTF8.GetString(Drawing.Bytes("parallel-gateway/valid")).Replace("<bpmn:", "<b2:").Replace("</bpmn:", "</b2:").Replace("xmlns:bpmn", "xmlns:b2").Replace("lms:", "vare:").Replace("xmlns:lms", "xmlns:vare");
        Drawing.Text(xml).Findings.Should().BeEmpty();
    }

    [Fact]
    public void No_damaged_byte_makes_it_throw()
    {
        var whole = Drawing.Bytes("boundary-message/valid-interrupting");
        var damage = Gen.Choose(0, whole.Length - 1).Zip(Gen.Choose(0, 255)).ArrayOf(3).ToArbitrary();
        Prop.ForAll(damage, places =>
        {
            var bytes = whole.ToArray();
            foreach (var (at, value) in places) bytes[at] = (byte)value;
            var result = BpmnReader.Read(bytes, Drawing.Vocabulary);
            return result.IsExecutable != result.Findings.Any(finding => finding.Severity == Severity.Error);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }
}
