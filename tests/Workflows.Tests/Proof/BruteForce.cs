using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>
/// The engine itself, driven in every way by people who do what their open tasks are for, by timers and by what comes from outside, while <c>passGate</c> always succeeds.
/// The oracle the proof is held against: it shares nothing with it.
/// </summary>
sealed partial class BruteForce
{
    readonly ProcessDefinition definition;
    readonly ImmutableArray<(string Name, bool IsSignal)> outside;
    readonly bool choosesFreely;
    readonly Phase first;

    BruteForce(ProcessDefinition definition, CaseFlow flow)
    {
        first = PhaseMachine.FirstPhase(flow);
        this.definition = definition;
        var thrown = definition.Elements.Where(element => element is { Trigger: Trigger.Signal, Kind: ElementKind.ThrowEvent }).Select(element => element.EventName).ToHashSet();
        outside =
        [
            .. definition.Elements.Where(element => element.Kind is ElementKind.BoundaryEvent or ElementKind.CatchEvent && element.EventName is not null && !element.EventName.EndsWith(".reopened", StringComparison.Ordinal)
                && element.Trigger is Trigger.Message or Trigger.Signal && !(element.Trigger == Trigger.Signal && thrown.Contains(element.EventName)))
                .Select(element => (element.EventName!, element.Trigger == Trigger.Signal)).Distinct(),
        ];
        choosesFreely = definition.Elements.Any(element => element.Outgoing.Any(flow => flow.Condition?.Variables.Contains("free") == true));
    }

    /// <summary>Null when the engine cannot run it.</summary>
    public static BruteForce? Of(XDocument drawing) => BpmnReader.Read(Bytes(Asked(drawing)), Vocabulary) is { Definition: { } definition, Model.Driving.Flow: var flow } ? new(definition, flow) : null;

    public static byte[] Bytes(XDocument drawing)
    {
        using var stream = new MemoryStream();
        drawing.Save(stream);
        return stream.ToArray();
    }

    /// <summary>
    /// Where a task waits for the guard's word or for the work of its own, it waits for its own people; where a flow asks about anything but gates, either answer will do.
    /// </summary>
    static XDocument Asked(XDocument drawing)
    {
        var copy = new XDocument(drawing);
        foreach (var task in copy.Descendants(BpmnNames.Model + "userTask"))
            if (task.Attribute(BpmnNames.Lms + "done") is { } done)
                done.Value = Variable().Replace(done.Value, match => IsAnswered(match.Value) && !(IsSignOff(task) && match.Value.EndsWith(".ready", StringComparison.Ordinal)) ? match.Value : $"own.{task.Id()}");
        foreach (var condition in copy.Descendants(BpmnNames.Model + "conditionExpression"))
            condition.Value = Variable().Replace(condition.Value, match => IsAnswered(match.Value) ? match.Value : "free");
        return copy;
    }

    static bool IsSignOff(XElement task) => task.LmsAttribute("kind") == "signOff";

