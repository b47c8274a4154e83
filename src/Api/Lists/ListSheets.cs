using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A row of an inbox or of the stuck list, with what the work is called.</summary>
sealed record Named<T>(T Row, TaskInfo Task);

/// <summary>The lists across cases, as they are taken out.</summary>
static class ListSheets
{
    public static Sheet<CaseRow> Cases { get; } = new(
        "saker", new("Saker", "Saker"),
        new("Saksnummer", "Saksnummer", (row, _) => row.Number),
        new("Tittel", "Tittel", (row, me) => Title(row.Title, me)),
        new("Fase", "Fase", (row, me) => me.Say(row.Phase.Words())),
        new("Status", "Status", (row, me) => me.Say(StandingNames.Of(row.Standing))),
        new("Venter på", "Ventar på", (row, me) => string.Join(", ", row.WaitingFor.Select(WaitingNames.Of).OfType<Words>().Select(me.Say))),
        new("Neste frist", "Neste frist", (row, _) => row.NextDue),
        new("Lærings- og mestringssenter", "Lærings- og meistringssenter", (row, me) => me.UnitName(row.LmsUnit)),
        new("Eierenheter", "Eigareiningar", (row, me) => string.Join(", ", row.Owners.Select(me.UnitName))),
        new("Koordinator", "Koordinator", (row, me) => me.NameOf(row.Koordinator)),
        new("Sist endret", "Sist endra", (row, _) => row.ChangedAt),
        new("Hendelser", "Hendingar", (row, _) => row.Version),
        new("Sakens id", "Id-en til saka", (row, _) => row.Id))
    { Filters = ["phase", "standing", "unit", "member"] };

    public static Sheet<Named<InboxRow>> Inbox { get; } = new(
        "oppgaver", new("Oppgaver", "Oppgåver"),
        new("Oppgave", "Oppgåve", (line, me) => me.Say(line.Task.Name)),
        new("Saksnummer", "Saksnummer", (line, _) => line.Row.CaseNumber),
        new("Sak", "Sak", (line, me) => Title(line.Row.CaseTitle, me)),
        new("Du gjør dette som", "Du gjer dette som", (line, me) => me.Say(Enum.Parse<Role>(line.Row.Role).Words())),
        new("Frist", "Frist", (line, _) => line.Row.Due),
        new("Åpnet", "Opna", (line, _) => line.Row.Opened),
        new("Sakens id", "Id-en til saka", (line, _) => line.Row.Case));

    public static Sheet<Named<StuckRow>> Stuck { get; } = new(
        "stopp", new("Saker som har stoppet", "Saker som har stoppa"),
        new("Saksnummer", "Saksnummer", (line, _) => line.Row.CaseNumber),
        new("Sak", "Sak", (line, me) => Title(line.Row.CaseTitle, me)),
        new("Hvor", "Kvar", (line, me) => me.Say(line.Task.Name)),
        new("Siden", "Sidan", (line, _) => line.Row.Since),
        new("Hvorfor", "Kvifor", (line, me) => string.Join(" ", line.Row.ReasonCodes.Select(StuckReasons.Sentence).Distinct().Select(me.Say))),
        new("Sakens id", "Id-en til saka", (line, _) => line.Row.Case));

    public static Sheet<TilbudRow> Tilbud { get; } = new(
        "tilbud", new("Tilbud", "Tilbod"),
        new("Tittel", "Tittel", (row, me) => Title(row.Title, me)),
        new("Type", "Type", (row, me) => me.Say(GroupNames.Of(row.Type))),
        new("Status", "Status", (row, me) => me.Say(TilbudStanding(row.Standing))),
        new("Siden", "Sidan", (row, _) => row.Since),
        new("Lærings- og mestringssenter", "Lærings- og meistringssenter", (row, me) => me.UnitName(row.LmsUnit)),
        new("Sakens id", "Id-en til saka", (row, _) => row.Case),
        new("Tilbudets id", "Id-en til tilbodet", (row, _) => row.Tilbud.ToString()));

    static string Title(string? title, Viewer me) => title ?? me.Say("(tittelen er slettet)", "(tittelen er sletta)");

    static Words TilbudStanding(string code) => code switch
    {
        "cancelled" => new("Avlyst", "Avlyst"),
        "decided" => new("Vedtatt", "Vedteke"),
        "trial" => new("Prøves ut", "Blir prøvd ut"),
        _ => new("Under etablering", "Under etablering"),
    };
}
