using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// Kaller inn: every active member gets the same notice with the same papers at the same time (R38). Called again, it reaches those who joined since.
/// </summary>
public sealed record CallMeeting(int Meeting) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context)
    {
        var meeting = context.Case.Meetings.Numbered(Meeting);
        var newcomers = meeting is null ? [] : NotYetCalled(context, meeting);
        return Decision.Unless(
            [
                Require.Open(context),
                MeetingRules.MustBeComing(context, meeting),
                meeting is not null && newcomers.IsEmpty ? new EverybodyIsCalled() : null,
            ],
            () => [new MeetingCalled(Meeting, newcomers)]);
    }

    static ImmutableArray<PersonId> NotYetCalled(CaseContext context, Meeting meeting) =>
        [.. context.Case.Group.At(meeting.Start).Select(member => member.Person).Distinct().Where(person => !meeting.Noticed.ContainsKey(person))];
}

/// <param name="To">Those who are given notice now.</param>
public sealed record MeetingCalled(int Meeting, ImmutableArray<PersonId> To) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Meetings = file.Meetings.Replace(Meeting, meeting => meeting with
        {
            Standing = MeetingStanding.Called,
            Noticed = meeting.Noticed.AddRange(To.Where(person => !meeting.Noticed.ContainsKey(person)).Select(person => KeyValuePair.Create(person, stamp.At))),
        }),
    };
}

/// <summary>A brukerrepresentant accepts a notice shorter than the centre's (R39). Given before the meeting is recorded as held.</summary>
public sealed record ConsentShortNotice(int Meeting) : CaseRequest
{
    public override Act Act => Act.ActAsMember;

    public override Decision Decide(CaseContext context)
    {
        var meeting = context.Case.Meetings.Numbered(Meeting);
        return Decision.Unless(
            [
                Require.Open(context),
                meeting is null ? new UnknownMeeting() : null,
                meeting is { IsHeld: true } or { Standing: MeetingStanding.Cancelled } ? new MeetingIsOver() : null,
                context.ActorsMembership?.Side != Side.Bruker ? new OnlyBrukerConsentsToNotice() : null,
            ],
            () => meeting!.ShortNoticeConsents.Contains(context.Actor.Person!.Value) ? [] : [new ShortNoticeConsented(Meeting, context.Actor.Person.Value)]);
    }
}

public sealed record ShortNoticeConsented(int Meeting, PersonId Person) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Meetings = file.Meetings.Replace(Meeting, meeting => meeting with { ShortNoticeConsents = meeting.ShortNoticeConsents.Add(Person) }) };
}

/// <summary>What several acts on meetings ask.</summary>
public static class MeetingRules
{
    /// <summary>The person had notice in time for this meeting, or accepted less (R39).</summary>
    public static bool HadNotice(Meeting meeting, PersonId person, Settings settings) =>
        meeting.ShortNoticeConsents.Contains(person)
        || meeting.Noticed.TryGetValue(person, out var at) && OsloTime.Date(at).AddDays(settings.NoticeDays) <= meeting.Date;

    /// <summary>Brukerrepresentanter who must consent before the meeting can be valid (R39): called late, or not at all.</summary>
    public static IEnumerable<PersonId> MissingNotice(CaseContext context, Meeting meeting) => context.Case.Group.At(meeting.Start)
        .Where(member => member.Side == Side.Bruker && !HadNotice(meeting, member.Person, context.Settings)).Select(member => member.Person);

    /// <summary>Brukerrepresentanter who have been called later than the centre's notice and have not consented; nobody when the meeting is held or off (R39).</summary>
    public static IEnumerable<PersonId> AskedToConsent(CaseFile file, Meeting meeting, Settings settings) => meeting.Standing != MeetingStanding.Called ? [] :
        file.Group.At(meeting.Start).Where(member => member.Side == Side.Bruker).Select(member => member.Person).Distinct()
            .Where(person => meeting.Noticed.ContainsKey(person) && !HadNotice(meeting, person, settings));

    internal static Refusal? MustBeComing(CaseContext context, Meeting? meeting) => meeting switch
    {
        null => new UnknownMeeting(),
        { Standing: MeetingStanding.Planned or MeetingStanding.Called } when meeting.Start > context.Now => null,
        _ => new MeetingIsOver(),
    };

    internal static Refusal? MustHaveMinutes(Meeting? meeting) =>
        meeting is null ? new UnknownMeeting() : meeting.Record is null ? new MinutesMissing() : null;
}

public sealed record UnknownMeeting() : Refusal(new Words(
    "Møtet finnes ikke i saken. Velg et møte fra møtelisten.", "Møtet finst ikkje i saka. Vel eit møte frå møtelista."));

public sealed record MeetingIsOver() : Refusal(new Words(
    "Møtet er holdt, avlyst eller har passert. Planlegg et nytt møte.", "Møtet er halde, avlyst eller har passert. Planlegg eit nytt møte."));

public sealed record EverybodyIsCalled() : Refusal(new Words(
    "Alle i arbeidsgruppen er allerede innkalt til møtet, eller gruppen har ingen medlemmer ennå.",
    "Alle i arbeidsgruppa er alt innkalla til møtet, eller gruppa har ingen medlemmer enno."));

/// <summary>R39.</summary>
public sealed record OnlyBrukerConsentsToNotice() : Refusal(new Words(
    "Bare brukerrepresentantene kan si ja til kortere frist. Be dem svare, eller flytt møtet.",
    "Berre brukarrepresentantane kan seie ja til kortare frist. Be dei svare, eller flytt møtet."));

public sealed record MinutesMissing() : Refusal(new Words(
    "Referatet er ikke skrevet ennå. Skriv referatet først.", "Referatet er ikkje skrive enno. Skriv referatet først."));
