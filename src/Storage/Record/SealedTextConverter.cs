using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>
/// Writes a sealed text as its commitment and sets the text itself aside; reads it back with the text that lies apart, if it still does.
/// What is set aside is per thread, since a serialiser has no other way to hand it out.
/// </summary>
sealed class SealedTextConverter : JsonConverter<SealedText>
{
    [ThreadStatic] static ImmutableArray<SetAside>.Builder? collecting;
    [ThreadStatic] static IReadOnlyDictionary<string, StoredText>? attaching;
    [ThreadStatic] static IReadOnlyDictionary<string, ErasureMark>? marking;
    [ThreadStatic] static List<string>? missing;

    /// <summary>From here on, texts that are written are set aside for <see cref="Collected"/>.</summary>
    public static void Collect() => (collecting ??= ImmutableArray.CreateBuilder<SetAside>()).Clear();

    public static ImmutableArray<SetAside> Collected() => collecting is { Count: > 0 } ? collecting.DrainToImmutable() : [];

    /// <summary>Until told otherwise, what is read gets its texts from here.</summary>
    /// <param name="marks">What is told of texts that are not there.</param>
    public static void Attach(IReadOnlyDictionary<string, StoredText>? texts, IReadOnlyDictionary<string, ErasureMark>? marks = null)
    {
        (attaching, marking) = (texts, marks);
        (missing ??= []).Clear();
    }

    /// <summary>Commitments that were read since <see cref="Attach"/> with no text to them.</summary>
    public static IReadOnlyList<string> Missing => missing ?? [];

    public override SealedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var commitment = reader.GetString() ?? throw new JsonException("A sealed text is written as its commitment.");
        if (attaching is not null && attaching.TryGetValue(commitment, out var text)) return new(commitment, text.Field, text.Salt, text.Value);
        missing?.Add(commitment);
        return new(commitment, null, null, null) { Erased = marking?.GetValueOrDefault(commitment) };
    }

    public override void Write(Utf8JsonWriter writer, SealedText value, JsonSerializerOptions options)
    {
        writer.WriteStringValue(value.Commitment);
        if (value is { Field: { } field, Salt: { } salt, Value: { } text })
            collecting?.Add(new(Convert.FromHexString(value.Commitment), field, Convert.FromHexString(salt), Encoding.UTF8.GetBytes(text)));
    }
}
