using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class SettleProposalTests
{
    static DecisionStanding Standing(TestCase file, int item) => file.Meeting().DecisionOn(item)!.Standing;

    [Fact]
    public void R042_Decisions_of_a_meeting_that_was_not_valid_are_proposals() =>
        WithoutBruker().Meeting().Decisions.Should().HaveCount(3).And.OnlyContain(decision => decision.Standing == DecisionStanding.Proposed);

    [Fact]
    public void R042_Decisions_of_a_valid_meeting_are_decided() =>
        Held(Fag1, Br1).Does(Br1, MeetingCase.Minutes(1, 3)).Meeting().DecisionOn(3)!.Standing.Should().Be(DecisionStanding.Decided);

    [Fact]
    public void R042_A_member_of_the_missing_side_confirms_in_writing()
    {
        var file = WithoutBruker();

        file.When(Br1, new ConfirmProposal(1, 3)).ShouldGive<ProposalConfirmed>().Side.Should().Be(Side.Bruker);
        Standing(file, 3).Should().Be(DecisionStanding.Confirmed);
        Standing(file, 4).Should().Be(DecisionStanding.Proposed);
    }

    [Fact]
    public void R042_Those_who_were_there_cannot_confirm_in_writing()
    {
        WithoutBruker().When(Fag2, new ConfirmProposal(1, 3)).ShouldBeRefusedWith<OnlyMissingSideAnswers>();
        WithoutBruker().When(Koord1, new ConfirmProposal(1, 3)).ShouldBeRefusedWith<OnlyMissingSideAnswers>();
        WithoutBruker().When(Leder1, new ConfirmProposal(1, 3)).ShouldBeRefusedWith<NotAllowed>();
    }

    [Fact]
    public void R042_A_later_valid_meeting_confirms_and_rejects()
    {
        var file = WithoutBruker().HoldsAnother(MeetingType.Planning, Fag1, Br1, Br2);

        file.Does(Fag1, new ConfirmProposal(1, 3, InMeeting: 2)).Does(Koord1, new ConfirmProposal(1, 4, 2));
        file.Does(Br1, new RejectProposal(1, 5, Written("deltakerne trenger veien videre"), 2));
        new[] { 3, 4, 5 }.Select(item => Standing(file, item)).Should().Equal(DecisionStanding.Confirmed, DecisionStanding.Confirmed, DecisionStanding.Rejected);
    }

    [Fact]
    public void R042_A_later_meeting_that_is_not_valid_settles_nothing() =>
        WithoutBruker().HoldsAnother(MeetingType.Planning, Fag1).When(Fag1, new ConfirmProposal(1, 3, 2)).ShouldBeRefusedWith<LaterValidMeetingMissing>();

    [Fact]
    public void R042_An_earlier_meeting_settles_nothing()
    {
        var file = Held(Fag1, Br1).HoldsAnother(MeetingType.Planning, Fag1).Does(Fag1, MeetingCase.Minutes(2, 1));

        file.When(Fag1, new ConfirmProposal(2, 1, InMeeting: 1)).ShouldBeRefusedWith<LaterValidMeetingMissing>();
    }

    [Fact]
    public void R042_A_rejection_needs_a_reason_and_settles_the_proposal()
    {
        var file = WithoutBruker();

        file.When(Br2, new RejectProposal(1, 5, Written("nei"))).ShouldBeRefusedWith<TextTooShort>();
        file.Does(Br2, new RejectProposal(1, 5, Written("mer informasjon er ikke svaret")));
        file.When(Br1, new ConfirmProposal(1, 5)).ShouldBeRefusedWith<NoOpenProposal>();
    }

    [Fact]
    public void R042_When_both_sides_were_missing_both_must_confirm()
    {
        var file = Held(Koord1).Does(Koord1, MeetingCase.Minutes(1, 3)).Does(Br1, new ConfirmProposal(1, 3));

        Standing(file, 3).Should().Be(DecisionStanding.Proposed);
        Standing(file.Does(Fag1, new ConfirmProposal(1, 3)), 3).Should().Be(DecisionStanding.Confirmed);
    }

    [Fact]
    public void R042_G2_waits_with_the_exact_words_until_every_proposal_is_settled()
    {
        var file = WithoutBruker().HoldsAnother(MeetingType.Planning, Fag1, Br1);

        PhaseMachine.Unmet(file.Context(Koord1), Gate.G2).OfType<MeetingNotValid>().Should().ContainSingle()
            .Which.Sentence.Nb.Should().Be("Møtet hadde ingen brukerrepresentant. Vedtakene er forslag til de er bekreftet.");
        foreach (var item in new[] { 3, 4, 5 }) file.Does(Br1, new ConfirmProposal(1, item));
        PhaseMachine.Unmet(file.Context(Koord1), Gate.G2).Should().NotContain(reason => reason is MeetingNotValid);
    }

    [Fact]
    public void R042_Answered_proposals_cannot_be_changed_by_rewriting_the_minutes() =>
        WithoutBruker().Does(Br1, new ConfirmProposal(1, 3)).When(Fag1, MeetingCase.Minutes(1, 3)).ShouldBeRefusedWith<MinutesAreConfirmed>();
}
