using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class RerunTests
{
    int salts;

    /// <summary>A complete case with full medvirkning, decided to be permanent.</summary>
    static CaseFile Complete() => ContinuationTests.ReportSigned()
        .Given(Leder1, new ContinuationDecided(ContinuationOutcome.Permanent, 2, null), new GatePassed(Gate.G4b, null)).File;

    static Tilbud TilbudOf(CaseFile file, TilbudStatus status = TilbudStatus.Permanent) =>
        Tilbud.Unregistered(file.Identity!.Tilbud) with { Version = 1, Status = status, Cases = [file.Id] };

    static PermanentOffer Offer(CaseFile? file = null)
    {
        var complete = file ?? Complete();
        return PermanentOffer.Of(TilbudOf(complete), [complete])!;
    }

    RegisterRerun Asked(PermanentOffer? offer, TilbudId? tilbud = null) =>
        new RegisterRerun("2027-0001", tilbud ?? offer!.Tilbud, [ReporterCategory.Fagperson], Written("kurset ble fullt"), "gjentak")
            .RestingOn(offer, null, () => $"{++salts:x32}");

    TestCase Begun(PermanentOffer? offer = null)
    {
        var file = Empty().At(new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));
        file.When(Koord1, Asked(offer ?? Offer())).Should().BeOfType<Decision.Accepted>();
        return file;
    }

    [Fact]
    public void R141_A_rerun_skips_G0_and_G1_and_no_other_gate() =>
        Enum.GetValues<Gate>().Where(gate => !PhaseMachine.Applies(gate, CaseFlow.Gjentak)).Should().Equal(Gate.G0, Gate.G1);

    [Theory]
    [InlineData(CaseFlow.Ny)]
    [InlineData(CaseFlow.Revisjon)]
    public void R141_Every_other_way_passes_every_gate_itself(CaseFlow flow)
    {
        Enum.GetValues<Gate>().Should().OnlyContain(gate => PhaseMachine.Applies(gate, flow));
        PhaseMachine.FirstPhase(flow).Should().Be(Phase.Forankring);
    }

    [Fact]
    public void R141_A_rerun_begins_in_planning_and_G1_can_be_neither_passed_nor_frozen_there()
    {
        var file = Begun();

        file.File.Phase.Should().Be(Phase.Planning);
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain(new NotThisGatesPhase(Gate.G1));
        PhaseMachine.Allows(file.Context(Koord1), Gate.G1).Should().BeFalse();
        file.When(Koord1, new FreezePackage(Gate.G1)).ShouldBeRefusedWith<NotThisGatesPhase>();
    }

    [Fact]
    public void R141_The_joint_gates_of_a_rerun_ask_all_that_they_ask_of_a_new_offer()
    {
        var names = Begun().Context(Koord1);

        PhaseMachine.Unmet(names, Gate.G2).Select(reason => reason.Code).Should().Contain(
            ["SideMissing", "ValidMeetingMissing", "PackageNotFrozen", "MissingSignOff", "BudgetNotApproved", "AnnouncementNotRead", "ChangesUntreated"]);
    }

    [Fact]
    public void R140_A_rerun_needs_a_permanent_offer_with_both_sides_sign_offs_behind_it()
    {
        var complete = Complete();

        PermanentOffer.Of(TilbudOf(complete, TilbudStatus.Trial), [complete]).Should().BeNull("the leader has not decided");
        PermanentOffer.Of(TilbudOf(complete), []).Should().BeNull("the one who asks can read no complete case");
        PermanentOffer.Of(TilbudOf(complete), [complete with { Phase = Phase.Evaluation }]).Should().BeNull("no case is complete");
        foreach (var gate in new[] { Gate.G1, Gate.G2, Gate.G3, Gate.G4 })
        {
            var without = ContinuationTests.ReportSigned(notSignedByBruker: gate)
                .Given(Leder1, new ContinuationDecided(ContinuationOutcome.Permanent, 2, null), new GatePassed(Gate.G4b, null)).File;
            PermanentOffer.Of(TilbudOf(without), [without]).Should().BeNull($"{gate} lacks the brukerrepresentant");
        }

        Empty().When(Koord1, Asked(null, complete.Identity!.Tilbud)).ShouldBeRefusedWith<NoApprovedOffer>();
        Empty().When(Koord1, Asked(Offer(), new(Guid.NewGuid()))).ShouldBeRefusedWith<NoApprovedOffer>();
    }

    [Fact]
    public void R140_A_need_cannot_call_itself_a_rerun() =>
        Empty().When(Koord1, new RegisterNeed("2027-0002", Written("Snarvei"), Lms, [Nevrologisk], new(Guid.NewGuid()), TilbudType.Diagnosespesifikt, [ParticipantKind.Pasient],
            [ReporterCategory.Fagperson], Written("alle"), Written("fort"), CaseFlow.Gjentak)).ShouldBeRefusedWith<NoApprovedOffer>();

    [Fact]
    public void R140_The_guard_itself_asks_what_a_rerun_rests_on()
    {
        var bare = Registered().Given(Koord1, new NeedRegistered("2027-0003", Sealed("x"), Lms, [Nevrologisk], Koord1, new(Guid.NewGuid()), TilbudType.Diagnosespesifikt,
            [ParticipantKind.Pasient], [ReporterCategory.Fagperson], Sealed("x"), Sealed("x"), true, CaseFlow.Gjentak));

        PhaseMachine.Unmet(bare.Context(Koord1), Gate.G2).Should().Contain(new NoApprovedOffer());
        PhaseMachine.Unmet(Begun().Context(Koord1), Gate.G2).Should().NotContain(new NoApprovedOffer());
    }

    [Fact]
    public void R142_Every_change_of_the_last_run_is_treated_before_the_plan_can_be_frozen()
    {
        var file = Begun();
        file.Member(Fag1, Side.Fag).Member(Br1, Side.Bruker);
        file.File.Rerun!.Changes.Should().HaveCount(2);

        file.Does(Br1, new TreatChange(1, ChangeOutcome.Done));
        PlanCompleteness.Unmet(file.Context(Koord1)).Should().Contain(new ChangesUntreated());
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G2).Should().Contain(new ChangesUntreated());
        file.Does(Fag1, new TreatChange(2, ChangeOutcome.Rejected, Written("skjemaet er avviklet i avdelingen")));

        PlanCompleteness.Unmet(file.Context(Koord1)).Should().NotContain(new ChangesUntreated());
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G2).Should().NotContain(new ChangesUntreated());
        file.File.Rerun!.TreatmentOf(2).Should().BeEquivalentTo(new { Outcome = ChangeOutcome.Rejected, By = Fag1, Side = Side.Fag });
    }

    [Theory]
    [InlineData(ChangeOutcome.Postponed)]
    [InlineData(ChangeOutcome.Rejected)]
    public void R142_Not_doing_a_change_needs_a_reason(ChangeOutcome outcome)
    {
        var file = Begun().Member(Br1, Side.Bruker);

        file.When(Br1, new TreatChange(1, outcome)).ShouldBeRefusedWith<TextTooShort>();
        file.When(Br1, new TreatChange(3, outcome, Written("finnes ikke i listen"))).ShouldBeRefusedWith<NoSuchChange>();
        file.When(Br1, new TreatChange(1, outcome, Written("kommer i neste kurs"))).ShouldGive<ChangeTreated>();
    }

    [Fact]
    public void R142_What_was_postponed_comes_again_in_the_next_run()
    {
        var second = Begun().Member(Br1, Side.Bruker)
            .Does(Br1, new TreatChange(1, ChangeOutcome.Done)).Does(Br1, new TreatChange(2, ChangeOutcome.Postponed, Written("rekker det ikke nå")));
        var complete = Complete();
        var last = second.File with { Phase = Phase.Ended, Continuation = complete.Continuation };

        var offer = PermanentOffer.Of(TilbudOf(complete), [complete, last])!;
        offer.Approved.Should().BeSameAs(complete, "the second run has not full medvirkning");
        var third = Begun(offer);

        third.File.Rerun!.Changes.Select(change => change.What.Value).Should().Equal("medisinskjema før kurset");
    }

    [Fact]
    public void R142_The_list_stands_still_while_the_plan_is_signed()
    {
        var file = Begun().Member(Br1, Side.Bruker);
        file.Given(Koord1, new PackageFrozen(Gate.G2, 1, [], "hash"));

        file.When(Br1, new TreatChange(1, ChangeOutcome.Done)).ShouldBeRefusedWith<ChangeListIsSettled>();
    }

    [Fact]
    public void R143_A_permanent_offer_is_revised_within_36_months_or_shows_a_flag()
    {
        var offer = Offer();
        var established = OsloTime.Date(offer.EstablishedAt);

        offer.RevisionIsDue(established.AddMonths(36)).Should().BeFalse();
        offer.RevisionIsDue(established.AddMonths(36).AddDays(1)).Should().BeTrue();
    }

    [Fact]
    public void R144_The_previous_group_is_suggested_and_nobody_is_appointed()
    {
        var file = Begun();

        file.File.Group.Members.Should().BeEmpty();
        file.File.Rerun!.Suggested.Select(member => member.Person).Should().Contain([Fag1, Fag2, Br1, Br2]);
    }

    [Fact]
    public void R030_An_earlier_role_clarification_holds_for_the_same_assignment_and_for_24_months()
    {
        var offer = Offer();
        TestCase With(AssignmentType assignment) => Begun(offer).Given(Koord1, new MemberAppointed(Br1, Side.Bruker, assignment, Perspective.Pasient, new(2025, 9, 1), new(2030, 12, 31), Fag1, null, false, null, null));
        var accepted = offer.Last.Group.Members.First(member => member.Person == Br1).Clarification!.AcceptedOn!.Value;

        bool Clarified(TestCase file, DateOnly day) => file.File.Group.Members[0].ClarifiedOn(day, Settings.Default.RoleClarificationMonths);
        Clarified(With(AssignmentType.PaVegneAv), accepted.AddMonths(24)).Should().BeTrue();
        Clarified(With(AssignmentType.PaVegneAv), accepted.AddMonths(24).AddDays(1)).Should().BeFalse();
        Clarified(With(AssignmentType.MedKursleder), accepted.AddMonths(1)).Should().BeFalse();
        PhaseMachine.Unmet(With(AssignmentType.MedKursleder).Context(Koord1), Gate.G2).Should().Contain(new RoleClarificationOutstanding());
    }

    [Fact]
    public void Documents_are_copies_of_what_was_signed_under_fresh_seals_and_without_dates()
    {
        var complete = Complete();
        var programme = complete.Documents.Latest(DocumentKind.D13)!;
        var signed = complete with { Documents = complete.Documents.With(new(DocumentKind.D13, [programme with { Status = DocumentStatus.SignedOff }])) };

        var copy = (ProgrammeContent)Begun(Offer(signed)).File.Documents.Latest(DocumentKind.D13)!.Content;
        var original = (ProgrammeContent)programme.Content;

        copy.FirstDay.Should().BeNull();
        ProgrammeFigures.Of(copy).TeachingMinutes.Should().Be(ProgrammeFigures.Of(original).TeachingMinutes);
        copy.Samlinger[0].Items[0].Title!.Value.Should().Be(original.Samlinger[0].Items[0].Title!.Value);
        copy.Samlinger[0].Items[0].Title!.Commitment.Should().NotBe(original.Samlinger[0].Items[0].Title!.Commitment);
    }

    [Fact]
    public void A_programme_that_names_somebody_outside_the_group_cannot_be_frozen()
    {
        var complete = Complete();
        var signed = complete with { Documents = complete.Documents.With(new(DocumentKind.D13, [complete.Documents.Latest(DocumentKind.D13)! with { Status = DocumentStatus.SignedOff }])) };
        var file = Begun(Offer(signed)).Member(Fag1, Side.Fag).Member(Br1, Side.Bruker);

        PlanCompleteness.Unmet(file.Context(Koord1)).Should().Contain(new UnknownResponsible());
        file.Member(Fag2, Side.Fag).Member(Fag3, Side.Fag).Member(Br2, Side.Bruker);
        PlanCompleteness.Unmet(file.Context(Koord1)).Should().NotContain(new UnknownResponsible());
    }

    [Fact]
    public void Asking_the_guard_about_a_rerun_allocates_nothing_while_the_conditions_hold()
    {
        var file = Begun().Member(Fag1, Side.Fag).Member(Br1, Side.Bruker).Does(Br1, new TreatChange(1, ChangeOutcome.Done)).Does(Br1, new TreatChange(2, ChangeOutcome.Done));
        var context = file.Context(Koord1);
        ImmutableArray<GateCondition> own = [.. PhaseMachine.Move(Gate.G2).Conditions.Where(condition => condition.Name.EndsWith("InGjentak", StringComparison.Ordinal))];
        own.Should().HaveCount(3).And.OnlyContain(condition => condition.Unmet(context) == null);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var condition in own) condition.Unmet(context);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }
}
