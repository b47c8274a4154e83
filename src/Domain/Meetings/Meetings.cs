using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>What a meeting is for.</summary>
public enum MeetingType { Planning, Evaluation, Dialogue }

/// <summary>Physical, digital and hybrid meetings are equal; the form is kept because it affects fees (R48).</summary>
public enum MeetingForm { Physical, Digital, Hybrid }

/// <summary>Domain notes §4.10.</summary>
public enum MeetingStanding { Planned, Called, Held, MinutesDraft, MinutesConfirmed, Cancelled }

/// <summary>Why a meeting that was held is not valid (R39, R41).</summary>
public enum Invalidity { NoFagperson, NoBrukerrepresentant, ShortNotice }

/// <summary>One item of the agenda: a standard topic, or a text a member wrote (R40).</summary>
/// <param name="Topic">Key in <see cref="AgendaTemplates"/>; null when written by a member.</param>
/// <param name="Side">The proposer's side; null for standard topics and the koordinator.</param>
public sealed record AgendaItem(int Number, string? Topic, SealedText? Text, PersonId? By, Side? Side);

/// <summary>How one person met.</summary>
public enum Presence { Present, AbsentNotified, Absent }

/// <param name="Side">The side the person belonged to on the day; null for the koordinator and guests (R22).</param>
/// <param name="Called">Had the notice in time, or consented to a shorter one (R38, R39).</param>
public sealed record Attendee(PersonId Person, Side? Side, Presence Presence, bool Called);

/// <summary>A proposal as the minutes give it, with the side it came from (R44).</summary>
public sealed record MinutedProposal(Side Side, SealedText Text);

/// <summary>One item of the minutes (R44).</summary>
/// <param name="Item">Number on the agenda.</param>
public sealed record MinutesItem(
    int Item, SealedText? Discussion, ImmutableArray<MinutedProposal> Proposals, SealedText? Decision, PersonId? Responsible, DateOnly? Due);

/// <summary>A correction or comment that stands beside the minutes; the minutes are never overwritten (R43, R45).</summary>
public sealed record MinutesNote(PersonId By, Side? Side, SealedText Text, DateTimeOffset At);

/// <summary>The minutes and who has confirmed them (R45).</summary>
/// <param name="Collaboration">The closing round, in one line (R47).</param>
public sealed record Minutes(
    int Version, ImmutableArray<MinutesItem> Items, SealedText? Collaboration, PersonId WrittenBy, DateTimeOffset WrittenAt)
{
    public ImmutableArray<MinutesConfirmation> Confirmations { get; init; } = [];

    /// <summary>Corrections, by anyone in the group.</summary>
    public ImmutableArray<MinutesNote> Notes { get; init; } = [];

    /// <summary>Comments of members who were absent, within seven days (R43).</summary>
    public ImmutableArray<MinutesNote> Comments { get; init; } = [];

    /// <summary>Last day an absent member can comment (R43).</summary>
    public DateOnly CommentsUntil => OsloTime.Date(WrittenAt).AddDays(CommentMinutes.Days);

    public bool ConfirmedBy(Side side)
    {
        foreach (var confirmation in Confirmations)
            if (confirmation.Side == side) return true;
        return false;
    }
}

public sealed record MinutesConfirmation(PersonId Person, Side Side, DateTimeOffset At);

/// <summary>A decision in a meeting that was not valid is a proposal until the missing side has answered (R42).</summary>
public enum DecisionStanding { Decided, Proposed, Confirmed, Rejected }

/// <param name="Item">Number on the agenda.</param>
public sealed record MeetingDecision(int Item, SealedText Text, PersonId? Responsible, DateOnly? Due, DecisionStanding Standing)
{
    public ImmutableArray<ProposalAnswer> Answers { get; init; } = [];
}

/// <summary>What the missing side said to a proposal, in writing or in a later valid meeting (R42).</summary>
public sealed record ProposalAnswer(PersonId Person, Side? Side, bool Confirms, int? InMeeting, SealedText? Reason, DateTimeOffset At);

/// <summary>A meeting of the working group. Belongs to the case, not to a phase: the first planning meeting may be held before G1.</summary>
public sealed record Meeting(int Number, MeetingType Type)
{
    /// <summary>UTC.</summary>
    public DateTimeOffset Start { get; init; }

    public int Minutes { get; init; }
    public MeetingForm Form { get; init; }
    public SealedText? Place { get; init; }
    public MeetingStanding Standing { get; init; }
    public ImmutableArray<AgendaItem> Agenda { get; init; } = [];

    /// <summary>When each person was given notice; everybody in the group at once (R38).</summary>
    public ImmutableDictionary<PersonId, DateTimeOffset> Noticed { get; init; } = ImmutableDictionary<PersonId, DateTimeOffset>.Empty;

    /// <summary>Brukerrepresentanter who accepted a shorter notice (R39).</summary>
    public ImmutableHashSet<PersonId> ShortNoticeConsents { get; init; } = [];

    public ImmutableArray<Attendee> Attendees { get; init; } = [];
    public ImmutableArray<Invalidity> Invalidities { get; init; } = [];

    /// <summary>When attendance was recorded; null until the meeting is held.</summary>
    public DateTimeOffset? HeldAt { get; init; }

    public Minutes? Record { get; init; }
    public ImmutableArray<MeetingDecision> Decisions { get; init; } = [];

    public SealedText? CancelReason { get; init; }

    /// <summary>Cancelled less than 24 hours before (R50).</summary>
    public bool CancelledLate { get; init; }

    public DateOnly Date => OsloTime.Date(Start);

    public bool IsHeld => HeldAt is not null;

    /// <summary>Held with at least one from each side present (R41), and called in time (R39).</summary>
    public bool IsValid => HeldAt is not null && Invalidities.IsEmpty;

    /// <summary>Minutes are due to absent members five working days after the meeting (R43).</summary>
    public DateOnly MinutesDue => WorkingCalendar.Add(Date, 5);

    /// <summary>The side that must answer the proposals of a meeting that was not valid (R42).</summary>
    public bool Lacks(Side side) => side == Side.Fag
        ? Invalidities.Contains(Invalidity.NoFagperson)
        : Invalidities.Contains(Invalidity.NoBrukerrepresentant) || Invalidities.Contains(Invalidity.ShortNotice);

    /// <summary>Held, not valid, and what was said there is not settled: minutes are missing or a proposal waits for the missing side (R42).</summary>
    public bool HasUnsettledProposals
    {
        get
        {
            if (HeldAt is null || Invalidities.IsEmpty) return false;
            if (Record is null) return true;
            foreach (var decision in Decisions)
                if (decision.Standing == DecisionStanding.Proposed) return true;
            return false;
        }
    }

    public MeetingDecision? DecisionOn(int item)
    {
        foreach (var decision in Decisions)
            if (decision.Item == item) return decision;
        return null;
    }

    public Presence? PresenceOf(PersonId person)
    {
        foreach (var attendee in Attendees)
            if (attendee.Person == person) return attendee.Presence;
        return null;
    }
}

/// <summary>The meetings of a case. Their number is free (R49).</summary>
public sealed record Meetings(ImmutableArray<Meeting> All)
{
    public static Meetings Empty { get; } = new([]);

    public Meeting? Numbered(int number) => number >= 1 && number <= All.Length ? All[number - 1] : null;

    public bool HasValid(MeetingType type)
    {
        foreach (var meeting in All)
            if (meeting.Type == type && meeting.IsValid) return true;
        return false;
    }

    public Meetings Replace(int number, Func<Meeting, Meeting> change) => new(All.SetItem(number - 1, change(All[number - 1])));
}
