using System.Collections.Concurrent;
using System.Text;
using System.Xml.Linq;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>What the proof says of a drawing, held against the engine that runs it.</summary>
public class EngineAgainstProofTests(ITestOutputHelper output)
{
    const int Small = 400;

    public static TheoryData<int> Rounds => [.. Enumerable.Range(0, 4)];

    /// <summary>Small drawings without a plan, driven in every way there is: the proof's answer is what the engine does.</summary>
    [Theory, MemberData(nameof(Rounds))]
    public void The_verdict_is_what_driving_the_engine_every_way_shows(int round)
    {
        var wrong = new ConcurrentBag<string>();
        var (sound, unsound) = (0, 0);
        Parallel.For(round * 250, round * 250 + 250, seed =>
        {
            var sketch = RandomSketch.Of(seed);
            if (Runnable(sketch, seed) is not { Definition: { } definition, Model: { } model }) return;
            var verdict = new SoundnessJudge(new NetBuilder(model, new NoRules()).Build(), 20_000).Judge();
            var engine = new EveryWay(definition);
            if (!verdict.IsDecided || verdict.OptionToComplete.Holds is null || !engine.Explore(Small)) return;
            foreach (var fault in Differs(verdict, engine, model)) wrong.Add($"{seed} {fault}: {sketch}");
            if (IsSound(verdict)) Interlocked.Increment(ref sound);
            else Interlocked.Increment(ref unsound);
        });

        output.WriteLine($"{sound} sound, {unsound} not");
        wrong.Should().BeEmpty();
        sound.Should().BeGreaterThan(5);
        unsound.Should().BeGreaterThan(3);
    }

    static IEnumerable<string> Differs(Soundness verdict, EveryWay engine, BpmnModel model)
    {
        if (IsSound(verdict) && engine.IsStuck) yield return "stuck";
        if (verdict.Safeness.Holds == true && engine.IsCrowded) yield return "crowded";
        if (verdict.NoDeadActivities.Elements.Any(engine.Done.Contains)) yield return "dead, but done";
        if (verdict.Safeness.Holds != true) yield break; // two tokens in one place: what comes of them is not judged further
        if (verdict.OptionToComplete.Holds == true && engine.IsDoomed) yield return "cannot complete";
        if (verdict.OptionToComplete.Holds == false && !engine.IsDoomed) yield return "completes";
        var never = model.Processes.SelectMany(process => process.Elements).Where(element => element.Kind.IsTask() && !engine.Done.Contains(element.Id)).Select(element => element.Id);
        if (verdict.NoDeadActivities.Holds == true && never.FirstOrDefault() is { } dead) yield return $"{dead} is never done";
    }

    /// <summary>Walked at random ten thousand times, whatever the proof calls sound is never stuck: drawings of every element, with structure and without.</summary>
    [Fact]
    public void What_is_called_sound_is_never_stuck_in_ten_thousand_random_walks()
    {
        var stuck = new ConcurrentBag<string>();
        var (walks, drawings, tangles) = (0, 0, 0);
        Parallel.For(0, 2_000, seed =>
        {
            var structured = seed % 50 == 0;
            var result = structured ? Drawing.Text(RandomDrawing.Of(seed)) : seed % 10 == 1 ? Drawing.Text(RandomTangle.Of(seed)) : Runnable(RandomSketch.Of(seed), seed);
            if (result is not { Definition: { } definition, Model: { } model } || !IsSound(new SoundnessJudge(new NetBuilder(model, new NoRules()).Build(), 20_000).Judge())) return;
            Interlocked.Increment(ref structured ? ref drawings : ref tangles);
            var way = new EveryWay(structured ? RandomDrawing.Read(seed) : definition);
            for (var walk = 0; walk < 50; walk++)
            {
                Interlocked.Increment(ref walks);
                if (!way.Wander(new Random(seed * 100 + walk), 60)) stuck.Add($"{seed}, walk {walk}");
            }
        });

        output.WriteLine($"{walks} walks through {drawings} drawings and {tangles} tangles");
        stuck.Should().BeEmpty();
        walks.Should().BeGreaterThanOrEqualTo(10_000);
        drawings.Should().BeGreaterThan(20);
        tangles.Should().BeGreaterThan(50);
    }

    static bool IsSound(Soundness verdict) =>
        verdict is { Safeness.Holds: true, OptionToComplete.Holds: true, ProperCompletion.Holds: true, NoDeadActivities.Holds: true };

