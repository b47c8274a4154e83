using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace LmsWorkflow.Api;

/// <summary>A body that could not become a request: what to answer.</summary>
sealed class BadBodyException(Problem problem) : Exception
{
    public Problem Problem => problem;
}

/// <summary>Reads a JSON body, adds what the address says, and makes the request record. Nothing of a bad body is kept, logged or echoed.</summary>
static class RequestBody
{
    /// <summary>Largest body a program may send, in bytes.</summary>
    public const int Largest = 1_048_576;

    public static async Task<byte[]> Bytes(HttpContext http, int most = Largest)
    {
        if (http.Request.ContentLength > most) throw new BadBodyException(Problem.TooLarge);
        if (http.Request.ContentLength is null or > 0 && http.Request.ContentType is { } type && !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)) throw new BadBodyException(Problem.NotJson);
        var bytes = await ReadAtMost(http, most);
        if (bytes.Length > 0 && http.Request.ContentType is null) throw new BadBodyException(Problem.NotJson);
        return bytes;
    }

    /// <summary>The request of this type; members named by the address may not also be in the body.</summary>
    public static object Parse(byte[] body, Type type, IEnumerable<KeyValuePair<string, object?>> address)
    {
        try
        {
            var members = body.Length == 0 ? [] : Object(body);
            foreach (var (name, value) in address) Add(members, type, name, value);
            return members.Deserialize(type, ApiJson.Reading) ?? throw new BadBodyException(Problem.Malformed());
        }
        catch (JsonException bad)
        {
            throw new BadBodyException(Problem.Malformed(Place(bad)));
        }
        catch (Exception bad) when (bad is FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new BadBodyException(Problem.Malformed());
        }
    }

    /// <summary>Does the body have this member? A body that cannot be read has none, and is refused when it is parsed.</summary>
    public static bool Names(byte[] body, string member)
    {
        try
        {
            return body.Length > 0 && Object(body).ContainsKey(member);
        }
        catch (Exception bad) when (bad is JsonException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The member's value when it is a text.</summary>
    public static string? Text(byte[] body, string member) =>
        Names(body, member) && Object(body)[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    static JsonObject Object(byte[] body)
    {
        var options = new JsonDocumentOptions { MaxDepth = ApiJson.DeepestBody, AllowDuplicateProperties = false };
        return JsonNode.Parse(body, documentOptions: options) as JsonObject ?? throw new JsonException();
    }

    static void Add(JsonObject members, Type type, string name, object? value)
    {
        if (members.ContainsKey(name)) throw new BadBodyException(Problem.Malformed("$." + name));
        members[name] = IsNumber(type, name) && int.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(value?.ToString());
    }

    static bool IsNumber(Type type, string name) =>
        ApiJson.Reading.GetTypeInfo(type).Properties.FirstOrDefault(property => property.Name == name)?.PropertyType is { } member
        && (Nullable.GetUnderlyingType(member) ?? member) == typeof(int);

    /// <summary>The path of a JSON error holds member names and numbers. A member name we do not know is the caller's own text, and is left out.</summary>
    static string? Place(JsonException bad) => bad.Path is { Length: > 0 and < 200 } path && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '$' or '.' or '[' or ']') ? path : null;

    public static async Task<byte[]> ReadAtMost(HttpContext http, int most)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            var read = await http.Request.Body.ReadAsync(buffer.GetMemory(4096), http.RequestAborted);
            if (read == 0) return buffer.WrittenSpan.ToArray();
            buffer.Advance(read);
            if (buffer.WrittenCount > most) throw new BadBodyException(Problem.TooLarge);
        }
    }
}
