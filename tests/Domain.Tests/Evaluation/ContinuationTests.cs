using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.EvaluationCase;
using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class ContinuationTests
{
    static readonly DecideContinuation Permanent = new(ContinuationOutcome.Permanent, 2, null);

    /// <summary>In phase 5, every joint gate passed with both sides' signatures.</summary>
    internal static TestCase ReportSigned(RecommendationKind recommends = RecommendationKind.Continue, Func<TestCase, TestCase>? meanwhile = null, params Gate[] notSignedByBruker)
    {
        var file = Evaluated(recommends);
        file = meanwhile?.Invoke(file) ?? file;
        var gates = new[] { (Gate.G1, DocumentKind.D08), (Gate.G2, DocumentKind.D16), (Gate.G3, DocumentKind.D21), (Gate.G4, DocumentKind.D24) };
        foreach (var (gate, kind) in gates)
        {
            file.Given(Koord1, new DraftSaved(kind, 1, 1, Content("tekst")), new PackageFrozen(gate, 1, [new(kind, 1, CanonicalWriter.Hash(Content("tekst")))], "hash"));
            file.Given(Fag1, new SignOffGiven(gate, 1, "hash", Fag1, Side.Fag, 1, null));
            if (!notSignedByBruker.Contains(gate)) file.Given(Br1, new SignOffGiven(gate, 1, "hash", Br1, Side.Bruker, 1, null));
            file.Given(Koord1, new GateReopened(gate, ReopenCause.DocumentChanged), new GatePassed(gate, 1));
        }

        return file;
    }

    [Fact]
    public void The_leader_decides_after_G4_and_only_once()
    {
        Evaluated().When(Leder1, Permanent).ShouldBeRefusedWith<ReportNotApproved>();
        var file = ReportSigned().Does(Leder1, Permanent);

        file.File.Continuation.Should().BeEquivalentTo(new { Outcome = ContinuationOutcome.Permanent, RunsPerYear = 2, Leader = Leder1 });
        file.When(Leder1, Permanent).ShouldBeRefusedWith<ContinuationDecidedAlready>();
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G4b).Should().BeEmpty();
    }

    [Fact]
    public void Nobody_else_decides_on_continuation()
    {
        foreach (var person in new[] { Koord1, Fag1, Br1, Admin, Revisor }) ReportSigned().When(person, Permanent).ShouldBeRefusedWith<NotAllowed>();
    }

    [Theory]
    [InlineData(RecommendationKind.Revise, ContinuationOutcome.Continue)]
    [InlineData(RecommendationKind.Continue, ContinuationOutcome.Stop)]
    [InlineData(RecommendationKind.Stop, ContinuationOutcome.Permanent)]
    public void R138_Departing_from_the_joint_recommendation_needs_a_reason(RecommendationKind recommended, ContinuationOutcome outcome)
    {
        var decision = new DecideContinuation(outcome, 1, null);

        ReportSigned(recommended).When(Leder1, decision).ShouldBeRefusedWith<TextTooShort>();
        ReportSigned(recommended).When(Leder1, decision with { Reason = Written("rammene er endret siden i fjor") }).ShouldGive<ContinuationDecided>();
    }

    [Theory]
    [InlineData(RecommendationKind.Continue, ContinuationOutcome.Permanent)]
    [InlineData(RecommendationKind.Revise, ContinuationOutcome.Revise)]
    [InlineData(RecommendationKind.Pause, ContinuationOutcome.Pause)]
    public void R138_Following_the_recommendation_needs_no_reason(RecommendationKind recommended, ContinuationOutcome outcome) =>
        ReportSigned(recommended).When(Leder1, new DecideContinuation(outcome, 1, null)).ShouldGive<ContinuationDecided>();

    [Fact]
    public void R140_A_permanent_offer_needs_full_participation()
    {
        Medvirkning.Of(ReportSigned().File).Should().Be(Medvirkningsgrad.Full);
        var without = ReportSigned(notSignedByBruker: Gate.G3);

        Medvirkning.Of(without.File).Should().Be(Medvirkningsgrad.Delvis);
        without.When(Leder1, Permanent).ShouldBeRefusedWith<PermanentNeedsFullParticipation>();
        without.When(Leder1, new DecideContinuation(ContinuationOutcome.Continue, 1, null)).ShouldGive<ContinuationDecided>();
    }

    [Fact]
    public void N12_Without_the_user_side_at_G3_it_is_only_partly_documented() =>
        Medvirkning.Of(ReportSigned(notSignedByBruker: Gate.G3).File).Words().Nb.Should().Be("Delvis dokumentert");

    [Fact]
    public void Without_any_joint_gate_participation_is_not_documented() => Medvirkning.Of(WithGroup().File).Should().Be(Medvirkningsgrad.IkkeDokumentert);

    [Fact]
    public void R042_R140_A_meeting_that_was_not_valid_counts_once_the_missing_side_has_answered()
    {
        static TestCase Invalid(TestCase file) => file.HoldsAnother(MeetingType.Planning, Fag1, Koord1).Does(Fag1, MeetingCase.Minutes(2, 1));

        Medvirkning.Of(ReportSigned(meanwhile: Invalid).File).Should().Be(Medvirkningsgrad.Delvis);
        Medvirkning.Of(ReportSigned(meanwhile: file => Invalid(file).Does(Br1, new ConfirmProposal(2, 1))).File).Should().Be(Medvirkningsgrad.Full);
    }

    [Fact]
    public void A_permanent_offer_says_how_often() =>
        ReportSigned().When(Leder1, Permanent with { RunsPerYear = null }).ShouldBeRefusedWith<RunsPerYearOutOfRange>();

    [Fact]
    public void R136_Example_A_becomes_a_permanent_offer_and_version_2_is_drafted_with_two_linked_changes()
    {
        var registered = After(Registered().File, Empty().File, [Need()]);
        var file = ReportSigned();
        var before = file.File;
        var decided = file.When(Leder1, Permanent).ShouldGive<ContinuationDecided>();

        var tilbud = After(file.File, before, [decided], registered);

        tilbud.Should().BeEquivalentTo(new { Status = TilbudStatus.Permanent, RunsPerYear = 2 });
        tilbud.Latest!.Number.Should().Be(2);
        tilbud.Latest.Changes.Select(change => (change.Case, change.Number, change.Owner)).Should().Equal((before.Id, 1, Koord1), (before.Id, 2, Fag1));
    }

    [Fact]
    public void R141_Another_case_takes_up_a_tilbud_that_exists()
    {
        var registered = After(Registered().File, Empty().File, [Need()]);

        TilbudFollowUp.Of(Empty().File, [Need()], registered).Should().Equal(new TilbudTakenUp(Empty().File.Id));
    }

    [Fact]
    public void A_tilbud_is_on_trial_once_its_course_is_announced_and_ends_when_the_leader_stops_it()
    {
        var registered = After(Registered().File, Empty().File, [Need()]);
        registered.Status.Should().Be(TilbudStatus.UnderEstablishment);

        var trial = After(Registered().File, Registered().File, [new CourseAnnounced(RunCase.PlanA, new(2026, 2, 6), 8, 16, true)], registered);
        trial.Status.Should().Be(TilbudStatus.Trial);
        var ended = After(Evaluated().File, Evaluated().File, [new ContinuationDecided(ContinuationOutcome.Stop, null, Sealed("slutt"))], trial);
        ended.Should().BeEquivalentTo(new { Status = TilbudStatus.Ended });
        ended.Versions.Should().ContainSingle("what is stopped has no next version");
    }

    [Fact]
    public void Facts_that_do_not_concern_the_tilbud_ask_nothing_of_it()
    {
        TilbudFollowUp.Concerns([new CaseResumed()]).Should().BeFalse();
        TilbudFollowUp.Stream(Empty().File, [Need()]).Should().Be(Need().Tilbud);
    }

    static NeedRegistered Need() => new(
        "2025-0041", Sealed("Mestringskurs"), Lms, [Nevrologisk], Koord1, new(Guid.Parse("00000000-0000-0000-0000-0000000000f1")), TilbudType.Diagnosespesifikt,
        [ParticipantKind.Pasient], [ReporterCategory.Brukerorganisasjon], Sealed("voksne"), Sealed("behov"), true, CaseFlow.Ny);

    static Tilbud After(CaseFile file, CaseFile before, ImmutableArray<Fact> facts, Tilbud? tilbud = null)
    {
        tilbud ??= Tilbud.Unregistered(file.Identity!.Tilbud);
        return TilbudFollowUp.Of(before, facts, tilbud).Aggregate(tilbud, (state, fact) => state.After(fact, new(Start, Koord1, Role.Koordinator, "test")));
    }
}
