using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class CallMeetingTests
{
    [Fact]
    public void R038_Everybody_in_the_group_gets_the_notice_at_once()
    {
        var file = Planned();

        file.When(Koord1, new CallMeeting(1)).ShouldGive<MeetingCalled>().To.Should().BeEquivalentTo([Fag1, Fag2, Br1, Br2]);
        file.Meeting().Noticed.Values.Distinct().Should().ContainSingle("the notice has one time for all");
    }

    [Fact]
    public void R038_Called_again_the_notice_reaches_only_those_who_joined_since()
    {
        var file = Called().Member(Fag3, Side.Fag);

        file.When(Koord1, new CallMeeting(1)).ShouldGive<MeetingCalled>().To.Should().Equal(Fag3);
        file.When(Koord1, new CallMeeting(1)).ShouldBeRefusedWith<EverybodyIsCalled>();
    }

    [Fact]
    public void R038_A_meeting_nobody_was_called_to_cannot_be_held() =>
        Planned().At(MeetingStart.AddHours(1)).When(Koord1, new HoldMeeting(1, [Fag1, Br1], [])).ShouldBeRefusedWith<MeetingNotCalled>();

    [Fact]
    public void R039_Seven_days_notice_is_enough() =>
        Planned().At(MeetingStart.AddDays(-7)).Does(Koord1, new CallMeeting(1)).HoldsLatest(Fag1, Br1).Meeting().IsValid.Should().BeTrue();

    [Fact]
    public void R039_A_shorter_notice_makes_the_meeting_invalid_unless_every_brukerrepresentant_consents()
    {
        TestCase Late() => Planned().At(MeetingStart.AddDays(-6)).Does(Koord1, new CallMeeting(1));

        Late().HoldsLatest(Fag1, Br1, Br2).Meeting().Invalidities.Should().Equal(Invalidity.ShortNotice);
        Late().Does(Br1, new ConsentShortNotice(1)).HoldsLatest(Fag1, Br1, Br2).Meeting().IsValid.Should().BeFalse();
        Late().Does(Br1, new ConsentShortNotice(1)).Does(Br2, new ConsentShortNotice(1)).HoldsLatest(Fag1, Br1).Meeting().IsValid.Should().BeTrue();
    }

    [Fact]
    public void R039_Only_brukerrepresentanter_consent_and_only_before_the_meeting_is_held()
    {
        Called().When(Fag1, new ConsentShortNotice(1)).ShouldBeRefusedWith<OnlyBrukerConsentsToNotice>();
        Called().When(Koord1, new ConsentShortNotice(1)).ShouldBeRefusedWith<NotAllowed>();
        Held(Fag1, Br1).When(Br1, new ConsentShortNotice(1)).ShouldBeRefusedWith<MeetingIsOver>();
    }

    [Fact]
    public void R039_Those_who_must_consent_are_asked_until_they_have_or_the_meeting_is_off()
    {
        static IEnumerable<PersonId> Asked(TestCase file) => MeetingRules.AskedToConsent(file.File, file.Meeting(), file.Settings);

        Asked(Called()).Should().BeEmpty("the notice was in time");
        Asked(Planned().At(MeetingStart.AddDays(-6))).Should().BeEmpty("nobody is called yet");
        var late = Planned().At(MeetingStart.AddDays(-6)).Does(Koord1, new CallMeeting(1));
        Asked(late).Should().BeEquivalentTo([Br1, Br2]);
        Asked(late.Does(Br1, new ConsentShortNotice(1))).Should().Equal(Br2);
        Asked(late.Does(Koord1, new CancelMeeting(1, Written("vi finner en annen dag")))).Should().BeEmpty();
    }

    [Fact]
    public void R039_The_centre_chooses_the_notice_period()
    {
        var file = Planned();
        file.Settings = Settings.Default with { NoticeDays = 15 };

        file.Does(Koord1, new CallMeeting(1)).HoldsLatest(Fag1, Br1).Meeting().IsValid.Should().BeFalse();
    }

    [Fact]
    public void R038_A_brukerrepresentant_who_was_not_called_makes_the_meeting_invalid() =>
        Called().Member(Outsider, Side.Bruker).HoldsLatest(Fag1, Br1).Meeting().Invalidities.Should().Equal(Invalidity.ShortNotice);

    [Fact]
    public void A_meeting_is_not_planned_or_called_in_the_past()
    {
        WithGroup().When(Koord1, Plan(start: Start.AddDays(-1))).ShouldBeRefusedWith<MeetingInThePast>();
        Planned().At(MeetingStart.AddHours(1)).When(Koord1, new CallMeeting(1)).ShouldBeRefusedWith<MeetingIsOver>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(481)]
    public void A_meeting_lasts_from_five_minutes_to_eight_hours(int minutes) =>
        WithGroup().When(Koord1, Plan() with { Minutes = minutes }).ShouldBeRefusedWith<MeetingLengthOutOfRange>();

    [Fact]
    public void An_unknown_meeting_is_refused_by_every_act()
    {
        CaseRequest[] acts =
        [
            new CallMeeting(7), new CancelMeeting(-1, Written("sykdom i gruppen")), new HoldMeeting(7, [Fag1], []), MeetingCase.Minutes(7, 1), new AddMinutesNote(7, Written("rettelse")),
            new ConfirmProposal(7, 1), new AddAgendaItem(7, Written("en sak")),
        ];
        foreach (var act in acts) Held(Fag1, Br1).When(Koord1, act).ShouldBeRefusedWith<UnknownMeeting>();
    }

    [Fact]
    public void R050_Cancelled_within_24_hours_is_kept_apart()
    {
        var cancel = new CancelMeeting(1, Written("sykdom i gruppen"));

        Called().At(MeetingStart.AddHours(-25)).Does(Koord1, cancel).Meeting().Should().BeEquivalentTo(new { Standing = MeetingStanding.Cancelled, CancelledLate = false });
        Called().At(MeetingStart.AddHours(-23)).Does(Koord1, cancel).Meeting().CancelledLate.Should().BeTrue();
        Held(Fag1, Br1).When(Koord1, cancel).ShouldBeRefusedWith<MeetingIsOver>();
    }

    [Fact]
    public void R049_The_templates_give_the_agendas_of_the_method()
    {
        Planned().Meeting().Agenda.Select(item => item.Topic).Should().Equal("P1.1", "P1.2", "P1.3", "P1.4", "P1.5", "P1.6", "P1.7", "P1.8");
        foreach (var template in Enum.GetValues<MeetingTemplate>())
            AgendaTemplates.Of(template).Select(AgendaTemplates.Title).Should().NotContainNulls();
        AgendaTemplates.Of(MeetingTemplate.E1).Should().HaveCount(7);
    }

    [Fact]
    public void R040_Any_member_adds_to_the_agenda_until_two_days_before_and_it_shows_the_side()
    {
        var file = Called().At(MeetingStart.AddDays(-2));

        file.When(Br1, new AddAgendaItem(1, Written("egen samtale for pårørende"))).ShouldGive<AgendaItemAdded>().Should().BeEquivalentTo(new { Item = 9, Side = Side.Bruker, Person = Br1 });
        file.When(Koord1, new AddAgendaItem(1, Written("nye lokaler"))).ShouldGive<AgendaItemAdded>().Side.Should().BeNull();
        file.At(MeetingStart.AddDays(-1)).When(Br1, new AddAgendaItem(1, Written("for sent"))).ShouldBeRefusedWith<AgendaIsClosed>();
        file.When(Leder1, new AddAgendaItem(1, Written("leders sak"))).ShouldBeRefusedWith<NotAllowed>();
    }
}
