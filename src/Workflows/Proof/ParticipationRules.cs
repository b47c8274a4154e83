using System.Collections.Frozen;
using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// What sign-offs, gates and phases do to what is tracked. Conditions about gates are weighed by it, so that a refused sign-off goes where the drawing leads it; every
/// other condition is unknown. <c>docs/engine/proof.md</c> argues that a drawing which passes here cannot lead a case around either side.
/// </summary>
/// <param name="likely">
/// Of a text nothing is known of, what is most likely is taken for certain: that nobody has frozen it, sent it back or objected. Too little for a proof; a path found so is one people recognise.
/// </param>
sealed class ParticipationRules(ProcessModel process, bool likely = false) : INetRules
{
    /// <summary>Work on a text that is already written about something else than its words.</summary>
    static readonly FrozenSet<string> DoesNotEdit = new[]
    {
        "signOff", "freeze", "budget", "announcement", "decision", "contactSigner", "dialogue", "escalation", "announce", "readiness", "evaluation", "collaboration", "meeting", "run",
    }.ToFrozenSet();

    public static Phase FirstPhase(CaseFlow flow) => PhaseMachine.FirstPhase(flow);

    public NetRule? Begins(ProcessModel begun) => new(_ => Tracked.At(FirstPhase(process.Flow)).Word, 0, Everything, 0);

    public (bool, NetRule?) Choice(IReadOnlyList<FeelExpression> holding, IReadOnlyList<FeelExpression> failing)
    {
        var (possible, _) = new NoRules().Choice(holding, failing);
        if (!possible || !holding.Concat(failing).Any(condition => condition.Variables.Any(GateVariable.IsOne))) return (possible, null);
        return (true, Remembered(Reading(holding.Concat(failing)), 0, tracked => holding.All(condition => !Weighed(condition, tracked).IsFalse) && failing.All(condition => !Weighed(condition, tracked).IsTrue) ? tracked : null));
    }

    public IEnumerable<NetRule?> Completions(ProcessElement task) => task switch
    {
        { Kind: ElementKind.UserTask, Lms: { Work: "signOff", Gate: { } gate } } => SignOff(task, gate),
        { Kind: ElementKind.UserTask, Lms: { Work: "freeze", Gate: { } gate } } => Freezing(task, gate),
        { Kind: ElementKind.UserTask, Lms: { Work: "decision", Gate: { } gate } } when task.Lms.Roles.HasFlag(TaskRoles.Leder) => [Rule(0, Part(gate), tracked => tracked.Decided(gate))],
        { Kind: ElementKind.UserTask } => [Work(task), .. Overtaken(task)],
        { Kind: ElementKind.ServiceTask, Lms: { Action: "passGate", Gate: { } gate } } => [Rule(Part(gate) | PhasePart, Part(gate) | PhasePart, tracked => Pass(tracked, gate))],
        { Kind: ElementKind.ServiceTask, Lms.Action: "closeCase" } => [Rule(PhasePart, 0, tracked => tracked.Phase == Phase.Ended ? tracked : tracked.Broken(Breach.ClosedEarly, (int)tracked.Phase))],
        _ => [null],
    };

    public NetRule? Enters(ProcessElement scope) => scope.Lms.Phase is { } phase
        ? Rule(PhasePart, 0, tracked => tracked.Phase == phase ? tracked : tracked.Broken(Breach.PhaseOutOfTurn, (int)phase)) : null;

    public NetRule? Catches(ProcessElement happening) =>
        happening.Trigger == Trigger.Message && Reopened(happening.EventName) is { } gate ? Reopens(gate) : null;

    /// <summary>A passed gate may close again while the phase after it goes on (R35, R86, N3), also where the drawing has not foreseen it. A gate the case never passes itself cannot (R141).</summary>
    public IEnumerable<(ProcessElement Where, NetRule Rule)> Surroundings(BpmnModel model) =>
        from gate in (Gate[])[Gate.G1, Gate.G2, Gate.G3, Gate.G4]
        where PhaseMachine.Applies(gate, process.Flow)
        from element in process.Elements
        where element.Lms.Phase == PhaseMachine.Move(gate).To && element.Kind.IsScope() && !IsForeseen(element, gate)
        select (element, Reopens(gate));

    IEnumerable<NetRule?> SignOff(ProcessElement task, Gate gate)
    {
        var counts = GateDocuments.Of(gate).All(task.Lms.Documents.Contains);
        ImmutableArray<Side> sides = counts ? task.Lms.Sides : [];
        foreach (var standing in (TextStanding[])[TextStanding.Frozen, TextStanding.Returned, TextStanding.Objected])
        {
            if (task.Lms.Done is { } done && Weighed(done, new Tracked(0).Signed(gate, Side.Fag).Signed(gate, Side.Bruker).Standing(gate, standing)).IsFalse) continue;
            if (likely && standing == TextStanding.Frozen)
            {
                yield return Remembered(Part(gate), Part(gate), tracked => tracked.Standing(gate) != TextStanding.Frozen ? null
                    : tracked.OwesJointWork(gate) ? tracked.Broken(Breach.NoJointWork, (int)gate) : sides.Aggregate(tracked, (now, side) => now.Signed(gate, side)));
                continue;
            }

            yield return Rule(Part(gate), Part(gate), tracked => tracked.OwesJointWork(gate) ? tracked.Broken(Breach.NoJointWork, (int)gate)
                : standing == TextStanding.Frozen ? sides.Aggregate(tracked.Standing(gate, standing), (now, side) => now.Signed(gate, side))
                : tracked.Unsigned(gate).Standing(gate, standing).Owing(gate, true));
        }

        if (EndsUnsigned(task, gate)) yield return Rule(Part(gate), Part(gate), tracked => tracked.Standing(gate, TextStanding.Frozen));
    }

