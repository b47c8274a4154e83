using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Every gate of the phase table is passed in the phase it leads out of, and no way through the phase leads around it (domain notes §4.2, R78).</summary>
static class EveryGate
{
    public static Check Check { get; } = new("every-gate", CheckedDrawings.MeantToRun, Look);

    static void Look(CheckedProcess process, Reporter report)
    {
        if (!ParticipationJudge.Applies(process.Process))
        {
            report.Advise(Place.Of(process.Process), new(
                "Tegningen har verken faser eller porter. Den kan brukes som en del av en annen, men ikke drive en sak.",
                "Teikninga har verken fasar eller portar. Ho kan brukast som ein del av ei anna, men ikkje drive ei sak."));
            return;
        }

        foreach (var move in FlowPhases.Moves(process.Process.Flow)) Present(process, move, report);
        foreach (var element in process.Elements)
            if (PassedBy(element) is { } gate && element.PhaseAround()?.Lms.Phase != PhaseMachine.Move(gate).From) InWrongPhase(element, gate, report);
        foreach (var phase in process.Elements)
            if (phase.Lms.Phase is { } stated && PhaseMachine.GateOutOf(stated) is { } gate) NoWayAround(process, phase, gate, report);
    }

    static Gate? PassedBy(ProcessElement element) => element.Lms.Action == "passGate" ? element.Lms.Gate : null;

    static void Present(CheckedProcess process, PhaseMove move, Reporter report)
    {
        if (process.Elements.Any(element => PassedBy(element) == move.Gate)) return;
        var phase = process.Elements.FirstOrDefault(element => element.Lms.Phase == move.From);
        report.Refuse(Place.Of(phase, process.Process), new(
            $"Porten {move.Gate} ({move.Gate.Words().Nb}) mangler. Sett inn fasen {move.From.Words().Nb} slik den er i Standard metode, eller et automatisk steg som passerer {move.Gate}, sist i fasen.",
            $"Porten {move.Gate} ({move.Gate.Words().Nn}) manglar. Set inn fasen {move.From.Words().Nn} slik han er i Standard metode, eller eit automatisk steg som passerer {move.Gate}, sist i fasen."));
    }

    static void InWrongPhase(ProcessElement element, Gate gate, Reporter report) => report.Refuse(Place.Of(element), new(
        $"Porten {gate} står ikke i fasen {PhaseMachine.Move(gate).From.Words().Nb}, som den fører ut av. Flytt den dit.",
        $"Porten {gate} står ikkje i fasen {PhaseMachine.Move(gate).From.Words().Nn}, som han fører ut av. Flytt han dit."));

    static void NoWayAround(CheckedProcess process, ProcessElement phase, Gate gate, Reporter report)
    {
        List<ProcessElement> inside = [.. process.Inside(phase)];
        // when it is passed nowhere in the phase, it is missing or misplaced, and that has been said
        if (!process.Elements.Any(element => PassedBy(element) == gate && element.PhaseAround() == phase)) return;
        var around = Around(process, inside, gate);
        if (inside.Exists(element => element.Kind == ElementKind.StartEvent && around.Contains(element)))
            report.Refuse(Place.Of(phase), new(
                $"Fasen {phase.Nb()} kan ta slutt uten at porten {gate} er passert. Før alle veier gjennom porten.",
                $"Fasen {phase.Nn()} kan ta slutt utan at porten {gate} er passert. Før alle vegar gjennom porten."));
    }

    /// <summary>
    /// Elements from which the phase can be completed without the gate. Where all flows are followed, each of them must lead around it; an end by error leaves the phase another
    /// way. Sub-processes that hold the gate count as the gate.
    /// </summary>
    static HashSet<ProcessElement> Around(CheckedProcess process, List<ProcessElement> inside, Gate gate)
    {
        var before = inside.SelectMany(element => Completes(process, element).Select(next => (next, element))).ToLookup(pair => pair.next, pair => pair.element);
        var held = Holding(process, gate);
        var around = new HashSet<ProcessElement>();
        var ahead = new Queue<ProcessElement>(inside.Where(element => element is { Kind: ElementKind.EndEvent, Trigger: not (Trigger.Error or Trigger.Cancel) }));
        while (ahead.TryDequeue(out var element))
        {
            if (around.Contains(element) || held.Contains(element)) continue;
            if (element.Kind != ElementKind.EndEvent && FollowsAll(element) && !process.After(element).All(around.Contains)) continue;
            around.Add(element);
            foreach (var earlier in before[element]) ahead.Enqueue(earlier);
        }

        return around;
    }

    /// <summary>An event beside the way completes nothing; one that interrupts does.</summary>
    static IEnumerable<ProcessElement> Completes(CheckedProcess process, ProcessElement element) =>
        process.After(element).Concat(element.Boundaries.Where(boundary => boundary.Interrupts));

    static bool FollowsAll(ProcessElement element) =>
        element.Kind == ElementKind.ParallelGateway || (!element.Kind.IsGateway() && element.Boundaries.IsEmpty && element.Outgoing.All(flow => !flow.IsConditional));

    static HashSet<ProcessElement> Holding(CheckedProcess process, Gate gate)
    {
        var held = new HashSet<ProcessElement>();
        foreach (var passes in process.Elements.Where(element => PassedBy(element) == gate))
            for (ProcessElement? at = passes; at is not null; at = at.Parent) held.Add(at);
        return held;
    }
}
