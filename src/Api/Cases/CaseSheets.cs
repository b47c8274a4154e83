using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>The lists of one case, as they are taken out.</summary>
static class CaseSheets
{
    public static Sheet<DocumentSummary> Documents { get; } = new(
        "dokumenter", new("Dokumenter", "Dokument"),
        new("Kode", "Kode", (row, _) => $"{row.Kind}"),
        new("Dokument", "Dokument", (row, me) => me.Say(DocumentNames.Of(row.Kind))),
        new("Versjon", "Versjon", (row, _) => row.Number),
        new("Status", "Status", (row, me) => me.Say(Status(row.Status))),
        new("Lagret", "Lagra", (row, _) => row.SavedAt),
        new("Lagret av", "Lagra av", (row, me) => me.NameOf(row.SavedBy)),
        new("Ganger lagret", "Gonger lagra", (row, _) => row.Revision),
        new("Avtrykk (SHA-256)", "Avtrykk (SHA-256)", (row, _) => row.Hash))
    { Filters = ["at"] };

    public static Sheet<SignOff> SignOffs { get; } = new(
        "godkjenninger", new("Godkjenninger", "Godkjenningar"),
        new("Port", "Port", (row, _) => $"{row.Gate}"),
        new("Hva", "Kva", (row, me) => me.Say(row.Gate.Words())),
        new("Låst tekst", "Låst tekst", (row, _) => row.Package),
        new("Side", "Side", (row, me) => me.Say(row.Side.Words())),
        new("Hvem", "Kven", (row, me) => me.NameOf(row.Person)),
        new("Godkjent", "Godkjent", (row, _) => row.At),
        new("Innlogget med", "Innlogga med", (row, _) => row.SignIn),
        new("På papir", "På papir", (row, me) => row.Paper is null ? me.Say("Nei", "Nei") : me.Say("Ja", "Ja")),
        new("Trukket", "Trekt", (row, _) => row.WithdrawnAt),
        new("Avtrykk av teksten (SHA-256)", "Avtrykk av teksten (SHA-256)", (row, _) => row.PackageHash))
    { Filters = ["at"] };

    public static Sheet<Meeting> Meetings { get; } = new(
        "moter", new("Møter", "Møte"),
        new("Nummer", "Nummer", (row, _) => row.Number),
        new("Type", "Type", (row, me) => me.Say(MeetingNames.Type(row.Type))),
        new("Begynner", "Byrjar", (row, _) => row.Start),
        new("Minutter", "Minutt", (row, _) => row.Minutes),
        new("Form", "Form", (row, me) => me.Say(MeetingNames.Form(row.Form))),
        new("Sted", "Stad", (row, me) => me.Text(row.Place)),
        new("Status", "Status", (row, me) => me.Say(MeetingNames.State(row))),
        new("Møtte", "Møtte", (row, me) => string.Join(", ", row.Attendees.Where(one => one.Presence == Presence.Present).Select(one => me.NameOf(one.Person)))),
        new("Hvorfor det ikke er gyldig", "Kvifor det ikkje er gyldig", (row, me) => string.Join(" ", row.Invalidities.Select(MeetingNames.Invalid).Select(me.Say))))
    { Filters = ["at"] };

    public static Sheet<Objection> Objections { get; } = new(
        "innsigelser", new("Innsigelser", "Innseiingar"),
        new("Nummer", "Nummer", (row, _) => row.Number),
        new("Port", "Port", (row, _) => $"{row.Gate}"),
        new("Låst tekst", "Låst tekst", (row, _) => row.Package),
        new("Side", "Side", (row, me) => me.Say(row.Side.Words())),
        new("Hvem", "Kven", (row, me) => me.NameOf(row.By)),
        new("Meldt", "Meldt", (row, _) => row.At),
        new("Status", "Status", (row, me) => me.Say(ObjectionNames.State(row.Status))),
        new("Dialog innen", "Dialog innan", (row, _) => row.DialogueDue),
        new("Begrunnelse", "Grunngiving", (row, me) => me.Text(row.Reason)),
        new("Forslag i stedet", "Framlegg i staden", (row, me) => me.Text(row.Alternative)))
    { Filters = ["at"] };

    public static Sheet<(WorkItemView Item, TaskInfo Task)> WorkItems { get; } = new(
        "apne-oppgaver", new("Åpne oppgaver", "Opne oppgåver"),
        new("Oppgave", "Oppgåve", (row, me) => me.Say(row.Task.Name)),
        new("Hvem", "Kven", (row, me) => string.Join(", ", row.Item.Roles.Select(role => me.Say(role.Words())))),
        new("Åpnet", "Opna", (row, _) => row.Item.OpenedAt),
        new("Frist", "Frist", (row, _) => row.Item.DueAt),
        new("Stoppet av", "Stoppa av", (row, me) => string.Join(" ", row.Item.Stuck.Select(StuckReasons.Sentence).Distinct().Select(me.Say))))
    { Filters = ["at"] };

    public static Sheet<BudgetLine> Budget { get; } = new(
        "budsjett", new("Budsjett", "Budsjett"),
        new("Linje", "Linje", (row, _) => row.Id),
        new("Type", "Type", (row, me) => me.Say(row.Kind.Words())),
        new("Beskrivelse", "Skildring", (row, me) => me.Text(row.Text)),
        new("Side", "Side", (row, me) => row.Side is { } side ? me.Say(side.Words()) : ""),
        new("Antall", "Tal", (row, _) => row.Quantity),
        new("Sats i kroner", "Sats i kroner", (row, _) => row.Rate),
        new("Kostnad i kroner", "Kostnad i kroner", (row, _) => row.IsIncome ? null : row.Amount),
        new("Inntekt i kroner", "Inntekt i kroner", (row, _) => row.IsIncome ? row.Amount : null))
    { Filters = ["at"] };

    static Words Status(DocumentStatus status) => status switch
    {
        DocumentStatus.SignedOff => new("Godkjent av begge", "Godkjent av begge"),
        DocumentStatus.Frozen => new("Låst", "Låst"),
        _ => new("Utkast", "Utkast"),
    };
}
