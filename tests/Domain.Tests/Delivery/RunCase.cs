using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

/// <summary>Courses that run: example A (two days, led by Fag1 and Br1) and example B (six evenings).</summary>
static class RunCase
{
    public static readonly CoursePlan PlanA = new(1, [new(1, new(2026, 3, 10), 285, 1), new(2, new(2026, 3, 11), 255, 2)], [Fag1, Br1]);

    public static readonly CoursePlan PlanB = new(
        1, [.. new DateOnly[] { new(2026, 9, 15), new(2026, 9, 22), new(2026, 9, 29), new(2026, 10, 13), new(2026, 10, 20), new(2026, 10, 27) }.Select((date, at) => new PlannedSamling(at + 1, date, 135, 2))],
        [Fag1, Br1]);

    public static readonly HeadCount ConfirmedA = new(9, 5, 0, 0);

    /// <summary>In phase 3 with G2 passed, not announced.</summary>
    public static TestCase Approved(ProgrammeContent? programme = null) => WithGroup()
        .Given(Br1, new DraftSaved(DocumentKind.D13, 1, 1, programme ?? Programmes.Seal(Programmes.ExampleA)))
        .Given(Koord1, new GatePassed(Gate.G1, null), new GatePassed(Gate.G2, null)).At(On(new(2025, 12, 5)));

    public static TestCase Announced(CoursePlan plan, int minimum = 8, bool coded = true) =>
        Approved().Given(Koord1, new CourseAnnounced(plan, new(2026, 2, 6), minimum, 16, coded), new ParticipantsRegistered(ConfirmedA, 2));

    public static DateTimeOffset On(DateOnly day) => OsloTime.At(day, new(16, 0));

    public static TestCase OnDayOf(this TestCase file, int samling) => file.At(On(file.File.Delivery.Plan!.Numbered(samling)!.Date));

    /// <summary>Example A: 14 confirmed, one patient did not come, one patient only day 1, one relative left 30 minutes early on day 2.</summary>
    public static ImmutableArray<ParticipantMinutes> DayA(int samling) =>
    [
        .. Enumerable.Range(1, 8).Where(number => samling == 1 || number != 8).Select(number => new ParticipantMinutes(number, AttendeeKind.Patient, samling == 1 ? 285 : 255)),
        .. Enumerable.Range(9, 5).Select(number => new ParticipantMinutes(number, AttendeeKind.Relative, samling == 1 ? 285 : number == 13 ? 195 : 255)),
    ];

    public static TestCase Records(this TestCase file, int samling, ImmutableArray<ParticipantMinutes> participants) =>
        file.OnDayOf(samling).Does(Fag1, new RecordAttendance(samling, Attendances.Count(participants), participants));

    public static TestCase Logs(this TestCase file, int samling, bool confirmed = true)
    {
        file.Does(Fag1, new WriteDayLog(samling, Written("gruppen ønsker mer tid til samtale"), null, null));
        return confirmed ? file.Does(Br1, new ConfirmDayLog(samling)) : file;
    }

    public static TestCase RunningA() => Announced(PlanA).Records(1, DayA(1)).Logs(1).Records(2, DayA(2)).Logs(2);

    public static TestCase FinishedA() => RunningA().Does(Koord1, new FinishCourse(null, null, 1)).Does(Koord1, new DeliverCounts());
}
