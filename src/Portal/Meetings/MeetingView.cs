using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

public sealed record MeetingLine(int Number, string Title, DateTimeOffset Start, Words State, string Mark);

/// <summary>All meetings of a case, and the form that plans one.</summary>
public sealed record MeetingsView(CaseFrame Frame, ImmutableArray<MeetingLine> Meetings, bool MayPlan, int NoticeDays, DateOnly EarliestInTime)
{
    public static MeetingsView From(CaseContext context, Viewer me) => new(
        CaseFrame.From(context, me),
        [.. context.Case.Meetings.All.OrderByDescending(meeting => meeting.Start).Select(meeting => new MeetingLine(meeting.Number, MeetingNames.Title(meeting, me), meeting.Start, MeetingNames.State(meeting), MeetingNames.Mark(meeting)))],
        context.May(Act.CoordinateCase) && context.Case.IsOpen, context.Settings.NoticeDays, context.Today.AddDays(context.Settings.NoticeDays));
}

public sealed record AgendaLine(int Number, string Text, Words From);

public sealed record AttendeeLine(PersonId Person, string Name, Side? Side, Words State, bool Called);

public sealed record NoteLine(string By, Side? Side, string Text, DateTimeOffset At);

/// <summary>One item of the agenda with what the minutes say of it.</summary>
public sealed record MinutesLine(
    int Item, string Topic, string Discussion, ImmutableArray<(Side Side, string Text)> Proposals, string Decision, string Responsible, DateOnly? Due, DecisionStanding? Standing,
    ImmutableArray<NoteLine> Answers, bool MayAnswer, PersonId? ResponsibleId);

