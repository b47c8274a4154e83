using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>
/// The bytes of an event: compact JSON <c>{"stamp":…,"fact":…}</c>, made once and kept as they are, because hashes are over them. Sealed
/// texts are in it by their commitment only; the texts come out beside the bytes.
/// </summary>
static class EventJson
{
    [ThreadStatic] static ArrayBufferWriter<byte>? buffer;
    [ThreadStatic] static Utf8JsonWriter? writer;

    public static byte[] WriteStamp(Stamp stamp) => JsonSerializer.SerializeToUtf8Bytes(stamp, EventJsonOptions.Instance);

    /// <param name="stamp">Bytes from <see cref="WriteStamp"/>: the facts of a command share them.</param>
    public static WrittenEvent Write(Fact fact, byte[] stamp)
    {
        var type = fact.GetType();
        var name = EventNames.NameOf(type);
        var (bytes, json) = (buffer ??= new(1024), writer ??= new(buffer, EventJsonOptions.Writer));
        bytes.ResetWrittenCount();
        json.Reset();
        SealedTextConverter.Collect();
        json.WriteStartObject();
        json.WritePropertyName("stamp"u8);
        json.WriteRawValue(stamp, skipInputValidation: true);
        json.WritePropertyName("fact"u8);
        JsonSerializer.Serialize(json, fact, type, EventJsonOptions.Instance);
        json.WriteEndObject();
        json.Flush();
        return new(name, bytes.WrittenSpan.ToArray(), LogLeaf.HashOf(bytes.WrittenSpan), SealedTextConverter.Collected());
    }

    /// <param name="texts">The stream's texts by commitment; a text that is not there has been erased.</param>
    /// <param name="marks">What is told of texts that are not there.</param>
    public static (Stamp Stamp, Fact Fact) Read(string name, ReadOnlySpan<byte> body, IReadOnlyDictionary<string, StoredText> texts, IReadOnlyDictionary<string, ErasureMark>? marks = null)
    {
        SealedTextConverter.Attach(texts, marks);
        var reader = new Utf8JsonReader(body);
        Enter(ref reader, "stamp"u8);
        var stamp = JsonSerializer.Deserialize<Stamp>(ref reader, EventJsonOptions.Instance)!;
        Enter(ref reader, "fact"u8);
        return (stamp, (Fact)JsonSerializer.Deserialize(ref reader, EventNames.TypeOf(name), EventJsonOptions.Instance)!);
    }

    /// <summary>Commitments of the sealed texts in the bytes that are not among these.</summary>
    public static ImmutableArray<string> Missing(string name, ReadOnlySpan<byte> body, IReadOnlyDictionary<string, StoredText> texts)
    {
        Read(name, body, texts);
        return [.. SealedTextConverter.Missing];
    }

    static void Enter(ref Utf8JsonReader reader, ReadOnlySpan<byte> property)
    {
        if (reader.TokenType == JsonTokenType.None) reader.Read();
        if (!reader.Read() || !reader.ValueTextEquals(property) || !reader.Read())
            throw new JsonException("An event's bytes begin with its stamp, followed by its fact.");
    }
}

/// <summary>An event ready to be stored: name, exact bytes, and the texts that lie apart.</summary>
/// <param name="BodyHash">SHA-256 of the bytes, for the proof log; made before the writer is waited for.</param>
sealed record WrittenEvent(string Name, byte[] Body, byte[] BodyHash, ImmutableArray<SetAside> Texts);

/// <summary>A text on its way to its own table.</summary>
/// <param name="Value">UTF-8, exactly as committed to; bytes, because a text column of one of the databases refuses U+0000.</param>
readonly record struct SetAside(byte[] Commitment, string Field, byte[] Salt, byte[] Value);

/// <summary>A text as it lies apart from its event.</summary>
readonly record struct StoredText(string Field, string Salt, string Value);
