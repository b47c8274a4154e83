namespace LmsWorkflow.Workflows;

/// <summary>A gateway with one way in and one way out decides nothing.</summary>
static class NoSuperfluousGateway
{
    public static Check Check { get; } = new("no-superfluous-gateway", CheckedDrawings.All, Look);

    static void Look(CheckedProcess process, Reporter report)
    {
        foreach (var element in process.Elements)
            if (element.Kind.IsGateway() && element is { Incoming.Length: 1, Outgoing.Length: 1 } && !element.Outgoing[0].IsConditional)
                report.Advise(Place.Of(element), new(
                    $"Porten {element.Nb()} har én vei inn og én ut, og avgjør ingenting. Ta den bort, eller tegn veien som mangler.",
                    $"Porten {element.Nn()} har éin veg inn og éin ut, og avgjer ingenting. Ta han bort, eller teikn vegen som manglar."),
                    new(MendOperation.Bypass, element.Id));
    }
}
