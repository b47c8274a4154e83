using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Whoever throws an error is inside somebody who catches it (BPMN 2.0.2 §10.5.6). The engine lets an error nobody catches stand still until a person looks, and a branch
/// beside it that ends everything would hide that from the proof. A part may leave its errors to the one who calls it.
/// </summary>
static class ErrorsCaught
{
    public static Check Check { get; } = new("errors-caught", CheckedDrawings.MeantToRun, Look);

    static void Look(CheckedProcess process, Reporter report)
    {
        if (process.Elements.All(static element => element.Lms.IsOfParts)) return;
        foreach (var end in process.Elements)
        {
            if (end is { Kind: ElementKind.EndEvent, Trigger: Trigger.Error } && !IsCaught(process, end))
                report.Refuse(Place.Of(end), new(
                    $"Ingen tar imot feilen ved {end.Nb()}, så saken stopper der. Sett en feilhendelse på kanten av delprosessen den ligger i, eller bruk en vanlig slutt.",
                    $"Ingen tek imot feilen ved {end.Nn()}, så saka stoppar der. Set ei feilhending på kanten av delprosessen han ligg i, eller bruk ein vanleg slutt."));
        }
    }

    static bool IsCaught(CheckedProcess process, ProcessElement end)
    {
        ProcessElement? from = null;
        for (var scope = end.Parent; ; (from, scope) = (scope, scope.Parent))
        {
            if (!HasInterrupted(process, from) && Catching.By(Handlers(process, scope, from), end) is not null) return true;
            if (scope is null) return false;
            if (Catching.By(scope.Boundaries, end) is not null) return true;
        }
    }

    /// <summary>What is thrown while a handler works goes outward, not to itself.</summary>
    static IEnumerable<ProcessElement> Handlers(CheckedProcess process, ProcessElement? scope, ProcessElement? from) =>
        process.Inside(scope).Where(inside => inside.Kind == ElementKind.EventSubProcess && inside != from).SelectMany(handler => Starts(process, handler));

    /// <summary>A handler that interrupted the scope around it is alone there: no other begins.</summary>
    static bool HasInterrupted(CheckedProcess process, ProcessElement? from) =>
        from is { Kind: ElementKind.EventSubProcess } && Starts(process, from).Any(start => start.Interrupts);

    static IEnumerable<ProcessElement> Starts(CheckedProcess process, ProcessElement handler) => process.Inside(handler).Where(inside => inside.Kind == ElementKind.StartEvent);
}
