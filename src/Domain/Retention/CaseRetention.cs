using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Texts of a kind are kept longer in a case than the rule says, by a leader's decision.</summary>
public sealed record KeptLonger(RetentionKind Kind, DateOnly Until);

/// <summary>When a kind falls due in a case.</summary>
/// <param name="RunsOut">By the rule; null while its time has not begun.</param>
/// <param name="KeptUntil">By a decision in the case.</param>
public sealed record RetentionDue(RetentionKind Kind, AppliedRule Applied, DateOnly? RunsOut, DateOnly? KeptUntil)
{
    /// <summary>The day it falls due; null while the time has not begun.</summary>
    public DateOnly? On => RunsOut is { } by && KeptUntil is { } kept ? kept > by ? kept : by : RunsOut;

    public bool IsOut(DateOnly today) => On <= today;
}

/// <summary>The moments of a case that times of retention are counted from, and what was decided to be kept longer. Small, so that thousands of cases can be looked at.</summary>
/// <param name="Units">The LMS and the owning units: whose rules hold.</param>
public sealed record CaseRetention(ImmutableArray<UnitId> Units, DateOnly? Ended, DateOnly? Reported, DateOnly? Decided, ImmutableArray<KeptLonger> Kept)
{
    /// <summary>Null while no time has begun.</summary>
    public static CaseRetention? Of(CaseFile file)
    {
        if (file.Identity is not { } identity) return null;
        var (ended, reported, decided) = (Day(file.EndedAt), Day(file.Passed(Gate.G4)?.At), Day(file.Continuation?.At));
        return (ended ?? reported ?? decided) is null ? null : new([.. identity.Owners.Prepend(identity.LmsUnit).Distinct()], ended, reported, decided, file.Kept);
    }

    static DateOnly? Day(DateTimeOffset? at) => at is { } moment ? OsloTime.Date(moment) : null;

    /// <summary>A case that ended without a report, or without a decision, counts from its end.</summary>
    public DateOnly? On(RetentionMoment moment) => moment switch
    {
        RetentionMoment.ReportSigned => Reported ?? Ended,
        RetentionMoment.Decided => Decided ?? Ended,
        _ => Ended,
    };

    public RetentionDue Due(RetentionKind kind, RetentionRules rules)
    {
        var applied = rules.For(Units, kind);
        return new(kind, applied, On(applied.Rule.From)?.AddMonths(applied.Rule.Months), Kept.FirstOrDefault(kept => kept.Kind == kind)?.Until);
    }
}
