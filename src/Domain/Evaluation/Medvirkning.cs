namespace LmsWorkflow.Domain;

/// <summary>How far users have taken part (domain notes §4.12). Only Full may be called "utviklet etter Standard metode" (R7, N12).</summary>
public enum Medvirkningsgrad { IkkeDokumentert, Delvis, Full }

/// <summary>Computes medvirkningsgrad from the record.</summary>
public static class Medvirkning
{
    static readonly Gate[] JointGates = [Gate.G1, Gate.G2, Gate.G3, Gate.G4];

    /// <summary>
    /// Full: both sides signed at G1–G4, no deviation removed the lived-experience items, and every planning and evaluation meeting was valid. A meeting that
    /// was not valid counts when the missing side has answered each of its proposals (R42): that is the repair the method itself offers, and example B
    /// (domain notes §7.2) becomes a permanent offer after one. A re-run rests on the earlier case's joint passing of the gates it skips (R141).
    /// </summary>
    public static Medvirkningsgrad Of(CaseFile file)
    {
        var signed = JointGates.Count(gate => IsSignedByBoth(file, gate) || !PhaseMachine.Applies(gate, file.Flow) && file.Rerun?.RestsOn(gate) == true);
        if (signed == 0) return Medvirkningsgrad.IkkeDokumentert;
        return signed == JointGates.Length && file.Meetings.All.All(IsInOrder) && file.Delivery.Deviations.IsEmpty ? Medvirkningsgrad.Full : Medvirkningsgrad.Delvis;
    }

    public static Words Words(this Medvirkningsgrad grad) => grad switch
    {
        Medvirkningsgrad.Full => new("Full medvirkning", "Full medverknad"),
        Medvirkningsgrad.Delvis => new("Delvis dokumentert", "Delvis dokumentert"),
        _ => new("Ikke dokumentert", "Ikkje dokumentert"),
    };

    static bool IsSignedByBoth(CaseFile file, Gate gate) =>
        file.Passed(gate) is { Package: { } number }
        && file.SignOffs.Packages.FirstOrDefault(package => package.Gate == gate && package.Number == number) is { } package
        && file.SignOffs.Counting(Side.Fag, package) is not null && file.SignOffs.Counting(Side.Bruker, package) is not null;

    static bool IsInOrder(Meeting meeting) => meeting.Type == MeetingType.Dialogue || !meeting.IsHeld || meeting.IsValid || !meeting.HasUnsettledProposals;
}
