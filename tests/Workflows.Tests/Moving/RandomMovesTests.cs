using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using LmsWorkflow.Domain;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Random processes, walked to random places, moved to randomly edited versions. What a walk has come to is folded from its stored history again after each step.</summary>
public class RandomMovesTests
{
    const int Drawings = 400;

    /// <summary>Other names and other lengths of time: the plan says what everything becomes, so nothing keeps a case back.</summary>
    [Fact]
    public void A_case_anywhere_moves_to_the_same_drawing_under_other_names_and_comes_to_its_end_there()
    {
        var stoodOn = new HashSet<string>();
        for (var seed = 0; seed < Drawings; seed++)
        {
            var chance = new Random(seed);
            var walk = Somewhere(seed, chance);
            if (walk.State.IsEnded) continue;
            var (text, mapping) = Renamed(RandomDrawing.Of(seed), chance);
            var plan = Plan(walk, Retimed(text), seed, mapping)!;
            foreach (var place in Places(walk)) stoodOn.Add(place);

            MustMove(walk, plan, seed);
            walk.Latest.Should().BeEmpty("drawing {0}: what was at rest is at rest under its new name", seed);
            MustEnd(walk, chance, seed);
        }

        stoodOn.Should().BeEquivalentTo(["task", "loop", "choice", "sub-process", "call", "event sub-process", "join", "timer", "handler's timer"], "cases have stood everywhere");
    }

    /// <summary>Steps taken out, of another kind, with reminders gone or added, and names the plan does not know.</summary>
    [Fact]
    public void Whatever_is_edited_a_case_lands_whole_in_the_new_version_or_stays_with_a_reason()
    {
        var (moved, stayed) = (0, new HashSet<string>());
        for (var seed = 0; seed < Drawings; seed++)
        {
            var chance = new Random(seed);
            var walk = Somewhere(seed, chance);
            if (walk.State.IsEnded || Plan(walk, Edited(RandomDrawing.Of(seed), chance), seed, []) is not { } plan) continue;
            var before = walk.State;
            if (new MoveToVersion(plan).Decide(Context(walk)) is Decision.Refused refused)
            {
                refused.Reasons.Should().NotBeEmpty().And.OnlyContain(reason => reason.Sentence.Nb.Length > 20 && reason.Sentence.Nn.Length > 20);
                stayed.UnionWith(refused.Reasons.Select(reason => reason.Code));
                walk.State.Should().Be(before);
                continue;
            }

            moved++;
            MustMove(walk, plan, seed);
        }

        moved.Should().BeGreaterThan(50);
        stayed.Should().Contain([nameof(StepHasNoTarget), nameof(StepIsOfAnotherKind)]);
    }

    [Theory]
    [InlineData("P3D", "P9D")]
    [InlineData("P9D", "P3D")]
    public void A_timer_that_runs_keeps_the_time_it_was_set_to_and_the_plan_says_so(string was, string now)
    {
        var from = Read(Waiting(was), 1);
        var walk = new Walk(from).Start();
        var due = walk.State.Timers.Single().DueAt;
        var plan = new MovePlan(from, Read(Waiting(now), 2), FormCatalogue.Empty, ImmutableDictionary<string, string>.Empty, "plan", null);
        walk.Environment.Now = walk.Environment.Now.AddDays(1);

        MustMove(walk, plan, 0);

        walk.State.Timers.Single().DueAt.Should().Be(due);
        plan.RunningOn.Single().Sentence.Nb.Should().Be("«Purring» har en annen tid i den nye utgaven. Der den alt løper, går den ut når den skulle.");
    }

    static string Waiting(string time) => "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:lms=\"urn:lmsworkflow:bpmn:1\"><process id=\"p\" isExecutable=\"true\"><startEvent id=\"s\"/><userTask id=\"a\" lms:role=\"koordinator\"/><endEvent id=\"e\"/>"
        + $"<boundaryEvent id=\"t\" name=\"Purring\" attachedToRef=\"a\" cancelActivity=\"false\"><timerEventDefinition><timeDuration>{time}</timeDuration></timerEventDefinition></boundaryEvent><endEvent id=\"u\"/>"
        + "<sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"a\"/><sequenceFlow id=\"g\" sourceRef=\"a\" targetRef=\"e\"/><sequenceFlow id=\"h\" sourceRef=\"t\" targetRef=\"u\"/></process></definitions>";

