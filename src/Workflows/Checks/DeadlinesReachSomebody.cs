using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What happens when time runs out, reaches a person: a task with a role, or a reminder (R88). A deadline nobody hears of is none.</summary>
static class DeadlinesReachSomebody
{
    public static Check Check { get; } = new("deadlines-reach-somebody", CheckedDrawings.MeantToRun, Look);

    static void Look(CheckedProcess process, Reporter report)
    {
        var onTheWay = LeadingToSomebody(process, goesOn: true);
        var besideTheWay = LeadingToSomebody(process, goesOn: false);
        foreach (var element in process.Elements)
        {
            if (element.Trigger == Trigger.Timer && !(GoesOn(element) ? onTheWay : besideTheWay).Contains(element)) NobodyHears(element, report);
            if (element is { Kind: ElementKind.UserTask, Lms: { Due: not null, Roles: TaskRoles.None } })
                report.Refuse(Place.Of(element), new(
                    $"{element.Nb()} har en frist, men ingen rolle som fristen gjelder for. Velg hvem, eller ta fristen bort.", $"{element.Nn()} har ein frist, men inga rolle som fristen gjeld for. Vel kven, eller ta fristen bort."));
        }
    }

    static void NobodyHears(ProcessElement timer, Reporter report) => report.Refuse(Place.Of(timer), new(
        $"Når tiden går ut ved {timer.Nb()}, får ingen vite det. Før flyten til en oppgave med rolle eller til en påminnelse.",
        $"Når tida går ut ved {timer.Nn()}, får ingen vite det. Før flyten til ei oppgåve med rolle eller til ei påminning."));

    /// <summary>A timer on the way, or one that interrupts, is followed by what follows the sub-process; one beside the way is not.</summary>
    static bool GoesOn(ProcessElement timer) => timer.Kind == ElementKind.CatchEvent || timer.Interrupts;

    static bool IsSomebody(ProcessElement element) => element.Kind switch
    {
        ElementKind.UserTask => element.Lms.Roles != TaskRoles.None,
        ElementKind.ServiceTask => element.Lms.Action == "remind",
        ElementKind.CallActivity => true,
        _ => false,
    };

    /// <summary>Found backwards from everybody at once: a drawing may have very many timers.</summary>
    static HashSet<ProcessElement> LeadingToSomebody(CheckedProcess process, bool goesOn)
    {
        var before = process.Elements.SelectMany(element => process.AfterOrBeside(element).Select(next => (next, element))).ToLookup(pair => pair.next, pair => pair.element);
        var thrown = process.Elements.Where(Throws).ToLookup(element => element.Trigger);
        return CheckedProcess.Reach(process.Elements.Where(IsSomebody), Earlier);

        IEnumerable<ProcessElement> Earlier(ProcessElement element)
        {
            if (element.Parent is { } around) yield return around;
            foreach (var earlier in before[element])
            {
                yield return earlier;
                if (!goesOn || !earlier.Kind.IsScope()) continue;
                foreach (var end in process.Inside(earlier).Where(inside => inside.Kind == ElementKind.EndEvent)) yield return end;
            }

            if (element.Kind is not (ElementKind.StartEvent or ElementKind.CatchEvent or ElementKind.BoundaryEvent)) yield break;
            foreach (var thrower in thrown[element.Trigger].Where(thrower => element.EventName is null || thrower.EventName == element.EventName)) yield return thrower;
        }
    }

    static bool Throws(ProcessElement element) =>
        element.Kind is (ElementKind.EndEvent or ElementKind.ThrowEvent) && element.Trigger is (Trigger.Signal or Trigger.Message or Trigger.Error or Trigger.Escalation);
}
