using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>The lists of process definitions, as they are taken out.</summary>
static class DefinitionSheets
{
    public static Sheet<DefinitionView> Definitions { get; } = new(
        "prosesser", new("Prosesser", "Prosessar"),
        new("Nøkkel", "Nøkkel", (row, _) => row.Key),
        new("Navn", "Namn", (row, me) => me.Say(row.Name)),
        new("Utgave", "Utgåve", (row, _) => row.Version),
        new("Publisert", "Publisert", (row, _) => row.PublishedAt),
        new("Venter på samtykke", "Ventar på samtykke", (row, me) => row.PendingProposal is null ? me.Say("Nei", "Nei") : me.Say("Ja", "Ja")),
        new("Avtrykk (SHA-256)", "Avtrykk (SHA-256)", (row, _) => row.ContentHash));

    public static Sheet<PublishedVersion> Versions { get; } = new(
        "utgaver", new("Utgaver", "Utgåver"),
        new("Utgave", "Utgåve", (row, _) => row.Number),
        new("Publisert", "Publisert", (row, _) => row.At),
        new("Publisert av", "Publisert av", (row, me) => me.NameOf(row.By)),
        new("Merknad", "Merknad", (row, me) => me.Text(row.Note)),
        new("Samtykke fra begge sider", "Samtykke frå begge sider", (row, me) => row.Proposal is null ? me.Say("Trengtes ikke", "Trongst ikkje") : me.Say("Gitt", "Gitt")),
        new("Avtrykk (SHA-256)", "Avtrykk (SHA-256)", (row, _) => row.ContentHash));

    public static Sheet<DraftSummary> Drafts { get; } = new(
        "utkast", new("Utkast", "Utkast"),
        new("Utkast", "Utkast", (row, _) => row.Number),
        new("Bygger på utgave", "Byggjer på utgåve", (row, _) => row.BaseVersion),
        new("Status", "Status", (row, me) => me.Say(Standing(row.Standing))),
        new("Lagret", "Lagra", (row, _) => row.At),
        new("Lagret av", "Lagra av", (row, me) => me.NameOf(row.By)),
        new("Ganger lagret", "Gonger lagra", (row, _) => row.Revision),
        new("Merknad", "Merknad", (row, me) => me.Text(row.Note)));

    public static Sheet<StepTime> StepTimes { get; } = new(
        "trinn", new("Trinn", "Trinn"),
        new("Trinn", "Trinn", (row, me) => me.Say(ElementWords.Named(row.Element))),
        new("Fase", "Fase", (row, me) => Drawn.PhaseName(row.Element) is { } phase ? me.Say(phase) : ""),
        new("Hvem", "Kven", (row, me) => me.Say(Portal.TaskRoleNames.Words(row.Element.Lms.Roles))),
        new("Saker her nå", "Saker her no", (row, _) => row.Here),
        new("Ganger fullført", "Gonger fullført", (row, _) => row.Finished),
        new("Vanlig tid i dager (median)", "Vanleg tid i dagar (median)", (row, _) => row.MedianDays is { } days ? Math.Round((decimal)days, 2) : null),
        new("Element i tegningen", "Element i teikninga", (row, _) => row.Element.Id));

    static Words Standing(DraftStanding standing) => standing switch
    {
        DraftStanding.Open => new("Åpent", "Ope"),
        DraftStanding.Proposed => new("Venter på samtykke", "Ventar på samtykke"),
        DraftStanding.Published => new("Publisert", "Publisert"),
        _ => new("Forkastet", "Forkasta"),
    };
}
