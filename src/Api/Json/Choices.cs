using System.Text.Json;
using System.Text.Json.Serialization;

namespace LmsWorkflow.Api;

/// <summary>A choice is written by its exact name: no numbers, no other case, no combinations.</summary>
sealed class Choices : JsonConverterFactory
{
    public override bool CanConvert(Type type) => type.IsEnum;

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type))!;

    sealed class Of<T> : JsonConverter<T> where T : struct, Enum
    {
        static readonly Dictionary<string, T> ByName = Enum.GetNames<T>().ToDictionary(name => name, Enum.Parse<T>, StringComparer.Ordinal);

        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            ByName.TryGetValue(PlainText.Checked(ref reader), out var value) ? value : throw new JsonException("One of the known names was expected here.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Read(ref reader, type, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());
    }
}
