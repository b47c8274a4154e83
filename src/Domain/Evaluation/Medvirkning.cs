using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>How far users have taken part (domain notes §4.12). Only Full may be called "utviklet etter Standard metode" (R7, N12).</summary>
public enum Medvirkningsgrad { IkkeDokumentert, Delvis, Full }

/// <summary>How far users have taken part, and each thing that keeps it from being more.</summary>
public sealed record Medvirkningsvurdering(Medvirkningsgrad Grad, ImmutableArray<Shortfall> Shortfalls);

/// <summary>Computes medvirkningsgrad from the record.</summary>
public static class Medvirkning
{
    /// <summary>The gates both sides sign.</summary>
    public static ImmutableArray<Gate> JointGates { get; } = [Gate.G1, Gate.G2, Gate.G3, Gate.G4];

    public static Medvirkningsgrad Of(CaseFile file) => Judged(file).Grad;

    /// <summary>
    /// Full: both sides signed at G1–G4, no deviation removed the lived-experience items, and every planning and evaluation meeting was valid. A meeting that
    /// was not valid counts when the missing side has answered each of its proposals (R42): that is the repair the method itself offers, and example B
    /// (domain notes §7.2) becomes a permanent offer after one. A re-run rests on the earlier case's joint passing of the gates it skips (R141).
    /// </summary>
    public static Medvirkningsvurdering Judged(CaseFile file)
    {
        ImmutableArray<Shortfall> lacking =
        [
            .. JointGates.Select(gate => (Gate: gate, Agreement: GateAgreements.At(file, gate))).Where(one => !one.Agreement.IsJoint()).Select(one => new Shortfall.AtGate(one.Gate, one.Agreement)),
            .. file.Meetings.All.Where(meeting => !IsInOrder(meeting)).Select(meeting => new Shortfall.InMeeting(meeting.Number, meeting.Type, meeting.Invalidities)),
            .. file.Delivery.Deviations.Select(deviation => new Shortfall.Deviated(deviation.Kind, deviation.Samling)),
        ];
        var grad = lacking.IsEmpty ? Medvirkningsgrad.Full : lacking.Count(one => one is Shortfall.AtGate) == JointGates.Length ? Medvirkningsgrad.IkkeDokumentert : Medvirkningsgrad.Delvis;
        return new(grad, lacking);
    }

    public static Words Words(this Medvirkningsgrad grad) => grad switch
    {
        Medvirkningsgrad.Full => new("Full medvirkning", "Full medverknad"),
        Medvirkningsgrad.Delvis => new("Delvis dokumentert", "Delvis dokumentert"),
        _ => new("Ikke dokumentert", "Ikkje dokumentert"),
    };

    /// <summary>What may be said of the case wherever it is shown or taken out (N12).</summary>
    public static Words Mark(this Medvirkningsgrad grad) => grad == Medvirkningsgrad.Full ? new("Utviklet etter Standard metode", "Utvikla etter Standard metode") : grad.Words();

    internal static bool IsInOrder(Meeting meeting) => meeting.Type == MeetingType.Dialogue || !meeting.IsHeld || meeting.IsValid || !meeting.HasUnsettledProposals;
}
