using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Records that a called meeting was held and who met. Validity follows from the sides present (R41) and the notice (R39).</summary>
/// <param name="Present">Members, koordinator and guests who met.</param>
/// <param name="Notified">Members who said beforehand that they could not come. Other members count as absent without notice.</param>
public sealed record HoldMeeting(int Meeting, ImmutableArray<PersonId> Present, ImmutableArray<PersonId> Notified = default) : CaseRequest
{
    public override Act Act => Act.ProposeAndMinute;

    public override Decision Decide(CaseContext context)
    {
        var meeting = context.Case.Meetings.Numbered(Meeting);
        return Decision.Unless(Unmet(context, meeting), () => [Held(context, meeting!)]);
    }

    IEnumerable<Refusal?> Unmet(CaseContext context, Meeting? meeting)
    {
        yield return Require.Open(context);
        if (meeting is null) yield return new UnknownMeeting();
        if (meeting is { IsHeld: true } or { Standing: MeetingStanding.Cancelled }) yield return new MeetingIsOver();
        if (meeting is { Standing: MeetingStanding.Planned }) yield return new MeetingNotCalled();
        if (meeting is not null && context.Today < meeting.Date) yield return new MeetingNotYet();
        if (Present.IsDefaultOrEmpty) yield return new FieldMissing("present", new("hvem som møtte", "kven som møtte"));
        if (!Present.IsDefault && Present.Any(person => context.Directory.Find(person) is null)) yield return new UnknownPerson();
        if (!Present.IsDefault && !Notified.IsDefault && Present.Intersect(Notified).Any()) yield return new BothPresentAndAbsent();
    }

    MeetingHeld Held(CaseContext context, Meeting meeting)
    {
        var members = context.Case.Group.At(meeting.Start).DistinctBy(member => member.Person).ToList();
        ImmutableArray<Attendee> attendees =
        [
            .. members.Select(member => new Attendee(member.Person, member.Side, PresenceOf(member.Person), MeetingRules.HadNotice(meeting, member.Person, context.Settings))),
            .. Present.Distinct().Where(person => members.TrueForAll(member => member.Person != person)).Select(guest => new Attendee(guest, null, Presence.Present, false)),
        ];
        return new(Meeting, attendees, [.. Invalidities(context, meeting, attendees)]);
    }

    Presence PresenceOf(PersonId person) =>
        Present.Contains(person) ? Presence.Present
        : !Notified.IsDefault && Notified.Contains(person) ? Presence.AbsentNotified : Presence.Absent;

    static IEnumerable<Invalidity> Invalidities(CaseContext context, Meeting meeting, ImmutableArray<Attendee> attendees)
    {
        if (!Met(attendees, Side.Bruker)) yield return Invalidity.NoBrukerrepresentant;
        if (!Met(attendees, Side.Fag)) yield return Invalidity.NoFagperson;
        if (MeetingRules.MissingNotice(context, meeting).Any()) yield return Invalidity.ShortNotice;
    }

    static bool Met(ImmutableArray<Attendee> attendees, Side side) =>
        attendees.Any(attendee => attendee.Side == side && attendee.Presence == Presence.Present);
}

/// <param name="Invalidities">Empty when the meeting is valid.</param>
public sealed record MeetingHeld(int Meeting, ImmutableArray<Attendee> Attendees, ImmutableArray<Invalidity> Invalidities) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Meetings = file.Meetings.Replace(Meeting, meeting => meeting with
        {
            Standing = MeetingStanding.Held,
            HeldAt = stamp.At,
            Attendees = Attendees,
            Invalidities = Invalidities,
        }),
    };
}

/// <summary>R38.</summary>
public sealed record MeetingNotCalled() : Refusal(new Words(
    "Det er ikke kalt inn til møtet. Kall inn alle i arbeidsgruppen først.", "Det er ikkje kalla inn til møtet. Kall inn alle i arbeidsgruppa først."));

public sealed record MeetingNotYet() : Refusal(new Words(
    "Møtet har ikke vært ennå. Registrer oppmøtet når møtet er holdt.", "Møtet har ikkje vore enno. Registrer oppmøtet når møtet er halde."));

public sealed record BothPresentAndAbsent() : Refusal(new Words(
    "Samme person står både som til stede og fraværende. Rett oppmøtet.", "Same person står både som til stades og fråverande. Rett oppmøtet."));
