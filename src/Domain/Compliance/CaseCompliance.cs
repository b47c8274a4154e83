namespace LmsWorkflow.Domain;

/// <summary>What one case brings into its units' compliance report: what <see cref="Medvirkning"/> says of it, and counts. Holds no person and no text.</summary>
/// <param name="EndedOn">Closed or cancelled; null while neither.</param>
/// <param name="Invalid">Planning and evaluation meetings that were held and not valid (R39, R41).</param>
/// <param name="Unsettled">Of these, those whose proposals the missing side has not answered (R42).</param>
public sealed record CaseCompliance(
    DateOnly RegisteredOn, DateOnly? EndedOn, Medvirkningsgrad Grad, GateAgreement G1, GateAgreement G2, GateAgreement G3, GateAgreement G4, int MeetingsHeld, int Invalid, int Unsettled,
    int Deviations, ObjectionCount Objections)
{
    /// <summary>Null for a case that is not registered.</summary>
    public static CaseCompliance? Of(CaseFile file)
    {
        if (file.Identity is not { } identity) return null;
        var (held, invalid, unsettled) = (0, 0, 0);
        foreach (var meeting in file.Meetings.All)
        {
            if (meeting.Type == MeetingType.Dialogue || !meeting.IsHeld) continue;
            held++;
            if (meeting.IsValid) continue;
            invalid++;
            if (meeting.HasUnsettledProposals) unsettled++;
        }

        var objections = ObjectionCount.Of(file);
        return new(
            OsloTime.Date(identity.RegisteredAt), file.EndedAt is { } ended ? OsloTime.Date(ended) : null, Medvirkning.Of(file),
            GateAgreements.At(file, Gate.G1), GateAgreements.At(file, Gate.G2), GateAgreements.At(file, Gate.G3), GateAgreements.At(file, Gate.G4),
            held, invalid, unsettled, file.Delivery.Deviations.Length, objections.Fag.Plus(objections.Bruker));
    }

    public GateAgreement At(Gate gate) => gate switch
    {
        Gate.G1 => G1,
        Gate.G2 => G2,
        Gate.G3 => G3,
        _ => G4,
    };
}
