using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>It is drawn where a process and each sub-process begins and where it ends (BPMN 2.0.2 §10.5.2, §10.5.3).</summary>
static class StartAndEnd
{
    public static Check Check { get; } = new("start-and-end", CheckedDrawings.All, Look) { BeforeRunning = true };

    static void Look(CheckedProcess process, Reporter report)
    {
        foreach (var scope in process.Scopes)
        {
            // the order of what lies in an ad hoc sub-process is nobody's but those who do it
            if (scope?.Kind == ElementKind.AdHocSubProcess) continue;
            var inside = process.Inside(scope).ToList();
            if (!inside.Exists(Begins)) NoStart(process.Process, scope, inside, report);
            else if (!inside.Exists(element => element.Kind == ElementKind.EndEvent)) NoEnd(process.Process, scope, inside, report);
        }
    }

    static bool Begins(ProcessElement element) => element.Kind == ElementKind.StartEvent || element.Instantiates;

    static void NoStart(ProcessModel process, ProcessElement? scope, List<ProcessElement> inside, Reporter report)
    {
        List<ProcessElement> first = inside.FindAll(element => element.Incoming.IsEmpty && element.Kind is not (ElementKind.BoundaryEvent or ElementKind.EventSubProcess));
        var mend = Place.Of(scope, process).Id is { } id ? new QuickFix(MendOperation.AddStart, id, first.Count == 1 ? first[0].Id : null) : null;
        report.Refuse(Place.Of(scope, process), new(
            $"{Called.Nb(scope, process)} har ingen starthendelse, så det er ikke tegnet hvor arbeidet begynner. Sett inn en start.",
            $"{Called.Nn(scope, process)} har inga starthending, så det er ikkje teikna kvar arbeidet byrjar. Set inn ein start."), mend);
    }

    static void NoEnd(ProcessModel process, ProcessElement? scope, List<ProcessElement> inside, Reporter report)
    {
        List<ProcessElement> last = inside.FindAll(element => element.Outgoing.IsEmpty && element.Kind is not (ElementKind.EventSubProcess or ElementKind.StartEvent));
        report.Refuse(Place.Of(scope, process), new(
            $"{Called.Nb(scope, process)} har ingen slutthendelse, så det er ikke tegnet når arbeidet er ferdig. Sett inn en slutt.",
            $"{Called.Nn(scope, process)} har inga slutthending, så det er ikkje teikna når arbeidet er ferdig. Set inn ein slutt."),
            last.Count == 1 ? new(MendOperation.AddEnd, last[0].Id) : null);
    }
}
