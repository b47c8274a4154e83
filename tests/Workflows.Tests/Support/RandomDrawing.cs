using System.Globalization;
using System.Text;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>
/// Draws block-structured processes at random, with every element the engine knows: every fork has its join, every error its catch, every round something that
/// rests, so whatever is drawn can be carried through to the end.
/// </summary>
sealed class RandomDrawing(int seed)
{
    const string Timer = "<bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition>";
    const string Cycle = "<bpmn:timerEventDefinition><bpmn:timeCycle>R2/P7D</bpmn:timeCycle></bpmn:timerEventDefinition>";
    const string Date = "<bpmn:timerEventDefinition><bpmn:timeDate>2026-02-01T10:00</bpmn:timeDate></bpmn:timerEventDefinition>";
    const string Message = "<bpmn:messageEventDefinition messageRef=\"m1\"/>";
    const string Signal = "<bpmn:signalEventDefinition signalRef=\"s1\"/>";
    const string Condition = "<bpmn:conditionalEventDefinition><bpmn:condition>ferdig</bpmn:condition></bpmn:conditionalEventDefinition>";
    const string Error = "<bpmn:errorEventDefinition errorRef=\"e1\"/>";
    const string AnyError = "<bpmn:errorEventDefinition/>";
    const string Escalation = "<bpmn:escalationEventDefinition escalationRef=\"k1\"/>";
    const string Terminate = "<bpmn:terminateEventDefinition/>";

    readonly Random chance = new(seed);
    readonly Stack<StringBuilder> scopes = new();
    int next;

    /// <summary>Above 0 where no message or signal is thrown or waited for: a handler that throws what starts it never rests, and one that waits for it is never done.</summary>
    int quiet;

    /// <summary>Processes it may call: their ids are <c>kalt0</c> and so on.</summary>
    public int Called { get; init; }

    public static string Of(int seed) => new RandomDrawing(seed) { Called = 2 }.Process("p");

    /// <summary>A drawing with everything it calls.</summary>
    public static ProcessDefinition Read(int seed)
    {
        var result = Drawing.Text(Of(seed));
        result.Findings.Should().BeEmpty("drawing {0} is meant to be readable", seed);
        return DefinitionBinder.Bind(result.Definition!, site => ReadCalled(seed, site.Definition)).Definition!;
    }

    public static ProcessDefinition? ReadCalled(int seed, string id) => Drawing.Text(new RandomDrawing(seed + id[^1]) { quiet = 1 }.Process(id)).Definition;

    string Process(string id) =>
        "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:lms=\"urn:lmsworkflow:bpmn:1\"><bpmn:message id=\"m1\" name=\"brev\"/><bpmn:signal id=\"s1\" name=\"rop\"/>"
        + "<bpmn:error id=\"e1\" errorCode=\"FEIL\"/><bpmn:escalation id=\"k1\" escalationCode=\"HJELP\"/>"
        + $"<bpmn:process id=\"{id}\">{Scope(quiet > 0 ? 2 : 0)}</bpmn:process></bpmn:definitions>";

    string Scope(int depth)
    {
        scopes.Push(new StringBuilder());
        var start = Node("startEvent");
        var (entry, exit) = Block(depth);
        Flow(start, entry);
        Flow(exit, Node("endEvent", "", quiet == 0 && chance.Next(6) == 0 ? One(Message, Signal, Escalation) : ""));
        if (chance.Next(4) == 0) EventSubProcess(depth);
        return scopes.Pop().ToString();
    }

    (string Entry, string Exit) Block(int depth) => (depth > 3 ? chance.Next(3) : chance.Next(24)) switch
    {
        0 => Task(),
        1 => Passed(),
        2 => Wait(),
        3 or 4 or 5 => Sequence(depth),
        6 => Fork("exclusiveGateway", depth, conditions: true),
        7 => Fork("parallelGateway", depth, conditions: false),
        8 or 9 => Fork("inclusiveGateway", depth, conditions: true),
        10 => Loop(depth),
        11 => SubProcess(depth),
        12 or 13 => Choice(depth),
        14 => Failing(depth),
        15 => Escalating(depth),
        16 => Link(),
        17 or 18 => Repeated(depth),
        19 => Choosing(depth),
        20 => Interruptible(depth),
        21 => Terminating(depth),
        22 when Called > 0 => Call(),
        _ => Task(),
    };

