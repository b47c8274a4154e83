using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class GiveSignOffTests
{
    [Fact]
    public void R078_One_from_each_side_on_the_same_package_opens_the_gate()
    {
        var file = AtG1().Signed(Fag1, Gate.G1).Signed(Br1, Gate.G1);

        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().BeEmpty();
    }

    [Theory]
    [InlineData(Side.Fag)]
    [InlineData(Side.Bruker)]
    public void R078_One_side_alone_never_opens_the_gate_however_many_sign(Side side)
    {
        var file = AtG1();
        foreach (var person in side == Side.Fag ? new[] { Fag1, Fag2 } : [Br1, Br2]) file.Signed(person, Gate.G1);

        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain(new MissingSignOff(side.Other()));
    }

    [Fact]
    public void R079_One_person_can_never_sign_for_both_sides()
    {
        var file = AtG1().Signed(Fag1, Gate.G1).Given(Koord1, new MemberLeft(Fag1, false, false))
            .Given(Koord1, new MemberAppointed(Fag1, Side.Bruker, AssignmentType.PaVegneAv, null, new(2025, 9, 1), new(2026, 9, 1), Koord1, null, false, null, null))
            .Given(Fag1, new RoleClarificationOffered(Fag1, Sealed("a"), Sealed("b"), Sealed("c"), Sealed("d"), Sealed("e")), new RoleClarificationAccepted(Fag1))
            .Opened(Fag1, Gate.G1);

        file.When(Fag1, file.SignOff(Gate.G1)).ShouldBeRefusedWith<SignedForOtherSide>();
    }

    public static TheoryData<string> NotAppointed => ["Koord1", "Leder1", "Admin", "Revisor", "Outsider"];

    [Theory]
    [MemberData(nameof(NotAppointed))]
    public void R080_Nobody_without_an_appointment_can_sign(string who)
    {
        var person = who switch { "Koord1" => Koord1, "Leder1" => Leder1, "Admin" => Admin, "Revisor" => Revisor, _ => Outsider };
        var file = AtG1().Opened(person, Gate.G1);

        file.When(person, file.SignOff(Gate.G1)).ShouldBeRefusedWith<NotAllowed>();
    }

    [Fact]
    public void R081_Time_alone_never_gives_a_sign_off()
    {
        var file = AtG1().Signed(Fag1, Gate.G1).After(TimeSpan.FromDays(400));

        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain(new MissingSignOff(Side.Bruker));
    }

    [Fact]
    public void R082_A_sign_off_keeps_who_side_package_hash_text_time_and_sign_in()
    {
        var file = AtG1().Signed(Br1, Gate.G1);

        var given = file.File.SignOffs.Given.Should().ContainSingle().Subject;
        given.Should().BeEquivalentTo(new { Person = Br1, Side = Side.Bruker, Package = 1, PackageHash = file.File.SignOffs.Latest(Gate.G1)!.Hash, TextVersion = SignOffText.Current, SignIn = "test", At = Start });
    }

    [Fact]
    public void R083_A_change_after_freezing_makes_a_new_version_and_no_sign_off_carries_over()
    {
        var file = AtG1().Signed(Fag1, Gate.G1);
        file.Given(Br1, new DraftSaved(DocumentKind.D08, 2, 1, Content("annet"))).Freeze(Gate.G1, 2, 2).Signed(Br1, Gate.G1);

        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain(new MissingSignOff(Side.Fag));
        file.File.SignOffs.Given.Should().HaveCount(2, "the earlier one stays as history");
    }

    [Fact]
    public void R083_A_sign_off_of_a_superseded_package_is_refused()
    {
        var file = AtG1().Opened(Br1, Gate.G1);
        var stale = file.SignOff(Gate.G1);
        file.Given(Fag1, new DraftSaved(DocumentKind.D08, 2, 1, Content("annet")));

        file.When(Br1, stale).ShouldBeRefusedWith<PackageIsStale>();
    }

    [Fact]
    public void R084_The_frozen_text_must_have_been_opened_by_the_signer()
    {
        var file = AtG1().Opened(Fag1, Gate.G1);

        file.When(Br1, file.SignOff(Gate.G1)).ShouldBeRefusedWith<NotOpenedBySigner>();
    }

    [Fact]
    public void R028_An_expired_appointment_cannot_sign()
    {
        var file = WithGroup().Member(Fag3, Side.Fag, to: new(2025, 9, 10)).Given(Br1, new DraftSaved(DocumentKind.D08, 1, 1, Content("a"))).Freeze(Gate.G1, 1, 1)
            .Opened(Fag3, Gate.G1).At(Start.AddDays(30));

        file.When(Fag3, file.SignOff(Gate.G1)).ShouldBeRefusedWith<NotAllowed>();
    }

    [Fact]
    public void R029_R091_A_brukerrepresentant_without_role_clarification_cannot_sign()
    {
        var file = Registered().Given(Leder1, new GatePassed(Gate.G0, null)).Member(Fag1, Side.Fag).Member(Br1, Side.Bruker, clarified: false)
            .Given(Br1, new DraftSaved(DocumentKind.D08, 1, 1, Content("a"))).Freeze(Gate.G1, 1, 1).Opened(Br1, Gate.G1);

        file.When(Br1, file.SignOff(Gate.G1)).ShouldBeRefusedWith<RoleClarificationMissing>();
    }

    [Fact]
    public void R030_A_role_clarification_older_than_24_months_is_not_valid()
    {
        var file = AtG1().Opened(Br1, Gate.G1).At(Start.AddMonths(24).AddDays(1));

        file.When(Br1, file.SignOff(Gate.G1)).ShouldBeRefusedWith<RoleClarificationMissing>();
    }

    [Fact]
    public void Signing_twice_is_refused_and_leaves_one()
    {
        var file = AtG1().Signed(Br1, Gate.G1);

        file.When(Br1, file.SignOff(Gate.G1)).ShouldBeRefusedWith<AlreadySigned>();
        file.File.SignOffs.Given.Should().ContainSingle();
    }

    [Fact]
    public void R087_A_sign_off_can_be_withdrawn_before_the_gate_opens_and_the_gate_stays_shut()
    {
        var file = AtG1().Signed(Fag1, Gate.G1).Signed(Br1, Gate.G1);

        file.When(Br1, new WithdrawSignOff(Gate.G1)).ShouldGive<SignOffWithdrawn>();
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain(new MissingSignOff(Side.Bruker));
    }

    [Fact]
    public void R087_After_the_gate_has_opened_a_sign_off_cannot_be_withdrawn()
    {
        var file = AtG1().Signed(Fag1, Gate.G1).Signed(Br1, Gate.G1).Given(Koord1, new GatePassed(Gate.G1, 1));

        file.When(Br1, new WithdrawSignOff(Gate.G1)).ShouldBeRefusedWith<GateAlreadyPassed>();
    }

    [Fact]
    public void A_change_wish_supersedes_the_text_and_lets_no_signature_carry_over()
    {
        var file = AtG1().Signed(Fag1, Gate.G1);

        file.When(Br2, new RequestChange(Gate.G1, 1, Written("pårørende mangler en egen samtale"))).ShouldGive<ChangeRequested>();
        file.File.SignOffs.Current(Gate.G1).Should().BeNull();
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain([new PackageNotFrozen(), new MissingSignOff(Side.Fag)]);
    }

    [Fact]
    public void R089_A_paper_signature_counts_only_when_a_second_employee_confirms_it()
    {
        var file = AtG1().Signed(Fag1, Gate.G1);
        var package = file.File.SignOffs.Current(Gate.G1)!;

        file.When(Koord1, new RegisterPaperSignOff(Gate.G1, 1, package.Hash, Br1, new string('0', 64))).ShouldGive<SignOffGiven>();
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain(new MissingSignOff(Side.Bruker));
        file.When(Koord1, new ConfirmPaperSignOff(Gate.G1, 1, Br1)).ShouldBeRefusedWith<OwnPaperSignOff>();
        file.When(Koord2, new ConfirmPaperSignOff(Gate.G1, 1, Br1)).ShouldGive<PaperSignOffConfirmed>();
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().BeEmpty();
    }

    [Fact]
    public void R093_Freezing_by_the_koordinator_is_required_but_never_sufficient()
    {
        PhaseMachine.Unmet(AtG1().Context(Koord1), Gate.G1).Should().BeEquivalentTo([new MissingSignOff(Side.Fag), new MissingSignOff(Side.Bruker)]);
        PhaseMachine.Unmet(WithGroup().Context(Koord1), Gate.G1).Should().Contain(new PackageNotFrozen());
    }

    [Fact]
    public void R090_A_vara_stands_in_on_the_same_side_only()
    {
        var file = WithGroup();
        AppointMember Vara(Domain.PersonId represented) => new(Fag3, Side.Fag, AssignmentType.Fagbidrag, null, new(2025, 9, 1), new(2026, 9, 1), null, represented);

        file.When(Koord1, Vara(Br1)).ShouldBeRefusedWith<VaraOnOtherSide>();
        file.When(Koord1, Vara(Fag1)).ShouldGive<MemberAppointed>();
    }
}
