using System.Text;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>
/// Draws processes without any structure: elements of every kind in any order, flows from anywhere to anywhere, sub-processes and handlers at random. Most are
/// unsound; all can be run.
/// </summary>
sealed class RandomTangle(int seed)
{
    static readonly string[] Waits =
    [
        "<bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition>", "<bpmn:messageEventDefinition messageRef=\"m1\"/>",
        "<bpmn:signalEventDefinition signalRef=\"s1\"/>",
    ];

    const string Cycle = "<bpmn:timerEventDefinition><bpmn:timeCycle>R/P7D</bpmn:timeCycle></bpmn:timerEventDefinition>";
    const string Error = "<bpmn:errorEventDefinition errorRef=\"e1\"/>";
    const string Escalation = "<bpmn:escalationEventDefinition escalationRef=\"k1\"/>";

    static readonly string[] Throws = ["", Waits[1], Waits[2], Escalation];

    static readonly string[] Loops =
    [
        "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>tall</bpmn:loopCardinality><bpmn:completionCondition>ferdig</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>",
        "<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\"><bpmn:loopCardinality>tall - 1</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>",
        "<bpmn:standardLoopCharacteristics><bpmn:loopCondition>omigjen</bpmn:loopCondition></bpmn:standardLoopCharacteristics>",
    ];

    readonly Random chance = new(seed);
    int next;

    /// <summary>The first of the tangles from this seed on that is connected. Nothing else keeps one from being run.</summary>
    public static ProcessDefinition Read(int seed)
    {
        for (var sown = seed; ; sown = unchecked((sown * 31) + 1))
        {
            var result = Drawing.Text(new RandomTangle(sown).Process());
            result.Findings.Where(finding => finding.Check != "connected").Should().BeEmpty("tangle {0} is meant to be readable", sown);
            if (result.Definition is { } definition) return definition;
        }
    }

    public static string Of(int seed) => new RandomTangle(seed).Process();

    string Process() =>
        "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:lms=\"urn:lmsworkflow:bpmn:1\"><bpmn:message id=\"m1\" name=\"brev\"/><bpmn:signal id=\"s1\" name=\"rop\"/>"
        + $"<bpmn:error id=\"e1\" errorCode=\"FEIL\"/><bpmn:escalation id=\"k1\" escalationCode=\"HJELP\"/><bpmn:process id=\"p\">{Scope(0, "")}</bpmn:process></bpmn:definitions>";

    string Scope(int depth, string startsWith, string startAttributes = "")
    {
        var xml = new StringBuilder();
        var flows = new StringBuilder();
        List<string> sources = [];
        List<string> targets = [];
        List<(string Id, string Kind, string Inside)> choosing = [];

        var start = Id();
        xml.Append($"<bpmn:startEvent id=\"{start}\"{startAttributes}>{startsWith}</bpmn:startEvent>");
        sources.Add(start);
        for (var count = 3 + chance.Next(depth == 0 ? 9 : 4); count > 0; count--) Node();
        for (var count = 1 + chance.Next(2); count > 0; count--)
        {
            var end = Id();
            xml.Append($"<bpmn:endEvent id=\"{end}\">{One(["", "", "<bpmn:terminateEventDefinition/>", Error, .. Throws])}</bpmn:endEvent>");
            targets.Add(end);
        }

        foreach (var source in sources) Flow(source, One([.. targets]));
        foreach (var target in targets.Where(target => !flows.ToString().Contains($"targetRef=\"{target}\"", StringComparison.Ordinal))) Flow(One([.. sources.Where(source => source != start)]), target);
        foreach (var (id, kind, inside) in choosing) Choosing(id, kind, inside);
        if (depth < 2 && chance.Next(3) == 0)
        {
            var interrupts = chance.Next(2) == 0;
            var by = One([.. Waits, Escalation, interrupts ? Error : Cycle]);
            xml.Append($"<bpmn:subProcess id=\"{Id()}\" triggeredByEvent=\"true\">{Scope(2, by, interrupts ? "" : " isInterrupting=\"false\"")}</bpmn:subProcess>");
        }

        return xml.Append(flows).ToString();

