using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LmsWorkflow.Api;

/// <summary>The small path language of scenarios: <c>a.b[0].c</c>, <c>list[kind=D12].hash</c>, <c>list[-1]</c>; <c>$</c> is the whole.</summary>
static partial class JsonPath
{
    public static JsonElement? Find(JsonElement root, string path)
    {
        JsonElement? at = root;
        foreach (var step in Steps(path))
        {
            if (at is not { } here) return null;
            at = Step(here, step);
        }

        return at;
    }

    public static bool Same(JsonElement element, string value) => element.ValueKind switch
    {
        JsonValueKind.Number => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && element.TryGetDecimal(out var actual) && number == actual,
        JsonValueKind.String => element.GetString() == value.Trim('"'),
        JsonValueKind.True => value == "true",
        JsonValueKind.False => value == "false",
        JsonValueKind.Null => value == "null",
        _ => false,
    };

    static IEnumerable<string> Steps(string path) => Step().Matches(path).Select(match => match.Value).Where(step => step != "$");

    static JsonElement? Step(JsonElement at, string step)
    {
        if (!step.StartsWith('[')) return at.ValueKind == JsonValueKind.Object && at.TryGetProperty(step, out var member) ? member : null;
        if (at.ValueKind != JsonValueKind.Array) return null;
        var inside = step.Trim('[', ']');
        var equals = inside.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 ? Matching(at, inside[..equals], inside[(equals + 1)..]) : int.TryParse(inside, CultureInfo.InvariantCulture, out var index) ? Numbered(at, index) : null;
    }

    static JsonElement? Numbered(JsonElement list, int index)
    {
        var at = index < 0 ? list.GetArrayLength() + index : index;
        return at >= 0 && at < list.GetArrayLength() ? list[at] : null;
    }

    static JsonElement? Matching(JsonElement list, string member, string value)
    {
        foreach (var item in list.EnumerateArray())
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty(member, out var actual) && Same(actual, value)) return item;
        return null;
    }

    [GeneratedRegex("\\[[^\\]]*\\]|[^.\\[\\]]+")]
    private static partial Regex Step();
}
