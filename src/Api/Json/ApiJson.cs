using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LmsWorkflow.Api;

/// <summary>How programs speak to us: unknown members, unknown choices, doubled members, missing values and nulls are refused, never guessed at.</summary>
public static class ApiJson
{
    public const int DeepestBody = 24;

    /// <summary>Reads requests. Texts become <see cref="Domain.WrittenText"/> with a fresh salt.</summary>
    public static JsonSerializerOptions Reading { get; } = Build(true, new WrittenTextFromString(), new DraftAsItself());

    /// <summary>Writes answers. Sealed texts are written as their value, what is said of the erasure once erased.</summary>
    public static JsonSerializerOptions Writing { get; } = Build(false, new SealedTextAsValue(), new ContentAsItself());

    /// <summary>For the description of the API, which is made from the framework's own options.</summary>
    public static void Describe(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = Writing.PropertyNamingPolicy;
        foreach (var converter in (JsonConverter[])[new JsonStringEnumConverter(), new IdFromString(), new WrittenTextFromString(), new SealedTextAsValue(), new ContentAsItself()])
            options.Converters.Add(converter);
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatPeopleDidNotWrite, ListsThatMayBeLeftOut } };
    }

    /// <summary>A list whose default is "none given" has no JSON to show as its default, which the description would want; it is described as one that may be null.</summary>
    static void ListsThatMayBeLeftOut(JsonTypeInfo info)
    {
        for (var i = 0; i < info.Properties.Count; i++)
            if (info.Properties[i] is { AssociatedParameter: { HasDefaultValue: true, DefaultValue: null }, PropertyType: { IsValueType: true } type } property && Nullable.GetUnderlyingType(type) is null)
            {
                var described = info.CreateJsonPropertyInfo(typeof(Nullable<>).MakeGenericType(type), property.Name);
                described.Get = property.Get;
                info.Properties[i] = described;
            }
    }

    static JsonSerializerOptions Build(bool strict, params JsonConverter[] more)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DictionaryKeyPolicy = null,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = strict,
            RespectRequiredConstructorParameters = true,
            MaxDepth = DeepestBody,
            // never written into a page; a key or a name can be copied as it stands
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatPeopleDidNotWrite } },
        };
        options.Converters.Add(new Choices());
        options.Converters.Add(new IdFromString());
        options.Converters.Add(new PlainText());
        options.Converters.Add(new InstantWithOffset());
        options.Converters.Add(new ArraysWithoutNulls());
        foreach (var converter in more) options.Converters.Add(converter);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What may be null may be left out. The name of the right (<see cref="Domain.CaseRequest.Act"/>) and other computed members are ours to say, not the caller's.</summary>
    static void LeaveOutWhatPeopleDidNotWrite(JsonTypeInfo info)
    {
        foreach (var property in info.Properties)
            if (property.AssociatedParameter is { IsNullable: true }) property.IsRequired = false;
        if (!info.Type.IsAssignableTo(typeof(Domain.CaseRequest))) return;
        for (var i = info.Properties.Count - 1; i >= 0; i--)
            if (info.Properties[i].AssociatedParameter is null && info.Properties[i].Set is null) info.Properties.RemoveAt(i);
    }
}
