using System.Globalization;
using System.Text.RegularExpressions;

namespace LmsWorkflow.Workflows;

/// <summary>ISO 8601 duration. Months and days are kept apart from hours, because a day at the clock change is not 24 hours.</summary>
public readonly partial record struct IsoDuration(int Months, int Days, TimeSpan Time)
{
    /// <summary>Longest deadline that makes sense; keeps dates inside the calendar.</summary>
    const int LongestInYears = 100;

    public TimeSpan Exact => TimeSpan.FromDays(Days) + Time;

    /// <summary>Null when the text is no duration of at most a hundred years.</summary>
    public static IsoDuration? TryParse(string text)
    {
        var match = text.Length <= 40 ? Form().Match(text) : Match.Empty;
        if (!match.Success || text.EndsWith('T') || text == "P") return null;
        if (Part("y") > LongestInYears || Part("mo") > 1200 || Part("w") > 5_200 || Part("d") > 36_525 || Part("h") > 876_600) return null;
        if (Part("mi") > 52_596_000 || Part("s") > 3_155_760_000L) return null;
        var time = TimeSpan.FromHours(Part("h")) + TimeSpan.FromMinutes(Part("mi")) + TimeSpan.FromSeconds(Part("s"));
        return new IsoDuration((int)(Part("y") * 12 + Part("mo")), (int)(Part("w") * 7 + Part("d")), time);

        long Part(string name) =>
            !match.Groups[name].Success ? 0
            : long.TryParse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : long.MaxValue;
    }

    [GeneratedRegex(@"^P((?<y>\d+)Y)?((?<mo>\d+)M)?((?<w>\d+)W)?((?<d>\d+)D)?(T((?<h>\d+)H)?((?<mi>\d+)M)?((?<s>\d+)S)?)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
