using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.RunCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class AnnounceCourseTests
{
    static readonly AnnounceCourse Announce = new(new(2026, 2, 6), 8, 16, IsCoded: true);

    /// <summary>G2 passed with a package whose announcement a brukerrepresentant has read.</summary>
    static TestCase Ready(ProgrammeContent? programme = null)
    {
        var file = Approved(programme).Given(Koord1, new DraftSaved(DocumentKind.D16, 1, 1, Content("kunngjøring")));
        var hash = CanonicalWriter.Hash(Content("kunngjøring"));
        return file.Given(Koord1, new PackageFrozen(Gate.G2, 1, [new(DocumentKind.D16, 1, hash)], "package")).Given(Br1, new AnnouncementAccepted(1, hash, Br1));
    }

    [Fact]
    public void R103_A_course_cannot_be_announced_before_G2()
    {
        var file = Ready().Given(Br1, new GateReopened(Gate.G2, ReopenCause.DocumentChanged));

        file.When(Koord1, Announce).ShouldBeRefusedWith<PlanNotApproved>();
    }

    [Fact]
    public void N05_A_course_cannot_be_announced_before_a_brukerrepresentant_has_read_the_announcement() =>
        Approved().When(Koord1, Announce).ShouldBeRefusedWith<AnnouncementNotRead>();

    [Fact]
    public void Announcing_pins_samlinger_minutes_and_leaders_of_the_signed_programme()
    {
        var file = Ready();

        var plan = file.When(Koord1, Announce).ShouldGive<CourseAnnounced>().Plan;
        plan.Samlinger.Should().Equal(new PlannedSamling(1, new(2026, 3, 10), 285, 1), new PlannedSamling(2, new(2026, 3, 11), 255, 2));
        plan.Leaders.Should().Equal(PlanCase.Fag1, PlanCase.Br1);
        file.File.Delivery.TotalTeachingMinutes.Should().Be(540);
    }

    [Fact]
    public void R065_A_course_whose_leaders_are_all_from_outside_the_case_cannot_be_announced() =>
        Ready(Programmes.Seal(Programmes.ExampleA with { Leaders = [Programmes.External("innleid", Side.Fag)] })).When(Koord1, Announce).ShouldBeRefusedWith<CourseLeaderMissing>();

    [Fact]
    public void A_programme_without_dates_cannot_be_announced() =>
        Ready(ProgrammeContent.Empty).When(Koord1, Announce).ShouldBeRefusedWith<ProgrammeHasNoSamlinger>();

    [Fact]
    public void R074_The_registration_deadline_is_before_the_first_samling() =>
        Ready().When(Koord1, Announce with { RegistrationDeadline = new(2026, 3, 10) }).ShouldBeRefusedWith<DeadlineAfterStart>();

    [Fact]
    public void R108_Minimum_is_not_above_maximum() => Ready().When(Koord1, Announce with { Minimum = 17 }).ShouldBeRefusedWith<PlacesOutOfRange>();

    [Theory]
    [InlineData(TilbudType.Lavterskel)]
    [InlineData(TilbudType.Helsepedagogisk)]
    public void R105_R008_N13_Low_threshold_and_professional_courses_are_never_coded(TilbudType type)
    {
        var context = Ready().Context(Koord1);
        context = context with { Case = context.Case with { Identity = context.Case.Identity! with { Type = type } } };

        Announce.Decide(context).ShouldBeRefusedWith<NotForCoding>();
        (Announce with { IsCoded = false }).Decide(context).Should().BeOfType<Decision.Accepted>();
    }

    [Fact]
    public void A_course_that_has_started_is_not_announced_again() => RunningA().When(Koord1, Announce).ShouldBeRefusedWith<CourseHasStarted>();
}

public sealed class RegistrationTests
{
    static TestCase TooFew() => Announced(PlanA).Does(Koord1, new RegisterParticipants(new(3, 2, 0, 0), 0)).At(On(new(2026, 2, 7)));

    [Fact]
    public void R106_Only_counts_are_registered() =>
        typeof(RegisterParticipants).GetConstructors()[0].GetParameters().Select(parameter => parameter.ParameterType).Should().Equal(typeof(HeadCount), typeof(int));

    [Fact]
    public void R107_With_too_few_the_course_waits_for_one_from_each_side()
    {
        var file = TooFew().OnDayOf(1);
        file.When(Fag1, new RecordAttendance(1, new(3, 2, 0, 0), [])).ShouldBeRefusedWith<TooFewParticipants>();

        file.Does(Fag1, new ChooseRunOutcome(RunOutcome.Run, null)).Does(Fag2, new ChooseRunOutcome(RunOutcome.Run, null));
        file.When(Fag1, new RecordAttendance(1, new(3, 2, 0, 0), [])).ShouldBeRefusedWith<TooFewParticipants>();
        file.When(Br2, new ChooseRunOutcome(RunOutcome.Run, null)).ShouldGive<RunDecided>();
        file.When(Fag1, new RecordAttendance(1, new(3, 2, 0, 0), [])).ShouldGive<AttendanceRecorded>();
    }

    [Fact]
    public void R107_Different_choices_decide_nothing()
    {
        var file = TooFew().Does(Fag1, new ChooseRunOutcome(RunOutcome.Run, null)).Does(Br1, new ChooseRunOutcome(RunOutcome.Postpone, Written("vi prøver igjen til våren")));

        file.File.Delivery.Decided.Should().BeNull();
        file.Does(Fag1, new ChooseRunOutcome(RunOutcome.Postpone, Written("enig, til våren igjen"))).File.Delivery.Standing.Should().Be(RunStanding.Postponed);
    }

    [Fact]
    public void R107_Cancelling_together_ends_the_case()
    {
        var file = TooFew().Does(Fag1, new ChooseRunOutcome(RunOutcome.Cancel, Written("for få påmeldte denne gangen")));

        file.Does(Br1, new ChooseRunOutcome(RunOutcome.Cancel, Written("for få påmeldte denne gangen"))).File.Standing.Should().Be(Standing.Cancelled);
    }

    [Fact]
    public void R107_With_enough_participants_there_is_nothing_to_decide_and_the_koordinator_never_decides_alone()
    {
        Announced(PlanA).When(Fag1, new ChooseRunOutcome(RunOutcome.Cancel, Written("vi vil ikke likevel"))).ShouldBeRefusedWith<EnoughParticipants>();
        TooFew().When(Koord1, new ChooseRunOutcome(RunOutcome.Run, null)).ShouldBeRefusedWith<NotAllowed>();
    }

    [Fact]
    public void R107_For_illness_or_safety_the_koordinator_postpones_alone() =>
        Announced(PlanA).Does(Koord1, new PostponeForSafety(Written("begge kurslederne er forhindret"))).File.Delivery.Standing.Should().Be(RunStanding.Postponed);

    [Fact]
    public void Negative_counts_are_refused() => Announced(PlanA).When(Koord1, new RegisterParticipants(new(-1, 0, 0, 0), 0)).ShouldBeRefusedWith<NegativeCount>();

    [Fact]
    public void Readiness_needs_a_complete_checklist()
    {
        Announced(PlanA).When(Koord1, new ConfirmReadiness()).ShouldBeRefusedWith<DocumentMissing>();
        Announced(PlanA).Given(Koord1, new DraftSaved(DocumentKind.D18, 1, 1, Content("rom"))).When(Koord1, new ConfirmReadiness()).ShouldGive<ReadinessConfirmed>();
    }
}
