namespace LmsWorkflow.Workflows;

/// <summary>Each flow out of a gateway that chooses has a condition, or is the default (BPMN 2.0.2 §13.4.2, §13.4.3).</summary>
static class GatewayConditions
{
    public static Check Check { get; } = new("gateway-conditions", CheckedDrawings.All, Look) { BeforeRunning = true };

    static void Look(CheckedProcess process, Reporter report)
    {
        foreach (var element in process.Elements)
        {
            if (element.Kind is not (ElementKind.ExclusiveGateway or ElementKind.InclusiveGateway) || element.Outgoing.Length < 2) continue;
            foreach (var flow in element.Outgoing)
                if (!flow.IsConditional && flow != element.Default) Report(element, flow, report);
        }
    }

    static void Report(ProcessElement element, SequenceFlow flow, Reporter report) => report.Refuse(Place.Of(flow), new(
        $"Flyten {flow.Nb()} ut av {element.Nb()} mangler vilkår. Skriv et vilkår eller gjør den til standardflyt.",
        $"Flyten {flow.Nn()} ut av {element.Nn()} manglar vilkår. Skriv eit vilkår eller gjer han til standardflyt."),
        element.Default is null ? new(MendOperation.MakeDefault, element.Id, flow.Id) : null);
}
