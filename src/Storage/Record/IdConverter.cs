using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LmsWorkflow.Storage;

/// <summary>Ids as 32 hex digits, also where they are keys.</summary>
sealed class IdConverter<T>(Func<T, Guid> value, Func<Guid, T> id) : JsonConverter<T> where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Utf8Parser.TryParse(reader.ValueSpan, out Guid guid, out var read, 'N') && read == reader.ValueSpan.Length
            ? id(guid)
            : throw new JsonException("An id is 32 hex digits.");

    public override void Write(Utf8JsonWriter writer, T written, JsonSerializerOptions options)
    {
        Span<byte> digits = stackalloc byte[32];
        Utf8Formatter.TryFormat(value(written), digits, out _, 'N');
        writer.WriteStringValue(digits);
    }

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T written, JsonSerializerOptions options) => writer.WritePropertyName(value(written).ToString("n"));
}