    /// <summary>What it waits for may hold although nobody has signed.</summary>
    bool EndsUnsigned(ProcessElement task, Gate gate) =>
        task.Lms.Done is { } done && !Weighed(done, new Tracked(0).Standing(gate, TextStanding.Frozen)).IsFalse;

    /// <summary>An objection may come before the text is frozen, and ends the step where the drawing says so.</summary>
    IEnumerable<NetRule?> Freezing(ProcessElement task, Gate gate)
    {
        yield return Rule(0, Part(gate), tracked => tracked.Unsigned(gate).Standing(gate, TextStanding.Frozen));
        if (task.Lms.Done is { } done && Weighed(done, new Tracked(0).Standing(gate, TextStanding.Objected)).IsTrue)
            yield return Rule(0, Part(gate), tracked => tracked.Unsigned(gate).Standing(gate, TextStanding.Objected));
    }

    /// <summary>While somebody works on in a phase whose gate is passed already, the gate may close again.</summary>
    IEnumerable<NetRule?> Overtaken(ProcessElement task) =>
        from gate in (Gate[])[Gate.G1, Gate.G2, Gate.G3, Gate.G4]
        where task.Phase == PhaseMachine.Move(gate).From && AfterGate(gate).Contains(task)
        select Reopens(gate);

    readonly Dictionary<Gate, HashSet<ProcessElement>> after = [];

    HashSet<ProcessElement> AfterGate(Gate gate)
    {
        if (after.TryGetValue(gate, out var reached)) return reached;
        after[gate] = reached = [];
        var ahead = new Stack<ProcessElement>(process.Elements.Where(element => element.Lms is { Action: "passGate" } lms && lms.Gate == gate));
        while (ahead.TryPop(out var element))
            foreach (var flow in element.Outgoing)
                if (flow.Target.Phase == element.Phase && reached.Add(flow.Target)) ahead.Push(flow.Target);
        return reached;
    }

    /// <summary>Editing takes sign-offs away, and a text that was frozen is so no longer (R83); joint work settles what a refusal owes.</summary>
    static NetRule? Work(ProcessElement task)
    {
        ImmutableArray<Gate> edits = task.Lms.Work is { } work && DoesNotEdit.Contains(work) ? [] : [.. GatesOf(task.Lms.Documents)];
        ImmutableArray<Gate> settles = IsJoint(task) ? task.Lms.Gate is { } gate ? [gate] : edits : [];
        var unclear = task.Lms is { Work: "dialogue" or "escalation", Gate: not null } ? task.Lms.Gate : null;
        if (edits.IsEmpty && settles.IsEmpty && unclear is null) return null;
        var clears = edits.Concat(settles).Aggregate(0, (all, gate) => all | Part(gate));
        return new(Rule(0, 0, tracked =>
        {
            foreach (var edited in edits) tracked = tracked.Unsigned(edited).Standing(edited, TextStanding.Unknown);
            foreach (var settled in settles) tracked = tracked.Owing(settled, false);
            return unclear is { } open ? tracked.Unsigned(open).Standing(open, TextStanding.Unknown) : tracked;
        }).Apply, 0, unclear is { } written ? Part(written) : 0, clears);
    }

    static bool IsJoint(ProcessElement task) =>
        task.Lms.Roles.HasFlag(TaskRoles.Fagperson | TaskRoles.Brukerrepresentant) && task.Lms.Work is "revise" or "dialogue" or "document" or null;

    static IEnumerable<Gate> GatesOf(ImmutableArray<DocumentKind> documents) => documents.Select(GateDocuments.GateOf).OfType<Gate>().Distinct();

    static Tracked Pass(Tracked tracked, Gate gate)
    {
        var move = PhaseMachine.Move(gate);
        if (tracked.Phase != move.From) return tracked.Broken(Breach.GateOutOfTurn, (int)gate);
        if (GateDocuments.Of(gate).IsEmpty) return tracked.IsDecided(gate) ? tracked.Cleared(gate).In(move.To) : tracked.Broken(Breach.NotDecided, (int)gate);
        if (tracked.Standing(gate) is TextStanding.Returned or TextStanding.Objected) return tracked.Broken(Breach.Refused, (int)gate);
        return tracked.HasSigned(gate, Side.Fag) && tracked.HasSigned(gate, Side.Bruker) ? tracked.Cleared(gate).In(move.To) : tracked.Broken(Breach.NotSigned, (int)gate);
    }

