using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class MinutesTests
{
    static TestCase Minuted() => Held(Koord1, Fag1, Br1).Does(Koord1, MeetingCase.Minutes(1, 3));

    [Fact]
    public void R044_Minutes_keep_discussion_proposals_with_side_decision_responsible_and_due()
    {
        var item = Minuted().Meeting().Record!.Items.Should().ContainSingle().Subject;

        item.Should().BeEquivalentTo(new { Item = 3, Responsible = Fag1, Due = new DateOnly(2025, 10, 1) });
        item.Discussion!.Value.Should().Be("kort drøfting");
        item.Proposals.Should().ContainSingle().Which.Side.Should().Be(Side.Fag);
        item.Decision!.Value.Should().Be("vedtak 3");
    }

    [Fact]
    public void R047_The_closing_round_is_one_line() => Minuted().Meeting().Record!.Collaboration!.Value.Should().Be("godt samarbeid");

    [Fact]
    public void R045_Minutes_are_confirmed_when_one_from_each_side_has_confirmed()
    {
        var file = Minuted().Does(Fag1, new ConfirmMinutes(1, 1));
        file.Meeting().Standing.Should().Be(MeetingStanding.MinutesDraft);

        file.Does(Br1, new ConfirmMinutes(1, 1)).Meeting().Standing.Should().Be(MeetingStanding.MinutesConfirmed);
        file.When(Koord1, new ConfirmMinutes(1, 1)).ShouldBeRefusedWith<NotAllowed>();
    }

    [Fact]
    public void R045_Two_of_one_side_do_not_confirm_the_minutes() =>
        Minuted().Does(Fag1, new ConfirmMinutes(1, 1)).Does(Fag2, new ConfirmMinutes(1, 1)).Meeting().Standing.Should().Be(MeetingStanding.MinutesDraft);

    [Fact]
    public void R045_Unconfirmed_minutes_can_be_written_anew_and_an_old_version_cannot_be_confirmed()
    {
        var file = Minuted().Does(Br1, MeetingCase.Minutes(1, 3, 4));

        file.Meeting().Record!.Version.Should().Be(2);
        file.When(Fag1, new ConfirmMinutes(1, 1)).ShouldBeRefusedWith<MinutesAreStale>();
    }

    [Fact]
    public void R045_N07_Confirmed_minutes_are_never_overwritten_only_noted_on()
    {
        var file = Minuted().Does(Br1, new ConfirmMinutes(1, 1));

        file.When(Koord1, MeetingCase.Minutes(1, 5)).ShouldBeRefusedWith<MinutesAreConfirmed>();
        file.Does(Fag2, new AddMinutesNote(1, Written("fristen var 8. oktober"))).Meeting().Record!.Should().BeEquivalentTo(new { Version = 1, Notes = new[] { new { By = Fag2, Side = Side.Fag } } });
    }

    [Fact]
    public void N07_No_request_removes_minutes_or_a_meeting() =>
        typeof(CaseRequest).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseRequest)))
            .Should().NotContain(type => type.Name.Contains("Delete") || type.Name.Contains("Remove") || type.Name.Contains("Erase"));

    [Fact]
    public void R043_An_absent_member_comments_within_seven_days()
    {
        var file = Minuted();
        file.Meeting().MinutesDue.Should().Be(new DateOnly(2025, 9, 23), "five working days after the meeting");

        file.At(file.Now.AddDays(7)).Does(Br2, new CommentMinutes(1, Written("jeg savner pårørende"))).Meeting().Record!.Comments.Should().ContainSingle();
        file.At(file.Now.AddDays(1)).When(Br2, new CommentMinutes(1, Written("for sent"))).ShouldBeRefusedWith<CommentTooLate>();
        Minuted().When(Br1, new CommentMinutes(1, Written("jeg var der"))).ShouldBeRefusedWith<OnlyAbsentComment>();
    }

    [Fact]
    public void R043_Silence_on_the_minutes_settles_no_proposal() =>
        WithoutBruker().After(TimeSpan.FromDays(30)).Meeting().HasUnsettledProposals.Should().BeTrue();

    [Fact]
    public void R046_A_national_identity_number_in_the_minutes_is_refused()
    {
        var minutes = MeetingCase.Minutes(1, 3) with { Collaboration = Written("ring 018190 10001 ved behov") };

        Held(Fag1, Br1).When(Fag1, minutes).ShouldBeRefusedWith<NationalIdentityNumberWritten>();
        Minuted().When(Fag1, new AddMinutesNote(1, Written("gjelder 01819010001"))).ShouldBeRefusedWith<NationalIdentityNumberWritten>();
    }

    [Fact]
    public void Minutes_that_do_not_fit_the_agenda_are_refused()
    {
        Held(Fag1, Br1).When(Fag1, MeetingCase.Minutes(1, 99)).ShouldBeRefusedWith<UnknownAgendaItem>();
        Held(Fag1, Br1).When(Fag1, MeetingCase.Minutes(1, 3, 3)).ShouldBeRefusedWith<AgendaItemTwice>();
        Held(Fag1, Br1).When(Fag1, new WriteMinutes(1, default, null)).ShouldBeRefusedWith<FieldMissing>();
        Called().When(Fag1, MeetingCase.Minutes(1, 3)).ShouldBeRefusedWith<MeetingNotHeld>();
        Held(Fag1, Br1).When(Fag1, new ConfirmMinutes(1, 1)).ShouldBeRefusedWith<MinutesMissing>();
    }
}
