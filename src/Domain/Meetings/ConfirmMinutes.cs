namespace LmsWorkflow.Domain;

/// <summary>A member confirms that the minutes are right. They are confirmed when one from each side has done so (R45).</summary>
/// <param name="Version">What the person read; a stale one is refused.</param>
public sealed record ConfirmMinutes(int Meeting, int Version) : CaseRequest
{
    public override Act Act => Act.ActAsMember;

    public override Decision Decide(CaseContext context)
    {
        var meeting = context.Case.Meetings.Numbered(Meeting);
        return Decision.Unless(
            [
                Require.Open(context),
                MeetingRules.MustHaveMinutes(meeting),
                context.ActorsMembership is null ? new NotAMember() : null,
                meeting?.Record is { } minutes && minutes.Version != Version ? new MinutesAreStale() : null,
            ],
            () => meeting!.Record!.Confirmations.Any(confirmation => confirmation.Person == context.Actor.Person)
                ? [] : [new MinutesConfirmed(Meeting, Version, context.Actor.Person!.Value, context.ActorsMembership!.Side)]);
    }
}

public sealed record MinutesConfirmed(int Meeting, int Version, PersonId Person, Side Side) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Meetings = file.Meetings.Replace(Meeting, meeting => Confirmed(meeting, meeting.Record!, stamp)) };

    Meeting Confirmed(Meeting meeting, Minutes minutes, Stamp stamp)
    {
        minutes = minutes with { Confirmations = minutes.Confirmations.Add(new(Person, Side, stamp.At)) };
        var both = minutes.ConfirmedBy(Side.Fag) && minutes.ConfirmedBy(Side.Bruker);
        return meeting with { Record = minutes, Standing = both ? MeetingStanding.MinutesConfirmed : meeting.Standing };
    }
}

public sealed record MinutesAreStale() : Refusal(new Words(
    "Referatet er endret siden du åpnet det. Les det på nytt før du bekrefter.", "Referatet er endra sidan du opna det. Les det på nytt før du stadfestar."));

/// <summary>Adds a correction beside the minutes; what was written stays (R45, N7).</summary>
public sealed record AddMinutesNote(int Meeting, WrittenText Text) : CaseRequest
{
    public override Act Act => Act.ProposeAndMinute;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            MeetingRules.MustHaveMinutes(context.Case.Meetings.Numbered(Meeting)),
            Require.Written(Text, "text", new("rettelsen", "rettinga")),
        ],
        () => [new MinutesNoteAdded(Meeting, Text.Seal("D10.rettelse"), context.Actor.Person!.Value, context.ActorsMembership?.Side)]);
}

public sealed record MinutesNoteAdded(int Meeting, SealedText Text, PersonId Person, Side? Side) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Meetings = file.Meetings.Replace(Meeting, meeting => meeting with
        {
            Record = meeting.Record! with { Notes = meeting.Record.Notes.Add(new(Person, Side, Text, stamp.At)) },
        }),
    };
}

/// <summary>An absent member comments within seven days (R43). Silence confirms that the minutes are right; it never approves anything else.</summary>
public sealed record CommentMinutes(int Meeting, WrittenText Text) : CaseRequest
{
    /// <summary>Days an absent member has, from when the minutes were written.</summary>
    public const int Days = 7;

    public override Act Act => Act.ActAsMember;

    public override Decision Decide(CaseContext context)
    {
        var meeting = context.Case.Meetings.Numbered(Meeting);
        return Decision.Unless(
            [
                Require.Open(context),
                MeetingRules.MustHaveMinutes(meeting),
                context.ActorsMembership is null ? new NotAMember() : null,
                meeting is not null && context.Actor.Person is { } person && meeting.PresenceOf(person) == Presence.Present ? new OnlyAbsentComment() : null,
                meeting?.Record is { } minutes && context.Today > minutes.CommentsUntil ? new CommentTooLate() : null,
                Require.Written(Text, "text", new("kommentaren", "kommentaren")),
            ],
            () => [new MinutesCommented(Meeting, Text.Seal("D10.kommentar"), context.Actor.Person!.Value, context.ActorsMembership!.Side)]);
    }
}

public sealed record MinutesCommented(int Meeting, SealedText Text, PersonId Person, Side Side) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Meetings = file.Meetings.Replace(Meeting, meeting => meeting with
        {
            Record = meeting.Record! with { Comments = meeting.Record.Comments.Add(new(Person, Side, Text, stamp.At)) },
        }),
    };
}

/// <summary>R43.</summary>
public sealed record OnlyAbsentComment() : Refusal(new Words(
    "Du var til stede i møtet. Legg til en rettelse i stedet for en kommentar.", "Du var til stades i møtet. Legg til ei retting i staden for ein kommentar."));

/// <summary>R43.</summary>
public sealed record CommentTooLate() : Refusal(new Words(
    "Fristen på sju dager for å kommentere referatet er gått ut. Legg til en rettelse i stedet.",
    "Fristen på sju dagar for å kommentere referatet er gått ut. Legg til ei retting i staden."));