    (string, string) Task()
    {
        var task = Node("userTask", " lms:role=\"koordinator\"");
        if (chance.Next(4) == 0)
        {
            var timer = Node("boundaryEvent", $" attachedToRef=\"{task}\" cancelActivity=\"false\"", One(Timer, Cycle, Message, Signal));
            Flow(timer, Node("endEvent"));
        }

        return (task, task);
    }

    /// <summary>What is passed at once.</summary>
    (string, string) Passed()
    {
        var node = (quiet > 0 ? chance.Next(4) : chance.Next(8)) switch
        {
            0 => Node("task"),
            1 => Node("manualTask"),
            2 => Node("serviceTask", " lms:action=\"gjor\""),
            3 => Node("intermediateThrowEvent"),
            4 => Node("sendTask", " messageRef=\"m1\""),
            5 => Node("intermediateThrowEvent", "", Message),
            6 => Node("intermediateThrowEvent", "", Signal),
            _ => Node("intermediateThrowEvent", "", Escalation),
        };
        return (node, node);
    }

    (string, string) Wait()
    {
        var node = quiet > 0 ? Node("intermediateCatchEvent", "", One(Timer, Date, Condition))
            : chance.Next(4) == 0 ? Node("receiveTask", " messageRef=\"m1\"")
            : Node("intermediateCatchEvent", "", One(Timer, Date, Message, Signal, Condition));
        return (node, node);
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

    /// <summary>An event-based gateway, whose branches meet again.</summary>
    (string, string) Choice(int depth)
    {
        var gateway = Node("eventBasedGateway");
        var join = Node("exclusiveGateway");
        var tasks = quiet == 0 && chance.Next(2) == 0;
        for (var branch = 0; branch < 2 + chance.Next(2); branch++)
        {
            var wait = tasks && branch == 0
                ? Node("receiveTask", " messageRef=\"m1\"")
                : Node("intermediateCatchEvent", "", tasks ? One(Timer, Signal, Condition) : quiet > 0 ? One(Timer, Condition) : One(Timer, Message, Signal, Condition));
            Flow(gateway, wait);
            Then(wait, join, depth);
        }

        return (gateway, join);
    }

    /// <summary>A sub-process that may end in an error, caught on its edge.</summary>
    (string, string) Failing(int depth)
    {
        var inside = ScopeWithOtherEnd(depth + 1, Error);
        return Caught("subProcess", inside, One(Error, AnyError), depth);
    }

    (string, string) Escalating(int depth)
    {
        var inside = ScopeWithOtherEnd(depth + 1, Escalation);
        return Caught("subProcess", inside, Escalation, depth);
    }

    (string, string) Interruptible(int depth)
    {
        var inside = Scope(depth + 1);
        return Caught("subProcess", inside, One(Timer, Date, Message, Signal), depth);
    }

    (string, string) Caught(string kind, string inside, string by, int depth)
    {
        var id = Node(kind, "", inside);
        var join = Node("exclusiveGateway");
        var caught = Node("boundaryEvent", $" attachedToRef=\"{id}\"", by);
        Flow(id, join);
        Then(caught, join, depth);
        return (id, join);
    }

    string ScopeWithOtherEnd(int depth, string ends)
    {
        scopes.Push(new StringBuilder());
        var start = Node("startEvent");
        var (entry, exit) = Block(depth);
        Flow(start, entry);
        var which = "n" + ++next;
        Flow(exit, which);
        var flow = Flow(which, Node("endEvent"));
        Flow(which, Node("endEvent", "", ends), "tall &gt; 5");
        Write($"<bpmn:exclusiveGateway id=\"{which}\" default=\"{flow}\"/>");
        return scopes.Pop().ToString();
    }

    (string, string) Link()
    {
        var name = "l" + ++next;
        return (Node("intermediateThrowEvent", "", $"<bpmn:linkEventDefinition name=\"{name}\"/>"), Node("intermediateCatchEvent", "", $"<bpmn:linkEventDefinition name=\"{name}\"/>"));
    }

    (string, string) Repeated(int depth)
    {
        var loop = chance.Next(4) switch
        {
            0 => $"<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>{chance.Next(4)}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>",
            1 => "<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\"><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>",
            2 => "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality><bpmn:completionCondition>numberOfCompletedInstances = 2 or ferdig</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>",
            _ => $"<bpmn:standardLoopCharacteristics loopMaximum=\"3\" testBefore=\"{(chance.Next(2) == 0 ? "true" : "false")}\"><bpmn:loopCondition>omigjen or loopCounter = 0</bpmn:loopCondition></bpmn:standardLoopCharacteristics>",
        };
        var id = (depth > 2 ? chance.Next(3) : chance.Next(5)) switch
        {
            0 => Node("serviceTask", " lms:action=\"gjor\"", loop),
            1 when quiet == 0 => Node("receiveTask", " messageRef=\"m1\"", loop),
            1 => Node("manualTask", "", loop),
            2 => Node("userTask", " lms:role=\"koordinator\"", loop),
            _ => Node("subProcess", "", loop + Scope(depth + 2)),
        };
        return (id, id);
    }

    /// <summary>A task with conditional flows, which meet in an inclusive join.</summary>
    (string, string) Choosing(int depth)
    {
        var task = "n" + ++next;
        var join = Node("inclusiveGateway");
        var otherwise = Flow(task, join);
        for (var branch = 0; branch < 2; branch++)
        {
            var (entry, exit) = Block(depth + 1);
            Flow(task, entry, $"tall &gt; {chance.Next(10)}");
            Flow(exit, join);
        }

        Write($"<bpmn:userTask id=\"{task}\" lms:role=\"koordinator\" default=\"{otherwise}\"/>");
        return (task, join);
    }

    /// <summary>Two branches, the first of which to be done ends the sub-process.</summary>
    (string, string) Terminating(int depth)
    {
        scopes.Push(new StringBuilder());
        var start = Node("startEvent");
        var fork = Node("parallelGateway");
        Flow(start, fork);
        for (var branch = 0; branch < 2; branch++)
        {
            var (entry, exit) = Block(depth + 1);
            Flow(fork, entry);
            Flow(exit, Node("endEvent", "", branch == 0 ? Terminate : ""));
        }

        var id = Node("subProcess", scopes.Pop());
        return (id, id);
    }

    (string, string) Call()
    {
        var id = Node("callActivity", $" calledElement=\"kalt{chance.Next(Called)}\"");
        return (id, id);
    }

    void EventSubProcess(int depth)
    {
        quiet++;
        scopes.Push(new StringBuilder());
        var interrupts = chance.Next(3) == 0;
        var by = interrupts ? One(Timer, Message, Signal, Error, Escalation) : One(Timer, Cycle, Message, Signal, Escalation);
        var start = Node("startEvent", interrupts ? "" : " isInterrupting=\"false\"", by);
        var (entry, exit) = depth > 1 ? Task() : Block(depth + 2);
        Flow(start, entry);
        Flow(exit, Node("endEvent"));
        var inside = scopes.Pop();
        quiet--;
        Write($"<bpmn:subProcess id=\"n{++next}\" triggeredByEvent=\"true\">{inside}</bpmn:subProcess>");
    }

    void Then(string from, string join, int depth)
    {
        var (entry, exit) = Block(depth + 1);
        Flow(from, entry);
        Flow(exit, join);
    }

    string One(params string[] of) => of[chance.Next(of.Length)];

    string Node(string kind, StringBuilder inner) => Node(kind, "", inner.ToString());

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