    static NetRule Reopens(Gate gate) => Remembered(PhasePart, Everything, tracked => Reopen(tracked, gate));

    /// <summary>Back to the phase before; what comes after will be done anew.</summary>
    static Tracked? Reopen(Tracked tracked, Gate gate)
    {
        if (tracked.Phase != PhaseMachine.Move(gate).To) return null;
        for (var later = gate; later <= Gate.G4b; later++) tracked = tracked.Forgotten(later);
        return tracked.In(PhaseMachine.Move(gate).From).Reopened(gate).Standing(gate, TextStanding.Returned).Owing(gate, true);
    }

    static Gate? Reopened(string? message) => message is not null && message.StartsWith("gate.", StringComparison.Ordinal) && message.EndsWith(".reopened", StringComparison.Ordinal)
        && Enum.TryParse<Gate>(message["gate.".Length..^".reopened".Length], out var gate) ? gate : null;

    static bool IsForeseen(ProcessElement phase, Gate gate)
    {
        for (var scope = phase; scope is not null; scope = scope.Parent)
            if (scope.Boundaries.Any(boundary => boundary.Trigger == Trigger.Message && Reopened(boundary.EventName) == gate)) return true;
        return false;
    }

    FeelValue Weighed(FeelExpression condition, Tracked tracked) => condition.Evaluate(name => GateVariable.Value(name, tracked, likely));

    static int Part(Gate gate) => 1 << (int)gate;

    const int PhasePart = 1 << 6;

    const int Everything = PhasePart * 2 - 1;

    static int Reading(IEnumerable<FeelExpression> conditions) => conditions.SelectMany(condition => condition.Variables).Aggregate(0, (all, name) => all | GateVariable.Parts(name));

    /// <summary>After a breach nothing more is of interest.</summary>
    static NetRule Rule(int reads, int writes, Func<Tracked, Tracked> rule) =>
        new(word => new Tracked(word).Breach == Breach.None ? rule(new(word)).Word : null, reads, writes, 0);

    static NetRule Remembered(int reads, int writes, Func<Tracked, Tracked?> rule)
    {
        var known = new Dictionary<ulong, ulong?>();
        return new(
            word =>
            {
                if (!known.TryGetValue(word, out var answer)) known[word] = answer = new Tracked(word).Breach == Breach.None ? rule(new(word))?.Word : null;
                return answer;
            },
            reads, writes, 0);
    }
}

/// <summary>Variables about gates, as far as what is tracked says anything of them. Anything else is unknown, which neither holds nor fails.</summary>
static class GateVariable
{
    public static bool IsOne(string name) => name.StartsWith("gate.", StringComparison.Ordinal);

    public static FeelValue Value(string name, Tracked tracked, bool likely)
    {
        var parts = name.Split('.');
        if (parts.Length != 3 || parts[0] != "gate" || !Enum.TryParse<Gate>(parts[1], out var gate)) return FeelValue.Null;
        var standing = tracked.Standing(gate);
        if (likely && standing == TextStanding.Unknown && parts[2] is ("frozen" or "returned" or "objected" or "escalated" or "changeRequested")) return FeelValue.False;
        return parts[2] switch
        {
            "passed" => FeelValue.Of(tracked.Phase > PhaseMachine.Move(gate).From),
            "reopened" => FeelValue.Of(tracked.IsReopened(gate)),
            "frozen" => Known(standing, TextStanding.Frozen, TextStanding.Returned),
            "returned" => Known(standing, TextStanding.Returned, TextStanding.Frozen),
            "objected" => standing switch { TextStanding.Unknown => FeelValue.Null, TextStanding.Objected => FeelValue.True, _ => FeelValue.False },
            "escalated" => standing is TextStanding.Frozen or TextStanding.Returned ? FeelValue.False : FeelValue.Null,
            "changeRequested" => standing is TextStanding.Frozen or TextStanding.Objected ? FeelValue.False : FeelValue.Null,
            "signed" => Signed(tracked, gate, standing, FeelValue.True),
            "ready" => Signed(tracked, gate, standing, FeelValue.Null),
            _ => FeelValue.Null,
        };
    }

    /// <summary>The parts of what is tracked that the variable has to do with: its gate, and the phase for whether it is passed.</summary>
    public static int Parts(string name)
    {
        var parts = name.Split('.');
        if (parts.Length != 3 || parts[0] != "gate" || !Enum.TryParse<Gate>(parts[1], out var gate)) return 0;
        return parts[2] == "passed" ? 1 << 6 : 1 << (int)gate;
    }

    static FeelValue Known(TextStanding standing, TextStanding yes, TextStanding no) =>
        standing == yes ? FeelValue.True : standing == no ? FeelValue.False : FeelValue.Null;

    static FeelValue Signed(Tracked tracked, Gate gate, TextStanding standing, FeelValue both) => standing switch
    {
        TextStanding.Returned or TextStanding.Objected => FeelValue.False,
        TextStanding.Frozen => tracked.HasSigned(gate, Side.Fag) && tracked.HasSigned(gate, Side.Bruker) ? both : FeelValue.False,
        _ => FeelValue.Null,
    };
}
