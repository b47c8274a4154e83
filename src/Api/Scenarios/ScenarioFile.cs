using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>A scenario as read from its file (<c>docs/scenarios.md</c>): people, and steps by role and date with what is expected of each.</summary>
public sealed record ScenarioFile(string Title, ImmutableArray<ScenarioUnit> Units, ImmutableArray<ScenarioPerson> People, ImmutableArray<ScenarioStep> Steps)
{
    /// <summary>Of a scenario that comes with the product: the definition it is kept with.</summary>
    public string? Definition { get; init; }

    /// <summary>Every ISO date moved by whole weeks, so that the step marked for the demonstration falls in the week before <paramref name="today"/>.</summary>
    public ScenarioFile EndingBefore(DateOnly today)
    {
        var last = Steps.OfType<ScenarioStep.At>().Where(step => !step.AfterDemonstration).Select(step => OsloTime.Date(step.Time)).Max();
        var weeks = (today.DayNumber - last.DayNumber - 1) / 7;
        return this with { Steps = [.. Steps.Select(step => step.Moved(7 * weeks))] };
    }
}

public sealed record ScenarioUnit(string Code, string Name, bool IsLms);

public sealed record ScenarioPerson(string Code, string Name, Role? Role, string? Unit, ImmutableArray<string> EmployedIn, Language Language);

public abstract partial record ScenarioStep(int Line, bool AfterDemonstration)
{
    /// <summary>The clock moves on; timers that fall due on the way fire at their time.</summary>
    public sealed record At(int Line, bool AfterDemonstration, DateTimeOffset Time) : ScenarioStep(Line, AfterDemonstration);

    /// <summary>Somebody asks for something.</summary>
    /// <param name="Codes">Refusal codes that must all be among the reasons.</param>
    public sealed record Ask(
        int Line, bool AfterDemonstration, string Who, string Verb, string Path, ImmutableArray<(string Name, string Value)> Headers, string? Body,
        int? Status, ImmutableArray<string> Codes, ImmutableArray<(string Name, string Path)> Keeps, ImmutableArray<Expectation> Expectations) : ScenarioStep(Line, AfterDemonstration);

    /// <param name="Relation"><c>=</c>, <c>has</c>, <c>count</c> or <c>missing</c>.</param>
    public sealed record Expectation(int Line, string Path, string Relation, string Value);

    public ScenarioStep Moved(int days) => this switch
    {
        At at => at with { Time = OsloTime.At(OsloTime.Date(at.Time).AddDays(days), TimeOnly.FromDateTime(OsloTime.Local(at.Time).DateTime)) },
        Ask ask => ask with
        {
            Body = ask.Body is { } body ? MoveDates(body, days) : null,
            Expectations = [.. ask.Expectations.Select(expectation => expectation with { Value = MoveDates(expectation.Value, days) })],
        },
        _ => this,
    };

    static string MoveDates(string text, int days) => IsoDate().Replace(text, match =>
        DateOnly.ParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<!\d)20\d\d-[01]\d-[0-3]\d(?!\d)")]
    private static partial Regex IsoDate();
}

/// <summary>The file is not a scenario: where, and what was expected there.</summary>
public sealed class ScenarioFormatException(int line, Words sentence) : Exception($"line {line}: {sentence.Nb}")
{
    public int Line => line;

    public Words Sentence => sentence;

    /// <summary>The trouble is in a file that is included, and the sentence says which.</summary>
    public bool IsIncluded { get; init; }

    /// <param name="form">How the line is to be written.</param>
    public static ScenarioFormatException Expected(int line, string form) => new(line, new($"Skriv linjen slik: {form}", $"Skriv linja slik: {form}"));
}

/// <summary>Reads the format of <c>docs/scenarios.md</c>, line by line.</summary>
public static partial class ScenarioReader
{
    /// <summary>Files one scenario may build on, counted each time.</summary>
    const int MostIncludes = 20;

    static readonly string[] Verbs = ["GET", "POST", "PUT", "DELETE"];

    /// <summary>A file, and those it includes, which lie beside it.</summary>
    public static ScenarioFile ReadFile(string path) => Read(File.ReadAllText(path), name => Beside(path, name));

    /// <param name="include">The text of a file that is included by its name.</param>
    /// <param name="until">Stop before this mark.</param>
    public static ScenarioFile Read(string text, Func<string, string>? include = null, string? until = null)
    {
        var included = 0;
        // a file that includes itself would never end
        string Next(string name) => ++included <= MostIncludes ? include!(name) : throw new ScenarioFormatException(0, new(
            "for mange filer er tatt med, eller en fil tar med seg selv", "for mange filer er tekne med, eller ei fil tek med seg sjølv"));
        return Part(text, include is null ? null : Next, until);
    }

