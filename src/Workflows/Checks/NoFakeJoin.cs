namespace LmsWorkflow.Workflows;

/// <summary>
/// Several flows lead into a task or event without a gateway: it waits for none of the others, and is done anew for each token (BPMN 2.0.2 §13.3.1). Flows from events on an edge
/// are not counted, as nobody takes those for branches that meet; nor are flows into an end, where each token only ends.
/// </summary>
static class NoFakeJoin
{
    public static Check Check { get; } = new("no-fake-join", CheckedDrawings.All, Look);

    static void Look(CheckedProcess process, Reporter report)
    {
        foreach (var element in process.Elements)
        {
            if (element.Kind.IsGateway() || element.Kind is ElementKind.EndEvent or ElementKind.StartEvent or ElementKind.BoundaryEvent) continue;
            if (element.Incoming.Count(flow => flow.Source.Kind != ElementKind.BoundaryEvent) < 2) continue;
            report.Advise(Place.Of(element), new(
                $"Flere flyter går inn i {element.Nb()}. Den venter ikke på alle, men blir gjort på nytt for hver som kommer. Tegn en port foran som viser hva som er meningen.",
                $"Fleire flytar går inn i {element.Nn()}. Det ventar ikkje på alle, men blir gjort på nytt for kvar som kjem. Teikn ein port framfor som viser kva som er meininga."),
                new(MendOperation.MergeBefore, element.Id));
        }
    }
}
