using System.Text;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>As large as a drawing may be and as unkind as it can be drawn, it is judged in work that grows with its size, not with its square.</summary>
public class LargeDrawingTests
{
    const string Open = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:lms=\"urn:lmsworkflow:bpmn:1\"><process id=\"p\" isExecutable=\"true\"><startEvent id=\"s\"/>";
    const string Close = "</process></definitions>";

    public static TheoryData<string> Unkind => ["timers on one task", "links", "one round", "many unreached", "gates", "many conditions", "signals"];

    [Theory, MemberData(nameof(Unkind)), Trait("kind", "slow")]
    public void It_is_judged(string kind)
    {
        var model = CaseWorkflow.Read(Encoding.UTF8.GetBytes(Open + Body(kind) + Close)).Model;

        model.Should().NotBeNull();
        CheckRun.Of(model!).Should().NotBeEmpty();
    }

    static string Body(string kind) => kind switch
    {
        "timers on one task" => "<userTask id=\"t\"/>" + Times(4_500, i => $"<boundaryEvent id=\"b{i}\" attachedToRef=\"t\" cancelActivity=\"false\"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>")
            + Chain(4_500) + Times(4_500, i => Flow($"b{i}", "c0")),
        "links" => Times(4_500, i => $"<intermediateThrowEvent id=\"a{i}\"><linkEventDefinition name=\"x\"/></intermediateThrowEvent><intermediateCatchEvent id=\"b{i}\"><linkEventDefinition name=\"x\"/></intermediateCatchEvent>"),
        "one round" => Chain(9_000) + Flow("c8999", "c0"),
        "many unreached" => Times(4_500, i => $"<task id=\"u{i}\"/>") + Chain(4_500) + Times(4_500, i => Flow($"u{i}", "c0")),
        "gates" => "<subProcess id=\"f\" lms:phase=\"planning\"><startEvent id=\"s1\"/><parallelGateway id=\"g\"/>" + Flow("s1", "g")
            + Times(9_000, i => $"<endEvent id=\"e{i}\"/>") + "<serviceTask id=\"p1\" lms:action=\"passGate\" lms:gate=\"G2\"/>" + Flow("g", "p1") + Times(9_000, i => Flow("g", $"e{i}")) + "</subProcess>",
        "many conditions" => Times(1_500, i => $"<exclusiveGateway id=\"g{i}\"/><task id=\"a{i}\"/>") + Times(1_500, i => Conditional(i, "") + Conditional(i, "x")),
        _ => Times(4_500, i => $"<intermediateThrowEvent id=\"a{i}\"><signalEventDefinition signalRef=\"x\"/></intermediateThrowEvent><intermediateCatchEvent id=\"b{i}\"><signalEventDefinition signalRef=\"x\"/></intermediateCatchEvent>"),
    };

    static string Conditional(int i, string more) =>
        $"<sequenceFlow id=\"g{i}{more}-a\" sourceRef=\"g{i}\" targetRef=\"a{i}\"><conditionExpression>{string.Join(" and ", Enum.GetNames<Domain.Gate>().SelectMany(gate => new[] { $"gate.{gate}.frozen", $"gate.{gate}.signed" }))}</conditionExpression></sequenceFlow>";

    static string Chain(int length) => Times(length, i => $"<exclusiveGateway id=\"c{i}\"/>") + Times(length - 1, i => Flow($"c{i}", $"c{i + 1}"));

    static string Flow(string from, string to) => $"<sequenceFlow id=\"{from}-{to}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>";

    static string Times(int count, Func<int, string> write) => string.Concat(Enumerable.Range(0, count).Select(write));
}
