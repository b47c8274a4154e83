using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>The cases of a compliance report, as they are taken out. Each says what may be said of it (N12).</summary>
static class ComplianceSheets
{
    public static Sheet<ComplianceLine> Cases { get; } = new(
        "samsvar", new("Samsvarsrapport", "Samsvarsrapport"),
        new("Saksnummer", "Saksnummer", (line, _) => line.Number),
        new("Tittel", "Tittel", (line, me) => line.Title ?? me.Say("(tittelen er slettet)", "(tittelen er sletta)")),
        new("Medvirkningsgrad", "Medverknadsgrad", (line, me) => me.Say(line.Compliance.Grad.Words())),
        new("Kan omtales som", "Kan omtalast som", (line, me) => me.Say(line.Compliance.Grad.Mark())),
        new("Fase", "Fase", (line, me) => me.Say(line.Phase.Words())),
        new("Status", "Status", (line, me) => me.Say(StandingNames.Of(line.Standing))),
        new("Registrert", "Registrert", (line, _) => line.Compliance.RegisteredOn),
        new("Avsluttet", "Avslutta", (line, _) => line.Compliance.EndedOn is { } ended ? ended : Cell.Empty),
        new("G1", "G1", (line, me) => me.Say(line.Compliance.G1.Words())),
        new("G2", "G2", (line, me) => me.Say(line.Compliance.G2.Words())),
        new("G3", "G3", (line, me) => me.Say(line.Compliance.G3.Words())),
        new("G4", "G4", (line, me) => me.Say(line.Compliance.G4.Words())),
        new("Møter holdt", "Møte haldne", (line, _) => line.Compliance.MeetingsHeld),
        new("Ikke gyldige møter", "Ikkje gyldige møte", (line, _) => line.Compliance.Invalid),
        new("Avvik", "Avvik", (line, _) => line.Compliance.Deviations),
        new("Innsigelser", "Innseiingar", (line, _) => line.Compliance.Objections.Raised),
        new("Åpne innsigelser", "Opne innseiingar", (line, _) => line.Compliance.Objections.Open),
        new("Lærings- og mestringssenter", "Lærings- og meistringssenter", (line, me) => me.UnitName(line.LmsUnit)),
        new("Sakens id", "Id-en til saka", (line, _) => line.Id))
    { Filters = ["unit", "from", "to", "figure"] };
}
