namespace LmsWorkflow.Domain;

/// <summary>What is missing before a gate's documents can be frozen. Pages ask it too, so the koordinator sees it beside the button.</summary>
public static class PackageCompleteness
{
    public static IEnumerable<Refusal> Unmet(CaseContext context, Gate gate) =>
        GateDocuments.Of(gate).SelectMany(kind => DocumentCompleteness.Unmet(context, kind)).Concat(OfGate(context, gate));

    static IEnumerable<Refusal> OfGate(CaseContext context, Gate gate) => gate switch
    {
        Gate.G2 => PlanCompleteness.Unmet(context),
        Gate.G3 => DeliveryCompleteness.Unmet(context),
        Gate.G4 => ReportCompleteness.Unmet(context),
        _ => [],
    };
}
