using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A case's history as it is taken out: with the filters of the page, newest first.</summary>
static class HistorySheet
{
    public static Sheet<FoundFact> History { get; } = new(
        "historikk", new("Historikk", "Historikk"),
        new("Nummer", "Nummer", (found, _) => found.Told.Recorded.Version),
        new("Tidspunkt", "Tidspunkt", (found, _) => found.Told.Recorded.Stamp.At),
        new("Hva", "Kva", (found, me) => me.Say(found.Sentence)),
        new("Hvem", "Kven", (found, me) => me.NameOf(found.Told.Recorded.Stamp.Person)),
        new("I hvilken rolle", "I kva rolle", (found, me) => me.Say(found.Told.Recorded.Stamp.Capacity.Words())),
        new("Innlogget med", "Innlogga med", (found, _) => found.Told.Recorded.Stamp.SignIn),
        new("Navn i loggen", "Namn i loggen", (found, _) => found.Told.Recorded.Name),
        new("Plass i bevisloggen", "Plass i bevisloggen", (found, _) => found.Told.Recorded.Position))
    { Filters = ["at", "part", "person", "capacity", "phase", "document", "kind", "from", "to", "q"] };
}
