using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class HoldMeetingTests
{
    [Fact]
    public void R041_One_from_each_side_makes_a_valid_meeting() => Held(Fag1, Br1).Meeting().IsValid.Should().BeTrue();

    [Fact]
    public void R041_Without_a_brukerrepresentant_the_meeting_is_held_but_not_valid()
    {
        var meeting = Held(Koord1, Fag1, Fag2).Meeting();

        meeting.IsHeld.Should().BeTrue();
        meeting.Invalidities.Should().Equal(Invalidity.NoBrukerrepresentant);
        Invalidity.NoBrukerrepresentant.Words().Nb.Should().Be("Møtet hadde ingen brukerrepresentant. Vedtakene er forslag til de er bekreftet.");
    }

    [Fact]
    public void R041_Without_a_fagperson_the_meeting_is_not_valid_either() => Held(Koord1, Br1, Br2).Meeting().Invalidities.Should().Equal(Invalidity.NoFagperson);

    [Fact]
    public void R022_The_koordinator_counts_for_neither_side() =>
        Held(Koord1).Meeting().Should().BeEquivalentTo(new { Invalidities = new[] { Invalidity.NoBrukerrepresentant, Invalidity.NoFagperson }, IsValid = false });

    [Fact]
    public void Every_member_is_accounted_for_and_those_who_gave_notice_apart()
    {
        var file = Called().At(MeetingStart.AddHours(2)).Does(Koord1, new HoldMeeting(1, [Koord1, Fag1, Br1], [Br2]));

        file.Meeting().Attendees.Select(attendee => (attendee.Person, attendee.Side, attendee.Presence)).Should().BeEquivalentTo(
        [
            (Fag1, (Side?)Side.Fag, Presence.Present), (Fag2, Side.Fag, Presence.Absent), (Br1, Side.Bruker, Presence.Present),
            (Br2, Side.Bruker, Presence.AbsentNotified), (Koord1, null, Presence.Present),
        ]);
    }

    [Fact]
    public void A_member_who_met_and_left_the_group_later_still_counts_when_attendance_is_recorded_afterwards()
    {
        var file = Called().Does(Br2, new WithdrawFromGroup()).At(MeetingStart.AddHours(3)).Does(Br1, new WithdrawFromGroup());

        file.Does(Koord1, new HoldMeeting(1, [Fag1, Br1], [])).Meeting().IsValid.Should().BeTrue();
    }

    [Fact]
    public void Attendance_waits_for_the_day_and_is_recorded_once()
    {
        Called().At(MeetingStart.AddDays(-1)).When(Koord1, new HoldMeeting(1, [Fag1, Br1], [])).ShouldBeRefusedWith<MeetingNotYet>();
        Held(Fag1, Br1).When(Koord1, new HoldMeeting(1, [Fag1], [])).ShouldBeRefusedWith<MeetingIsOver>();
    }

    [Fact]
    public void Attendance_with_contradictions_or_strangers_is_refused()
    {
        var file = Called().At(MeetingStart);

        file.When(Koord1, new HoldMeeting(1, [Fag1, Br1], [Br1])).ShouldBeRefusedWith<BothPresentAndAbsent>();
        file.When(Koord1, new HoldMeeting(1, [new(Guid.NewGuid())], [])).ShouldBeRefusedWith<UnknownPerson>();
        file.When(Koord1, new HoldMeeting(1, default, default)).ShouldBeRefusedWith<FieldMissing>();
    }

    [Fact]
    public void R081_Meeting_attendance_is_never_an_approval() =>
        PhaseMachine.Unmet(AtG1().Does(Koord1, Plan()).Does(Koord1, new CallMeeting(1)).HoldsLatest(Fag1, Br1).Context(Koord1), Gate.G1)
            .Should().Contain([new MissingSignOff(Side.Fag), new MissingSignOff(Side.Bruker)]);

    [Fact]
    public void R041_G2_asks_for_a_valid_planning_meeting()
    {
        MeetingConditions.PlanningMeetingHeld.Unmet(Held(Fag1).Context(Koord1)).Should().Be(new ValidMeetingMissing(MeetingType.Planning));
        MeetingConditions.PlanningMeetingHeld.Unmet(Held(Fag1, Br1).Context(Koord1)).Should().BeNull();
        MeetingConditions.EvaluationMeetingHeld.Unmet(Held(Fag1, Br1).Context(Koord1)).Should().Be(new ValidMeetingMissing(MeetingType.Evaluation));
    }
}
