using System.Text.Json.Nodes;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A fact as it lies in the record, for those who read the history; what must not be told of single persons is replaced by a word that says so.</summary>
static class StoredFact
{
    public const string Withheld = "withheld";

    public static JsonObject Of(RecordedFact recorded)
    {
        var stored = JsonNode.Parse(EventBytes.Of(recorded.Fact, recorded.Stamp).Body)!.AsObject();
        foreach (var name in ConfidentialValues.Of(recorded.Fact)) Withhold(stored, name);
        return stored;
    }

    static void Withhold(JsonObject part, string name)
    {
        if (part.ContainsKey(name)) part[name] = Withheld;
        foreach (var inner in part.Select(member => member.Value).OfType<JsonObject>().ToList()) Withhold(inner, name);
    }
}
