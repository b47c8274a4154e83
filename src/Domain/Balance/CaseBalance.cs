using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// Medvirkningsbalanse of one case: what each side has put in and what came of it, made of the case's facts and nothing else. By side, never by person. A case that has none of
/// something has none, which is not the same as a share of nought.
/// </summary>
public sealed record CaseBalance(
    ImmutableArray<ProposalFigures> Proposals, BothSides<ObjectionCount> Objections, ImmutableArray<Wait> Waits, ImmutableArray<SignOffTime> SignOffTimes,
    ImmutableArray<ApprovedText> Approved, int MeetingsHeld, BothSides<AttendanceCount> Attendance, CollaborationFigures Collaboration)
{
    /// <param name="isLookBack">The case is looked at as it was, see <see cref="Withheld.LookBack"/>.</param>
    public static CaseBalance Of(CaseFile file, bool isLookBack = false) => new(
        ProposalFigures.Of(file), ObjectionCount.Of(file), Wait.Of(file), SignOffTime.Of(file), ApprovedText.Of(file),
        file.Meetings.All.Count(meeting => meeting.IsHeld), AttendanceCount.Of(file), CollaborationFigures.Of(file.Evaluation, isLookBack));

    /// <summary>Waits for the side that are over. The other side suffered them.</summary>
    public DaySpread WaitedFor(Side side) => new([.. Waits.Where(wait => wait.For == side).Select(wait => wait.Days).OfType<int>()]);

    /// <summary>From a text was frozen until the side approved it.</summary>
    public DaySpread SignOffDays(Side side) => new([.. SignOffTimes.Select(time => time.Days.Of(side)).OfType<int>()]);
}
