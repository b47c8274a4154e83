using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>What came of one step.</summary>
/// <param name="Trouble">Null when the step answered as expected.</param>
public sealed record StepOutcome(int Line, string Step, string Answer, Words? Trouble);

/// <summary>What came of a scenario.</summary>
public sealed record ScenarioOutcome(string Title, ImmutableArray<StepOutcome> Steps)
{
    public bool Held => Steps.All(step => step.Trouble is null);

    public StepOutcome? FirstTrouble => Steps.FirstOrDefault(step => step.Trouble is not null);
}

/// <summary>Drives a host over HTTP as the people of a scenario. Knows nothing of the rules: it asks and compares.</summary>
public sealed partial class ScenarioRunner(HttpClient http, ScenarioClock clock, Func<CancellationToken, Task> fireDueTimers, string administrator)
{
    readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public string? Known(string name) => names.GetValueOrDefault(name);

    /// <param name="stopAtTrouble">What comes after the first step that did not go as expected tells nothing more.</param>
    public async Task<ScenarioOutcome> Run(ScenarioFile file, bool stopAtDemonstration, CancellationToken ct, bool stopAtTrouble = false)
    {
        if (file.Steps.OfType<ScenarioStep.At>().FirstOrDefault() is { } first) clock.MoveTo(first.Time.AddHours(-1));
        var outcomes = ImmutableArray.CreateBuilder<StepOutcome>();
        outcomes.AddRange(await RegisterPeople(file, ct));
        foreach (var step in file.Steps.TakeWhile(step => !(stopAtDemonstration && step.AfterDemonstration)))
        {
            if (stopAtTrouble && outcomes is [.., { Trouble: not null }]) break;
            outcomes.Add(await Take(step, ct));
        }

        return new(file.Title, outcomes.ToImmutable());
    }

    async Task<ImmutableArray<StepOutcome>> RegisterPeople(ScenarioFile file, CancellationToken ct)
    {
        var outcomes = ImmutableArray.CreateBuilder<StepOutcome>();
        foreach (var unit in file.Units)
            outcomes.Add(await Register("units", unit.Code, new { name = unit.Name, isLms = unit.IsLms }, ct));
        foreach (var person in file.People)
        {
            var grants = person.Role is { } role ? new object[] { new { role = role.ToString(), unit = person.Unit is { } unit ? Id(unit) : null } } : [];
            outcomes.Add(await Register("people", person.Code, new { name = person.Name, language = person.Language.ToString(), employedIn = person.EmployedIn.Select(Id), grants }, ct));
        }

        return [.. outcomes.Where(outcome => outcome.Trouble is not null)];
    }

    async Task<StepOutcome> Register(string noun, string code, object body, CancellationToken ct)
    {
        names[code] = "";
        var ask = new ScenarioStep.Ask(0, false, "", "POST", noun, [], JsonSerializer.Serialize(body), 201, [], [(code, "id")], []);
        return await Put(ask with { Who = administrator }, ct);
    }

    Task<StepOutcome> Take(ScenarioStep step, CancellationToken ct) =>
        step is ScenarioStep.At at ? Wait(at, ct) : Put((ScenarioStep.Ask)step, ct);

    /// <summary>Day by day, so that each timer fires on its day and not all at the end.</summary>
    async Task<StepOutcome> Wait(ScenarioStep.At at, CancellationToken ct)
    {
        while (clock.GetUtcNow() < at.Time)
        {
            ct.ThrowIfCancellationRequested();
            var tomorrow = clock.GetUtcNow().AddDays(1);
            clock.MoveTo(tomorrow < at.Time ? tomorrow : at.Time);
            await fireDueTimers(ct);
        }

        return new(at.Line, $"at {at.Time:yyyy-MM-dd HH:mm}Z", "", null);
    }

    async Task<StepOutcome> Put(ScenarioStep.Ask ask, CancellationToken ct)
    {
        var what = $"{ask.Who} {ask.Verb} {ask.Path}";
        try
        {
            using var request = Request(ask);
            using var response = await http.SendAsync(request, ct);
            var text = await response.Content.ReadAsStringAsync(ct);
            using var answer = text.Length > 0 && response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonDocument.Parse(text) : null;
            return new(ask.Line, what, $"{(int)response.StatusCode}{Reasons(answer)}", Trouble(ask, (int)response.StatusCode, answer, text));
        }
        catch (FormatException)
        {
            return new(ask.Line, what, "", new("Steget kan ikke sendes slik det står. Se over stien.", "Steget kan ikkje sendast slik det står. Sjå over stien."));
        }
        catch (UnknownNameException unknown)
        {
            return new(ask.Line, what, "", new(
                $"{{{unknown.Message}}} er verken en person, en enhet eller en verdi som er tatt vare på.", $"{{{unknown.Message}}} er verken ein person, ei eining eller ein verdi som er teken vare på."));
        }
    }

