using System.Text.Json;
using System.Text.Json.Serialization;

namespace LmsWorkflow.Api;

/// <summary>A plan of moving as it lies in the content store, known by its hash.</summary>
/// <param name="Mapping">Old id to new id, only where they differ; in order of the old.</param>
sealed record FrozenPlan(
    [property: JsonPropertyName("key")] string Key, [property: JsonPropertyName("from")] int From, [property: JsonPropertyName("to")] int To,
    [property: JsonPropertyName("mapping")] SortedDictionary<string, string> Mapping)
{
    public static FrozenPlan Of(string key, int from, int to, IReadOnlyDictionary<string, string> mapping) => new(key, from, to, new(mapping.ToDictionary(), StringComparer.Ordinal));

    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <exception cref="JsonException">The bytes are no plan.</exception>
    public static FrozenPlan Read(byte[] bytes) => JsonSerializer.Deserialize<FrozenPlan>(bytes) ?? throw new JsonException("an empty plan");
}
