using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// The smallest lot of ended cases a unit's balance counts: all of it or nothing. The cases of one centre with the same owners, from whole calendar quarters that are over, so many
/// that they are at least five cases with at least five people on each side (R125, R170). Whatever two units or periods are asked about, the difference between the answers is
/// whole cells, and so is never about few. A cell that is made never changes: cases end in the present.
/// </summary>
public sealed record BalanceCell(DateOnly From, DateOnly To, ImmutableArray<EndedCase> Cases)
{
    public const int FewestCases = 5;
    public const int FewestPeople = EvaluationResult.Fewest;

    /// <param name="today">The quarter it lies in is not over.</param>
    public static ImmutableArray<BalanceCell> Of(IEnumerable<EndedCase> ended, DateOnly today) =>
        [.. ended.Where(one => one.HadBothSides).GroupBy(Home).OrderBy(home => home.Key, StringComparer.Ordinal).SelectMany(home => OfHome(home, today))];

    /// <summary>Units are asked about one by one; cases that belong to just the same ones are always asked about together.</summary>
    static string Home(EndedCase ended) => $"{ended.LmsUnit} {string.Join(' ', ended.Owners.Select(owner => $"{owner}").Order(StringComparer.Ordinal))}";

    static IEnumerable<BalanceCell> OfHome(IEnumerable<EndedCase> ended, DateOnly today)
    {
        ImmutableArray<EndedCase> gathered = [];
        foreach (var quarter in ended.GroupBy(one => QuarterOf(one.EndedOn)).Where(quarter => LastDay(quarter.Key) < today).OrderBy(quarter => quarter.Key))
        {
            gathered = [.. gathered, .. quarter];
            if (!AreEnough(gathered)) continue;
            yield return new(QuarterOf(gathered.Min(one => one.EndedOn)), LastDay(quarter.Key), gathered);
            gathered = [];
        }
    }

    static bool AreEnough(ImmutableArray<EndedCase> cases) => cases.Length >= FewestCases && Enum.GetValues<Side>().All(side => cases.SelectMany(one => one.People.Of(side)).Distinct().Count() >= FewestPeople);

    /// <summary>Its first day.</summary>
    static DateOnly QuarterOf(DateOnly day) => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);

    static DateOnly LastDay(DateOnly quarter) => quarter.AddMonths(3).AddDays(-1);
}
