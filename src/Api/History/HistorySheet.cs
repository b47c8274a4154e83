using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>Histories as they are taken out: with the filters of their pages, newest first.</summary>
static class HistorySheet
{
    public static Sheet<FoundFact> History { get; } = Of("historikk", new("Historikk", "Historikk"), "at", "part", "person", "capacity", "phase", "document", "kind", "from", "to", "q");

    /// <summary>Of a definition, of people's rights, of units.</summary>
    public static Sheet<FoundFact> Record { get; } = Of("registerhistorikk", new("Historikk", "Historikk"), "part", "by", "from", "to", "q");

    /// <summary>Lists a person has taken out across cases.</summary>
    public static Sheet<FoundFact> TakenOut { get; } = Of("uttak", new("Lister tatt ut", "Lister tekne ut"));

    static Sheet<FoundFact> Of(string code, Words title, params string[] filters) => new(
        code, title,
        new("Nummer", "Nummer", (found, _) => found.Told.Recorded.Version),
        new("Tidspunkt", "Tidspunkt", (found, _) => found.Told.Recorded.Stamp.At),
        new("Hva", "Kva", (found, me) => me.Say(found.Sentence)),
        new("Hvem", "Kven", (found, me) => me.NameOf(found.Told.Recorded.Stamp.Person)),
        new("I hvilken rolle", "I kva rolle", (found, me) => me.Say(found.Told.Recorded.Stamp.Capacity.Words())),
        new("Innlogget med", "Innlogga med", (found, _) => found.Told.Recorded.Stamp.SignIn),
        new("Navn i loggen", "Namn i loggen", (found, _) => found.Told.Recorded.Name),
        new("Plass i bevisloggen", "Plass i bevisloggen", (found, _) => found.Told.Recorded.Position))
    { Filters = [.. filters] };
}
