using System.Globalization;
using System.Text.RegularExpressions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>When a timer event fires (BPMN 2.0.2 §10.5.5.12): after a while, on a date, or again and again (ISO 8601 <c>R3/PT10M</c>, <c>R/2026-03-02T09:00/P7D</c>).</summary>
/// <param name="After">How long after it begins to wait; of a cycle the time between two firings.</param>
/// <param name="At">The date; of a cycle the first firing, when it says so.</param>
/// <param name="Times">How many times it fires; null is without end.</param>
public sealed partial record TimerRule(DueRule? After, DateTimeOffset? At, int? Times)
{
    const int MostTimes = 10_000;

    /// <summary>Nobody needs to be told of the same thing more often than each minute.</summary>
    static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>It may fire more than once.</summary>
    public bool Repeats => Times != 1;

    public static TimerRule Once(DueRule after) => new(after, null, 1);

    public static TimerRule? Date(string text) => Instant(text) is { } at ? new(null, at, 1) : null;

    /// <summary>Null when the text is no cycle of at least a minute.</summary>
    public static TimerRule? Cycle(string text)
    {
        var parts = text.Split('/');
        if (parts.Length is not (2 or 3) || Repetitions(parts[0]) is not { } times || IsoDuration.TryParse(parts[^1]) is not { } between) return null;
        if (between.Months == 0 && between.Exact < Shortest) return null;
        var at = parts.Length == 3 ? Instant(parts[1]) : null;
        return parts.Length == 3 && at is null ? null : new(new DueRule(between, null), at, times < 0 ? null : times);
    }

    /// <summary>R5 is five times, R without end (-1).</summary>
    static int? Repetitions(string text) =>
        text == "R" ? -1
        : text.StartsWith('R') && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times is > 0 and <= MostTimes ? times : null;

    /// <summary>A date without offset is wall clock time in Norway; a date alone is the beginning of the day.</summary>
    static DateTimeOffset? Instant(string text)
    {
        if (text.Length > 40 || !Form().IsMatch(text) || !DateTime.TryParse(text[..Math.Min(text.Length, 10)], CultureInfo.InvariantCulture, out var date) || date.Year is < 1900 or > 2900) return null;
        if (!text.Contains('T')) return OsloTime.At(DateOnly.FromDateTime(date), TimeOnly.MinValue);
        if (HasOffset(text)) return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact) ? exact.ToUniversalTime() : null;
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? OsloTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)) : null;
    }

    static bool HasOffset(string text) => text.EndsWith('Z') || text.AsSpan(text.IndexOf('T')).IndexOfAny('+', '-') >= 0;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)?)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
