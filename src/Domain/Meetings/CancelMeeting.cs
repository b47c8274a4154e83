namespace LmsWorkflow.Domain;

/// <summary>Avlyser a meeting that has not been held. Less than 24 hours before is kept apart, because fees may depend on it (R50).</summary>
public sealed record CancelMeeting(int Meeting, WrittenText Reason) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context)
    {
        var meeting = context.Case.Meetings.Numbered(Meeting);
        return Decision.Unless(
            [
                Require.Open(context),
                meeting is null ? new UnknownMeeting() : null,
                meeting is { IsHeld: true } or { Standing: MeetingStanding.Cancelled } ? new MeetingIsOver() : null,
                Require.Written(Reason, "reason", new("hvorfor møtet avlyses", "kvifor møtet blir avlyst")),
            ],
            () => [new MeetingCancelled(Meeting, Reason.Seal("D09.avlysning"), meeting!.Start - context.Now < TimeSpan.FromHours(24))]);
    }
}

public sealed record MeetingCancelled(int Meeting, SealedText Reason, bool Late) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Meetings = file.Meetings.Replace(Meeting, meeting => meeting with { Standing = MeetingStanding.Cancelled, CancelReason = Reason, CancelledLate = Late }),
    };
}
