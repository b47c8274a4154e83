using System.Globalization;
using System.Text;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Draws block-structured processes at random: every fork has its join, so whatever is drawn can be carried through to the end.</summary>
sealed class RandomDrawing(int seed)
{
    readonly Random chance = new(seed);
    readonly Stack<StringBuilder> scopes = new();
    int next;

    public static string Of(int seed) => new RandomDrawing(seed).Process();

    string Process() =>
        "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:lms=\"urn:lmsworkflow:bpmn:1\"><bpmn:process id=\"p\">"
        + Scope(0) + "</bpmn:process></bpmn:definitions>";

    string Scope(int depth)
    {
        scopes.Push(new StringBuilder());
        var start = Node("startEvent");
        var (entry, exit) = Block(depth);
        Flow(start, entry);
        Flow(exit, Node("endEvent"));
        return scopes.Pop().ToString();
    }

    (string Entry, string Exit) Block(int depth) => (depth > 3 ? 0 : chance.Next(9)) switch
    {
        1 or 2 => Sequence(depth),
        3 => Fork("exclusiveGateway", depth, conditions: true),
        4 => Fork("parallelGateway", depth, conditions: false),
        5 or 6 => Fork("inclusiveGateway", depth, conditions: true),
        7 => Loop(depth),
        8 => SubProcess(depth),
        _ => Task(),
    };

    (string, string) Task()
    {
        var task = Node("userTask", " lms:role=\"koordinator\"");
        if (chance.Next(4) == 0)
        {
            var timer = Node("boundaryEvent", $" attachedToRef=\"{task}\" cancelActivity=\"false\"",
                "<bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition>");
            Flow(timer, Node("endEvent"));
        }

        return (task, task);
    }

    (string, string) Sequence(int depth)
    {
        var (first, between) = Block(depth + 1);
        var (second, last) = Block(depth + 1);
        Flow(between, second);
        return (first, last);
    }

    (string, string) Fork(string kind, int depth, bool conditions)
    {
        var fork = "n" + ++next;
        var join = Node(kind);
        var otherwise = "";
        for (var branch = 0; branch < 2 + chance.Next(2); branch++)
        {
            var (entry, exit) = chance.Next(6) == 0 && branch > 0 ? (join, null) : ((string, string?))Block(depth + 1);
            var flow = Flow(fork, entry, conditions && branch > 0 ? $"tall &gt; {chance.Next(10)}" : null);
            if (branch == 0) otherwise = flow;
            if (exit is not null) Flow(exit, join);
        }

        Write($"<bpmn:{kind} id=\"{fork}\"{(conditions ? $" default=\"{otherwise}\"" : "")}/>");
        return (fork, join);
    }

    (string, string) Loop(int depth)
    {
        var inn = Node("exclusiveGateway");
        var (entry, first) = Task(); // a loop that never rests is not sound
        var (then, exit) = Block(depth + 1);
        Flow(first, then);
        var again = "n" + ++next;
        Flow(inn, entry);
        Flow(exit, again);
        var on = Node("exclusiveGateway");
        var flow = Flow(again, on);
        Flow(again, inn, "omigjen");
        Write($"<bpmn:exclusiveGateway id=\"{again}\" default=\"{flow}\"/>");
        return (inn, on);
    }

    (string, string) SubProcess(int depth)
    {
        var id = Node("subProcess", "", Scope(depth + 1));
        return (id, id);
    }

    string Node(string kind, string attributes = "", string inner = "")
    {
        var id = "n" + (++next).ToString(CultureInfo.InvariantCulture);
        Write($"<bpmn:{kind} id=\"{id}\"{attributes}>{inner}</bpmn:{kind}>");
        return id;
    }

    string Flow(string from, string to, string? condition = null)
    {
        var id = "f" + (++next).ToString(CultureInfo.InvariantCulture);
        Write($"<bpmn:sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\">{(condition is null ? "" : $"<bpmn:conditionExpression>{condition}</bpmn:conditionExpression>")}</bpmn:sequenceFlow>");
        return id;
    }

    void Write(string xml) => scopes.Peek().Append(xml);
}
