namespace LmsWorkflow.Workflows;

/// <summary>Several flows leave a task or event without a gateway: all are taken (BPMN 2.0.2 §13.3.1), which few who look at it would guess.</summary>
static class NoImplicitSplit
{
    public static Check Check { get; } = new("no-implicit-split", CheckedDrawings.All, Look);

    static void Look(CheckedProcess process, Reporter report)
    {
        foreach (var element in process.Elements)
        {
            if (element.Kind.IsGateway() || element.Outgoing.Count(flow => !flow.IsConditional && flow != element.Default) < 2) continue;
            report.Advise(Place.Of(element), new(
                $"Flere flyter går ut av {element.Nb()} uten vilkår, og alle blir fulgt samtidig. Tegn en parallell port om det er meningen, ellers en eksklusiv port med vilkår.",
                $"Fleire flytar går ut av {element.Nn()} utan vilkår, og alle blir følgde samtidig. Teikn ein parallell port om det er meininga, elles ein eksklusiv port med vilkår."),
                new(MendOperation.ForkAfter, element.Id));
        }
    }
}
