using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class WorkingGroupTests
{
    static AppointMember Appoint(Domain.PersonId person, Side side) =>
        new(person, side, AssignmentType.PaVegneAv, Perspective.Pasient, new(2025, 9, 1), new(2026, 9, 1), side == Side.Bruker ? Fag1 : null);

    [Fact]
    public void R018_The_gate_needs_somebody_on_each_side()
    {
        var file = Registered().Given(Leder1, new GatePassed(Gate.G0, null)).Member(Fag1, Side.Fag);

        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain(new SideMissing(Side.Bruker));
    }

    [Fact]
    public void R022_The_koordinator_is_never_brukerrepresentant() =>
        Registered().When(Koord1, Appoint(Koord1, Side.Bruker)).ShouldBeRefusedWith<KoordinatorIsNotBrukerrepresentant>();

    [Fact]
    public void R022_The_koordinator_counts_as_fagperson_only_when_appointed()
    {
        var file = AtG1().Opened(Koord1, Gate.G1);

        file.When(Koord1, file.SignOff(Gate.G1)).ShouldBeRefusedWith<NotAllowed>();
        file.When(Koord1, Appoint(Koord1, Side.Fag)).ShouldGive<MemberAppointed>();
        file.When(Koord1, file.SignOff(Gate.G1)).ShouldGive<SignOffGiven>().Side.Should().Be(Side.Fag);
    }

    [Fact]
    public void R023_A_person_has_one_side_in_a_case_also_after_leaving()
    {
        var file = WithGroup().Given(Br1, new MemberLeft(Br1, true, false));

        file.When(Koord1, Appoint(Br1, Side.Fag)).ShouldBeRefusedWith<OtherSideAlready>();
    }

    [Fact]
    public void R024_A_representative_employed_in_the_owning_unit_is_blocked_unless_the_centre_says_otherwise()
    {
        Registered().When(Koord1, Appoint(Outsider, Side.Bruker)).ShouldBeRefusedWith<EmployedInOwningUnit>();
        var permissive = Registered();
        permissive.Settings = Settings.Default with { EmployedRepresentative = EmployedRepresentative.Off };
        permissive.When(Koord1, Appoint(Outsider, Side.Bruker)).ShouldGive<MemberAppointed>();
    }

    [Fact]
    public void R025_Another_channel_than_the_organisations_needs_a_reason()
    {
        var other = Appoint(Br1, Side.Bruker) with { Channel = RecruitmentChannel.Annonse };

        Registered().When(Koord1, other).ShouldBeRefusedWith<ChannelReasonMissing>();
        Registered().When(Koord1, other with { ChannelReason = Written("ingen lokal forening") }).ShouldGive<MemberAppointed>();
    }

    [Fact]
    public void R028_A_period_cannot_end_before_it_begins() =>
        Registered().When(Koord1, Appoint(Fag1, Side.Fag) with { To = new(2025, 8, 1) }).ShouldBeRefusedWith<PeriodEndsBeforeStart>();

    [Fact]
    public void R033_A_brukerrepresentant_has_a_contact_person() =>
        Registered().When(Koord1, Appoint(Br1, Side.Bruker) with { ContactPerson = null }).ShouldBeRefusedWith<ContactPersonMissing>();

    [Fact]
    public void R034_A_brukerrepresentant_withdraws_without_a_reason_and_the_signatures_remain()
    {
        var file = AtG1().Signed(Br1, Gate.G1);

        file.When(Br1, new WithdrawFromGroup()).ShouldGive<MemberLeft>().WasLastBruker.Should().BeFalse();
        file.File.SignOffs.Given.Should().ContainSingle(given => given.Person == Br1);
        file.File.Group.Active(Br1, new(2025, 9, 2)).Should().BeNull();
    }

    [Fact]
    public void R035_When_the_last_brukerrepresentant_leaves_the_gate_is_shut_until_a_replacement_has_read_the_summary()
    {
        var file = AtG1().Signed(Fag1, Gate.G1).Signed(Br1, Gate.G1);
        file.When(Br1, new WithdrawFromGroup());
        file.When(Br2, new WithdrawFromGroup()).ShouldGive<MemberLeft>().WasLastBruker.Should().BeTrue();

        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain([new SideMissing(Side.Bruker), new ReplacementMustReadSummary()]);
        file.Member(Outsider, Side.Bruker);
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain(new ReplacementMustReadSummary());
        file.When(Outsider, new ReadCaseSummary()).ShouldGive<CaseSummaryRead>();
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().NotContain(new ReplacementMustReadSummary());
    }

    [Fact]
    public void R035_The_replacement_reads_the_summary_also_when_the_last_ones_period_ran_out()
    {
        var file = Registered().Given(Leder1, new GatePassed(Gate.G0, null)).Member(Fag1, Side.Fag).Member(Br1, Side.Bruker, to: new(2025, 9, 30)).At(Start.AddDays(40));
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain(new SideMissing(Side.Bruker));

        file.Member(Br2, Side.Bruker);
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain(new ReplacementMustReadSummary());
        file.When(Br2, new ReadCaseSummary()).ShouldGive<CaseSummaryRead>();
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().NotContain(new ReplacementMustReadSummary());
    }

    [Fact]
    public void R029_Every_brukerrepresentant_must_have_a_role_clarification_before_G1()
    {
        var file = AtG1().Member(Outsider, Side.Bruker, clarified: false);

        PhaseMachine.Unmet(file.Context(Koord1), Gate.G1).Should().Contain(new RoleClarificationOutstanding());
    }

    [Fact]
    public void R032_Confidentiality_is_accepted_for_the_text_in_force()
    {
        var file = WithGroup();

        file.When(Br1, new AcceptConfidentiality(AcceptConfidentiality.Current + 1)).ShouldBeRefusedWith<ConfidentialityTextChanged>();
        file.When(Br1, new AcceptConfidentiality(AcceptConfidentiality.Current)).ShouldGive<ConfidentialityAccepted>();
        file.File.Group.Active(Br1, new(2025, 9, 2))!.ConfidentialityAt.Should().Be(Start);
    }

    [Fact]
    public void A_role_clarification_cannot_be_accepted_before_it_is_offered() =>
        Registered().Member(Br1, Side.Bruker, clarified: false).When(Br1, new AcceptRoleClarification()).ShouldBeRefusedWith<NoRoleClarificationOffered>();

    [Fact]
    public void What_is_known_of_the_sides_beforehand_agrees_with_asking_every_member_on_every_day()
    {
        DateOnly first = new(2026, 1, 1);
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var group = WorkingGroup.Empty with { Members = [.. Enumerable.Range(0, random.Next(5)).Select(_ => AnyMember(random, first))] };
            for (var day = first; day < first.AddDays(120); day = day.AddDays(1))
            {
                foreach (var side in Enum.GetValues<Side>())
                    group.HasActive(side, day).Should().Be(group.Members.Any(member => member.Side == side && member.ActiveOn(day)), "seed {0}, {1}", seed, day);
                group.BrukersClarifiedOn(day, 2).Should().Be(group.Members.Where(member => member.Side == Side.Bruker && member.ActiveOn(day)).All(member => member.ClarifiedOn(day, 2)), "seed {0}, {1}", seed, day);
            }
        }
    }

    static Member AnyMember(Random random, DateOnly first)
    {
        var from = first.AddDays(random.Next(100));
        var text = SealedText.Seal("t", "t", new string('0', 32));
        return new(Fag1, random.Next(2) == 0 ? Side.Fag : Side.Bruker, AssignmentType.PaVegneAv, null, from, from.AddDays(random.Next(90)), null, null, false, default)
        {
            LeftAt = random.Next(4) == 0 ? new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero) : null,
            Clarification = random.Next(4) == 0 ? null : new(text, text, text, text, text, default, null) { AcceptedOn = random.Next(5) == 0 ? null : first.AddDays(random.Next(-60, 60)) },
        };
    }
}
