using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>What one side waited for the other to answer.</summary>
public enum WaitKind
{
    /// <summary>A frozen text the one side had approved. The other answers it by approving, by asking for a change or by objecting.</summary>
    Text,

    /// <summary>A proposal from a meeting where the side was missing, from when the minutes were written (R42).</summary>
    Proposal,
}

/// <summary>
/// One side waited for the other. The side that is waited for causes it, the other suffers it, so each is counted once and shown from both ends. Says how long, never why, and
/// names nobody: a side has answered when any of its members has.
/// </summary>
/// <param name="Gate">The gate of the text; null for a proposal.</param>
/// <param name="Meeting">The meeting of the proposal; null for a text.</param>
/// <param name="Until">When it ended: answered, the text was replaced, or the case ended. Null while it lasts.</param>
/// <param name="Days">See <see cref="DaySpread.Each"/>; null while it lasts.</param>
public sealed record Wait(WaitKind Kind, Gate? Gate, int? Meeting, Side For, DateOnly From, DateOnly? Until, int? Days)
{
    public static ImmutableArray<Wait> Of(CaseFile file) => [.. Texts(file), .. Proposals(file)];

    static IEnumerable<Wait> Texts(CaseFile file) =>
        from package in file.SignOffs.Packages
        from side in Enum.GetValues<Side>()
        let approved = file.SignOffs.Counting(side.Other(), package)?.At
        let answer = Answer(file, package, side)
        where approved is not null && (answer is null || answer > approved)
        select Lasting(file, new(WaitKind.Text, package.Gate, null, side, default, null, null), approved.Value, Earliest(answer, package.SupersededAt));

    /// <summary>When the side first answered the text in any way.</summary>
    static DateTimeOffset? Answer(CaseFile file, Package package, Side side) => Earliest(
        file.SignOffs.Counting(side, package)?.At,
        file.SignOffs.Wishes.FirstOrDefault(wish => wish.Side == side && wish.Gate == package.Gate && wish.Package == package.Number)?.At,
        file.Objections.All.FirstOrDefault(objection => objection.Side == side && objection.Gate == package.Gate && objection.Package == package.Number)?.At);

    static IEnumerable<Wait> Proposals(CaseFile file) =>
        from meeting in file.Meetings.All
        where meeting.Record is not null
        from side in Enum.GetValues<Side>()
        where meeting.Lacks(side)
        from decision in meeting.Decisions
        let answer = decision.Answers.FirstOrDefault(answer => answer.Side == side || answer.InMeeting is not null)
        where answer is not null || decision.Standing == DecisionStanding.Proposed
        select Lasting(file, new(WaitKind.Proposal, null, meeting.Number, side, default, null, null), meeting.Record!.WrittenAt, answer?.At);

    static Wait Lasting(CaseFile file, Wait wait, DateTimeOffset from, DateTimeOffset? until)
    {
        var end = Earliest(until, file.EndedAt);
        return wait with { From = OsloTime.Date(from), Until = end is { } at ? OsloTime.Date(at) : null, Days = end is { } over ? BalanceDays.Between(file, from, over) : null };
    }

    static DateTimeOffset? Earliest(params ReadOnlySpan<DateTimeOffset?> times)
    {
        DateTimeOffset? earliest = null;
        foreach (var time in times)
            if (time is not null && (earliest is null || time < earliest)) earliest = time;
        return earliest;
    }
}
