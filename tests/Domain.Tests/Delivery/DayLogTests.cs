using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.RunCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class DayLogTests
{
    static readonly WriteDayLog Log = new(1, Written("gruppen ønsker mer tid til samtale"), null, null);

    static TestCase Day1() => Announced(PlanA).Records(1, DayA(1));

    [Fact]
    public void R115_The_day_log_has_a_summary_of_the_oral_evaluation() =>
        Day1().When(Fag1, Log with { OralEvaluation = Written(" ") }).ShouldBeRefusedWith<FieldMissing>();

    [Fact]
    public void D20_Both_course_leaders_confirm_the_day_log()
    {
        var file = Day1().Does(Fag1, Log);
        file.File.Delivery.HasConfirmedDayLog(1).Should().BeFalse();

        file.Does(Br1, new ConfirmDayLog(1)).File.Delivery.HasConfirmedDayLog(1).Should().BeTrue();
    }

    [Fact]
    public void D20_A_rewritten_day_log_must_be_confirmed_again() =>
        Day1().Logs(1).Does(Br1, Log with { Adjustments = Written("lengre pause") }).File.Delivery.HasConfirmedDayLog(1).Should().BeFalse();

    [Fact]
    public void D20_Others_than_the_course_leaders_neither_write_nor_confirm()
    {
        Day1().When(Fag2, Log).ShouldBeRefusedWith<OnlyCourseLeaders>();
        Day1().Does(Fag1, Log).When(Koord1, new ConfirmDayLog(1)).ShouldBeRefusedWith<OnlyCourseLeaders>();
    }

    [Fact]
    public void R116_A_day_log_stands_still_while_the_run_is_being_signed()
    {
        var file = FinishedA().Given(Koord1, new DraftSaved(DocumentKind.D21, 1, 1, Content("oversikt")), new PackageFrozen(Gate.G3, 1, [new(DocumentKind.D21, 1, CanonicalWriter.Hash(Content("oversikt")))], "hash"));

        file.When(Fag1, Log).ShouldBeRefusedWith<RunIsSettled>();
        file.When(Br1, new ConfirmDayLog(1)).ShouldBeRefusedWith<RunIsSettled>();
    }

    [Fact]
    public void The_day_log_comes_after_the_attendance() => Announced(PlanA).OnDayOf(1).When(Fag1, Log).ShouldBeRefusedWith<AttendanceMissing>();

    [Theory]
    [InlineData("AV-2026-123", true)]
    [InlineData("", true)]
    [InlineData("deltaker falt i trappen", false)]
    [InlineData("AV", false)]
    [InlineData("01819010063", false)]
    public void R117_Of_an_incident_only_the_reference_is_kept(string reference, bool accepted)
    {
        var decision = Day1().When(Fag1, Log with { IncidentReference = reference });
        if (accepted) decision.ShouldGive<DayLogWritten>();
        else decision.ShouldBeRefusedWith<IncidentReferenceOnly>();
    }

    [Fact]
    public void G3_waits_for_attendance_and_confirmed_day_log_of_every_samling()
    {
        static Refusal? Unmet(TestCase file) => DeliveryConditions.EverySamlingRecorded.Unmet(file.Context(Koord1));

        Unmet(Approved()).Should().Be(new CourseNotAnnounced());
        Unmet(Announced(PlanA)).Should().Be(new AttendanceMissing(1));
        Unmet(Day1().Logs(1, confirmed: false)).Should().Be(new DayLogMissing(1));
        Unmet(Day1().Logs(1)).Should().Be(new AttendanceMissing(2));
        Unmet(RunningA()).Should().BeNull();
    }

    [Fact]
    public void D21_is_complete_when_the_course_is_finished_and_the_counts_are_delivered()
    {
        DeliveryCompleteness.Unmet(RunningA().Context(Koord1)).Should().BeEquivalentTo<Refusal>([new CourseNotFinished(), new CountsNotDelivered()]);
        DeliveryCompleteness.Unmet(FinishedA().Context(Koord1)).Should().BeEmpty();
    }

    [Fact]
    public void R105_A_course_that_is_not_coded_delivers_no_counts()
    {
        var file = Announced(PlanA, coded: false).Records(1, DayA(1)).Logs(1).Records(2, DayA(2)).Logs(2).Does(Koord1, new FinishCourse(null, null, 1));

        DeliveryCompleteness.Unmet(file.Context(Koord1)).Should().BeEmpty();
        file.When(Koord1, new DeliverCounts()).ShouldBeRefusedWith<NotForCoding>();
    }

    [Fact]
    public void Asking_about_the_run_allocates_nothing_when_all_is_recorded()
    {
        var context = RunningA().Context(Koord1);
        for (var warm = 0; warm < 100; warm++) DeliveryConditions.EverySamlingRecorded.Unmet(context).Should().BeNull();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var unmet = DeliveryConditions.EverySamlingRecorded.Unmet(context);
        var after = GC.GetAllocatedBytesForCurrentThread();

        unmet.Should().BeNull();
        (after - before).Should().Be(0);
    }
}

