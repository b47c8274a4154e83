using static LmsWorkflow.Domain.Tests.EvaluationCase;
using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class CollaborationTests
{
    [Fact]
    public void R133_Every_member_answers_once_with_eight_ratings()
    {
        var file = RunCase.FinishedA().Collaborates(Fag1, 5, 4, 4, 5, 5, 4, 4, 5);

        file.When(Fag1, new AnswerCollaboration([5, 4, 4, 5, 5, 4, 4, 5], null)).ShouldBeRefusedWith<AlreadyAnswered>();
        file.When(Br1, new AnswerCollaboration([5, 4, 4], null)).ShouldBeRefusedWith<RatingsIncomplete>();
        file.When(Br1, new AnswerCollaboration([6, 4, 4, 5, 5, 4, 4, 5], null)).ShouldBeRefusedWith<RatingsIncomplete>();
        file.When(Koord1, new AnswerCollaboration([5, 4, 4, 5, 5, 4, 4, 5], null)).ShouldBeRefusedWith<NotAllowed>();
        RunCase.RunningA().When(Br1, new AnswerCollaboration([5, 4, 4, 5, 5, 4, 4, 5], null)).ShouldBeRefusedWith<CourseNotFinished>();
    }

    [Fact]
    public void R133_G4_needs_an_answer_from_each_side()
    {
        var file = RunCase.FinishedA().Collaborates(Fag1, 5, 4, 4, 5, 5, 4, 4, 5);
        EvaluationConditions.CollaborationAnsweredByBothSides.Unmet(file.Context(Koord1)).Should().Be(new CollaborationAnswerMissing(Side.Bruker));

        EvaluationConditions.CollaborationAnsweredByBothSides.Unmet(file.Collaborates(Br2, 3, 4, 4, 5, 5, 4, 4, 5).Context(Koord1)).Should().BeNull();
    }

    [Fact]
    public void R134_Example_B_same_information_has_a_gap_of_two_and_is_flagged()
    {
        var file = RunCase.FinishedA()
            .Collaborates(Fag1, 5, 4, 4, 5, 5, 4, 4, 5).Collaborates(Fag2, 4, 4, 4, 5, 5, 4, 4, 5)
            .Collaborates(Br1, 3, 4, 4, 5, 5, 4, 4, 5).Collaborates(Br2, 2, 4, 4, 5, 5, 4, 4, 5);

        var gap = CollaborationGap.Of(file.File.Evaluation).Should().ContainSingle(one => one.IsFlagged).Subject;
        gap.Should().BeEquivalentTo(new { Statement = 1, FagMean = 4.5m, BrukerMean = 2.5m, Gap = 2.0m });
    }

    [Fact]
    public void R134_A_gap_in_either_direction_of_one_or_more_asks_for_a_change_that_answers_it()
    {
        var file = ClosedA().Collaborates(Fag1, 3, 4, 4, 5, 5, 4, 4, 5).Collaborates(Br1, 4, 4, 4, 5, 5, 4, 4, 5);
        ReportCompleteness.Unmet(file.Context(Koord1)).Should().Contain(new CollaborationGapUntreated(1));

        file.Does(Br1, new AddChangeProposal(Written("innkalling fra systemet til alle"), Koord1, new(2027, 1, 10), 2, Statement: 1));
        ReportCompleteness.Unmet(file.Context(Koord1)).Should().NotContain(reason => reason is CollaborationGapUntreated);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void Averages_are_not_shown_when_one_of_them_would_be_one_persons_rating_but_the_task_of_R134_is_still_made(int fag, int bruker)
    {
        var file = ClosedA();
        foreach (var person in new[] { Fag1, Fag2 }.Take(fag)) file.Collaborates(person, 5, 4, 4, 5, 5, 4, 4, 5);
        foreach (var person in new[] { Br1, Br2 }.Take(bruker)) file.Collaborates(person, 2, 4, 4, 5, 5, 4, 4, 5);

        var gaps = CollaborationGap.Of(file.File.Evaluation);
        gaps.Should().HaveCount(8).And.OnlyContain(gap => gap.IsSuppressed && gap.FagMean == null && gap.BrukerMean == null && gap.Gap == null);
        gaps.Where(gap => gap.IsFlagged).Select(gap => gap.Statement).Should().Equal(1);
        ReportCompleteness.Unmet(file.Context(Koord1)).Should().Contain(new CollaborationGapUntreated(1));
    }

    [Fact]
    public void The_statements_are_eight() => CollaborationStatements.All.Should().HaveCount(8);
}

public sealed class ReportTests
{
    [Fact]
    public void R131_The_report_waits_for_a_valid_evaluation_meeting() =>
        ReportCompleteness.Unmet(ClosedA().HoldsAnother(MeetingType.Evaluation, Fag1, Koord1).Context(Koord1)).Should().Contain(new ValidMeetingMissing(MeetingType.Evaluation));

    [Fact]
    public void The_report_lists_all_that_is_missing_and_nothing_when_all_is_there()
    {
        ReportCompleteness.Unmet(RunCase.FinishedA().Context(Koord1)).Select(reason => reason.Code).Should().BeEquivalentTo(
            "ValidMeetingMissing", "ParticipantEvaluationNotClosed", "CollaborationAnswerMissing", "LearningPointMissing", "RecommendationMissing");
        ReportCompleteness.Unmet(Evaluated().Context(Koord1)).Should().BeEmpty();
    }

    [Fact]
    public void R136_A_change_has_owner_due_date_and_target_version()
    {
        var change = new AddChangeProposal(Written("rettigheter 60 minutter"), Koord1, new(2027, 9, 1), 2);

        ClosedA().When(Br1, change with { Owner = new(Guid.NewGuid()) }).ShouldBeRefusedWith<UnknownPerson>();
        ClosedA().When(Br1, change with { Due = new(2020, 1, 1) }).ShouldBeRefusedWith<DueInThePast>();
        ClosedA().When(Br1, change with { TargetVersion = 0 }).ShouldBeRefusedWith<TargetVersionMissing>();
        ClosedA().When(Br1, change).ShouldGive<ChangeProposed>().Side.Should().Be(Side.Bruker);
    }

    [Fact]
    public void R083_Recommendation_and_changes_stand_still_while_the_report_is_being_signed()
    {
        var file = Evaluated().Given(Koord1, new DraftSaved(DocumentKind.D24, 1, 1, Content("rapport"))).Freeze(Gate.G4, 1, 1);

        file.When(Br1, new Recommend(RecommendationKind.Stop, null, null)).ShouldBeRefusedWith<ReportIsFrozen>();
        file.When(Br1, new AddChangeProposal(Written("noe helt annet"), Koord1, new(2027, 9, 1), 2)).ShouldBeRefusedWith<ReportIsFrozen>();
        file.When(Br1, new RecordLearningPoint(Written("vi lærte mye"))).ShouldBeRefusedWith<ReportIsFrozen>();
    }

    [Theory]
    [InlineData("fortsette", true)]
    [InlineData("avslutte", false)]
    public void R137_The_recommendation_in_the_report_is_the_one_the_group_has_registered(string written, bool complete)
    {
        var file = Evaluated().Given(Koord1, new DraftSaved(DocumentKind.D24, 1, 1, new FormContent([new("anbefaling", FieldValue.OfChoice(written))])));

        ReportCompleteness.Unmet(file.Context(Koord1)).OfType<RecommendationDiffers>().Any().Should().Be(!complete);
    }

    [Fact]
    public void R102_A_recorded_dissent_is_printed_in_the_report()
    {
        var file = Evaluated().Given(Br1, new ObjectionRaised(1, Gate.G2, 1, Br1, Side.Bruker, Sealed("uenig i tema seks"), null, null, null, new(2026, 1, 1)))
            .Given(Leder1, new EscalationDecided(1, EscalationOutcome.Dissent, Sealed("dissens fra brukersiden")));
        ReportCompleteness.Unmet(file.Context(Koord1)).Should().Equal(new DissentNotInReport());

        file.Given(Koord1, new DraftSaved(DocumentKind.D24, 1, 1, new FormContent([new("dissens", FieldValue.Of(Sealed("dissens fra brukersiden")))])));
        ReportCompleteness.Unmet(file.Context(Koord1)).Should().BeEmpty();
    }

    [Fact]
    public void R137_Nothing_is_recommended_before_the_course_is_finished() =>
        RunCase.RunningA().When(Br1, new Recommend(RecommendationKind.Continue)).ShouldBeRefusedWith<CourseNotFinished>();

    [Fact]
    public void A_learning_point_is_enough_for_the_gate()
    {
        EvaluationConditions.LearningPointRecorded.Unmet(ClosedA().Context(Koord1)).Should().Be(new LearningPointMissing());
        EvaluationConditions.LearningPointRecorded.Unmet(ClosedA().Does(Br1, new RecordLearningPoint(Written("vi lærte mye"))).Context(Koord1)).Should().BeNull();
    }

    [Fact]
    public void Asking_about_the_evaluation_allocates_nothing_when_all_is_there()
    {
        var context = Evaluated().Context(Koord1);
        GateCondition[] conditions =
        [
            EvaluationConditions.ParticipantEvaluationClosed, EvaluationConditions.CollaborationAnsweredByBothSides, EvaluationConditions.LearningPointRecorded,
            MeetingConditions.EvaluationMeetingHeld, MeetingConditions.EvaluationProposalsSettled, MeetingConditions.PlanningProposalsSettled,
        ];
        var unmet = 0;
        void Ask()
        {
            foreach (var condition in conditions)
                if (condition.Unmet(context) is not null) unmet++;
        }

        for (var warm = 0; warm < 100; warm++) Ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();
        var after = GC.GetAllocatedBytesForCurrentThread();

        unmet.Should().Be(0);
        (after - before).Should().Be(0);
    }
}