    /// <summary>Moved, with all that may be said of it then; <see cref="Walk.Latest"/> is what it did by itself afterwards.</summary>
    static void MustMove(Walk walk, MovePlan plan, int seed)
    {
        var before = walk.State;
        var move = new MoveToVersion(plan);
        var facts = move.Decide(Context(walk)).Should().BeOfType<Decision.Accepted>("drawing {0}", seed).Which.Facts;
        facts.Should().ContainSingle().Which.Should().BeOfType<ProcessMigrated>();
        walk.MovedTo(plan.To, facts);
        walk.State.Items.Select(item => (item.Number, item.ElementId, item.Kind, item.Scope, item.OpenedAt, item.Completed))
            .Should().Equal(before.Items.Select(item => (item.Number, plan.IdOf(item.ElementId), item.Kind, item.Scope, item.OpenedAt, item.Completed)));
        walk.State.Waiting.Should().Equal(before.Waiting.Select(token => new WaitingToken(plan.IdOf(token.Gateway), plan.IdOf(token.Flow), token.Scope)));
        walk.State.Next.Should().Be(before.Next, "numbers go on, so that nothing that was can be mistaken for what comes");

        var timers = move.Timers(walk.State, walk.Environment.Now);
        timers.Should().NotContain(step => step.Kind != StepKind.SetTimer && step.Kind != StepKind.ClearTimer);
        walk.MovedTo(plan.To, timers.IsEmpty ? [] : [new ProcessMoved(timers)]);
        foreach (var timer in before.Timers.Where(timer => plan.TargetOf(timer.ElementId) is not null))
            walk.State.Timers.Should().Contain(running => running.Number == timer.Number && running.ElementId == plan.IdOf(timer.ElementId) && running.On == timer.On && running.DueAt == timer.DueAt);
        Positions.MustHold(walk);
        walk.Settle();
        Positions.MustHold(walk);
    }

    static void MustEnd(Walk walk, Random chance, int seed)
    {
        walk.With("omigjen", false).With("ferdig", true);
        for (var step = 0; step < 500 && !walk.State.IsEnded; step++) walk.Finish(chance);
        walk.State.IsEnded.Should().BeTrue("drawing {0} is sound, but {1} is open", seed, string.Join(" ", walk.Open));
    }

    static Walk Somewhere(int seed, Random chance)
    {
        var walk = new Walk(RandomDrawing.Read(seed)).With("tall", seed % 10).With("omigjen", false).With("ferdig", false).Start();
        for (var steps = chance.Next(8); steps > 0 && !walk.State.IsEnded; steps--)
        {
            walk.Environment.Now = walk.Environment.Now.AddHours(5);
            if (chance.Next(3) == 0 && !walk.State.Timers.IsEmpty) walk.FireTimer(walk.State.Timers[chance.Next(walk.State.Timers.Length)].Number);
            else if (chance.Next(6) == 0) walk.Deliver("brev");
            else if (walk.State.UserTasks.ToList() is { Count: > 0 } tasks) walk.CompleteItem(tasks[chance.Next(tasks.Count)].Number);
        }

        return walk.State.IsEnded ? walk : walk.Settle();
    }

    static IEnumerable<string> Places(Walk walk)
    {
        foreach (var item in walk.State.Items)
            yield return walk.Definition[item.ElementId]!.Kind switch
            {
                ElementKind.EventSubProcess => "event sub-process",
                ElementKind.CallActivity => "call",
                _ when item.Kind == ItemKind.Loop => "loop",
                _ when item.Kind == ItemKind.Choice => "choice",
                _ when item.Kind == ItemKind.SubProcess => "sub-process",
                _ => "task",
            };
        if (!walk.State.Waiting.IsEmpty) yield return "join";
        foreach (var timer in walk.State.Timers) yield return walk.Definition[timer.ElementId]!.Kind == ElementKind.StartEvent ? "handler's timer" : "timer";
    }

