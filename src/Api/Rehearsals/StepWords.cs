using System.Globalization;
using System.Text.RegularExpressions;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;

namespace LmsWorkflow.Api;

/// <summary>A step of a scenario as a sentence, for who does not read the format. Null when it is none that people do.</summary>
public static partial class StepWords
{
    /// <param name="people">Names by the codes the scenario gives them.</param>
    public static Words? Of(string step, IReadOnlyDictionary<string, string> people)
    {
        if (Clock().Match(step) is { Success: true } clock && DateTime.TryParseExact(clock.Groups[1].Value, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return new($"Klokka blir {time.Day}.{time.Month}.{time.Year} kl. {time:HH.mm}.", $"Klokka blir {time.Day}.{time.Month}.{time.Year} kl. {time:HH.mm}.");
        if (Signing().Match(step) is { Success: true } signing && Enum.TryParse<Gate>(signing.Groups[2].Value, out var gate))
            return Said(signing.Groups[1].Value, new($"leser den låste teksten og gir sin «{gate.Words().Nb}»", $"les den låste teksten og gir si «{gate.Words().Nn}»"), people);
        if (Asking().Match(step) is not { Success: true } asking) return null;
        return Asked(asking.Groups[2].Value, asking.Groups[3].Value) is { } act ? Said(asking.Groups[1].Value, new($"skal {act.Nb}", $"skal {act.Nn}"), people) : null;
    }

    /// <summary>The same as something that has been done; a step nobody but a program reads is told as it stands.</summary>
    public static Words Done(string step, IReadOnlyDictionary<string, string> people)
    {
        if (Signing().Match(step) is { Success: true } signing && Enum.TryParse<Gate>(signing.Groups[2].Value, out var gate))
            return By(signing.Groups[1].Value, new($"lese den låste teksten og gi sin «{gate.Words().Nb}»", $"lese den låste teksten og gi si «{gate.Words().Nn}»"), people);
        if (Asking().Match(step) is { Success: true } asking && Asked(asking.Groups[2].Value, asking.Groups[3].Value) is { } act) return By(asking.Groups[1].Value, act, people);
        return Of(step, people) ?? Words.Same(step.Split('\n')[0]);
    }

    /// <summary>The codes of the people a scenario names.</summary>
    public static IReadOnlyDictionary<string, string> People(string scenario) =>
        Person().Matches(scenario).DistinctBy(match => match.Groups[1].Value).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);

    static Words Said(string code, Words does, IReadOnlyDictionary<string, string> people)
    {
        var who = Who(code, people);
        return new($"{who.Nb} {does.Nb}.", $"{who.Nn} {does.Nn}.");
    }

    static Words By(string code, Words act, IReadOnlyDictionary<string, string> people)
    {
        var who = Who(code, people);
        return new($"{who.Nb}: {act.Nb}.", $"{who.Nn}: {act.Nn}.");
    }

    static Words Who(string code, IReadOnlyDictionary<string, string> people) => code == "anonymous" ? new("En deltaker", "Ein deltakar") : Words.Same(people.GetValueOrDefault(code, code));

    static Words? Asked(string verb, string path)
    {
        if (verb == "GET") return new("se etter at alt står som det skal", "sjå etter at alt står som det skal");
        if (verb == "POST" && path == "cases") return AttemptWords.Tried(nameof(RegisterNeed));
        var parts = path.Split('/');
        if (parts is ["cases", _, "documents", var kind] && Enum.TryParse<DocumentKind>(kind, out var document))
            return new($"skrive {DocumentNames.Of(document).Nb.ToLowerInvariant()}", $"skrive {DocumentNames.Of(document).Nn.ToLowerInvariant()}");
        if (parts is ["answers", _]) return new("svare på evalueringen", "svare på evalueringa");
        if (parts is ["cases", _, "evaluation", "codes"]) return AttemptWords.Tried(nameof(IssueAnswerCodes));
        if (parts is ["cases", _, "readings"]) return new("åpne den låste teksten", "opne den låste teksten");
        return parts is ["cases", _, .. var rest] && ApiRoutes.Acts.FirstOrDefault(act => act.Verb == verb && Fits(act.Pattern.Split('/'), rest)) is { } route ? AttemptWords.Tried(route.Request.Name) : null;
    }

    static bool Fits(string[] pattern, string[] path) => pattern.Length == path.Length && pattern.Zip(path).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    [GeneratedRegex(@"^at (\d{4}-\d\d-\d\d \d\d:\d\d)\s*$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(\S+) signs (G[1-4])(?:\s|$)")]
    private static partial Regex Signing();

    [GeneratedRegex(@"^(\S+) (GET|POST|PUT|DELETE) ([^\s?]+)")]
    private static partial Regex Asking();

    [GeneratedRegex("^person (\\S+) \"([^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Person();
}
