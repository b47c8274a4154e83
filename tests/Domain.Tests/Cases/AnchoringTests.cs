using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class AnchoringTests
{
    static AnchorCase Anchor() => new(Nevrologisk, Written("formål"), Written("forløp"), 60, 22_000, 12_000, null, true, new(2025, 9, 16), new(2026, 9, 16));

    [Fact]
    public void R001_A_need_has_a_reporter_category_and_a_target_group()
    {
        var need = new RegisterNeed("2025-0001", Written("Kurs"), Lms, [Nevrologisk], new(Guid.Empty), TilbudType.Diagnosespesifikt, [ParticipantKind.Pasient], [], Written(""), Written("behov"));

        var refused = Empty().When(Koord1, need).Should().BeOfType<Decision.Refused>().Subject;
        refused.Reasons.Should().Contain(reason => reason is ReporterMissing).And.Contain(reason => reason is FieldMissing);
    }

    [Fact]
    public void R003_A_contact_on_each_side_or_an_attempt_of_the_last_60_days()
    {
        var file = Registered();
        file.When(Koord1, new RecordContact(Side.Fag, Written("avdelingen"), false)).ShouldGive<ContactRecorded>();
        file.When(Koord1, new RecordContact(Side.Bruker, Written("ringte foreningen"), true)).ShouldGive<ContactRecorded>();

        PhaseMachine.Unmet(file.Context(Koord1), Gate.G0).Should().NotContain(reason => reason is ContactMissing);
        PhaseMachine.Unmet(file.At(Start.AddDays(61)).Context(Koord1), Gate.G0).Should().Contain(new ContactMissing(Side.Bruker));
    }

    [Fact]
    public void R011_Only_the_leader_of_an_owning_unit_anchors()
    {
        Registered().When(Koord1, Anchor()).ShouldBeRefusedWith<NotAllowed>();
        Registered().When(Leder1, Anchor() with { Unit = Lms }).ShouldBeRefusedWith<NotLeaderOfOwner>();
        Registered().When(Leder1, Anchor()).ShouldGive<CaseAnchored>();
    }

    [Fact]
    public void R012_Staff_hours_must_be_stated() => Registered().When(Leder1, Anchor() with { StaffHours = 0 }).ShouldBeRefusedWith<StaffHoursMissing>();

    [Fact]
    public void R013_Zero_for_user_participation_needs_a_reason()
    {
        Registered().When(Leder1, Anchor() with { ParticipationAmount = 0 }).ShouldBeRefusedWith<ParticipationAmountMissing>();
        Registered().When(Leder1, Anchor() with { ParticipationAmount = 0, ZeroParticipationReason = Written("dekkes av foreningen") }).ShouldGive<CaseAnchored>();
    }

    [Fact]
    public void R015_Every_owning_unit_must_anchor() =>
        PhaseMachine.Unmet(Registered().Context(Koord1), Gate.G0).Should().Contain(new AnchoringMissing());

    [Fact]
    public void The_same_unit_anchors_once()
    {
        var file = Registered();
        file.When(Leder1, Anchor());

        file.When(Leder1, Anchor()).ShouldBeRefusedWith<AlreadyAnchored>();
    }
}
