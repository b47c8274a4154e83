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
        foreach (var member in Members)
            if (member.Side == side && member.ActiveOn(day)) return true;
        return false;
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
