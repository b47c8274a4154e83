using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>What a program is answered when a command was carried out: identity, version, and the facts without any text people wrote. Kept word for word under an idempotency key.</summary>
static class Answer
{
    public static string Of(CaseFile file, ImmutableArray<Fact> facts) => new JsonObject
    {
        ["id"] = file.Id.ToString(),
        ["version"] = file.Version,
        ["facts"] = Facts(facts),
    }.ToJsonString();

    public static JsonArray Facts(ImmutableArray<Fact> facts) => new([.. facts.Select(Fact)]);

    public static CaseId? CaseOf(string answer) =>
        JsonNode.Parse(answer)?["id"]?.GetValue<string>() is { } id && Guid.TryParse(id, out var value) ? new CaseId(value) : null;

    public static long VersionOf(string answer) => JsonNode.Parse(answer)?["version"]?.GetValue<long>() ?? 0;

    static JsonNode Fact(Fact fact)
    {
        var members = JsonSerializer.SerializeToNode(fact, fact.GetType(), WithoutTexts)!.AsObject();
        members.Insert(0, "fact", fact.GetType().Name);
        return members;
    }

    static readonly JsonSerializerOptions WithoutTexts = Silent();

    static JsonSerializerOptions Silent()
    {
        var options = new JsonSerializerOptions(ApiJson.Writing) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        options.Converters.Insert(0, new Unsaid<SealedText>());
        options.Converters.Insert(0, new Unsaid<DocumentContent>());
        options.Converters.Insert(0, new Unsaid<SealedSlip>());
        return options;
    }

    sealed class Unsaid<T> : JsonConverter<T>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(T));

        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNullValue();
    }
}
