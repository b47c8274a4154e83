namespace LmsWorkflow.Workflows;

/// <summary>A gateway both joins and forks: two decisions in one symbol.</summary>
static class NoGatewayJoinFork
{
    public static Check Check { get; } = new("no-gateway-join-fork", CheckedDrawings.All, Look);

    static void Look(CheckedProcess process, Reporter report)
    {
        foreach (var element in process.Elements)
            if (element.Kind.IsGateway() && element is { Incoming.Length: > 1, Outgoing.Length: > 1 })
                report.Advise(Place.Of(element), new(
                    $"Porten {element.Nb()} både samler og deler. Tegn én port som samler, og én som deler.",
                    $"Porten {element.Nn()} både samlar og deler. Teikn éin port som samlar, og éin som deler."),
                    new(MendOperation.SplitGateway, element.Id));
    }
}
