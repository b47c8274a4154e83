using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>What a member is asked to do (domain notes §3.1).</summary>
public enum AssignmentType { PaVegneAv, Erfaringsformidler, MedKursleder, Likeperson, Fagansvarlig, Fagbidrag }

/// <summary>Whose experience a brukerrepresentant brings (R21).</summary>
public enum Perspective { Pasient, Parorende }

/// <summary>Rolleavklaring (D06): offered by the koordinator, accepted by the member; never health details (R31).</summary>
public sealed record RoleClarification(
    SealedText Task, SealedText NotTask, SealedText TimeUse, SealedText Support, SealedText Terms, DateTimeOffset OfferedAt, DateTimeOffset? AcceptedAt)
{
    /// <summary>The day in Norway it was accepted.</summary>
    public DateOnly? AcceptedOn { get; init; }
}

/// <summary>An appointment in the working group (D05), with period, side and what the person has agreed to (R28).</summary>
public sealed record Member(
    PersonId Person, Side Side, AssignmentType Assignment, Perspective? Perspective, DateOnly From, DateOnly To,
    PersonId? ContactPerson, PersonId? VaraFor, bool IsResponsiblePhysician, DateTimeOffset AppointedAt)
{
    public RoleClarification? Clarification { get; init; }
    public DateTimeOffset? ConfidentialityAt { get; init; }
    public DateTimeOffset? SummaryReadAt { get; init; }
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Role clarification accepted for the same assignment in the case this one is a re-run of (R30).</summary>
    public DateOnly? ClarifiedBefore { get; init; }

    public bool ActiveOn(DateOnly day) => LeftAt is null && From <= day && day <= To;

    /// <summary>Belonged to the group at this instant, whatever happened since.</summary>
    public bool BelongedAt(DateTimeOffset moment) =>
        From <= OsloTime.Date(moment) && OsloTime.Date(moment) <= To && (LeftAt is null || LeftAt > moment);

    /// <summary>Valid role clarification: accepted, and not older than the centre allows (R29, R30). No month is shorter than 28 days, which spares most questions the calendar.</summary>
    public bool ClarifiedOn(DateOnly day, int months) =>
        (Clarification?.AcceptedOn ?? ClarifiedBefore) is { } accepted && (accepted.DayNumber + 28 * months >= day.DayNumber || accepted.AddMonths(months) >= day);
}

/// <summary>Arbeidsgruppe (R17, R18). Appointments that ended stay in the list: earlier contributions and signatures remain (R34).</summary>
public sealed record WorkingGroup(ImmutableArray<Member> Members)
{
    public static WorkingGroup Empty { get; } = new([]);

    readonly StandingMembers standing = StandingMembers.Of(Members);

    public ImmutableArray<Member> Members
    {
        get;
        init
        {
            field = value;
            standing = StandingMembers.Of(value);
        }
    } = Members;

    /// <summary>When the last active brukerrepresentant left, until a replacement has read the summary (R35).</summary>
    public DateTimeOffset? WithoutBrukerSince { get; init; }

    public Member? Active(PersonId person, DateOnly day)
    {
        foreach (var member in Members)
            if (member.Person == person && member.ActiveOn(day)) return member;
        return null;
    }

    public bool HasActive(Side side, DateOnly day)
    {
        if (standing.Holds(side, day)) return true;
        foreach (var member in Members)
            if (member.Side == side && member.ActiveOn(day)) return true;
        return false;
    }

    /// <summary>A yes is certain, a no is not: see <see cref="StandingMembers"/>.</summary>
    internal bool HasBothSides(DateOnly day) => standing.Holds(Side.Fag, day) && standing.Holds(Side.Bruker, day);

    /// <summary>Every brukerrepresentant active that day has a valid role clarification (R29, R30).</summary>
    public bool BrukersClarifiedOn(DateOnly day, int months)
    {
        if (standing.AllClarifiedOn(day, months)) return true;
        foreach (var member in Members)
            if (member.Side == Side.Bruker && member.ActiveOn(day) && !member.ClarifiedOn(day, months)) return false;
        return true;
    }

    public IEnumerable<Member> ActiveOn(DateOnly day) => Members.Where(member => member.ActiveOn(day));

    /// <summary>Those who belonged to the group when something took place; recorded later, it is the same (R41).</summary>
    public IEnumerable<Member> At(DateTimeOffset moment) => Members.Where(member => member.BelongedAt(moment));

    /// <summary>There have been members on the side, and every one of them has left or is past the period.</summary>
    public bool HasLost(Side side, DateOnly day)
    {
        var had = false;
        foreach (var member in Members)
        {
            if (member.Side != side) continue;
            if (member.LeftAt is null && member.To >= day) return false;
            had = true;
        }

        return had;
    }

    /// <summary>The side the person belongs or belonged to in this case: one side for ever (R23, R79).</summary>
    public Side? SideOf(PersonId person)
    {
        foreach (var member in Members)
            if (member.Person == person) return member.Side;
        return null;
    }

    public WorkingGroup Replace(PersonId person, Func<Member, Member> change) => this with
    {
        Members = [.. Members.Select(member => member.Person == person && member.LeftAt is null ? change(member) : member)],
    };
}

/// <summary>
/// The two sides at a glance, worked out when members change: for each side the one who has not left and stays longest, and the oldest role
/// clarification of the brukerrepresentanter. A yes is certain; a no means that the members must be asked one by one.
/// </summary>
readonly record struct StandingMembers(DateOnly FagFrom, DateOnly FagTo, DateOnly BrukerFrom, DateOnly BrukerTo, int OldestClarification)
{
    public bool Holds(Side side, DateOnly day) => side == Side.Fag ? FagFrom <= day && day <= FagTo : BrukerFrom <= day && day <= BrukerTo;

    /// <summary>No month is shorter than 28 days.</summary>
    public bool AllClarifiedOn(DateOnly day, int months) => OldestClarification + 28L * months >= day.DayNumber;

    public static StandingMembers Of(ImmutableArray<Member> members)
    {
        var none = (From: DateOnly.MaxValue, To: DateOnly.MinValue);
        var (fag, bruker, oldest) = (none, none, int.MaxValue);
        foreach (var member in members)
        {
            if (member.LeftAt is not null) continue;
            ref var side = ref member.Side == Side.Fag ? ref fag : ref bruker;
            if (member.To > side.To) side = (member.From, member.To);
            if (member.Side == Side.Bruker) oldest = Math.Min(oldest, member.Clarification?.AcceptedOn?.DayNumber ?? int.MinValue);
        }

        return new(fag.From, fag.To, bruker.From, bruker.To, oldest);
    }
}
