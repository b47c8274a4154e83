using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Phases follow each other as the phase table says, and back only where it lists a move back (domain notes §4.2).</summary>
static class PhasesInOrder
{
    public static Check Check { get; } = new("phases-in-order", CheckedDrawings.MeantToRun, Look);

    static void Look(CheckedProcess process, Reporter report)
    {
        List<ProcessElement> phases = [.. process.Elements.Where(element => element.Lms.Phase is not null)];
        foreach (var phase in phases)
        {
            if (phase.Parent?.PhaseAround() is { } around)
                report.Refuse(Place.Of(phase), new(
                    $"Fasen {phase.Nb()} ligger inni fasen {around.Nb()}. Tegn fasene ved siden av hverandre.",
                    $"Fasen {phase.Nn()} ligg inni fasen {around.Nn()}. Teikn fasane ved sida av kvarandre."));
            foreach (var next in Next(process, phase.Outgoing.Select(flow => flow.Target)))
                if (!MayFollow(phase, next)) NotNext(phase, next, report);
            foreach (var next in Next(process, phase.Boundaries))
                if (next != phase && !IsBack(phase, next)) NotBack(phase, next, report);
        }

        First(process, phases, report);
    }

    static void First(CheckedProcess process, List<ProcessElement> phases, Reporter report)
    {
        if (phases.Count == 0) return;
        var first = FlowPhases.First(process.Process.Flow);
        foreach (var begins in Next(process, process.Inside(null).Where(element => element.Kind == ElementKind.StartEvent)))
            if (begins.Lms.Phase != first)
                report.Refuse(Place.Of(begins), new(
                    $"Saken begynner i fasen {begins.Nb()}, men skal begynne med {first.Words().Nb}. Før starten dit.",
                    $"Saka byrjar i fasen {begins.Nn()}, men skal byrje med {first.Words().Nn}. Før starten dit."));
    }

    static void NotNext(ProcessElement phase, ProcessElement next, Reporter report)
    {
        var expected = PhaseMachine.GateOutOf(phase.Lms.Phase!.Value) is { } gate ? PhaseMachine.Move(gate).To : Phase.Ended;
        report.Refuse(Place.Of(next), new(
            $"Etter {phase.Nb()} kommer {next.Nb()}, men faseplanen sier {expected.Words().Nb}. Tegn fasene i rekkefølge.",
            $"Etter {phase.Nn()} kjem {next.Nn()}, men faseplanen seier {expected.Words().Nn}. Teikn fasane i rekkjefølgje."));
    }

    static void NotBack(ProcessElement phase, ProcessElement next, Reporter report) => report.Refuse(Place.Of(next), new(
        $"En hendelse på kanten av {phase.Nb()} fører til {next.Nb()}. Derfra går det bare an å gå tilbake til fasen foran, når porten mellom dem er åpnet igjen.",
        $"Ei hending på kanten av {phase.Nn()} fører til {next.Nn()}. Derifrå går det berre an å gå tilbake til fasen framfor, når porten mellom dei er opna att."));

    static bool MayFollow(ProcessElement phase, ProcessElement next) =>
        PhaseMachine.Moves.Any(move => move.From == phase.Lms.Phase && move.To == next.Lms.Phase) || IsBack(phase, next);

    static bool IsBack(ProcessElement phase, ProcessElement next) =>
        PhaseMachine.BackwardMoves.Any(back => PhaseMachine.Move(back.Gate) is var move && move.To == phase.Lms.Phase && move.From == next.Lms.Phase);

    /// <summary>The phases met first along the flows, into sub-processes that are no phase and out of them again.</summary>
    static IEnumerable<ProcessElement> Next(CheckedProcess process, IEnumerable<ProcessElement> from) =>
        CheckedProcess.Reach(from, element => Onward(process, element), element => element.Lms.Phase is not null).Where(element => element.Lms.Phase is not null);

    static IEnumerable<ProcessElement> Onward(CheckedProcess process, ProcessElement element)
    {
        if (element.Kind.IsScope())
            foreach (var start in process.Inside(element).Where(inside => inside.Kind == ElementKind.StartEvent)) yield return start;
        foreach (var next in process.AfterOrBeside(element)) yield return next;
        if (element.Kind == ElementKind.EndEvent && element.Parent is { Lms.Phase: null } around)
            foreach (var next in process.After(around)) yield return next;
    }
}