        void Node()
        {
            var id = Id();
            switch (chance.Next(depth < 2 ? 15 : 13))
            {
                case 0 or 1:
                    Activity(id, "userTask", " lms:role=\"koordinator\"", "", mayHaveEvents: true);
                    break;
                case 2:
                    Activity(id, "receiveTask", " messageRef=\"m1\"", "", mayHaveEvents: true);
                    break;
                case 3:
                    Activity(id, One("task", "manualTask"), "", "", mayHaveEvents: false);
                    break;
                case 4:
                    Activity(id, "serviceTask", " lms:action=\"gjor\"", "", mayHaveEvents: false);
                    break;
                case 5:
                    Both(id, $"<bpmn:intermediateCatchEvent id=\"{id}\">{One(Waits)}</bpmn:intermediateCatchEvent>");
                    break;
                case 6:
                    Both(id, $"<bpmn:intermediateThrowEvent id=\"{id}\">{One(Throws)}</bpmn:intermediateThrowEvent>");
                    break;
                case 7 or 8:
                    Both(id, $"<bpmn:parallelGateway id=\"{id}\"/>");
                    if (chance.Next(2) == 0) sources.Add(id);
                    break;
                case 9 or 10:
                    Both(id, "");
                    choosing.Add((id, One("exclusiveGateway", "inclusiveGateway"), ""));
                    break;
                case 11:
                    Choice(id);
                    break;
                case 12:
                    var caught = Id();
                    targets.Add(id);
                    sources.Add(caught);
                    xml.Append($"<bpmn:intermediateThrowEvent id=\"{id}\"><bpmn:linkEventDefinition name=\"{id}\"/></bpmn:intermediateThrowEvent><bpmn:intermediateCatchEvent id=\"{caught}\"><bpmn:linkEventDefinition name=\"{id}\"/></bpmn:intermediateCatchEvent>");
                    break;
                default:
                    Activity(id, "subProcess", "", Scope(depth + 1, ""), mayHaveEvents: true);
                    break;
            }
        }

        void Activity(string id, string kind, string attributes, string inside, bool mayHaveEvents)
        {
            var loop = chance.Next(4) == 0 ? One(Loops) : "";
            Both(id, "");
            if (chance.Next(5) == 0) choosing.Add((id, kind + attributes, loop + inside));
            else xml.Append($"<bpmn:{kind} id=\"{id}\"{attributes}>{loop}{inside}</bpmn:{kind}>");
            if (!mayHaveEvents || chance.Next(3) > 0) return;
            var boundary = Id();
            var interrupts = chance.Next(2) == 0;
            var by = kind == "subProcess" ? One([.. Waits, Escalation, interrupts ? Error : Cycle]) : One(Waits);
            xml.Append($"<bpmn:boundaryEvent id=\"{boundary}\" attachedToRef=\"{id}\" cancelActivity=\"{(interrupts ? "true" : "false")}\">{by}</bpmn:boundaryEvent>");
            sources.Add(boundary);
        }

        void Choice(string id)
        {
            targets.Add(id);
            xml.Append($"<bpmn:eventBasedGateway id=\"{id}\"/>");
            for (var branch = 0; branch < 2; branch++)
            {
                var wait = Id();
                xml.Append($"<bpmn:intermediateCatchEvent id=\"{wait}\">{One(Waits)}</bpmn:intermediateCatchEvent>");
                Flow(id, wait);
                sources.Add(wait);
            }
        }

        void Both(string id, string element)
        {
            xml.Append(element);
            sources.Add(id);
            targets.Add(id);
        }

        // a gateway or activity whose flows have conditions, one of them the default
        void Choosing(string id, string kind, string inside)
        {
            var text = flows.ToString();
            var name = kind.Split(' ')[0];
            var own = System.Text.RegularExpressions.Regex.Matches(text, $"<bpmn:sequenceFlow id=\"(f\\d+)\" sourceRef=\"{id}\"").Select(match => match.Groups[1].Value).ToList();
            var more = "f" + ++next;
            flows.Append($"<bpmn:sequenceFlow id=\"{more}\" sourceRef=\"{id}\" targetRef=\"{One([.. targets])}\"><bpmn:conditionExpression>{One("tall &gt; 4", "ferdig", "omigjen")}</bpmn:conditionExpression></bpmn:sequenceFlow>");
            foreach (var flow in own.Skip(1)) Conditional(flow);
            xml.Append($"<bpmn:{kind} id=\"{id}\"{(chance.Next(4) > 0 || name.EndsWith("Gateway", StringComparison.Ordinal) ? $" default=\"{own[0]}\"" : "")}>{inside}</bpmn:{name}>");
        }

        void Conditional(string flow)
        {
            var at = flows.ToString().IndexOf($"id=\"{flow}\"", StringComparison.Ordinal);
            var end = flows.ToString().IndexOf("/>", at, StringComparison.Ordinal);
            flows.Remove(end, 2).Insert(end, "><bpmn:conditionExpression>tall &gt; 2</bpmn:conditionExpression></bpmn:sequenceFlow>");
        }

        void Flow(string from, string to) => flows.Append($"<bpmn:sequenceFlow id=\"f{++next}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>");
    }

    string Id() => "n" + ++next;

    string One(params string[] of) => of[chance.Next(of.Length)];
}
