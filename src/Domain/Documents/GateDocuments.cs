using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Which documents both sides sign at which gate (domain notes §4.11).</summary>
public static class GateDocuments
{
    static readonly ImmutableArray<DocumentKind> None = [];
    static readonly ImmutableArray<DocumentKind> NeedsAssessment = [DocumentKind.D08];

    static readonly ImmutableArray<DocumentKind> Planning =
        [DocumentKind.D11, DocumentKind.D12, DocumentKind.D13, DocumentKind.D14, DocumentKind.D15, DocumentKind.D16];

    static readonly ImmutableArray<DocumentKind> Delivery = [DocumentKind.D21];
    static readonly ImmutableArray<DocumentKind> Evaluation = [DocumentKind.D24];

    public static ImmutableArray<DocumentKind> Of(Gate gate) => gate switch
    {
        Gate.G1 => NeedsAssessment,
        Gate.G2 => Planning,
        Gate.G3 => Delivery,
        Gate.G4 => Evaluation,
        _ => None,
    };

    public static Gate? GateOf(DocumentKind kind) => kind switch
    {
        DocumentKind.D08 => Gate.G1,
        DocumentKind.D11 or DocumentKind.D12 or DocumentKind.D13 or DocumentKind.D14 or DocumentKind.D15 or DocumentKind.D16 => Gate.G2,
        DocumentKind.D21 => Gate.G3,
        DocumentKind.D24 => Gate.G4,
        _ => null,
    };

    /// <summary>Planning objects: fagperson, brukerrepresentant and koordinator edit them with the same rights (domain notes §3.5).</summary>
    public static bool IsJoint(DocumentKind kind) =>
        kind is DocumentKind.D08 or DocumentKind.D11 or DocumentKind.D12 or DocumentKind.D13 or DocumentKind.D14 or DocumentKind.D15
            or DocumentKind.D16 or DocumentKind.D21 or DocumentKind.D24;

    /// <summary>The gate that holds now because of this document.</summary>
    public static Gate? PassedGateOf(CaseFile file, DocumentKind kind) =>
        GateOf(kind) is { } gate && file.Passed(gate) is not null ? gate : null;
}
