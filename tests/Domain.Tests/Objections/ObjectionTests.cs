using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class ObjectionTests
{
    static RaiseObjection Objection(string reason = "deltakerne trenger veien videre") => new(Gate.G1, Written(reason), null);

    static TestCase Passed() => AtG1().Signed(Fag1, Gate.G1).Signed(Br1, Gate.G1).Given(Koord1, new GatePassed(Gate.G1, 1));

    [Fact]
    public void R094_An_objection_needs_a_reason_of_ten_characters() =>
        AtG1().When(Br2, Objection("for kort")).ShouldBeRefusedWith<TextTooShort>();

    [Fact]
    public void R095_An_open_objection_blocks_the_gate_even_when_both_sides_have_signed()
    {
        var file = AtG1().Signed(Fag1, Gate.G1).Signed(Br1, Gate.G1);

        file.When(Br2, Objection()).ShouldGive<ObjectionRaised>();
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().BeEquivalentTo([new ObjectionIsOpen()]);
    }

    [Fact]
    public void R096_The_dialogue_meeting_is_due_after_14_days() =>
        AtG1().When(Br2, Objection()).ShouldGive<ObjectionRaised>().DialogueDue.Should().Be(new DateOnly(2025, 9, 16));

    [Fact]
    public void R098_Only_the_objectors_side_can_withdraw_it()
    {
        var file = AtG1();
        file.When(Br2, Objection());

        file.When(Fag1, new WithdrawObjection(1)).ShouldBeRefusedWith<OnlyObjectorsSide>();
        file.When(Koord1, new WithdrawObjection(1)).ShouldBeRefusedWith<NotAllowed>();
        file.When(Leder1, new WithdrawObjection(1)).ShouldBeRefusedWith<NotAllowed>();
        file.When(Br1, new WithdrawObjection(1)).ShouldGive<ObjectionWithdrawn>();
        file.File.Objections.HasOpen.Should().BeFalse();
    }

    [Fact]
    public void R096_R097_Agreement_and_escalation_need_a_valid_dialogue_meeting()
    {
        var file = AtG1();
        file.When(Br2, Objection());

        file.When(Br2, new AgreeOnNewVersion(1, 1)).ShouldBeRefusedWith<ValidDialogueMissing>();
        file.When(Koord1, new EscalateObjection(1, 1)).ShouldBeRefusedWith<ValidDialogueMissing>();
    }

    [Fact]
    public void R096_Only_a_dialogue_held_after_the_objection_counts()
    {
        var file = AtG1().HoldsAnother(MeetingType.Dialogue, Fag1, Br2);
        file.When(Br2, Objection());

        file.When(Br2, new AgreeOnNewVersion(1, 1)).ShouldBeRefusedWith<ValidDialogueMissing>();
        file.HoldsAnother(MeetingType.Dialogue, Fag1, Br2).When(Br2, new AgreeOnNewVersion(1, 2)).ShouldGive<ObjectionAgreed>();
        file.File.SignOffs.Current(Gate.G1).Should().BeNull("a new version must be made and signed");
    }

    [Fact]
    public void R096_A_dialogue_without_a_brukerrepresentant_does_not_count()
    {
        var file = AtG1();
        file.When(Br2, Objection());

        file.HoldsAnother(MeetingType.Dialogue, Fag1, Koord1).When(Koord1, new EscalateObjection(1, 1)).ShouldBeRefusedWith<ValidDialogueMissing>();
    }

    [Fact]
    public void R099_After_the_leader_has_sent_it_back_a_new_dialogue_is_needed_before_it_can_be_lifted_again()
    {
        var file = AtG1();
        file.When(Br2, Objection());
        file.HoldsAnother(MeetingType.Dialogue, Fag1, Br2).Does(Koord1, new EscalateObjection(1, 1));
        file.Does(Leder1, new DecideEscalation(1, EscalationOutcome.Return, Written("se på tema seks en gang til")));

        file.When(Fag1, new EscalateObjection(1, 1)).ShouldBeRefusedWith<ValidDialogueMissing>();
        file.HoldsAnother(MeetingType.Dialogue, Fag1, Br2).When(Fag1, new EscalateObjection(1, 2)).ShouldGive<ObjectionEscalated>();
    }

    [Fact]
    public void R099_The_leader_decides_only_what_has_been_escalated()
    {
        var file = AtG1();
        file.When(Br2, Objection());

        file.When(Leder1, new DecideEscalation(1, EscalationOutcome.Dissent, Written("vi går videre med dissens"))).ShouldBeRefusedWith<NotEscalated>();
    }

    [Fact]
    public void R100_Dissent_lifts_the_block_but_never_replaces_a_sides_sign_off()
    {
        var file = AtG1().Signed(Fag1, Gate.G1);
        file.When(Br2, Objection());
        file.Given(Koord1, new ObjectionEscalated(1, 1));

        file.When(Leder1, new DecideEscalation(1, EscalationOutcome.Dissent, Written("vi går videre med dissens"))).ShouldGive<EscalationDecided>();
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().BeEquivalentTo([new MissingSignOff(Side.Bruker)]);
        file.Signed(Br1, Gate.G1);
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().BeEmpty();
        file.File.Objections.Numbered(1)!.Dissent!.Value.Should().Be("vi går videre med dissens", "R102: dissent is printed");
    }

    [Fact]
    public void R099_Returning_keeps_the_block_and_sets_a_new_date_for_dialogue()
    {
        var file = AtG1();
        file.When(Br2, Objection());
        file.Given(Koord1, new ObjectionEscalated(1, 1)).After(TimeSpan.FromDays(20));

        file.When(Leder1, new DecideEscalation(1, EscalationOutcome.Return, Written("se på tema seks en gang til")));
        file.File.Objections.Numbered(1)!.Should().BeEquivalentTo(new { Status = ObjectionStatus.Open, Blocks = true, DialogueDue = new DateOnly(2025, 10, 6) });
    }

    [Fact]
    public void R099_Stopping_cancels_the_case()
    {
        var file = AtG1();
        file.When(Br2, Objection());
        file.Given(Koord1, new ObjectionEscalated(1, 1));

        file.When(Leder1, new DecideEscalation(1, EscalationOutcome.Stop, Written("vi stopper her, takk til alle")));
        file.File.Standing.Should().Be(Standing.Cancelled);
    }

    [Fact]
    public void R086_Another_member_can_close_the_gate_again_within_three_working_days()
    {
        var file = Passed().At(new(2025, 9, 5, 15, 0, 0, TimeSpan.Zero));

        file.When(Br2, Objection()).ShouldGive<GateReopened>();
        file.File.Phase.Should().Be(Phase.NeedsAssessment);
        file.File.Passed(Gate.G1).Should().BeNull();
        file.File.Passings.Should().HaveCount(2, "the passing stays in the history");
    }

    [Fact]
    public void R086_After_three_working_days_it_is_too_late() =>
        Passed().At(new(2025, 9, 8, 8, 0, 0, TimeSpan.Zero)).When(Br2, Objection()).ShouldBeRefusedWith<ObjectionTooLate>();

    [Fact]
    public void R086_Who_approved_cannot_close_the_gate_on_their_own_approval() =>
        Passed().When(Br1, Objection()).ShouldBeRefusedWith<OwnApprovalStands>();

    [Fact]
    public void R101_A_safety_objection_names_a_safe_alternative_and_comes_from_a_fagperson()
    {
        AtG1().When(Br1, Objection() with { SafetyRisk = Written("fall"), SafeAlternative = Written("stol") }).ShouldBeRefusedWith<SafetyIsForFagpersoner>();
        AtG1().When(Fag1, Objection() with { SafetyRisk = Written("fall") }).ShouldBeRefusedWith<SafeAlternativeMissing>();
    }

    [Fact]
    public void R101_The_leader_cannot_override_a_safety_objection_before_the_responsible_physician_has_assessed_it()
    {
        var file = AtG1().Member(Fag3, Side.Fag, physician: true);
        file.When(Fag1, Objection() with { SafetyRisk = Written("fall"), SafeAlternative = Written("stol") });
        file.Given(Koord1, new ObjectionEscalated(1, 1));
        var dissent = new DecideEscalation(1, EscalationOutcome.Dissent, Written("vi går videre med dissens"));

        file.When(Leder1, dissent).ShouldBeRefusedWith<PhysicianMustAssess>();
        file.When(Fag1, new AssessSafetyConcern(1)).ShouldBeRefusedWith<PhysicianMustAssess>();
        file.When(Fag3, new AssessSafetyConcern(1)).ShouldGive<SafetyConcernAssessed>();
        file.When(Leder1, dissent).ShouldGive<EscalationDecided>();
    }
}
