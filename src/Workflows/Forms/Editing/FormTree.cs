using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LmsWorkflow.Workflows;

/// <summary>A form file opened to be changed: the JSON as it is, unknown members and all.</summary>
sealed class FormTree(JsonObject root)
{
    static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public JsonObject Root => root;

    /// <summary>Null when it is no JSON object with a list of components.</summary>
    public static FormTree? Open(ReadOnlyMemory<byte> form)
    {
        if (form.Length > FormReader.LargestFile) return null;
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = FormReader.Deepest, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };
            return JsonNode.Parse(form.Span, documentOptions: options) is JsonObject { } root && root["components"] is JsonArray && IsWhole(root) ? new(root) : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // half a surrogate pair in a name
            return null;
        }
    }

    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(root, Written);

    /// <summary>Where the component with this key, path or id stands; a column of a list is <c>list.column</c>.</summary>
    public FormPlace? Find(string place)
    {
        var (list, column) = place.Split('.', 2) is [var first, var second] ? (first, second) : (place, null);
        var found = All(root).FirstOrDefault(candidate => FormPlace.Name(candidate.Component) == list);
        return column is null || found is null ? found : Children(found.Component).FirstOrDefault(candidate => FormPlace.Name(candidate.Component) == column);
    }

    /// <summary>The list of components to add in: of the form, of a section, or the columns of a list of rows.</summary>
    public JsonArray? Into(string? place) => place is null ? (JsonArray)root["components"]! : Find(place)?.Component["components"] as JsonArray;

    public IEnumerable<FormPlace> Components => All(root);

    /// <summary>A name that no question has, from what it is called.</summary>
    public string FreshKey(string label, JsonArray among)
    {
        var taken = All(root).Concat(among.OfType<JsonObject>().Select((component, at) => new FormPlace(among, at, component))).Select(place => FormPlace.Name(place.Component)).ToHashSet();
        return KeyNames.Fresh(FamilyOf(among) + KeyNames.Of(label), taken);
    }

    /// <summary>In a section where every key begins as the first one does, a new one does too: in the kursplan that says which element it belongs to (R52).</summary>
    static string FamilyOf(JsonArray among)
    {
        var keys = among.OfType<JsonObject>().Select(component => component.Text("key")).OfType<string>().ToList();
        return keys is [var first, _, ..] && keys.Skip(1).All(key => key.StartsWith(first + "_", StringComparison.Ordinal)) ? first + "_" : "";
    }

    static IEnumerable<FormPlace> All(JsonObject parent) =>
        Children(parent).SelectMany(place => place.Component.Text("type") == "group" ? All(place.Component).Prepend(place) : [place]);

    static IEnumerable<FormPlace> Children(JsonObject parent) => parent["components"] is JsonArray components
        ? components.Select((node, at) => node is JsonObject component ? new FormPlace(components, at, component) : null).OfType<FormPlace>()
        : [];

    /// <summary>Every text in it can be written again.</summary>
    static bool IsWhole(JsonObject root)
    {
        _ = JsonSerializer.SerializeToUtf8Bytes(root, Written);
        return true;
    }
}

/// <summary>One component where it stands.</summary>
sealed record FormPlace(JsonArray Among, int At, JsonObject Component)
{
    /// <summary>What a question, a list or a section is found by.</summary>
    public static string? Name(JsonObject component) => component.Text("key") ?? (component.Text("type") == "dynamiclist" ? component.Text("path") : null) ?? component.Text("id");
}

static class JsonObjects
{
    public static string? Text(this JsonObject component, string name) =>
        component[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static string? Property(this JsonObject component, string name) => (component["properties"] as JsonObject)?.Text(name);

    /// <summary>Null takes it away, and what held it when nothing else is left.</summary>
    public static void Set(this JsonObject component, string holder, string name, JsonNode? value)
    {
        if (component[holder] is not JsonObject held)
        {
            if (value is null) return;
            component[holder] = held = [];
        }

        if (value is not null) held[name] = value;
        else held.Remove(name);
        if (held.Count == 0) component.Remove(holder);
    }

    public static void Set(this JsonObject component, string name, JsonNode? value)
    {
        if (value is null) component.Remove(name);
        else component[name] = value;
    }
}

/// <summary>Keys of questions and answers: a–z, digits and underscore, from Norwegian words.</summary>
static class KeyNames
{
    const int Longest = 40;

    public static string Of(string label)
    {
        var letters = string.Concat(label.Trim().ToLowerInvariant().Select(Plain));
        var key = string.Join('_', letters.Split('_', StringSplitOptions.RemoveEmptyEntries));
        if (key.Length > Longest) key = key[..Longest].TrimEnd('_');
        return key.Length == 0 || !char.IsAsciiLetterLower(key[0]) ? $"felt_{key}".TrimEnd('_') : key;
    }

    public static string Fresh(string key, IReadOnlySet<string?> taken)
    {
        var fresh = key;
        for (var number = 2; taken.Contains(fresh); number++) fresh = $"{key}_{number}";
        return fresh;
    }

    static string Plain(char c) => c switch
    {
        'æ' => "ae",
        'ø' or 'ö' => "o",
        'å' or 'ä' => "a",
        'é' or 'è' or 'ê' => "e",
        'ò' or 'ó' or 'ô' => "o",
        'ü' => "u",
        _ when char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) => c.ToString(),
        _ => "_",
    };
}
