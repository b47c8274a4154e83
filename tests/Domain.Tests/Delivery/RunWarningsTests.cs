using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.RunCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class RunWarningsTests
{
    static readonly DateTimeOffset EndOfDay1 = OsloTime.At(new(2026, 3, 11), TimeOnly.MinValue);

    static TestCase Day1() => Announced(PlanA).Records(1, DayA(1));

    static IEnumerable<Refusal> Warnings(TestCase file) => RunWarnings.Of(file.Context(Koord1));

    [Fact]
    public void R115_A_day_log_that_is_not_written_48_hours_after_the_day_is_a_warning()
    {
        Warnings(Day1().At(EndOfDay1.AddHours(48))).Should().BeEmpty("the limit is inclusive");
        Warnings(Day1().At(EndOfDay1.AddHours(48).AddMinutes(1))).Should().Equal(new DayLogOverdue(1));
        Warnings(Day1().Logs(1, confirmed: false).At(EndOfDay1.AddHours(49))).Should().BeEmpty();
    }

    [Fact]
    public void R115_A_samling_nobody_has_recorded_at_all_is_warned_of_too() =>
        Warnings(Announced(PlanA).At(EndOfDay1.AddDays(5))).Should().Equal(new DayLogOverdue(1), new DayLogOverdue(2));

    [Fact]
    public void R131_Thirty_days_after_the_last_samling_without_a_valid_evaluation_meeting_is_a_warning()
    {
        var latest = new DateOnly(2026, 4, 10);
        Warnings(FinishedA().At(On(latest))).Should().BeEmpty("the thirtieth day is in time");
        Warnings(FinishedA().At(On(latest.AddDays(1)))).Should().Equal(new EvaluationMeetingOverdue(latest));

        var held = FinishedA().HoldsAnother(MeetingType.Evaluation, Koord1, Fag1, Br1);
        held.Meeting().IsValid.Should().BeTrue();
        Warnings(held.At(On(latest.AddDays(1)))).Should().BeEmpty();
    }

    [Fact]
    public void R131_A_meeting_without_one_of_the_sides_does_not_take_the_warning_away() =>
        Warnings(FinishedA().HoldsAnother(MeetingType.Evaluation, Koord1, Fag1).At(On(new(2026, 4, 11)))).OfType<EvaluationMeetingOverdue>().Should().ContainSingle();

    [Fact]
    public void R131_An_evaluation_meeting_planned_too_late_is_warned_of_while_there_is_time()
    {
        var late = FinishedA();
        late.Does(Koord1, Plan(MeetingType.Evaluation, On(new(2026, 4, 20))));
        Warnings(late).Should().Equal(new EvaluationMeetingPlannedLate(new(2026, 4, 10)));

        late.Does(Koord1, Plan(MeetingType.Evaluation, On(new(2026, 4, 8))));
        Warnings(late).Should().BeEmpty("one of them is in time");
    }

    [Fact]
    public void R131_Before_the_course_has_begun_nothing_is_asked() => Warnings(Announced(PlanA)).Should().BeEmpty();

    [Fact]
    public void R115_R131_A_warning_stops_nothing_and_is_not_shown_in_a_closed_case()
    {
        var late = FinishedA().At(On(new(2026, 4, 11)));
        CaseWarnings.Of(late.Context(Koord1)).Should().Contain(warning => warning is EvaluationMeetingOverdue);
        late.Does(Koord1, Plan(MeetingType.Evaluation, late.Now.AddDays(8)));
        late.Does(Koord1, new CancelCase(Written("ingen kan holde kurset"))).Should().NotBeNull();
        CaseWarnings.Of(late.Context(Koord1)).Should().BeEmpty();
    }
}