public sealed class ChangeProgrammeTests
{
    static readonly ChangeProgramme Change = new(2, ProgrammeChangeKind.Adjustment, Written("rettigheter får mer tid"), Written("deltakerne ba om det"), 275);

    static TestCase Day1() => Announced(PlanA).Records(1, DayA(1)).Logs(1);

    [Fact]
    public void R113_A_change_is_in_force_when_both_course_leaders_consent()
    {
        var file = Day1().Does(Fag1, Change);
        file.File.Delivery.TotalTeachingMinutes.Should().Be(540);

        file.When(Br1, new ConsentToProgrammeChange(1)).ShouldGive<ProgrammeChanged>();
        file.File.Delivery.TotalTeachingMinutes.Should().Be(560);
        file.When(Br1, new ConsentToProgrammeChange(1)).ShouldBeRefusedWith<NoOpenProgrammeChange>();
    }

    [Fact]
    public void R113_Others_than_the_course_leaders_neither_propose_nor_consent()
    {
        Day1().When(Koord1, Change).ShouldBeRefusedWith<OnlyCourseLeaders>();
        Day1().Does(Fag1, Change).When(Br2, new ConsentToProgrammeChange(1)).ShouldBeRefusedWith<OnlyCourseLeaders>();
    }

    [Fact]
    public void R113_Only_the_rest_of_the_programme_can_change() => Day1().When(Fag1, Change with { Samling = 1 }).ShouldBeRefusedWith<SamlingIsHeld>();

    [Fact]
    public void R113_A_change_needs_a_reason() => Day1().When(Fag1, Change with { Reason = Written("fordi") }).ShouldBeRefusedWith<TextTooShort>();

    [Fact]
    public void R114_Removing_the_last_lived_experience_item_is_a_recorded_deviation()
    {
        var onlyOne = new CoursePlan(1, [new(1, new(2026, 3, 10), 285, 0), new(2, new(2026, 3, 11), 255, 1)], [Fag1, Br1]);
        var file = Announced(onlyOne).Does(Fag1, Change with { Kind = ProgrammeChangeKind.RemoveExperienceItem, TeachingMinutes = 225 });
        file.File.Delivery.Deviations.Should().BeEmpty();

        file.When(Br1, new ConsentToProgrammeChange(1)).ShouldGive<DeviationLogged>();
        file.File.Delivery.Deviations.Should().ContainSingle(deviation => deviation.Kind == DeviationKind.ExperienceItemMissing && deviation.Samling == 2);
    }

    [Fact]
    public void R114_Removing_one_of_several_is_no_deviation() =>
        Day1().Does(Fag1, Change with { Kind = ProgrammeChangeKind.RemoveExperienceItem }).Does(Br1, new ConsentToProgrammeChange(1)).File.Delivery.Deviations.Should().BeEmpty();
}
