namespace LmsWorkflow.Workflows;

/// <summary>A condition stands where something chooses by it (BPMN 2.0.2 §8.4.13).</summary>
static class ConditionalFlows
{
    public static Check Check { get; } = new("conditional-flows", CheckedDrawings.All, Look) { BeforeRunning = true };

    static void Look(CheckedProcess process, Reporter report)
    {
        foreach (var flow in process.Process.Flows)
            if (flow.IsConditional && !Chooses(flow.Source))
                report.Refuse(Place.Of(flow), new(
                    $"Vilkåret på {flow.Nb()} har ingen plass her. Vilkår kan bare stå på flyter ut av en aktivitet eller en eksklusiv eller inklusiv port.",
                    $"Vilkåret på {flow.Nn()} har ingen plass her. Vilkår kan berre stå på flytar ut av ein aktivitet eller ein eksklusiv eller inklusiv port."),
                    new(MendOperation.RemoveCondition, flow.Id));
    }

    static bool Chooses(ProcessElement source) => source.Kind.IsActivity() || source.Kind is ElementKind.ExclusiveGateway or ElementKind.InclusiveGateway or ElementKind.ComplexGateway;
}