    HttpRequestMessage Request(ScenarioStep.Ask ask)
    {
        var path = Filled(ask.Path);
        var address = new Uri(http.BaseAddress!, path.StartsWith('/') ? path : "/api/v1/" + path);
        // «//another.place/x» would leave the host that is driven
        if (address.Authority != http.BaseAddress!.Authority) throw new FormatException();
        var request = new HttpRequestMessage(new HttpMethod(ask.Verb), address);
        if (ask.Who != "anonymous") request.Headers.Authorization = new AuthenticationHeaderValue("Demo", Id(ask.Who));
        foreach (var (name, value) in ask.Headers) request.Headers.TryAddWithoutValidation(name, Filled(value));
        if (ask.Body is { } body) request.Content = new StringContent(Filled(body), Encoding.UTF8, "application/json");
        else if (ask.Verb is "POST" or "PUT") request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        return request;
    }

    Words? Trouble(ScenarioStep.Ask ask, int status, JsonDocument? answer, string text)
    {
        if (ask.Status is { } wanted ? status != wanted : status is < 200 or > 299) return Unexpected(ask.Status, status, answer, text);
        foreach (var code in ask.Codes)
            if (!text.Contains($"\"code\":\"{code}\"", StringComparison.Ordinal)) return Found(new($"Ventet avvisningen {code}", $"Venta avvisinga {code}"), answer, text);
        foreach (var (name, path) in ask.Keeps)
        {
            if (answer is null || JsonPath.Find(answer.RootElement, Filled(path)) is not { } value) return Found(new($"Ventet en verdi ved {path}", $"Venta ein verdi ved {path}"), answer, text);
            names[name] = value.ToString();
        }

        foreach (var expectation in ask.Expectations)
            if (Unmet(expectation, answer) is { } trouble) return trouble;
        return null;
    }

    static Words Unexpected(int? wanted, int status, JsonDocument? answer, string text)
    {
        var number = wanted?.ToString(CultureInfo.InvariantCulture);
        return Found(number is null ? new("Ventet at det ble gjort", "Venta at det vart gjort") : new($"Ventet svaret {number}", $"Venta svaret {number}"), answer, text, status);
    }

    /// <summary>What came instead: the reasons in words where there are any, else the answer as it is.</summary>
    static Words Found(Words wanted, JsonDocument? answer, string text, int? status = null)
    {
        var number = status is { } given ? given.ToString(CultureInfo.InvariantCulture) + ": " : "";
        string Reason(string form) => All(answer, form) is { Length: > 0 } reasons ? reasons : Shortened(text);
        return new($"{wanted.Nb}, men fikk {number}{Reason("nb")}", $"{wanted.Nn}, men fekk {number}{Reason("nn")}");
    }

    /// <summary>This member of each of the answer's reasons.</summary>
    static string All(JsonDocument? answer, string member) =>
        answer is not null && JsonPath.Find(answer.RootElement, "reasons") is { ValueKind: JsonValueKind.Array } reasons
            ? string.Join(' ', reasons.EnumerateArray().Select(reason => JsonPath.Find(reason, member)?.ToString()).OfType<string>())
            : "";

    Words? Unmet(ScenarioStep.Expectation expectation, JsonDocument? answer)
    {
        var found = answer is null ? null : JsonPath.Find(answer.RootElement, Filled(expectation.Path));
        var value = Filled(expectation.Value);
        var met = expectation.Relation switch
        {
            "missing" => found is null,
            "count" => found is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength().ToString(CultureInfo.InvariantCulture) == value,
            "has" => found is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Any(item => JsonPath.Same(item, value)) : found is { ValueKind: JsonValueKind.String } text && text.GetString()!.Contains(value.Trim('"'), StringComparison.Ordinal),
            _ => found is { } element && JsonPath.Same(element, value),
        };
        if (met) return null;
        var (wanted, actual) = ($"{expectation.Path} {expectation.Relation} {value}".TrimEnd(), found is { } there ? Shortened(there.GetRawText()) : "");
        return new(
            $"Linje {expectation.Line}: Ventet {wanted}, men {(found is null ? "det var ingenting der" : $"fant {actual}")}",
            $"Linje {expectation.Line}: Venta {wanted}, men {(found is null ? "det var ingenting der" : $"fann {actual}")}");
    }

    /// <summary>{name} stands for the identity of a person or unit, or for a value kept from an earlier answer.</summary>
    string Filled(string text) => Name().Replace(text, match => Id(match.Groups[1].Value));

    string Id(string name) => names.TryGetValue(name, out var value) ? value : name == administrator ? administrator : throw new UnknownNameException(name);

    static string Reasons(JsonDocument? answer) => All(answer, "code") is { Length: > 0 } codes ? " " + codes : "";

    static string Shortened(string text) => text.Length <= 600 ? text : text[..600] + " …";

    sealed class UnknownNameException(string name) : Exception(name);

    [GeneratedRegex("\\{([A-Za-z][A-Za-z0-9_]*)\\}")]
    private static partial Regex Name();
}
