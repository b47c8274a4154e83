using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>
/// A walk is a scenario that is written as one goes: its text is all there is of it, so it can be taken back, changed and kept. Here lines are added and taken off;
/// what they come to is seen by running them.
/// </summary>
public static class WalkText
{
    /// <summary>The people and units of a scenario and, where a mark is named, all it does before that.</summary>
    public static string From(ShelvedScenario scenario, string? mark)
    {
        var first = $"scenario Gjennomgang for hånd\n";
        if (mark is not null) return $"{first}include {scenario.Name}.scenario until {mark}\n";
        var people = scenario.Text.Split('\n').Where(line => line.StartsWith("unit ", StringComparison.Ordinal) || line.StartsWith("person ", StringComparison.Ordinal));
        return first + string.Concat(people.Select(line => line.TrimEnd() + "\n"));
    }

    /// <summary>Places in a scenario that a walk can begin at.</summary>
    public static ImmutableArray<string> Marks(ShelvedScenario scenario) =>
        [.. scenario.Text.Split('\n').Where(line => line.StartsWith("mark ", StringComparison.Ordinal)).Select(line => line["mark ".Length..].Trim()).Where(mark => mark != "demonstration")];

    /// <summary>A new case of a process nobody has tried: the example's people and units, its first day, and its opening with this process instead; and the line to go on from. Null when the example opens no case.</summary>
    public static (string Text, int After)? Fresh(ShelvedScenario example, string definition)
    {
        var (text, at) = (From(example, null), 0);
        while (Next(example, at) is var (step, after))
        {
            var (isOpening, body) = (step.Contains(" POST cases\n", StringComparison.Ordinal), step.IndexOf('{', StringComparison.Ordinal));
            text = With(text, isOpening && body >= 0 ? step.Insert(body + 1, $"\"definition\": \"{definition}\", ") : step);
            if (isOpening) return (text, after);
            at = after;
        }

        return null;
    }

    /// <summary>The number of the first line after a mark; of the first step when none is named.</summary>
    public static int After(ShelvedScenario scenario, string? mark) => mark is null ? 0 : Array.FindIndex(scenario.Text.Split('\n'), line => line.TrimEnd() == $"mark {mark}") + 1;

    /// <summary>The next step of a scenario from a line on, and the line after it. Null when there is no more.</summary>
    public static (string Step, int After)? Next(ShelvedScenario scenario, int from)
    {
        var lines = scenario.Text.Split('\n');
        for (var at = Math.Max(0, from); at < lines.Length; at++)
        {
            if (!IsStep(lines[at])) continue;
            var end = at + 1;
            while (end < lines.Length && (lines[end].Length == 0 || char.IsWhiteSpace(lines[end][0]))) end++;
            return (string.Join('\n', lines[at..end].Select(line => line.TrimEnd()).Where(line => line.Length > 0)), end);
        }

        return null;
    }

    /// <summary>All that has been done in a walk since it began.</summary>
    public static ImmutableArray<string> Steps(string text)
    {
        var (steps, walk) = (ImmutableArray.CreateBuilder<string>(), new ShelvedScenario("", text, null, null));
        for (var at = 0; Next(walk, at) is var (step, after); at = after) steps.Add(step);
        return steps.ToImmutable();
    }

    /// <summary>The steps in which somebody writes a document and is not refused.</summary>
    public static ImmutableArray<string> Writings(ShelvedScenario scenario)
    {
        var writings = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; Next(scenario, at) is var (step, after); at = after)
            if (step.Contains(" PUT cases/{sak}/documents/", StringComparison.Ordinal) && !step.Contains("\n  =>", StringComparison.Ordinal)) writings.Add(step);
        return writings.ToImmutable();
    }

    public static string With(string text, string step) => ScenarioShelf.Tidy(text) + step.ReplaceLineEndings("\n").TrimEnd() + "\n";

    /// <summary>Without its last step; people, units and where it begins stay.</summary>
    public static string WithoutLast(string text)
    {
        var lines = ScenarioShelf.Tidy(text).Split('\n').ToList();
        var last = lines.FindLastIndex(IsStep);
        return last < 0 ? text : string.Join('\n', lines[..last]) + "\n";
    }

    public static string ClockAt(DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"at {OsloTime.Local(time):yyyy-MM-dd HH:mm}");

    public static string Completes(string who, int item) => string.Create(CultureInfo.InvariantCulture, $"{who} POST cases/{{sak}}/work-items/{item}/completions");

    static bool IsStep(string line) => line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] != '#'
        && line.Split(' ')[0] is not ("scenario" or "definition" or "unit" or "person" or "mark" or "include");
}
