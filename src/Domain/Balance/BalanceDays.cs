using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Days from one thing to another, each counted once.</summary>
/// <param name="Each">Days between the two dates in Norway; 0 is the same day. Days on hold are not counted (domain notes §4.10).</param>
public sealed record DaySpread(ImmutableArray<int> Each)
{
    public int Times => Each.Length;

    public int Total => Each.Sum();

    /// <summary>Null when there is nothing to take it of.</summary>
    public decimal? Median
    {
        get
        {
            if (Each.IsEmpty) return null;
            ImmutableArray<int> sorted = [.. Each.Order()];
            var middle = sorted.Length / 2;
            return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2m;
        }
    }
}

/// <summary>How days are counted in the participation balance.</summary>
static class BalanceDays
{
    public static int Between(CaseFile file, DateTimeOffset from, DateTimeOffset until) => Math.Max(0, Day(until) - Day(from) - OnHold(file, from, until));

    static int Day(DateTimeOffset at) => OsloTime.Date(at).DayNumber;

    static int OnHold(CaseFile file, DateTimeOffset from, DateTimeOffset until) => file.PastHolds.Sum(hold =>
    {
        var (since, to) = (hold.Since > from ? hold.Since : from, hold.Until < until ? hold.Until : until);
        return to <= since ? 0 : Day(to) - Day(since);
    });
}
