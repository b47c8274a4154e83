using System.Globalization;
using System.Text;

namespace LmsWorkflow.Bench;

/// <summary>Drawings of any size, written as a file would be. Blocks are nested at random from a seed, so that the corpus is the same every time.</summary>
sealed class ProofDrawings
{
    readonly StringBuilder nodes = new();
    readonly StringBuilder flows = new();
    readonly Random chance;
    int next;

    ProofDrawings(int seed) => chance = new Random(seed);

    public int Elements { get; private set; }

    /// <summary>So many branches in parallel, each with so many tasks, perhaps in a loop.</summary>
    public static byte[] Parallel(int branches, int tasks, bool loop)
    {
        var drawing = new ProofDrawings(0);
        var start = drawing.Node("startEvent");
        var (fork, join) = (drawing.Node("parallelGateway"), drawing.Node("parallelGateway"));
        drawing.Flow(start, fork);
        for (var branch = 0; branch < branches; branch++)
        {
            var (entry, exit) = loop ? drawing.Looped(() => drawing.Chain(tasks)) : drawing.Chain(tasks);
            drawing.Flow(fork, entry);
            drawing.Flow(exit, join);
        }

        drawing.Flow(join, drawing.Node("endEvent"));
        return drawing.File();
    }

    /// <summary>Choices, forks and loops one after another, until there are so many elements.</summary>
    public static byte[] Blocks(int elements, int seed = 7)
    {
        var drawing = new ProofDrawings(seed);
        var last = drawing.Node("startEvent");
        while (drawing.Elements < elements - 1)
        {
            var (entry, exit) = drawing.Block(2);
            drawing.Flow(last, entry);
            last = exit;
        }

        drawing.Flow(last, drawing.Node("endEvent"));
        return drawing.File();
    }

    /// <summary>One nested drawing, sometimes with a fault in it, as people draw.</summary>
    public static (byte[] File, int Elements) Realistic(int seed, int elements)
    {
        var (file, size) = Drawn(seed, elements);
        return size <= elements ? (file, size) : Realistic(seed + 1_000, elements);
    }

    static (byte[] File, int Elements) Drawn(int seed, int elements)
    {
        var drawing = new ProofDrawings(seed);
        var last = drawing.Node("startEvent");
        while (drawing.Elements < elements - 8)
        {
            var (entry, exit) = drawing.Block(0);
            drawing.Flow(last, entry);
            last = exit;
        }

        if (seed % 5 == 0) drawing.Flow(last, drawing.Node("endEvent"));
        drawing.Flow(last, drawing.Node("endEvent"));
        return (drawing.File(), drawing.Elements);
    }

    (string, string) Block(int depth) => (depth > 3 ? 0 : chance.Next(11)) switch
    {
        1 or 2 => Fork("exclusiveGateway", depth),
        3 or 4 => Fork("parallelGateway", depth),
        5 => Fork(chance.Next(3) == 0 ? "inclusiveGateway" : "exclusiveGateway", depth),
        6 => Looped(() => Block(depth + 1)),
        7 => SubProcess(depth),
        8 => Waiting(),
        _ => Chain(1 + chance.Next(3)),
    };

    (string, string) Chain(int tasks)
    {
        var first = Node("userTask");
        var last = first;
        for (var i = 1; i < tasks; i++)
        {
            var task = Node("userTask");
            Flow(last, task);
            last = task;
        }

        return (first, last);
    }

    /// <summary>A task with reminders beside it.</summary>
    (string, string) Waiting()
    {
        var task = Node("userTask");
        for (var days = 3; days <= 14; days += 4)
        {
            var timer = Node("boundaryEvent", $" attachedToRef=\"{task}\" cancelActivity=\"false\"", $"<timerEventDefinition><timeDuration>P{days}D</timeDuration></timerEventDefinition>");
            var remind = Node("task");
            Flow(timer, remind);
            Flow(remind, Node("endEvent"));
        }

        return (task, task);
    }

    (string, string) Fork(string kind, int depth)
    {
        var (fork, join) = (Node(kind), Node(kind));
        for (var branch = 2 + chance.Next(3); branch > 0; branch--)
        {
            var (entry, exit) = Block(depth + 1);
            Flow(fork, entry, kind != "parallelGateway");
            Flow(exit, join);
        }

        return (fork, join);
    }

    (string, string) Looped(Func<(string, string)> inside)
    {
        var (merge, split) = (Node("exclusiveGateway"), Node("exclusiveGateway"));
        var (entry, exit) = inside();
        Flow(merge, entry);
        Flow(exit, split);
        Flow(split, merge, true);
        return (merge, split);
    }

    (string, string) SubProcess(int depth)
    {
        var id = Id();
        var (outerNodes, outerFlows) = (nodes.ToString(), flows.ToString());
        nodes.Clear();
        flows.Clear();
        var start = Node("startEvent");
        var (entry, exit) = Block(depth + 1);
        Flow(start, entry);
        Flow(exit, Node("endEvent"));
        var inside = nodes.ToString() + flows;
        nodes.Clear().Append(outerNodes).Append(CultureInfo.InvariantCulture, $"<subProcess id=\"{id}\">{inside}</subProcess>");
        flows.Clear().Append(outerFlows);
        return (id, id);
    }

    string Node(string kind, string attributes = "", string inside = "")
    {
        var id = Id();
        nodes.Append(CultureInfo.InvariantCulture, $"<{kind} id=\"{id}\"{attributes}>{inside}</{kind}>");
        return id;
    }

    string Id()
    {
        Elements++;
        return "n" + next++;
    }

    void Flow(string from, string to, bool conditional = false) => flows.Append(CultureInfo.InvariantCulture,
        $"<sequenceFlow id=\"f{next++}\" sourceRef=\"{from}\" targetRef=\"{to}\">{(conditional ? "<conditionExpression>case.onHold</conditionExpression>" : "")}</sequenceFlow>");

    byte[] File() => Encoding.UTF8.GetBytes($"<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">{nodes}{flows}</process></definitions>");
}
