using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>What cases are counted by in a unit's compliance report. Each has a list of its cases behind it.</summary>
public enum ComplianceFigure
{
    Full, Delvis, IkkeDokumentert,
    G1Both, G1One, G1None, G2Both, G2One, G2None, G3Both, G3One, G3None, G4Both, G4One, G4None,
    InvalidMeeting, UnsettledMeeting, Deviation,
    ObjectionOpen, ObjectionAgreed, ObjectionWithdrawn, ObjectionDissent, ObjectionStopped,
}

public static class ComplianceFigures
{
    public static ImmutableArray<ComplianceFigure> All { get; } = [.. Enum.GetValues<ComplianceFigure>()];

    public static bool Counts(this ComplianceFigure figure, CaseCompliance one) => figure switch
    {
        ComplianceFigure.Full => one.Grad == Medvirkningsgrad.Full,
        ComplianceFigure.Delvis => one.Grad == Medvirkningsgrad.Delvis,
        ComplianceFigure.IkkeDokumentert => one.Grad == Medvirkningsgrad.IkkeDokumentert,
        ComplianceFigure.InvalidMeeting => one.Invalid > 0,
        ComplianceFigure.UnsettledMeeting => one.Unsettled > 0,
        ComplianceFigure.Deviation => one.Deviations > 0,
        ComplianceFigure.ObjectionOpen => one.Objections.Open > 0,
        ComplianceFigure.ObjectionAgreed => one.Objections.Agreed > 0,
        ComplianceFigure.ObjectionWithdrawn => one.Objections.Withdrawn > 0,
        ComplianceFigure.ObjectionDissent => one.Objections.Dissent > 0,
        ComplianceFigure.ObjectionStopped => one.Objections.Stopped > 0,
        _ => figure == AtGate(GateOf(figure)!.Value, one.At(GateOf(figure)!.Value)),
    };

    /// <summary>Of cases that belong together by how far the sides have come with a gate.</summary>
    public static ComplianceFigure AtGate(Gate gate, GateAgreement agreement) => ComplianceFigure.G1Both + (3 * (gate - Gate.G1)) + agreement switch
    {
        GateAgreement.Both or GateAgreement.Earlier or GateAgreement.NotOpened => 0,
        GateAgreement.LacksFag or GateAgreement.LacksBruker => 1,
        _ => 2,
    };

    /// <summary>The gate a figure is about; null when it is about none.</summary>
    public static Gate? GateOf(ComplianceFigure figure) =>
        figure is >= ComplianceFigure.G1Both and <= ComplianceFigure.G4None ? Gate.G1 + ((figure - ComplianceFigure.G1Both) / 3) : null;
}
