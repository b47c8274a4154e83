using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>What is said of a drawing in words, on pages and to programs.</summary>
static class Drawn
{
    /// <summary>Steps that somebody or something does, in the order of the file.</summary>
    public static IEnumerable<ProcessElement> Steps(ProcessDefinition process) => process.Elements.Where(element => element.Kind.IsTask() || element.Kind == ElementKind.CallActivity);

    public static Words? PhaseName(ProcessElement element) => element.Phase?.Words();

    public static Words Describes(ProcessDefinition process)
    {
        var phases = process.Elements.Where(element => element.Lms.Phase is not null).ToList();
        var steps = Steps(process).Count();
        var names = new Words(Portal.TaskRoleNames.Join(phases.Select(phase => phase.Name.Nb), "og"), Portal.TaskRoleNames.Join(phases.Select(phase => phase.Name.Nn), "og"));
        return phases.Count == 0
            ? new($"{steps} trinn.", $"{steps} trinn.")
            : new($"{steps} trinn i {phases.Count} faser: {names.Nb}.", $"{steps} trinn i {phases.Count} fasar: {names.Nn}.");
    }

    public static Words Describes(CaseMap map)
    {
        var here = map.Steps.Where(step => step.State is StepState.Here or StepState.Stuck && step.Element is { } element && !element.Kind.IsScope()).Select(step => ElementWords.Named(step.Element!)).ToList();
        var done = map.Steps.Count(step => step.State == StepState.Done && step.Element is { } element && !element.Kind.IsScope());
        return here.Count == 0
            ? new($"Saken er ikke i noe trinn nå. {done} trinn er ferdige.", $"Saka er ikkje i noko trinn no. {done} trinn er ferdige.")
            : new($"Saken er nå ved {Portal.TaskRoleNames.Join(here.Select(name => name.Nb), "og")}. {done} trinn er ferdige.", $"Saka er no ved {Portal.TaskRoleNames.Join(here.Select(name => name.Nn), "og")}. {done} trinn er ferdige.");
    }
}
