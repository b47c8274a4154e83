using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.RunCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class AttendanceTests
{
    [Fact]
    public void R110_A_samling_is_not_opened_before_its_date()
    {
        var file = Announced(PlanA).At(On(new(2026, 3, 9)));

        file.When(Fag1, new RecordAttendance(1, new(8, 5, 0, 0), [])).ShouldBeRefusedWith<SamlingNotYet>();
        file.At(OsloTime.At(new(2026, 3, 10), new(0, 1))).When(Fag1, new RecordAttendance(1, new(8, 5, 0, 0), [])).ShouldGive<AttendanceRecorded>();
    }

    [Fact]
    public void R110_Only_an_announced_or_running_course_takes_attendance()
    {
        Approved().When(Fag1, new RecordAttendance(1, new(8, 5, 0, 0), [])).ShouldBeRefusedWith<RunIsNotOpen>();
        FinishedA().When(Fag1, new RecordAttendance(1, new(8, 5, 0, 0), [])).ShouldBeRefusedWith<RunIsNotOpen>();
    }

    [Fact]
    public void R110_When_the_plan_is_open_again_no_samling_can_start()
    {
        var file = Announced(PlanA).Given(Br1, new DraftSaved(DocumentKind.D13, 2, 1, Programmes.Seal(Programmes.ExampleB)), new GateReopened(Gate.G2, ReopenCause.DocumentChanged));
        file.OnDayOf(1).When(Fag1, new RecordAttendance(1, new(8, 5, 0, 0), [])).ShouldBeRefusedWith<PlanNotApproved>();

        file.Given(Koord1, new GatePassed(Gate.G2, null));
        file.When(Fag1, new RecordAttendance(1, new(8, 5, 0, 0), [])).ShouldBeRefusedWith<AnnouncedPlanIsOld>();
    }

    [Fact]
    public void R111_Counts_per_kind_are_enough() =>
        Announced(PlanA).OnDayOf(1).Does(Br1, new RecordAttendance(1, new(8, 5, 0, 0), default)).File.Delivery.Samling(1)!.Attendance!.Met.Total.Should().Be(13);

    [Fact]
    public void R111_The_list_and_the_counts_must_agree()
    {
        var file = Announced(PlanA).OnDayOf(1);

        file.When(Fag1, new RecordAttendance(1, new(9, 5, 0, 0), DayA(1))).ShouldBeRefusedWith<CountsDiffer>();
        file.When(Fag1, new RecordAttendance(1, new(2, 0, 0, 0), [new(1, AttendeeKind.Patient, 10), new(1, AttendeeKind.Patient, 10)])).ShouldBeRefusedWith<ParticipantTwice>();
        file.When(Fag1, new RecordAttendance(1, new(1, 0, 0, 0), [new(1, AttendeeKind.Patient, 286)])).ShouldBeRefusedWith<MinutesOutOfRange>();
        file.When(Fag1, new RecordAttendance(3, HeadCount.None, [])).ShouldBeRefusedWith<UnknownSamling>();
    }

    [Fact]
    public void R112_Example_A_thirteen_met_and_twelve_attended_eighty_percent()
    {
        var file = FinishedA();
        var participants = Attendances.ByParticipant(file.File.Delivery);

        Attendances.Limit(540).Should().Be(432);
        participants.Single(one => one.Participant == 8).Should().BeEquivalentTo(new { Percent = 52.8m, MetEightyPercent = false, Minutes = 285 });
        participants.Single(one => one.Participant == 13).Should().BeEquivalentTo(new { Percent = 88.9m, MetEightyPercent = true, Minutes = 480 });
        file.File.Delivery.Final!.Should().BeEquivalentTo(new { Met = new HeadCount(8, 5, 0, 0), EightyPercent = new HeadCount(7, 5, 0, 0), NoShows = 1 });
    }

    [Fact]
    public void R112_Example_B_ten_began_nine_completed_four_and_eight_attended_eighty_percent()
    {
        int[] samlinger = [6, 6, 6, 6, 6, 6, 6, 5, 4, 1];
        var file = Announced(PlanB);
        for (var samling = 1; samling <= 6; samling++)
        {
            ImmutableArray<ParticipantMinutes> met = [.. samlinger.Select((count, at) => (count, at)).Where(one => one.count >= samling).Select(one => new ParticipantMinutes(one.at + 1, one.at < 8 ? AttendeeKind.Patient : AttendeeKind.Relative, 135))];
            file.Records(samling, met).Logs(samling);
        }

        file.Does(Koord1, new FinishCourse(null, null, 0));

        file.File.Delivery.TotalTeachingMinutes.Should().Be(810);
        file.File.Delivery.Final!.Met.Total.Should().Be(10);
        Attendances.AttendedAtLeast(file.File.Delivery, 4).Should().Be(9);
        file.File.Delivery.Final.EightyPercent.Total.Should().Be(8);
        Attendances.ByParticipant(file.File.Delivery).Select(one => one.Percent).Should().Contain([83.3m, 66.7m]);
    }

    [Theory]
    [InlineData(432, true)]
    [InlineData(431, false)]
    public void R112_The_eighty_percent_limit_is_inclusive(int minutes, bool counts)
    {
        var file = Announced(PlanA).Records(1, [new(1, AttendeeKind.Patient, 285)]).Logs(1).Records(2, [new(1, AttendeeKind.Patient, minutes - 285)]);

        Attendances.ByParticipant(file.File.Delivery).Single().MetEightyPercent.Should().Be(counts);
    }

    [Fact]
    public void R115_The_next_samling_waits_for_the_day_log()
    {
        var file = Announced(PlanA).Records(1, DayA(1)).OnDayOf(2);
        var day2 = new RecordAttendance(2, Attendances.Count(DayA(2)), DayA(2));

        file.When(Fag1, day2).ShouldBeRefusedWith<PreviousDayLogMissing>();
        file.Logs(1, confirmed: false).When(Fag1, day2).ShouldGive<AttendanceRecorded>();
    }

    [Fact]
    public void Attendance_recorded_again_corrects_it() =>
        Announced(PlanA).Records(1, DayA(1)).Records(1, [.. DayA(1).Take(12)]).File.Delivery.Samling(1)!.Attendance!.Met.Total.Should().Be(12);

    [Fact]
    public void Final_figures_are_asked_for_where_they_cannot_be_computed()
    {
        var file = Announced(PlanA).OnDayOf(1).Does(Fag1, new RecordAttendance(1, new(8, 5, 0, 0), [])).Logs(1).OnDayOf(2).Does(Fag1, new RecordAttendance(2, new(7, 5, 0, 0), [])).Logs(2);

        file.When(Koord1, new FinishCourse(null, null, 1)).ShouldBeRefusedWith<FinalCountsMissing>();
        file.When(Koord1, new FinishCourse(new(8, 5, 0, 0), new(9, 5, 0, 0), 1)).ShouldBeRefusedWith<MoreThanMet>();
        file.When(Koord1, new FinishCourse(new(8, 5, 0, 0), new(7, 5, 0, 0), 1)).ShouldGive<CourseFinished>();
    }

    [Fact]
    public void Final_figures_that_contradict_the_lists_are_refused_and_so_is_finishing_too_early()
    {
        RunningA().When(Koord1, new FinishCourse(new(9, 5, 0, 0), null, 1)).ShouldBeRefusedWith<CountsDiffer>();
        Announced(PlanA).Records(1, DayA(1)).When(Koord1, new FinishCourse(null, null, 1)).ShouldBeRefusedWith<AttendanceMissing>();
    }
}
