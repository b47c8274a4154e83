using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>The run with the figures of R112. Participants appear as counts; the numbered lists are for those who keep the attendance.</summary>
public sealed record RunView(
    RunStanding Standing, Announcement? Announcement, Registration? Registration, ImmutableArray<WaitingEntry> WaitingList, ImmutableArray<SamlingView> Samlinger, ImmutableArray<ProgrammeChange> Changes,
    ImmutableArray<Deviation> Deviations, FinalCounts? Final, DateTimeOffset? CountsDeliveredAt, int TotalTeachingMinutes, int EightyPercentLimit,
    RunStatistics? Statistics, ImmutableArray<Problem.Reason> Warnings)
{
    public static RunView Of(CaseFile file)
    {
        var delivery = file.Delivery;
        return new(
            delivery.Standing, delivery.Announcement, delivery.Registration, delivery.WaitingList.Entries, [.. delivery.Samlinger.Select(samling => SamlingView.Of(delivery, samling))], delivery.Changes,
            delivery.Deviations, delivery.Final, delivery.CountsDeliveredAt, delivery.TotalTeachingMinutes, Attendances.Limit(delivery.TotalTeachingMinutes),
            RunStatistics.Of(file), [.. CourseWarnings.Of(file).Select(Problem.Reason.Of)]);
    }
}

public sealed record SamlingView(int Number, int TeachingMinutes, HeadCount? Met, DayLog? DayLog, bool DayLogConfirmed)
{
    public static SamlingView Of(Delivery delivery, SamlingRecord samling) =>
        new(samling.Number, delivery.TeachingMinutes(samling.Number), samling.Attendance?.Met, samling.DayLog, delivery.HasConfirmedDayLog(samling.Number));
}
