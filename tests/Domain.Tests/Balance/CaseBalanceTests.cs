using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.EvaluationCase;
using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class CaseBalanceTests
{
    static CaseBalance Of(TestCase file) => CaseBalance.Of(file.File);

    static BothSides<ProposalCount> Proposals(TestCase file, ProposalKind kind) => Of(file).Proposals.Single(figures => figures.Kind == kind).Count;

    [Fact]
    public void A_case_where_nothing_has_been_proposed_has_none_of_each_kind()
    {
        Of(WithGroup()).Proposals.Should().HaveCount(4).And.OnlyContain(figures => figures.IsEmpty);
        Of(WithGroup()).SignOffDays(Side.Bruker).Median.Should().BeNull();
    }

    [Fact]
    public void R040_An_item_on_the_agenda_survives_when_the_minutes_treat_it_and_is_counted_for_its_side()
    {
        var file = Called().Does(Br1, new AddAgendaItem(1, Written("pauser"))).Does(Br2, new AddAgendaItem(1, Written("lokale"))).Does(Koord1, new AddAgendaItem(1, Written("budsjett")));
        var first = file.Meeting().Agenda.Single(item => item.By == Br1).Number;
        Proposals(file, ProposalKind.AgendaItem).Should().Be(new BothSides<ProposalCount>(new(0, 0, 0), new(2, 0, 0)));

        file.HoldsLatest(Fag1, Br1).Does(Koord1, MeetingCase.Minutes(1, first));

        Proposals(file, ProposalKind.AgendaItem).Should().Be(new BothSides<ProposalCount>(new(0, 0, 0), new(2, 1, 1)));
    }

    [Fact]
    public void R042_Example_B_proposals_of_a_meeting_without_the_user_side_are_open_until_it_has_answered()
    {
        var file = WithoutBruker();
        Proposals(file, ProposalKind.InMeeting).Fag.Should().Be(new ProposalCount(3, 0, 0));
        Proposals(file, ProposalKind.InMeeting).Fag.Open.Should().Be(3);

        file.Does(Br1, new ConfirmProposal(1, 3)).Does(Br1, new ConfirmProposal(1, 4)).Does(Br1, new RejectProposal(1, 5, Written("deltakerne trenger veien videre")));

        Proposals(file, ProposalKind.InMeeting).Should().Be(new BothSides<ProposalCount>(new(3, 2, 1), new(0, 0, 0)));
    }

    [Fact]
    public void A_proposal_without_a_decision_has_fallen()
    {
        var file = Held(Fag1, Br1).Does(Br1, new WriteMinutes(1, [new(1, Written("drøftet"), [new(Side.Bruker, Written("kortere dager"))])]));

        Proposals(file, ProposalKind.InMeeting).Bruker.Should().Be(new ProposalCount(1, 0, 1));
    }

    [Fact]
    public void A_change_asked_for_survives_when_the_next_frozen_text_is_another()
    {
        var file = AtG1();
        file.Opened(Br1, Gate.G1).Does(Br1, new RequestChange(Gate.G1, 1, Written("skriv det enklere")));
        Proposals(file, ProposalKind.TextChange).Bruker.Open.Should().Be(1);

        file.Given(Fag1, new DraftSaved(DocumentKind.D08, 2, 1, Content("enklere"))).Freeze(Gate.G1, 2, 2);

        Proposals(file, ProposalKind.TextChange).Bruker.Should().Be(new ProposalCount(1, 1, 0));
    }

    [Fact]
    public void A_change_asked_for_falls_when_the_same_text_is_frozen_again()
    {
        var file = AtG1();
        file.Does(Br1, new RequestChange(Gate.G1, 1, Written("skriv det enklere"))).Freeze(Gate.G1, 2, 1);

        Proposals(file, ProposalKind.TextChange).Bruker.Should().Be(new ProposalCount(1, 0, 1));
    }

    [Fact]
    public void R136_A_change_for_the_next_time_survives_when_both_sides_have_signed_the_report()
    {
        var file = Evaluated();
        Proposals(file, ProposalKind.NextTime).Should().Be(new BothSides<ProposalCount>(new(1, 0, 0), new(1, 0, 0)));

        file.Given(Koord1, new GatePassed(Gate.G4b, null));
        Proposals(file, ProposalKind.NextTime).Fag.Open.Should().Be(1, "the leader's decision is no sign-off");
    }

    [Fact]
    public void What_is_not_decided_when_the_case_ends_has_fallen()
    {
        var file = WithoutBruker().Does(Koord1, new CancelCase(Written("for få deltakere meldte seg")));

        Proposals(file, ProposalKind.InMeeting).Fag.Should().Be(new ProposalCount(3, 0, 3));
    }

    [Fact]
    public void R097_Objections_are_counted_by_side_and_outcome()
    {
        var file = AtG1();
        file.Does(Br2, new RaiseObjection(Gate.G1, Written("deltakerne trenger veien videre"), null)).Does(Br2, new RaiseObjection(Gate.G1, Written("og pausene mangler her"), null));
        file.Does(Fag1, new RaiseObjection(Gate.G1, Written("dette er ikke forsvarlig"), null)).Does(Br1, new WithdrawObjection(2));
        file.HoldsAnother(MeetingType.Dialogue, Fag1, Br2).Does(Br2, new AgreeOnNewVersion(1, 1));

        Of(file).Objections.Should().Be(new BothSides<ObjectionCount>(new(1, 0, 0, 0, 0), new(2, 1, 1, 0, 0)));
        Of(file).Objections.Fag.Open.Should().Be(1);
    }

    [Fact]
    public void One_side_waits_for_the_other_from_its_own_approval_until_the_other_answers()
    {
        var file = AtG1().Signed(Br1, Gate.G1).After(TimeSpan.FromDays(4)).Signed(Fag1, Gate.G1);

        Of(file).Waits.Should().Equal(new Wait(WaitKind.Text, Gate.G1, null, Side.Fag, new(2025, 9, 2), new(2025, 9, 6), 4));
        Of(file).WaitedFor(Side.Bruker).Times.Should().Be(0);
        Of(file).SignOffTimes.Should().Equal(new SignOffTime(Gate.G1, 1, new(2025, 9, 2), new(4, 0)));
    }

    [Fact]
    public void A_wait_that_lasts_has_no_days_yet()
    {
        var file = AtG1().Signed(Br1, Gate.G1).After(TimeSpan.FromDays(4));

        Of(file).Waits.Should().ContainSingle().Which.Should().Match<Wait>(wait => wait.For == Side.Fag && wait.Until == null && wait.Days == null);
        Of(file).WaitedFor(Side.Fag).Times.Should().Be(0);
    }

    [Fact]
    public void Asking_for_a_change_and_objecting_are_answers_and_nobody_waits_after_them()
    {
        AtG1().Does(Br1, new RequestChange(Gate.G1, 1, Written("skriv det enklere"))).Balance().Waits.Should().BeEmpty("nothing was approved that could wait");
        AtG1().Does(Br2, new RaiseObjection(Gate.G1, Written("deltakerne trenger veien videre"), null)).Balance().Waits.Should().BeEmpty();
        AtG1().Signed(Fag1, Gate.G1).After(TimeSpan.FromDays(2)).Does(Br2, new RaiseObjection(Gate.G1, Written("deltakerne trenger veien videre"), null))
            .Balance().Waits.Should().ContainSingle().Which.Days.Should().Be(2);
    }

    [Fact]
    public void A_wait_ends_when_the_text_is_replaced()
    {
        var file = AtG1().Signed(Fag1, Gate.G1).After(TimeSpan.FromDays(3)).Given(Koord1, new DraftSaved(DocumentKind.D08, 2, 1, Content("ny")));

        Of(file).Waits.Should().ContainSingle().Which.Should().Match<Wait>(wait => wait.For == Side.Bruker && wait.Days == 3);
    }

    [Fact]
    public void Days_on_hold_are_not_counted()
    {
        var file = AtG1().Signed(Br1, Gate.G1).After(TimeSpan.FromDays(1)).Does(Koord1, new PutOnHold(Written("lokalet er stengt en tid"), null))
            .After(TimeSpan.FromDays(10)).Does(Koord1, new ResumeCase()).After(TimeSpan.FromDays(2)).Signed(Fag1, Gate.G1);

        Of(file).WaitedFor(Side.Fag).Each.Should().Equal(3);
        Of(file).SignOffDays(Side.Fag).Each.Should().Equal(3);
    }

    [Fact]
    public void Days_of_every_hold_are_left_out()
    {
        var file = AtG1().Signed(Br1, Gate.G1);
        foreach (var length in new[] { 10, 4, 7 })
            file.After(TimeSpan.FromDays(1)).Does(Koord1, new PutOnHold(Written("lokalet er stengt en tid"), null)).After(TimeSpan.FromDays(length)).Does(Koord1, new ResumeCase());
        file.After(TimeSpan.FromDays(2)).Signed(Fag1, Gate.G1);

        Of(file).WaitedFor(Side.Fag).Each.Should().Equal(5);
    }

    [Fact]
    public void R042_The_side_that_was_missing_is_waited_for_until_it_answers_the_proposal()
    {
        var file = WithoutBruker();
        Of(file).Waits.Should().HaveCount(3).And.OnlyContain(wait => wait.Kind == WaitKind.Proposal && wait.For == Side.Bruker && wait.Until == null);

        file.After(TimeSpan.FromDays(5)).Does(Br1, new ConfirmProposal(1, 3));

        Of(file).WaitedFor(Side.Bruker).Each.Should().Equal(5);
    }

    [Fact]
    public void A_text_both_sides_signed_was_talked_about_when_a_valid_meeting_was_held_since_the_gate_before()
    {
        AtG1().After(TimeSpan.FromDays(1)).Given(Koord1, new GatePassed(Gate.G1, 1)).Balance().Approved.Should().Equal(new ApprovedText(Gate.G1, new(2025, 9, 3), false));
        AtG1().HoldsAnother(MeetingType.Planning, Fag1, Br1).Given(Koord1, new GatePassed(Gate.G1, 1)).Balance().Approved.Single().IsTalkedAbout.Should().BeTrue();
        AtG1().HoldsAnother(MeetingType.Planning, Fag1).Given(Koord1, new GatePassed(Gate.G1, 1)).Balance().Approved.Single().IsTalkedAbout.Should().BeFalse("a meeting without one side is not valid");
    }

    [Fact]
    public void R041_Attendance_is_seats_of_a_side_at_meetings_that_were_held()
    {
        var file = Held(Koord1, Fag1, Br1, Br2).HoldsAnother(MeetingType.Planning, Koord1, Fag1, Fag2);

        Of(file).MeetingsHeld.Should().Be(2);
        Of(file).Attendance.Should().Be(new BothSides<AttendanceCount>(new(4, 3, 0, 4, 0), new(4, 2, 0, 4, 1)));
    }

    [Fact]
    public void Example_B_the_gap_is_shown_with_two_on_each_side()
    {
        var file = ClosedA().Collaborates(Fag1, 5, 4, 4, 4, 4, 4, 4, 4).Collaborates(Fag2, 4, 4, 4, 4, 4, 4, 4, 4).Collaborates(Br1, 2, 4, 4, 4, 4, 4, 4, 4).Collaborates(Br2, 3, 4, 4, 4, 4, 4, 4, 4);

        var figures = Of(file).Collaboration;
        figures.Withheld.Should().BeNull();
        figures.Gaps[0].Should().Be(new CollaborationGap(1, 4.5m, 2.5m, true));
    }

    [Fact]
    public void One_answer_on_a_side_is_that_persons_own_and_no_average_is_shown()
    {
        var figures = Of(ClosedA().Collaborates(Fag1, 5, 4, 4, 4, 4, 4, 4, 4).Collaborates(Fag2, 4, 4, 4, 4, 4, 4, 4, 4).Collaborates(Br1, 2, 4, 4, 4, 4, 4, 4, 4)).Collaboration;

        figures.Withheld.Should().Be(Withheld.TooFewOnASide);
        figures.Gaps.Should().OnlyContain(gap => gap.FagMean == null && gap.BrukerMean == null);
        Of(ClosedA().Collaborates(Fag1, 5, 4, 4, 4, 4, 4, 4, 4)).Collaboration.Withheld.Should().Be(Withheld.NoAnswers);
    }

    [Fact]
    public void When_one_persons_ratings_are_erased_no_average_is_made_and_it_is_told_and_who_answered_stays()
    {
        var file = ClosedA().Collaborates(Fag1, 5, 4, 4, 4, 4, 4, 4, 4).Collaborates(Fag2, 4, 4, 4, 4, 4, 4, 4, 4).Collaborates(Br1, 2, 4, 4, 4, 4, 4, 4, 4).Collaborates(Br2, 3, 4, 4, 4, 4, 4, 4, 4).File;
        var hers = file.Evaluation.Collaboration.Single(answer => answer.Person == Br1).Sealed!;

        var after = file with { Evaluation = file.Evaluation.WithoutRatings(new HashSet<string> { hers.Commitment }) };

        CollaborationGap.Of(after.Evaluation).Should().BeEmpty();
        CaseBalance.Of(after).Collaboration.Should().Match<CollaborationFigures>(figures => figures.Withheld == Withheld.Erased && figures.Gaps.IsEmpty && figures.Answers == new BothSides<int>(2, 2));
        after.Evaluation.CollaborationAnsweredBy(Side.Bruker).Should().BeTrue();
        var ended = EndedCase.Of(after with { EndedAt = Start })!;
        ended.Ratings.Should().Match<BothSides<ImmutableArray<int>>>(sums => sums.Fag.Concat(sums.Bruker).All(sum => sum == 0), "a sum of one answer is the answer");
    }

    [Fact]
    public void A_look_back_shows_no_average_for_an_answer_could_be_found_from_before_and_after_it()
    {
        var file = ClosedA().Collaborates(Fag1, 5, 4, 4, 4, 4, 4, 4, 4).Collaborates(Fag2, 4, 4, 4, 4, 4, 4, 4, 4).Collaborates(Br1, 2, 4, 4, 4, 4, 4, 4, 4).Collaborates(Br2, 3, 4, 4, 4, 4, 4, 4, 4);

        var figures = CaseBalance.Of(file.File, isLookBack: true).Collaboration;
        (figures.Withheld, figures.Gaps.Length).Should().Be((Withheld.LookBack, 0));
    }
}

static class BalanceOfTestCase
{
    public static CaseBalance Balance(this TestCase file) => CaseBalance.Of(file.File);
}