    /// <summary>The sketch as a drawing the engine runs: people do the tasks, choices have conditions, every message and signal from outside is its own, and some work is repeated.</summary>
    static ReadResult? Runnable(string sketch, int seed)
    {
        var words = sketch.Split(' ');
        foreach (var edge in words.Where(word => word.Contains(":error@", StringComparison.Ordinal) || word.Contains(":escalate@", StringComparison.Ordinal) || word.Contains(":escalate~", StringComparison.Ordinal)))
            if (!IsThrown(edge, words)) return null;
        if (words.Any(word => word.EndsWith(":throw", StringComparison.Ordinal))) return null; // a signal thrown inside is heard at once; the proof lets time pass
        if (words.Count(word => word.Contains('~', StringComparison.Ordinal)) > 1) return null; // handlings that meet: to the proof each is a scope of its own
        var chance = new Random(seed);
        var drawing = XDocument.Parse(Sketch.Xml(sketch));
        XNamespace model = BpmnNames.Model;
        var next = 0;
        foreach (var node in drawing.Descendants().ToList())
        {
            switch (node.Name.LocalName)
            {
                case "task" or "userTask" or "callActivity":
                    node.Name = model + "userTask";
                    node.SetAttributeValue(BpmnNames.Lms + "role", "koordinator");
                    if (Repeated(chance, model) is { } often) node.AddFirst(often);
                    break;
                case "subProcess" when node.Attribute("triggeredByEvent") is null:
                    if (Repeated(chance, model) is { } again) node.AddFirst(again);
                    break;
                case "messageEventDefinition" or "signalEventDefinition":
                    var kind = node.Name.LocalName[..^"EventDefinition".Length];
                    node.SetAttributeValue(kind + "Ref", $"w{++next}");
                    drawing.Root!.AddFirst(new XElement(model + kind, new XAttribute("id", $"w{next}"), new XAttribute("name", $"w{next}")));
                    break;
                case "errorEventDefinition":
                    node.SetAttributeValue("errorRef", "e1");
                    break;
                case "escalationEventDefinition":
                    node.SetAttributeValue("escalationRef", "k1");
                    break;
                case "exclusiveGateway" or "inclusiveGateway":
                    var flows = drawing.Descendants(model + "sequenceFlow").Where(flow => flow.Attribute("sourceRef")!.Value == node.Attribute("id")!.Value).ToList();
                    if (flows.Count < 2) break;
                    node.SetAttributeValue("default", flows[0].Attribute("id")!.Value);
                    foreach (var flow in flows.Skip(1)) flow.Add(new XElement(model + "conditionExpression", "ferdig"));
                    break;
            }
        }

        foreach (var flow in drawing.Descendants(model + "sequenceFlow").ToList())
            if (GoesOnAtOnce(drawing, flow)) Rest(flow, model);
        drawing.Root!.AddFirst(new XElement(model + "error", new XAttribute("id", "e1"), new XAttribute("errorCode", "FEIL")), new XElement(model + "escalation", new XAttribute("id", "k1"), new XAttribute("escalationCode", "HJELP")));
        var result = BpmnReader.Read(Encoding.UTF8.GetBytes(drawing.ToString()), Drawing.Vocabulary);
        return CheckRun.Of(result).Any(finding => finding is { Check: "connected", Severity: Severity.Error }) ? null : result;
    }

    /// <summary>The engine goes from rest to rest, and the proof step by step: what begins or forks comes to rest, so that they see the same.</summary>
    static bool GoesOnAtOnce(XDocument drawing, XElement flow)
    {
        var from = flow.Attribute("sourceRef")!.Value;
        var source = drawing.Descendants().First(element => element.Attribute("id")?.Value == from).Name.LocalName;
        return source == "startEvent" || (source is not ("exclusiveGateway" or "eventBasedGateway") && drawing.Descendants(flow.Name).Count(other => other.Attribute("sourceRef")!.Value == from) > 1);
    }

    static void Rest(XElement flow, XNamespace model)
    {
        var id = flow.Attribute("id")!.Value + "_hvile";
        flow.AddAfterSelf(
            new XElement(model + "userTask", new XAttribute("id", id), new XAttribute(BpmnNames.Lms + "role", "koordinator")),
            new XElement(flow.Name, new XAttribute("id", id + "_videre"), new XAttribute("sourceRef", id), new XAttribute("targetRef", flow.Attribute("targetRef")!.Value)));
        flow.SetAttributeValue("targetRef", id);
    }

    /// <summary>Work that can fail in ways nobody drew is the proof's supposition, not the engine's.</summary>
    static bool IsThrown(string edge, string[] words)
    {
        var host = edge[(edge.LastIndexOfAny(['@', '~']) + 1)..];
        var kinds = edge.Contains(":error", StringComparison.Ordinal) ? (string[])[":error"] : [":escalation", ":escalate"];
        return words.Any(word => word.StartsWith(host + "/", StringComparison.Ordinal) && kinds.Any(kind => word.EndsWith(kind, StringComparison.Ordinal)));
    }

    static XElement? Repeated(Random chance, XNamespace model) => chance.Next(8) switch
    {
        0 => new XElement(model + "multiInstanceLoopCharacteristics", new XElement(model + "loopCardinality", "2")),
        1 => new XElement(model + "multiInstanceLoopCharacteristics", new XAttribute("isSequential", "true"), new XElement(model + "loopCardinality", "2")),
        2 => new XElement(model + "standardLoopCharacteristics", new XElement(model + "loopCondition", "omigjen")),
        _ => null,
    };
}
