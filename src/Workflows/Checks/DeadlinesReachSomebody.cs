using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What happens when time runs out, reaches a person: a task with a role, or a reminder (R88). A deadline nobody hears of is none.</summary>
static class DeadlinesReachSomebody
{
    public static Check Check { get; } = new("deadlines-reach-somebody", CheckedDrawings.MeantToRun, Look);

    static void Look(CheckedProcess process, Reporter report)
    {
        foreach (var element in process.Elements)
        {
            if (element.Trigger == Trigger.Timer && !Reaches(process, element))
                report.Refuse(Place.Of(element), new(
                    $"Når tiden går ut ved {element.Nb()}, får ingen vite det. Før flyten til en oppgave med rolle eller til en påminnelse.",
                    $"Når tida går ut ved {element.Nn()}, får ingen vite det. Før flyten til ei oppgåve med rolle eller til ei påminning."));
            if (element is { Kind: ElementKind.UserTask, Lms: { Due: not null, Roles: TaskRoles.None } })
                report.Refuse(Place.Of(element), new(
                    $"{element.Nb()} har en frist, men ingen rolle som fristen gjelder for.", $"{element.Nn()} har ein frist, men inga rolle som fristen gjeld for."));
        }
    }

    static bool Reaches(CheckedProcess process, ProcessElement timer) =>
        CheckedProcess.Reach([timer], element => Onward(process, element, timer)).Any(IsSomebody);

    static bool IsSomebody(ProcessElement element) => element.Kind switch
    {
        ElementKind.UserTask => element.Lms.Roles != TaskRoles.None,
        ElementKind.ServiceTask => element.Lms.Action == "remind",
        ElementKind.CallActivity => true,
        _ => false,
    };

    static IEnumerable<ProcessElement> Onward(CheckedProcess process, ProcessElement element, ProcessElement timer)
    {
        foreach (var next in process.AfterOrBeside(element)) yield return next;
        if (element.Kind.IsScope())
            foreach (var inside in process.Inside(element)) yield return inside;
        if (element.Kind is ElementKind.EndEvent or ElementKind.ThrowEvent)
            foreach (var caught in Catchers(process, element)) yield return caught;
        if (element.Kind == ElementKind.EndEvent && element.Parent is { } around && GoesOn(timer))
            foreach (var next in process.AfterOrBeside(around)) yield return next;
    }

    /// <summary>A timer on the way, or one that interrupts, is followed by what follows the sub-process; one beside the way is not.</summary>
    static bool GoesOn(ProcessElement timer) => timer.Kind == ElementKind.CatchEvent || timer.Interrupts;

    static IEnumerable<ProcessElement> Catchers(CheckedProcess process, ProcessElement thrown) =>
        thrown.Trigger is not (Trigger.Signal or Trigger.Message or Trigger.Error or Trigger.Escalation) ? []
        : process.Elements.Where(element => element.Trigger == thrown.Trigger && element.Kind is ElementKind.StartEvent or ElementKind.CatchEvent or ElementKind.BoundaryEvent
            && element != thrown && (element.EventName is null || element.EventName == thrown.EventName));
}
