namespace LmsWorkflow.Workflows;

/// <summary>The default flow is taken when no condition holds, so it has none itself (BPMN 2.0.2 §8.4.13). The reader sees to where it may go out.</summary>
static class DefaultFlows
{
    public static Check Check { get; } = new("default-flows", CheckedDrawings.All, Look) { BeforeRunning = true };

    static void Look(CheckedProcess process, Reporter report)
    {
        foreach (var element in process.Elements)
            if (element.Default is { IsConditional: true } flow)
                report.Wrong(Place.Of(flow), new(
                    $"{flow.Nb()} er standardflyt og kan ikke ha vilkår.", $"{flow.Nn()} er standardflyt og kan ikkje ha vilkår."),
                    new(MendOperation.RemoveCondition, flow.Id));
    }
}
