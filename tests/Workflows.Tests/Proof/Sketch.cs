using System.Text;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>
/// A drawing written in a line: <c>s:start a:task x:xor e:end s>a a>x x>e</c>. Nodes inside a sub-process are written <c>sub/a:task</c>; a boundary event
/// <c>b:timer@a</c> (interrupting) or <c>b:timer~a</c> (not); a default flow <c>x>>e</c>; a conditional one <c>a?>e</c>.
/// </summary>
static class Sketch
{
    static readonly Dictionary<string, (string Element, string Inside)> Kinds = new()
    {
        ["start"] = ("startEvent", ""),
        ["end"] = ("endEvent", ""),
        ["task"] = ("task", ""),
        ["user"] = ("userTask", ""),
        ["sub"] = ("subProcess", ""),
        ["and"] = ("parallelGateway", ""),
        ["xor"] = ("exclusiveGateway", ""),
        ["or"] = ("inclusiveGateway", ""),
        ["event"] = ("eventBasedGateway", ""),
        ["call"] = ("callActivity", ""),
        ["terminate"] = ("endEvent", "<terminateEventDefinition/>"),
        ["error"] = ("endEvent", "<errorEventDefinition/>"),
        ["escalation"] = ("endEvent", "<escalationEventDefinition/>"),
        ["timer"] = ("intermediateCatchEvent", "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>"),
        ["message"] = ("intermediateCatchEvent", "<messageEventDefinition/>"),
        ["signal"] = ("intermediateCatchEvent", "<signalEventDefinition signalRef=\"sig\"/>"),
        ["throw"] = ("intermediateThrowEvent", "<signalEventDefinition signalRef=\"sig\"/>"),
        ["escalate"] = ("intermediateThrowEvent", "<escalationEventDefinition/>"),
        ["eventsub"] = ("subProcess", ""),
        ["link"] = ("intermediateCatchEvent", "<linkEventDefinition name=\"l\"/>"),
        ["tolink"] = ("intermediateThrowEvent", "<linkEventDefinition name=\"l\"/>"),
    };

    public static BpmnModel Model(string sketch) => Read(sketch).Model ?? throw new InvalidOperationException(string.Join('\n', Read(sketch).Findings.Select(finding => finding.Sentence.Nb)));

    public static ReadResult Read(string sketch) => BpmnReader.Read(Encoding.UTF8.GetBytes(Xml(sketch)), Drawing.Vocabulary);

    public static string Xml(string sketch)
    {
        var words = sketch.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:lms=\"urn:lmsworkflow:bpmn:1\"><signal id=\"sig\" name=\"sig\"/><process id=\"p\">"
            + Inside("", words) + "</process></definitions>";
    }

    static string Inside(string scope, string[] words)
    {
        var text = new StringBuilder();
        foreach (var word in words.Where(word => word.Contains(':') && Scope(word[..word.IndexOf(':')]) == scope)) text.Append(Node(word, words));
        foreach (var word in words.Where(word => !word.Contains(':') && Scope(word.Split('>', '?')[0]) == scope)) text.Append(Flow(word));
        return text.ToString();
    }

    static string Node(string word, string[] words)
    {
        var (id, kind) = (word[..word.IndexOf(':')], word[(word.IndexOf(':') + 1)..]);
        var at = kind.IndexOfAny(['@', '~']);
        var (element, inside) = Kinds[at < 0 ? kind.TrimEnd('!') : kind[..at]];
        var more = words.FirstOrDefault(other => other.StartsWith(id + ">>", StringComparison.Ordinal)) is { } otherwise ? $" default=\"{FlowId(otherwise)}\"" : "";
        if (kind == "eventsub") more += " triggeredByEvent=\"true\"";
        if (kind.EndsWith('!')) more += " isInterrupting=\"false\"";
        if (at >= 0) (element, more) = ("boundaryEvent", $" attachedToRef=\"{Id(kind[(at + 1)..])}\" cancelActivity=\"{(kind[at] == '@' ? "true" : "false")}\"");
        if (id.Contains('/') && element == "intermediateCatchEvent" && id.EndsWith("start", StringComparison.Ordinal)) element = "startEvent";
        return $"<{element} id=\"{Id(id)}\"{more}>{inside}{Inside(id, words)}</{element}>";
    }

    static string Flow(string word)
    {
        var conditional = word.Contains("?>", StringComparison.Ordinal);
        var ends = word.Replace("?>", ">", StringComparison.Ordinal).Split('>', StringSplitOptions.RemoveEmptyEntries);
        return $"<sequenceFlow id=\"{FlowId(word)}\" sourceRef=\"{Id(ends[0])}\" targetRef=\"{Id(ends[1])}\">{(conditional ? "<conditionExpression>ferdig</conditionExpression>" : "")}</sequenceFlow>";
    }

    static string FlowId(string word) => "f_" + Id(word.Replace("?>", ">", StringComparison.Ordinal).Replace(">>", ">", StringComparison.Ordinal)).Replace('>', '_');

    static string Id(string name) => name.Replace('/', '_');

    static string Scope(string id) => id.Contains('/') ? id[..id.LastIndexOf('/')] : "";
}