/// <summary>One meeting: notice, agenda, attendance by side, validity, minutes.</summary>
/// <param name="People">Who can be responsible for following up a decision.</param>
/// <param name="Guests">Who can be present without being of either side.</param>
public sealed record MeetingView(
    CaseFrame Frame, Meeting Meeting, string Title, Words State, string Mark, string Place, ImmutableArray<AgendaLine> Agenda, ImmutableArray<AttendeeLine> Members, ImmutableArray<AttendeeLine> Attendees,
    ImmutableArray<MinutesLine> Minutes, string Collaboration, string WrittenBy, ImmutableArray<NoteLine> Confirmations, ImmutableArray<NoteLine> Notes, ImmutableArray<NoteLine> Comments,
    bool MayCall, bool MayCancel, bool MayAddItem, bool MayConsent, bool MayHold, bool MayWrite, bool MayConfirm, bool MayNote, bool MayComment, ImmutableArray<Choice> People, ImmutableArray<Choice> Guests, ImmutableArray<string> NoticeMissing, string CancelReason)
{
    public static MeetingView? From(CaseContext context, int number, Viewer me)
    {
        if (context.Case.Meetings.Numbered(number) is not { } meeting) return null;
        var open = context.Case.IsOpen;
        var member = context.ActorsMembership;
        var coming = meeting.Standing is MeetingStanding.Planned or MeetingStanding.Called;
        var proposes = open && context.May(Act.ProposeAndMinute);
        return new(
            CaseFrame.From(context, me), meeting, MeetingNames.Title(meeting, me), MeetingNames.State(meeting), MeetingNames.Mark(meeting), me.Text(meeting.Place), [.. meeting.Agenda.Select(item => AgendaOf(item, me))],
            MembersOn(context, meeting, me), [.. meeting.Attendees.OrderBy(attendee => attendee.Side switch { Side.Bruker => 0, Side.Fag => 1, _ => 2 }).Select(attendee => new AttendeeLine(attendee.Person, me.NameOf(attendee.Person), attendee.Side, MeetingNames.Presence(attendee.Presence), attendee.Called))],
            [.. meeting.Agenda.Select(item => Line(context, meeting, item, me))], me.Text(meeting.Record?.Collaboration), me.NameOf(meeting.Record?.WrittenBy),
            [.. (meeting.Record?.Confirmations ?? []).Select(confirmation => new NoteLine(me.NameOf(confirmation.Person), confirmation.Side, "", confirmation.At))],
            [.. (meeting.Record?.Notes ?? []).Select(note => Note(note, me))], [.. (meeting.Record?.Comments ?? []).Select(note => Note(note, me))],
            open && coming && context.May(Act.CoordinateCase), open && coming && context.May(Act.CoordinateCase), coming && proposes,
            open && coming && member is { Side: Side.Bruker } && !MeetingRules.HadNotice(meeting, member.Person, context.Settings),
            proposes && meeting.Standing == MeetingStanding.Called && context.Today >= meeting.Date,
            proposes && meeting.IsHeld && meeting.Record is not { Confirmations.IsEmpty: false } && meeting.Decisions.All(decision => decision.Answers.IsEmpty),
            open && meeting.Record is { } minutes && member is not null && minutes.Confirmations.All(confirmation => confirmation.Person != member.Person),
            proposes && meeting.Record is not null,
            open && meeting.Record is { } record && member is not null && meeting.PresenceOf(member.Person) != Presence.Present && context.Today <= record.CommentsUntil,
            [.. context.Case.Group.ActiveOn(context.Today).Select(person => new Choice(person.Person.ToString(), me.NameOf(person.Person))), .. Koordinator(context, context.Today, me)],
            [.. Koordinator(context, meeting.Date, me)],
            coming ? [.. MeetingRules.MissingNotice(context, meeting).Select(person => me.NameOf(person))] : [], me.Text(meeting.CancelReason));
    }

    /// <summary>Leads the meeting and takes on tasks without being of either side; nobody when the group has the same person already.</summary>
    static IEnumerable<Choice> Koordinator(CaseContext context, DateOnly on, Viewer me) =>
        context.Case.Identity is { } identity && context.Case.Group.ActiveOn(on).All(member => member.Person != identity.Koordinator)
            ? [new Choice(identity.Koordinator.ToString(), $"{me.NameOf(identity.Koordinator)}, {me.Say(Role.Koordinator.Words()).ToLowerInvariant()}")]
            : [];

    static AgendaLine AgendaOf(AgendaItem item, Viewer me) => new(item.Number, TopicOf(item, me), item switch
    {
        { Topic: not null } => new("Fast punkt", "Fast punkt"),
        { Side: Side.Bruker } => new("Foreslått av brukersiden", "Foreslått av brukarsida"),
        { Side: Side.Fag } => new("Foreslått av fagsiden", "Foreslått av fagsida"),
        _ => new("Foreslått av koordinator", "Foreslått av koordinator"),
    });

    static string TopicOf(AgendaItem item, Viewer me) => item.Topic is { } key ? me.Say(AgendaTemplates.Title(key) ?? Words.Same(key)) : me.Text(item.Text);

    static ImmutableArray<AttendeeLine> MembersOn(CaseContext context, Meeting meeting, Viewer me) =>
    [
        .. context.Case.Group.ActiveOn(meeting.Date).DistinctBy(member => member.Person).OrderBy(member => member.Side == Side.Fag).Select(member => new AttendeeLine(
            member.Person, me.NameOf(member.Person), member.Side, Noticed(meeting, member.Person, me), MeetingRules.HadNotice(meeting, member.Person, context.Settings))),
    ];

    static Words Noticed(Meeting meeting, PersonId person, Viewer me) =>
        meeting.ShortNoticeConsents.Contains(person) ? new("Har sagt ja til kort frist", "Har sagt ja til kort frist")
        : meeting.Noticed.TryGetValue(person, out var at) ? new($"Innkalt {me.Date(at)}", $"Innkalla {me.Date(at)}")
        : new("Ikke innkalt", "Ikkje innkalla");

    static MinutesLine Line(CaseContext context, Meeting meeting, AgendaItem item, Viewer me)
    {
        var written = meeting.Record?.Items.FirstOrDefault(candidate => candidate.Item == item.Number);
        var decision = meeting.DecisionOn(item.Number);
        return new(
            item.Number, TopicOf(item, me), me.Text(written?.Discussion), [.. (written?.Proposals ?? []).Select(proposal => (proposal.Side, me.Text(proposal.Text)))], me.Text(written?.Decision),
            written?.Responsible is { } person ? me.NameOf(person) : "", written?.Due, decision?.Standing,
            [.. (decision?.Answers ?? []).Select(answer => new NoteLine(me.NameOf(answer.Person), answer.Side, answer.Confirms ? me.Say("Bekreftet", "Stadfesta") : me.Say("Avvist: ", "Avvist: ") + me.Text(answer.Reason), answer.At))],
            decision is { Standing: DecisionStanding.Proposed } && context.Case.IsOpen && context.ActorsMembership is { } member && meeting.Lacks(member.Side), written?.Responsible);
    }

    static NoteLine Note(MinutesNote note, Viewer me) => new(me.NameOf(note.By), note.Side, me.Text(note.Text), note.At);
}
