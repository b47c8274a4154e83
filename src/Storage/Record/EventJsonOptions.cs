using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>How facts look as JSON. Stored for ever, so a change here is a change of every event's shape.</summary>
static class EventJsonOptions
{
    public static JsonSerializerOptions Instance { get; } = Create();

    public static JsonWriterOptions Writer { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // no page shows these bytes, and æøå should cost two of them
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsComputed, NameVariants } },
            Converters =
            {
                new SealedTextConverter(),
                new IdConverter<CaseId>(id => id.Value, id => new(id)),
                new IdConverter<PersonId>(id => id.Value, id => new(id)),
                new IdConverter<UnitId>(id => id.Value, id => new(id)),
                new IdConverter<TilbudId>(id => id.Value, id => new(id)),
                new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What a fact computes is not part of it. (IgnoreReadOnlyProperties means this too, but writes sequences all the same.)</summary>
    static void LeaveOutWhatIsComputed(JsonTypeInfo info)
    {
        for (var i = info.Properties.Count - 1; i >= 0; i--)
            if (info.Properties[i].AttributeProvider is PropertyInfo { SetMethod: null }) info.Properties.RemoveAt(i);
    }

    static void NameVariants(JsonTypeInfo info)
    {
        if (!EventNames.Variants.TryGetValue(info.Type, out var variants)) return;
        info.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "kind" };
        foreach (var (type, name) in variants) info.PolymorphismOptions.DerivedTypes.Add(new(type, name));
    }
}
