using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Days across cases; null figures are of fewer than five times (R125), and a median is of nothing when there were none.</summary>
public sealed record DayFigures(int? Times, int? Total, decimal? Median)
{
    public static DayFigures Of(IEnumerable<DaySpread> spreads)
    {
        var all = new DaySpread([.. spreads.SelectMany(spread => spread.Each)]);
        return all.Times == 0 ? new(0, 0, null) : all.Times < EvaluationResult.Fewest ? new(null, null, null) : new(all.Times, all.Total, all.Median);
    }
}

/// <summary>The collaboration evaluation across cases.</summary>
/// <param name="Answers">Those that are counted in.</param>
/// <param name="CasesLeftOut">Cases with answers that are not counted in, because theirs could be worked out from the rest.</param>
public sealed record UnitCollaboration(BothSides<int> Answers, int CasesLeftOut, ImmutableArray<CollaborationGap> Gaps, Withheld? Withheld)
{
    /// <summary>
    /// A case's own averages are shown in the case when there are two answers on each side, and can be subtracted. What is left then, the cases of a cell whose averages are not shown,
    /// counts only when it is at least five answers on each side (R125 with complementary suppression), and only while all of it is there: from what it was with and without one case, that case's ratings could be worked out.
    /// Cases where ratings are erased and no figures kept are not counted.
    /// </summary>
    public static UnitCollaboration Of(ImmutableArray<BalanceCell> cells)
    {
        var answered = cells.SelectMany(cell => cell.Cases).Count(HasAnswers);
        ImmutableArray<EndedCase> counted = [.. cells.SelectMany(Counted)];
        var answers = Answered(counted);
        if (Math.Min(answers.Fag, answers.Bruker) < EvaluationResult.Fewest)
            return new(new(0, 0), answered, [], answered == 0 ? Domain.Withheld.NoAnswers : Domain.Withheld.TooFewAnswers);
        return new(answers, answered - counted.Length, [.. Enumerable.Range(1, CollaborationStatements.All.Length).Select(statement => Gap(counted, answers, statement))], null);
    }

    static IEnumerable<EndedCase> Counted(BalanceCell cell)
    {
        ImmutableArray<EndedCase> shown = [.. cell.Cases.Where(one => one.Balance.Collaboration.Withheld is null)];
        ImmutableArray<EndedCase> rest = [.. cell.Cases.Except(shown).Where(HasAnswers)];
        if (rest.Any(one => !one.HasRatings && WasNotShown(one))) return shown;
        ImmutableArray<EndedCase> there = [.. rest.Where(one => one.HasRatings)];
        var left = Answered(there);
        return Math.Min(left.Fag, left.Bruker) < EvaluationResult.Fewest ? shown : [.. shown, .. there];
    }

    static bool WasNotShown(EndedCase ended) => ended.Balance.Collaboration.Answers is var answers && Math.Min(answers.Fag, answers.Bruker) < CollaborationGap.FewestOnASide;

    static bool HasAnswers(EndedCase ended) => ended.Balance.Collaboration.Answers is not { Fag: 0, Bruker: 0 };

    static BothSides<int> Answered(ImmutableArray<EndedCase> cases) => BothSides.Of(side => cases.Sum(one => one.Balance.Collaboration.Answers.Of(side)));

    static CollaborationGap Gap(ImmutableArray<EndedCase> cases, BothSides<int> answers, int statement)
    {
        var mean = BothSides.Of(side => (decimal)cases.Sum(one => one.Ratings.Of(side)[statement - 1]) / answers.Of(side));
        return new(statement, mean.Fag, mean.Bruker, Math.Abs(mean.Fag - mean.Bruker) >= 1.0m);
    }
}

/// <summary>The figures of <see cref="CaseBalance"/>, added up.</summary>
/// <param name="WaitedFor">How long the other side waited for this one.</param>
public sealed record UnitFigures(
    ImmutableArray<ProposalFigures> Proposals, BothSides<ObjectionCount> Objections, BothSides<DayFigures> WaitedFor, BothSides<DayFigures> SignOffDays,
    int Approved, int NotTalkedAbout, int MeetingsHeld, BothSides<AttendanceCount> Attendance, UnitCollaboration Collaboration)
{
    public static UnitFigures Of(ImmutableArray<BalanceCell> cells)
    {
        ImmutableArray<CaseBalance> all = [.. cells.SelectMany(cell => cell.Cases).Select(one => one.Balance)];
        return new(
            [.. Enum.GetValues<ProposalKind>().Select(kind => Sum(kind, all))],
            BothSides.Of(side => all.Select(one => one.Objections.Of(side)).Aggregate((sum, one) => sum.Plus(one))),
            BothSides.Of(side => DayFigures.Of(all.Select(one => one.WaitedFor(side)))),
            BothSides.Of(side => DayFigures.Of(all.Select(one => one.SignOffDays(side)))),
            all.Sum(one => one.Approved.Length), all.Sum(one => one.Approved.Count(text => !text.IsTalkedAbout)), all.Sum(one => one.MeetingsHeld),
            BothSides.Of(side => all.Select(one => one.Attendance.Of(side)).Aggregate((sum, one) => sum.Plus(one))),
            UnitCollaboration.Of(cells));
    }

    static ProposalFigures Sum(ProposalKind kind, ImmutableArray<CaseBalance> all) => new(kind, BothSides.Of(side => all
        .Select(one => one.Proposals.First(figures => figures.Kind == kind).Count.Of(side)).Aggregate((sum, one) => sum.Plus(one))));
}

/// <summary>Medvirkningsbalanse of a unit over a period: its ended cases, added up.</summary>
/// <param name="Cases">How many are counted in.</param>
/// <param name="NotCounted">Ended in the period in both sides' presence and not counted in: too few to be a <see cref="BalanceCell"/> that lies within the period.</param>
/// <param name="CountedFrom">First day of the earliest quarter counted in; null when nothing is.</param>
/// <param name="Figures">Null when nothing is counted in.</param>
public sealed record UnitBalance(int Cases, int NotCounted, DateOnly? CountedFrom, DateOnly? CountedTo, UnitFigures? Figures)
{
    public static UnitBalance Of(IReadOnlyCollection<EndedCase> ended, DateOnly from, DateOnly to, DateOnly today)
    {
        ImmutableArray<BalanceCell> cells = [.. BalanceCell.Of(ended, today).Where(cell => from <= cell.From && cell.To <= to)];
        var cases = cells.Sum(cell => cell.Cases.Length);
        var within = ended.Count(one => one.HadBothSides && from <= one.EndedOn && one.EndedOn <= to);
        return cells.IsEmpty
            ? new(0, within, null, null, null)
            : new(cases, within - cases, cells.Min(cell => cell.From), cells.Max(cell => cell.To), UnitFigures.Of(cells));
    }
}
