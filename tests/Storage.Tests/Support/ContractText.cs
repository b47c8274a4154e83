using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage.Tests;

/// <summary>Names and JSON shapes of all that is stored in events, as text to be compared.</summary>
sealed class ContractText
{
    readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);
    readonly HashSet<Type> seen = [];

    public static string Write()
    {
        var contract = new ContractText();
        var facts = EventNames.All.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => $"{fact.Key}\n{contract.Properties(fact.Value)}").ToList();
        contract.Name(typeof(Stamp));
        return string.Join("\n", facts) + "\nvalues inside facts\n\n" + string.Join("\n", contract.values.Values);
    }

    string Properties(Type type) => string.Concat(EventJsonOptions.Instance.GetTypeInfo(type).Properties.Select(property => $"    {property.Name}: {Name(property)}\n"));

    string Name(JsonPropertyInfo property) => Name(property.PropertyType) + (property.IsGetNullable && !property.PropertyType.IsValueType ? "?" : "");

    string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Name(underlying) + "?";
        if (Simple.TryGetValue(type, out var simple)) return simple;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return $"[{Name(type.GetGenericArguments()[0])}]";
        if (!seen.Add(type)) return type.Name;
        if (type.IsEnum) values[type.Name] = $"{type.Name}: {string.Join(", ", Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.Serialize(value, EventJsonOptions.Instance).Trim('"')))}\n";
        else if (EventNames.Variants.TryGetValue(type, out var variants)) values[type.Name] = type.Name + "\n" + string.Concat(variants.Select(v => $"  kind {v.Name}\n{Properties(v.Type)}"));
        else values[type.Name] = type.Name + "\n" + Properties(type);
        return type.Name;
    }

    static readonly Dictionary<Type, string> Simple = new()
    {
        [typeof(string)] = "code",
        [typeof(int)] = "integer",
        [typeof(long)] = "integer",
        [typeof(decimal)] = "number",
        [typeof(bool)] = "yes or no",
        [typeof(DateTimeOffset)] = "instant",
        [typeof(DateOnly)] = "date",
        [typeof(TimeOnly)] = "time of day",
        [typeof(TimeSpan)] = "length of time",
        [typeof(SealedText)] = "commitment of a text",
        [typeof(CaseId)] = "case id",
        [typeof(PersonId)] = "person id",
        [typeof(UnitId)] = "unit id",
        [typeof(TilbudId)] = "tilbud id",
    };
}