    static ScenarioFile Part(string text, Func<string, string>? include, string? until)
    {
        var file = new ScenarioFile("", [], [], []);
        var after = false;
        foreach (var block in Blocks(text))
        {
            var words = block.Head.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
            var rest = words.ElementAtOrDefault(1) ?? "";
            if (words[0] == "mark" && rest == until) return file;
            if (words[0] == "mark") after |= rest == "demonstration";
            else file = With(file, block, words[0], rest, after, include);
        }

        return until is null ? file : throw new ScenarioFormatException(0, new($"merket «{until}» finnes ikke", $"merket «{until}» finst ikkje"));
    }

    static ScenarioFile With(ScenarioFile file, Block block, string word, string rest, bool after, Func<string, string>? include) => word switch
    {
        "scenario" => file with { Title = rest },
        "definition" => file with { Definition = rest },
        "unit" => file with { Units = file.Units.Add(Unit(block)) },
        "person" => file with { People = file.People.Add(Person(block)) },
        "at" => file with { Steps = file.Steps.Add(new ScenarioStep.At(block.Line, after, Time(block, rest))) },
        "include" => Including(file, block, rest, include),
        _ => file with { Steps = file.Steps.AddRange(Asks(block, after)) },
    };

    static ScenarioFile Including(ScenarioFile file, Block block, string rest, Func<string, string>? include)
    {
        var match = IncludeLine().Match(rest);
        if (!match.Success || include is null) throw ScenarioFormatException.Expected(block.Line, "include FIL until MERKE");
        var included = Included(block, match.Groups[1].Value, match.Groups[2].Value, include);
        return file with { Units = file.Units.AddRange(included.Units), People = file.People.AddRange(included.People), Steps = file.Steps.AddRange(included.Steps) };
    }

    /// <summary>Trouble inside another file is told where it is included.</summary>
    static ScenarioFile Included(Block block, string name, string until, Func<string, string> include)
    {
        try
        {
            return Part(include(name), include, until);
        }
        catch (ScenarioFormatException bad)
        {
            var at = bad.Line > 0 ? $"«{name}», linje {bad.Line}:" : $"«{name}»:";
            throw new ScenarioFormatException(block.Line, bad.IsIncluded ? bad.Sentence : new($"{at} {bad.Sentence.Nb}", $"{at} {bad.Sentence.Nn}")) { IsIncluded = true };
        }
    }

