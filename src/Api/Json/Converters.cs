using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>A written text comes as a plain string; the host brings the 128 random bits (<see cref="WrittenText"/>).</summary>
sealed class WrittenTextFromString : JsonConverter<WrittenText>
{
    public override WrittenText Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var text = PlainText.Checked(ref reader);
        if (text.Length > WrittenText.Longest) throw new JsonException($"A text may have at most {WrittenText.Longest} characters.");
        return new WrittenText(text, FreshSalt());
    }

    public override void Write(Utf8JsonWriter writer, WrittenText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public static string FreshSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

/// <summary>A draft is written as the type it is; only for telling repeated requests from others.</summary>
sealed class DraftAsItself : JsonConverter<DraftContent>
{
    public override DraftContent Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DraftContent value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, value.GetType(), options);
}

sealed class SealedTextAsValue : JsonConverter<SealedText>
{
    public override SealedText Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new JsonException();

    public override void Write(Utf8JsonWriter writer, SealedText value, JsonSerializerOptions options)
    {
        if (value.Value is { } text) writer.WriteStringValue(text);
        else if (value.Erased is { } mark) writer.WriteStringValue(mark.Sentence.Nb);
        else writer.WriteNullValue();
    }
}

/// <summary>A document's content is written as the type it is.</summary>
sealed class ContentAsItself : JsonConverter<DocumentContent>
{
    public override DocumentContent Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DocumentContent value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, value.GetType(), options);
}

/// <summary>Strings that a database, a log and a screen can all hold: whole characters, no control characters but line breaks and tabs.</summary>
sealed class PlainText : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Checked(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Checked(ref reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    public static string Checked(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName)) throw new JsonException("A text was expected here.");
        return WithoutControls(Whole(ref reader));
    }

    public static string Checked(JsonElement element)
    {
        try
        {
            return WithoutControls(element.GetString()!);
        }
        catch (Exception bad) when (bad is InvalidOperationException or JsonException)
        {
            throw new BadBodyException(Problem.Malformed());
        }
    }

    static string WithoutControls(string text)
    {
        foreach (var c in text)
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) throw new JsonException("The text holds a control character.");
        return text;
    }

    static string Whole(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? throw new JsonException("A text was expected here.");
        }
        catch (InvalidOperationException)
        {
            // half a surrogate pair cannot be stored as UTF-8
            throw new JsonException("The text holds half a character.");
        }
    }
}

/// <summary>An instant says which offset it is in; otherwise it would mean something else on another machine.</summary>
sealed class InstantWithOffset : JsonConverter<DateTimeOffset>
{
    static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        DateTimeOffset.TryParseExact(PlainText.Checked(ref reader), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToUniversalTime()
            : throw new JsonException("A time with its offset was expected here, as 2026-01-31T13:00+01:00.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToUniversalTime());
}

/// <summary>Every identity is a record struct around a GUID and is written as 32 hex digits.</summary>
sealed class IdFromString : JsonConverterFactory
{
    public override bool CanConvert(Type type) =>
        type.IsValueType && type.Namespace == typeof(CaseId).Namespace && type.GetConstructor([typeof(Guid)]) is not null;

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type))!;

    sealed class Of<T> : JsonConverter<T> where T : struct
    {
        static readonly ConstructorInfo Make = typeof(T).GetConstructor([typeof(Guid)])!;

        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Guid.TryParse(PlainText.Checked(ref reader), out var id) ? (T)Make.Invoke([id]) : throw new JsonException("An identity was expected here.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Read(ref reader, type, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString()!);
    }
}

/// <summary>Null inside a list is refused where the list holds things: the domain never meets one.</summary>
sealed class ArraysWithoutNulls : JsonConverterFactory
{
    public override bool CanConvert(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && !type.GenericTypeArguments[0].IsValueType;

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type.GenericTypeArguments[0]))!;

    sealed class Of<T> : JsonConverter<ImmutableArray<T>> where T : class
    {
        public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("A list was expected here.");
            var items = ImmutableArray.CreateBuilder<T>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                items.Add(JsonSerializer.Deserialize<T>(ref reader, options) ?? throw new JsonException("A list may not hold null."));
            return items.ToImmutable();
        }

        public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var item in value.IsDefault ? [] : value) JsonSerializer.Serialize(writer, item, options);
            writer.WriteEndArray();
        }
    }
}