    /// <summary>Half of all ids are others, but for calls: a case keeps what it called by the id of the call, and is refused another.</summary>
    static (string Text, ImmutableDictionary<string, string> Mapping) Renamed(string text, Random chance)
    {
        var named = Regex.Matches(text, "(?<= id=\")[nf][0-9]+(?=\")").Select(id => id.Value).Where(id => chance.Next(2) == 0 && !text.Contains($"<bpmn:callActivity id=\"{id}\"", StringComparison.Ordinal)).ToImmutableDictionary(id => id, id => "ny_" + id);
        return (Regex.Replace(text, "(?<=\")[nf][0-9]+(?=\")", id => named.GetValueOrDefault(id.Value, id.Value)), named);
    }

    static string Retimed(string text) => text.Replace(">P3D<", ">P9D<", StringComparison.Ordinal).Replace(">R2/P7D<", ">R2/P8D<", StringComparison.Ordinal);

    static string Edited(string text, Random chance) => chance.Next(5) switch
    {
        0 => Regex.Replace(text, "(?<=\")n[0-9]*3(?=\")", id => "ny_" + id.Value),
        1 => text.Replace("userTask", "manualTask", StringComparison.Ordinal).Replace(" lms:role=\"koordinator\"", "", StringComparison.Ordinal),
        2 => WithoutReminders(text),
        3 => Regex.Replace(text, "<bpmn:userTask id=\"(n[0-9]+)\" lms:role=\"koordinator\"></bpmn:userTask>", task => task.Value
            + $"<bpmn:boundaryEvent id=\"minn_{task.Groups[1]}\" attachedToRef=\"{task.Groups[1]}\" cancelActivity=\"false\"><bpmn:timerEventDefinition><bpmn:timeDuration>P2D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>"
            + $"<bpmn:endEvent id=\"minnet_{task.Groups[1]}\"/><bpmn:sequenceFlow id=\"til_{task.Groups[1]}\" sourceRef=\"minn_{task.Groups[1]}\" targetRef=\"minnet_{task.Groups[1]}\"/>"),
        _ => Retimed(text),
    };

    static string WithoutReminders(string text)
    {
        foreach (Match reminder in Regex.Matches(text, "<bpmn:boundaryEvent id=\"(n[0-9]+)\"[^>]*cancelActivity=\"false\">.*?</bpmn:boundaryEvent>"))
        {
            var flow = Regex.Match(text, $"<bpmn:sequenceFlow id=\"f[0-9]+\" sourceRef=\"{reminder.Groups[1]}\" targetRef=\"(n[0-9]+)\"></bpmn:sequenceFlow>");
            text = text.Replace(reminder.Value, "", StringComparison.Ordinal).Replace(flow.Value, "", StringComparison.Ordinal).Replace($"<bpmn:endEvent id=\"{flow.Groups[1]}\"></bpmn:endEvent>", "", StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Null when what was edited cannot be run at all.</summary>
    static MovePlan? Plan(Walk walk, string text, int seed, ImmutableDictionary<string, string> mapping)
    {
        if (BpmnReader.Read(Encoding.UTF8.GetBytes(text), Drawing.Vocabulary, 2).Definition is not { } read) return null;
        var to = DefinitionBinder.Bind(read, site => RandomDrawing.ReadCalled(seed, site.Definition)).Definition!;
        return new(walk.Definition, to, FormCatalogue.Empty, mapping, "plan", null);
    }

    static ProcessDefinition Read(string text, int version) => BpmnReader.Read(Encoding.UTF8.GetBytes(text), Drawing.Vocabulary, version).Definition!;

    static CaseContext Context(Walk walk) => CaseRun.Registered().Context(Koord1, Role.Koordinator) with { Now = walk.Environment.Now, Case = CaseRun.Registered().File with { Process = walk.State } };
}