    static string Beside(string path, string name)
    {
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(name));
        return File.Exists(beside) ? File.ReadAllText(beside) : throw new ScenarioFormatException(0, new("filen ligger ikke ved siden av scenarioet", "fila ligg ikkje ved sida av scenarioet"));
    }

    sealed record Block(int Line, string Head, List<(int Line, string Text)> Body);

    /// <summary>A line at the margin and the indented lines below it; blank lines and lines that begin with # say nothing.</summary>
    static List<Block> Blocks(string text)
    {
        var blocks = new List<Block>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd();
            if (line.Length == 0 || line.TrimStart().StartsWith('#')) continue;
            if (!char.IsWhiteSpace(line[0])) blocks.Add(new(number, line, []));
            else if (blocks.Count == 0) throw new ScenarioFormatException(number, new("En innrykket linje må ha et steg over seg.", "Ei innrykt linje må ha eit steg over seg."));
            else blocks[^1].Body.Add((number, line.Trim()));
        }

        return blocks;
    }

    static ScenarioUnit Unit(Block block)
    {
        var match = UnitLine().Match(block.Head);
        if (!match.Success) throw ScenarioFormatException.Expected(block.Line, "unit KODE \"Navn\" [lms]");
        return new(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Success);
    }

    static ScenarioPerson Person(Block block)
    {
        var match = PersonLine().Match(block.Head);
        if (!match.Success) throw ScenarioFormatException.Expected(block.Line, "person KODE \"Navn\" [Rolle [at ENHET]] [employed ENHET,ENHET] [nynorsk]");
        Role? role = match.Groups[3].Success ? Enum.Parse<Role>(match.Groups[3].Value) : null;
        var employed = match.Groups[5].Success ? match.Groups[5].Value.Split(',') : [];
        return new(match.Groups[1].Value, match.Groups[2].Value, role, match.Groups[4].Success ? match.Groups[4].Value : null, [.. employed], match.Groups[6].Success ? Language.Nn : Language.Nb);
    }

    static DateTimeOffset Time(Block block, string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? OsloTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : throw ScenarioFormatException.Expected(block.Line, "at ÅÅÅÅ-MM-DD TT:MM");

    /// <summary><c>WHO signs GATE</c> is three asks: see what is frozen, open it, sign it. What is expected is expected of the last.</summary>
    static ImmutableArray<ScenarioStep> Asks(Block block, bool after)
    {
        var match = SignsLine().Match(block.Head);
        if (!match.Success) return [Ask(block, after)];
        var (who, gate) = (match.Groups[1].Value, match.Groups[2].Value);
        Block Line(string head, params (int, string)[] details) => new(block.Line, $"{who} {head}", [.. details]);
        return
        [
            Ask(Line($"GET cases/{{sak}}/gates/{gate}", (block.Line, "keep currentPackage = currentPackage"), (block.Line, "keep currentHash = packageHash")), after),
            Ask(Line("POST cases/{sak}/readings {\"gate\": \"" + gate + "\", \"package\": {currentPackage} }"), after),
            Ask(Line("POST cases/{sak}/gates/" + gate + "/sign-offs {\"package\": {currentPackage}, \"packageHash\": \"{currentHash}\"}", [.. block.Body]), after),
        ];
    }

    static ScenarioStep.Ask Ask(Block block, bool after)
    {
        var words = block.Head.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || !Verbs.Contains(words[1])) throw ScenarioFormatException.Expected(block.Line, "HVEM GET|POST|PUT|DELETE sti, HVEM signs PORT, eller en linje som begynner med at, unit, person, include, mark, definition eller scenario");
        var ask = new ScenarioStep.Ask(block.Line, after, words[0], words[1], words[2], [], null, null, [], [], []);
        var body = new StringBuilder(words.ElementAtOrDefault(3));
        foreach (var (line, text) in block.Body) ask = Detail(ask, body, line, text);
        return ask with { Body = body.Length > 0 ? body.ToString() : null };
    }

    static ScenarioStep.Ask Detail(ScenarioStep.Ask ask, StringBuilder body, int line, string text)
    {
        var word = text.Split(' ', 2)[0];
        var rest = text[word.Length..].Trim();
        switch (word)
        {
            case "=>":
                var answer = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (answer.Length == 0 || !int.TryParse(answer[0], CultureInfo.InvariantCulture, out var status)) throw ScenarioFormatException.Expected(line, "=> STATUS [Avvisningskode …]");
                return ask with { Status = status, Codes = [.. answer.Skip(1)] };
            case "keep": return ask with { Keeps = ask.Keeps.Add(Pair(line, rest, "=", "keep NAVN = sti")) };
            case "header": return ask with { Headers = ask.Headers.Add(Pair(line, rest, ":", "header NAVN: VERDI")) };
            case "expect": return ask with { Expectations = ask.Expectations.Add(Expectation(line, rest)) };
            default:
                body.Append(text).Append('\n');
                return ask;
        }
    }

    static (string Name, string Value) Pair(int line, string text, string between, string expected)
    {
        var at = text.IndexOf(between, StringComparison.Ordinal);
        if (at <= 0) throw ScenarioFormatException.Expected(line, expected);
        return (text[..at].Trim(), text[(at + between.Length)..].Trim());
    }

    static ScenarioStep.Expectation Expectation(int line, string text)
    {
        var match = ExpectationLine().Match(text);
        if (!match.Success) throw ScenarioFormatException.Expected(line, "expect sti = verdi | sti has verdi | sti count n | sti missing");
        return new(line, match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value.Trim());
    }

    [GeneratedRegex("^unit (\\S+) \"([^\"]+)\"( lms)?$")]
    private static partial Regex UnitLine();

    [GeneratedRegex("^person (\\S+) \"([^\"]+)\"(?: (Koordinator|Leder|Administrator|Revisor)(?: at (\\S+))?)?(?: employed (\\S+))?( nynorsk)?$")]
    private static partial Regex PersonLine();

    [GeneratedRegex("^(\\S+) until (\\S+)$")]
    private static partial Regex IncludeLine();

    [GeneratedRegex("^(\\S+) signs (G[1-4])$")]
    private static partial Regex SignsLine();

    [GeneratedRegex("^(\\S+) (=|has|count|missing)(.*)$")]
    private static partial Regex ExpectationLine();
}