    static bool IsAnswered(string word) => word is "true" or "false" or "not" or "and" or "or" || word.StartsWith("gate.", StringComparison.Ordinal);

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_.]*")]
    private static partial Regex Variable();

    static readonly ProcessVocabulary Vocabulary = new(
        name => name == "free" || name.StartsWith("own.", StringComparison.Ordinal) ? FeelType.Boolean : CaseVariables.TypeOf(name), CaseWorkflow.Vocabulary.Actions);

    /// <summary>Something somebody does, or that happens.</summary>
    public sealed record Deed(string Element, string What, Action<SimulatedCase> Does, string? Owns, int Completes = 0, int Fires = 0, string? Delivers = null, bool IsSignal = false)
    {
        public bool Free { get; init; }

        /// <summary>It concerns nothing but its own step, so others need not be tried before it.</summary>
        public bool IsPlain { get; init; }

        public override string ToString() => $"{What} {Element}";
    }

    /// <summary>A resting point: where the process is, how the case stands, and what went wrong on the way in.</summary>
    public sealed record Rest(ProcessState Process, SimulatedCase Case, Wrong Wrong, string? WrongAt, ImmutableArray<string> Done)
    {
        public string Key { get; } = KeyOf(Process) + Case.Key;

        public bool IsStuck => Process.StuckItems.Any();

        static string KeyOf(ProcessState process)
        {
            var order = process.Items.OrderBy(item => item.ElementId, StringComparer.Ordinal).ThenBy(item => item.Number).ToList();
            int At(int number) => order.FindIndex(item => item.Number == number);
            return string.Join(';', order.Select(item => $"{item.ElementId}{(item.IsStuck ? "!" : "")}@{At(item.Scope)}")) + "|"
                + string.Join(';', process.Waiting.Select(token => $"{token.Flow}@{At(token.Scope)}").Order(StringComparer.Ordinal)) + "|"
                + string.Join(';', process.Timers.Select(timer => $"{timer.ElementId}@{At(timer.On)}").Order(StringComparer.Ordinal)) + "|";
        }
    }

    /// <summary>The shortest way to something wrong, or null; how many resting points were looked at, and whether these were all.</summary>
    public (Rest? Found, ImmutableArray<Deed> Way, int Rests, bool IsWhole) FirstWrong(Func<Phase, bool> closely, int most)
    {
        var start = Begin(guarded: false);
        var from = new Dictionary<string, (string? Before, Deed? By)> { [start.Key] = (null, null) };
        var ahead = new Queue<Rest>([start]);
        if (start.Wrong != Wrong.None) return (start, [], 1, true);
        while (ahead.TryDequeue(out var rest))
        {
            foreach (var deed in Worth(rest, closely))
            {
                var next = After(rest, deed, guarded: false);
                if (next.Wrong != Wrong.None) return (next, [.. Way(from, rest.Key), deed], from.Count, true);
                if (IsCrowded(next) || !from.TryAdd(next.Key, (rest.Key, deed))) continue;
                if (from.Count > most) return (null, [], from.Count, false);
                ahead.Enqueue(next);
            }
        }

        return (null, [], from.Count, true);
    }

    static List<Deed> Way(Dictionary<string, (string? Before, Deed? By)> from, string key)
    {
        List<Deed> way = [];
        for (var (before, by) = from[key]; by is not null; (before, by) = from[before!]) way.Add(by);
        way.Reverse();
        return way;
    }

    /// <summary>Where nothing was changed in the drawing the case goes straight on.</summary>
    IEnumerable<Deed> Worth(Rest rest, Func<Phase, bool> closely)
    {
        var all = Deeds(rest);
        var phase = rest.Case.Phase;
        if (!closely(phase) && !closely(phase + 1)) return [.. all.Where(deed => !IsReopening(deed)).Take(1), .. all.Where(deed => IsReopening(deed) && closely(phase - 1))];
        if (!closely(phase)) return [.. all.Where(deed => !IsReopening(deed)).Take(1).SelectMany(Freely)];
        var plain = all.Find(deed => deed.IsPlain);
        return all.Where(deed => !deed.IsPlain || deed == plain).SelectMany(Freely);
    }

    static bool IsReopening(Deed deed) => deed.What.StartsWith("reopen", StringComparison.Ordinal);

    IEnumerable<Deed> Freely(Deed deed) => choosesFreely ? [deed, deed with { Free = true }] : [deed];

    /// <summary>More of the same than anything new can come of, or round in circles.</summary>
    static bool IsCrowded(Rest rest) => rest.Process.StuckItems.Any(item => item.Stuck.Contains(StuckReasons.TooManySteps)) || rest.Process.Items.GroupBy(item => item.ElementId).Any(same => same.Count() > 2);

    /// <summary>A walk that does nothing but what a counter-example names, to where it goes wrong.</summary>
    public (Rest Found, ImmutableArray<Deed> Way)? Follow(ImmutableArray<string> path, int most = 20_000)
    {
        HashSet<string> named = [.. path];
        var seen = new HashSet<string>();
        var way = new Stack<Deed>();
        Rest? found = null;
        bool Go(Rest rest, int at)
        {
            if (rest.Wrong != Wrong.None && named.Contains(rest.WrongAt!)) return (found = rest) is not null;
            if (rest.Wrong != Wrong.None || seen.Count > most || !seen.Add(rest.Key) || IsCrowded(rest) || way.Count > 150) return false;
            int Distance(Deed deed) => at < path.Length && path.IndexOf(deed.Element, at) is var next && next >= 0 ? next : path.Length;
            foreach (var deed in Deeds(rest, anyTimer: true).Where(deed => named.Contains(deed.Element)).SelectMany(Freely).OrderBy(Distance))
            {
                var next = After(rest, deed, guarded: false);
                if (!next.Done.All(named.Contains)) continue;
                way.Push(deed);
                if (Go(next, next.Done.Contains(deed.Element) && Distance(deed) < path.Length ? Distance(deed) + 1 : at)) return true;
                way.Pop();
            }

            return false;
        }

        return Go(Begin(guarded: false), 0) ? (found!, [.. way.Reverse()]) : null;
    }

    /// <summary>The same deeds with the guard in its place, and on from there: true when the process is stuck or the deed is refused.</summary>
    public bool IsHeldBack(ImmutableArray<Deed> way)
    {
        var rest = Begin(guarded: true);
        for (var step = 0; step < way.Length + 60; step++)
        {
            if (rest.IsStuck) return true;
            var possible = Deeds(rest, anyTimer: true);
            var deed = step < way.Length ? possible.Find(other => (other.Element, other.What) == (way[step].Element, way[step].What)) : possible.Find(other => !IsReopening(other));
            if (deed is null) continue;
            if (IsRefused(rest.Case, deed)) return true;
            rest = After(rest, deed with { Free = step < way.Length && way[step].Free }, guarded: true);
            if (rest.Wrong != Wrong.None && rest.Wrong != Wrong.OutOfTurn) return false;
        }

        return rest.IsStuck;
    }

    /// <summary>Texts are frozen and signed in the phase they belong to.</summary>
    bool IsRefused(SimulatedCase @case, Deed deed) =>
        deed.What is "freeze" or "sign Fag" or "sign Bruker" && definition[deed.Element]!.Lms.Gate is { } gate && @case.Phase != PhaseMachine.Move(gate).From;

    public Rest Begin(bool guarded)
    {
        var state = new ProcessState { Definition = definition.Id, DefinitionVersion = 1, ContentHash = definition.ContentHash, ProcessId = definition.Id, StartedAt = Now };
        var @case = new SimulatedCase(first);
        var environment = new Environment(this, @case, null, false, guarded);
        return Folded(state, environment, ProcessEngine.Start(definition, state, environment), @case.Phase, Wrong.None, null);
    }

    public Rest After(Rest rest, Deed deed, bool guarded)
    {
        var @case = rest.Case.Copy();
        var owed = deed.What.StartsWith("sign", StringComparison.Ordinal) && @case.OwesJointWork(definition[deed.Element]!.Lms.Gate!.Value);
        deed.Does(@case);
        var environment = new Environment(this, @case, deed.Owns, deed.Free, guarded);
        var phase = @case.Phase;
        var facts = deed switch
        {
            { Completes: > 0 } => ProcessEngine.CompleteItem(definition, rest.Process, environment, deed.Completes),
            { Fires: > 0 } => ProcessEngine.FireTimer(definition, rest.Process, environment, deed.Fires),
            { Delivers: { } name, IsSignal: true } => ProcessEngine.BroadcastSignal(definition, rest.Process, environment, name),
            { Delivers: { } name } => ProcessEngine.DeliverMessage(definition, rest.Process, environment, name),
            _ => ProcessEngine.Settle(definition, rest.Process, environment),
        };
        return Folded(rest.Process, environment, facts, phase, owed ? Wrong.NoJointWork : Wrong.None, owed ? deed.Element : null);
    }

    static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    Rest Folded(ProcessState state, Environment environment, ImmutableArray<Fact> facts, Phase phase, Wrong wrong, string? at)
    {
        var done = ImmutableArray.CreateBuilder<string>();
        foreach (var fact in facts)
        {
            if (fact is GatePassed passed) phase = PhaseMachine.Move(passed.Gate).To;
            if (fact is ProcessStuck stuck) state = Stuck(state, stuck);
            if (fact is not ProcessMoved moved) continue;
            foreach (var step in moved.Steps)
            {
                if (step.Kind == StepKind.Open && definition[step.Element!] is { Kind: ElementKind.SubProcess, Lms.Phase: { } entered } && entered != phase && wrong == Wrong.None)
                    (wrong, at) = (Wrong.OutOfTurn, step.Element);
                if (step.Kind == StepKind.Close && state.Find(step.Item) is { Kind: ItemKind.UserTask } closed) done.Add(closed.ElementId);
                state = state.After([step], Now);
            }
        }

        foreach (var task in done) Together(environment.Case, definition[task]!);
        if (wrong != Wrong.NoJointWork && environment.Wrong != Wrong.None) (wrong, at) = (environment.Wrong, environment.WrongAt);
        return new(state, environment.Case, wrong, at, [.. done, .. environment.Performed]);
    }

    static ProcessState Stuck(ProcessState state, ProcessStuck stuck)
    {
        var position = new ProcessPosition(state);
        position.Stick(stuck.Item, stuck.ReasonCodes);
        return position.Rest();
    }

    static void Together(SimulatedCase @case, ProcessElement task)
    {
        if (!task.Lms.Roles.HasFlag(TaskRoles.Fagperson | TaskRoles.Brukerrepresentant) || task.Lms.Work is not ("revise" or "dialogue" or "document" or null)) return;
        if (task.Lms.Gate is { } gate) @case.WorkedTogether(gate);
        else foreach (var of in Edited(task)) @case.WorkedTogether(of);
    }

    static IEnumerable<Gate> Edited(ProcessElement task) => task.Lms.Documents.Select(GateDocuments.GateOf).OfType<Gate>().Distinct();

    /// <summary>What can be done or happen, what leads onwards first.</summary>
    public List<Deed> Deeds(Rest rest, bool anyTimer = false)
    {
        List<Deed> deeds = [];
        foreach (var item in rest.Process.Items)
            if (item is { Kind: ItemKind.UserTask, IsStuck: false }) deeds.AddRange(ByPeople(item, definition[item.ElementId]!, rest.Case));
        deeds.AddRange(rest.Process.Timers.Where(timer => anyTimer || !rest.Process.Timers.Any(other => other.On == timer.On && other.DueAt < timer.DueAt))
            .Select(timer => new Deed(timer.ElementId, "timer", _ => { }, null, Fires: timer.Number)));
        deeds.AddRange(Reopenings(rest));
        for (var at = 0; at < outside.Length; at++)
            if ((rest.Case.Heard >> at & 1) == 0 && Catcher(rest.Process, outside[at].Name) is { } catcher)
            {
                var heard = 1 << at;
                deeds.Add(new(catcher.Id, "hear", @case => @case.Heard |= heard, null, Delivers: outside[at].Name, IsSignal: outside[at].IsSignal));
            }

        return deeds;
    }

    IEnumerable<Deed> Reopenings(Rest rest)
    {
        if ((rest.Case.Heard & 1 << 20) != 0) yield break;
        foreach (var gate in (Gate[])[Gate.G1, Gate.G2, Gate.G3, Gate.G4])
            if (PhaseMachine.Move(gate).To == rest.Case.Phase && rest.Case.Phase > first)
                foreach (var byObjection in (bool[])[false, true])
                    yield return new(Catcher(rest.Process, $"gate.{gate}.reopened")?.Id ?? rest.Process.Items.Select(item => definition[item.ElementId]!).FirstOrDefault(element => element.Lms.Phase is not null)?.Id ?? "", byObjection ? "reopen by objection" : "reopen", @case =>
                    {
                        @case.Reopen(gate, byObjection);
                        @case.Heard |= 1 << 20;
                    }, null, Delivers: $"gate.{gate}.reopened");
    }

    ProcessElement? Catcher(ProcessState process, string name) => process.Items.Select(item => definition[item.ElementId]!)
        .SelectMany(element => element.Boundaries.Append(element)).FirstOrDefault(element => element.EventName == name);

    static IEnumerable<Deed> ByPeople(ProcessItem item, ProcessElement task, SimulatedCase @case)
    {
        var completes = task.Lms.Done is null ? item.Number : 0;
        Deed Doing(string what, Action<SimulatedCase> does, bool finishes = true) => new(task.Id, what, does, finishes ? task.Id : null, finishes ? completes : 0);
        switch (task.Lms)
        {
            case { Work: "signOff", Gate: { } gate }:
                return Signing(task, gate, @case, Doing);
            case { Work: "freeze", Gate: { } gate }:
                return Objecting([Doing("freeze", now => now.Freeze(gate))], task, gate, @case, Doing);
            case { Work: "dialogue", Gate: { } gate }:
                return [Doing("withdraw", now => now.Withdraw(gate)), Doing("agree", now => now.AgreeOnNewText(gate)), Doing("escalate", now => now.Escalate(gate))];
            case { Work: "escalation", Gate: { } gate }:
                return [Doing("dissent", now => now.Withdraw(gate)), Doing("guide", now => now.ReturnWithGuidance(gate))];
            case { Work: "decision", Gate: { } gate, Roles: var roles } when roles.HasFlag(TaskRoles.Leder):
                return [Doing("decide", now => now.Decide(gate))];
            case { Work: "revise" or "document" or null } when Edited(task).Any():
                return Editing(task, @case, Doing);
            default:
                return [Doing("work", _ => { }) with { IsPlain = true }];
        }
    }

    static IEnumerable<Deed> Signing(ProcessElement task, Gate gate, SimulatedCase @case, Func<string, Action<SimulatedCase>, bool, Deed> doing)
    {
        foreach (var side in task.Lms.Sides)
            if (@case.IsFrozen(gate) && !@case.IsObjected(gate) && !@case.HasSigned(gate, side, task.Lms.Documents))
                yield return doing($"sign {side}", now => now.Sign(gate, side, task.Lms.Documents), false);
        if (@case.IsReturned(gate) || @case.IsObjected(gate) || IsSignedBy(task, gate, @case)) yield return doing("finish", _ => { }, true);
        if (@case.IsFrozen(gate)) yield return doing("ask for change", now => now.AskForChange(gate), false);
        if (!@case.IsObjected(gate)) yield return doing("object", now => now.Object(gate), false);
    }

    static bool IsSignedBy(ProcessElement task, Gate gate, SimulatedCase @case) =>
        @case.IsFrozen(gate) && !@case.IsObjected(gate) && task.Lms.Sides.All(side => @case.HasSigned(gate, side, task.Lms.Documents));

    static IEnumerable<Deed> Objecting(IEnumerable<Deed> deeds, ProcessElement task, Gate gate, SimulatedCase @case, Func<string, Action<SimulatedCase>, bool, Deed> doing) =>
        @case.IsObjected(gate) || task.Lms.Done is null ? deeds : [.. deeds, doing("object", now => now.Object(gate), false)];

    static IEnumerable<Deed> Editing(ProcessElement task, SimulatedCase @case, Func<string, Action<SimulatedCase>, bool, Deed> doing)
    {
        ImmutableArray<Gate> gates = [.. Edited(task)];
        void Edit(SimulatedCase now)
        {
            foreach (var gate in gates) now.Edit(gate);
        }

        var frozen = gates.Any(@case.IsFrozen);
        yield return doing("edit", Edit, true) with { IsPlain = !frozen && task.Lms.Gate is null };
        if (frozen) yield return doing("begin to edit", Edit, false);
    }

    /// <summary>The case as the engine asks it.</summary>
    sealed class Environment(BruteForce walk, SimulatedCase @case, string? own, bool free, bool guarded) : IProcessEnvironment
    {
        public SimulatedCase Case => @case;
        public Wrong Wrong { get; private set; }
        public string? WrongAt { get; private set; }
        public List<string> Performed { get; } = [];
        public DateTimeOffset Now => BruteForce.Now;

        public FeelValue Value(string name)
        {
            if (name == "free") return FeelValue.Of(free);
            if (name.StartsWith("own.", StringComparison.Ordinal)) return FeelValue.Of(IsDone(name[4..]));
            var parts = name.Split('.');
            return @case.Ask(Enum.Parse<Gate>(parts[1]), parts[2]);
        }

        bool IsDone(string task) => walk.definition[task]!.Lms is { Work: "signOff", Gate: { } gate } ? IsSignedBy(walk.definition[task]!, gate, @case) : own == task;

        public ActionOutcome Perform(ProcessElement serviceTask)
        {
            var wrong = serviceTask.Lms switch
            {
                { Action: "passGate", Gate: { } gate } when @case.Phase != PhaseMachine.Move(gate).From => Wrong.OutOfTurn,
                { Action: "passGate", Gate: { } gate } when !@case.IsSigned(gate) => Wrong.Unsigned,
                { Action: "closeCase" } when @case.Phase != Phase.Ended => Wrong.OutOfTurn,
                _ => Wrong.None,
            };
            if (guarded && wrong != Wrong.None) return new ActionOutcome.StuckBecause([wrong.ToString()]);
            if (Wrong == Wrong.None) (Wrong, WrongAt) = (wrong, serviceTask.Id);
            if (serviceTask.Lms.Action == "passGate") Performed.Add(serviceTask.Id);
            if (serviceTask.Lms is not { Action: "passGate", Gate: { } passed }) return new ActionOutcome.Done([]);
            @case.Pass(passed);
            return new ActionOutcome.Done([new GatePassed(passed, null)]);
        }

        public DateTimeOffset Due(DueRule rule) => DueCalendar.Due(rule, Now);
    }
}
