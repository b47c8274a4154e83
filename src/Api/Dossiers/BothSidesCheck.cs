using System.Text.Json;

namespace LmsWorkflow.Api;

/// <summary>
/// The one rule everything rests on, checked once more by other code than the server's: a gate with a package was passed only when a fagperson and a brukerrepresentant, two persons, had signed exactly that
/// frozen text and neither had taken it back (R78, R79). Reads nothing but names and members of the stored events.
/// </summary>
static class BothSidesCheck
{
    /// <param name="events">Name and bytes of the case's events, in order.</param>
    public static (int Gates, List<string> Faults) Run(IEnumerable<(long Version, string Name, byte[] Body)> events)
    {
        var (gates, faults) = (0, new List<string>());
        var packages = new Dictionary<(string Gate, int Number), string>();
        var given = new List<Signature>();
        foreach (var (version, name, body) in events)
        {
            using var json = JsonDocument.Parse(body);
            var fact = json.RootElement.GetProperty("fact");
            switch (name)
            {
                case "package-frozen.v1":
                    packages[(Text(fact, "gate"), Number(fact, "number"))] = Text(fact, "hash");
                    break;
                case "sign-off-given.v1":
                    given.Add(new(Text(fact, "gate"), Number(fact, "package"), Text(fact, "packageHash"), Text(fact, "person"), Text(fact, "side"), !Has(fact, "paperScan")));
                    break;
                case "paper-sign-off-confirmed.v1":
                    given = [.. given.Select(one => one.Is(fact, "signer") ? one with { Counts = true } : one)];
                    break;
                case "sign-off-withdrawn.v1":
                    given.RemoveAll(one => one.Is(fact, "person"));
                    break;
                case "gate-passed.v1" when Has(fact, "package"):
                    gates++;
                    if (Unmet(Text(fact, "gate"), Number(fact, "package"), packages, given) is { } unmet) faults.Add($"Hendelse {version} i saken: porten {Text(fact, "gate")} ble åpnet {unmet}.");
                    break;
                case "gate-passed.v1" when Text(fact, "gate") is not ("G0" or "G4b"):
                    gates++;
                    faults.Add($"Hendelse {version} i saken: porten {Text(fact, "gate")} ble åpnet uten noen låst tekst.");
                    break;
            }
        }

        return (gates, faults);
    }

    static string? Unmet(string gate, int number, Dictionary<(string, int), string> packages, List<Signature> given)
    {
        if (!packages.TryGetValue((gate, number), out var hash)) return "på en tekst som aldri ble låst";
        var counting = given.Where(one => one.Counts && one.Gate == gate && one.Package == number && one.Hash == hash).ToList();
        if (counting.All(one => one.Side != "Fag")) return "uten at fagsiden hadde godkjent";
        if (counting.All(one => one.Side != "Bruker")) return "uten at brukersiden hadde godkjent";
        return counting.Any(fag => fag.Side == "Fag" && counting.Any(bruker => bruker.Side == "Bruker" && bruker.Person != fag.Person)) ? null : "av én og samme person for begge sider";
    }

    static string Text(JsonElement fact, string name) => fact.GetProperty(name).GetString()!;

    static int Number(JsonElement fact, string name) => fact.GetProperty(name).GetInt32();

    static bool Has(JsonElement fact, string name) => fact.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    sealed record Signature(string Gate, int Package, string Hash, string Person, string Side, bool Counts)
    {
        public bool Is(JsonElement fact, string person) => Gate == Text(fact, "gate") && Package == Number(fact, "package") && Person == Text(fact, person);
    }
}
