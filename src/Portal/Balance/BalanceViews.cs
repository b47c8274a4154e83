using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>The participation balance of a case.</summary>
/// <param name="LmsUnit">The centre, whose balance over many cases is a page of its own.</param>
public sealed record BalanceView(CaseFrame Frame, CaseBalance Balance, UnitId LmsUnit);

/// <summary>The participation balance of a unit over a period.</summary>
public sealed record UnitBalanceView(UnitPeriodForm Asked, UnitBalance Balance);

/// <summary>One bar: so much of so much, said in words.</summary>
/// <param name="Whole">Length of the outline; null when there is nothing to draw.</param>
/// <param name="Part">How much of it is filled; null: all.</param>
public sealed record Bar(decimal? Whole, string Says, decimal? Part = null);

/// <summary>Both sides' bars for one thing.</summary>
public sealed record BarPair(string Label, Bar Bruker, Bar Fag);

/// <summary>What the balance calls its things.</summary>
public static class BalanceWords
{
    public static Words Of(ProposalKind kind) => kind switch
    {
        ProposalKind.AgendaItem => new("Saker til møtene", "Saker til møta"),
        ProposalKind.InMeeting => new("Forslag i møtene", "Framlegg i møta"),
        ProposalKind.TextChange => new("Ønsker om endret tekst", "Ønske om endra tekst"),
        _ => new("Endringer til neste gang", "Endringar til neste gong"),
    };

    /// <summary>When a proposal counts as taken further.</summary>
    public static Words Survives(ProposalKind kind) => kind switch
    {
        ProposalKind.AgendaItem => new("Saken ble behandlet: den står i referatet.", "Saka blei behandla: ho står i referatet."),
        ProposalKind.InMeeting => new("Saken endte med et vedtak som gjelder.", "Saka enda med eit vedtak som gjeld."),
        ProposalKind.TextChange => new("Teksten som deretter ble lagt frem, er en annen.", "Teksten som så blei lagd fram, er ein annan."),
        _ => new("Begge sider har godkjent kursrapporten det står i.", "Begge sider har godkjent kursrapporten det står i."),
    };

    public static Words Of(Withheld withheld) => withheld switch
    {
        Withheld.NoAnswers => new("Vises ikke ennå: begge sider må ha svart på samarbeidsevalueringen.", "Blir ikkje vist enno: begge sider må ha svart på samarbeidsevalueringa."),
        Withheld.TooFewOnASide => new(
            "Gjennomsnitt vises når minst to fra hver side har svart. Gjennomsnittet av ett svar er svaret til én person.",
            "Gjennomsnitt blir vist når minst to frå kvar side har svart. Gjennomsnittet av eitt svar er svaret til éin person."),
        Withheld.LookBack => new(
            "Gjennomsnitt vises ikke når du ser tilbake. Av tallene før og etter ett svar kunne svaret regnes ut. Se saken slik den er nå.",
            "Gjennomsnitt blir ikkje vist når du ser tilbake. Av tala før og etter eitt svar kunne svaret reknast ut. Sjå saka slik ho er no."),
        Withheld.Erased => new(
            "Gjennomsnitt vises ikke: svarene til minst én person er slettet, og da kan de ikke regnes ut uten at det slettede kan gjettes.",
            "Gjennomsnitt blir ikkje vist: svara til minst éin person er sletta, og då kan dei ikkje reknast ut utan at det sletta kan gjettast."),
        _ => new(
            "Vises ikke: det er færre enn fem svar fra en av sidene som kan telles med.",
            "Blir ikkje vist: det er færre enn fem svar frå ei av sidene som kan teljast med."),
    };

    public static Words SideName(Side side) => side == Side.Fag ? new("Fagsiden", "Fagsida") : new("Brukersiden", "Brukarsida");

    public static Words Of(Wait wait) => wait switch
    {
        { Gate: { } gate } => gate.Words(),
        _ => new($"Svar på forslag fra møte {wait.Meeting}", $"Svar på framlegg frå møte {wait.Meeting}"),
    };

    public static Words Days(decimal days) => days switch
    {
        0 => new("samme dag", "same dag"),
        1 => new("1 dag", "1 dag"),
        _ => new($"{Viewer.Number(days, decimal.Truncate(days) == days ? 0 : 1)} dager", $"{Viewer.Number(days, decimal.Truncate(days) == days ? 0 : 1)} dagar"),
    };

    public static Words Total(int days) => days == 0 ? new("0 dager", "0 dagar") : Days(days);

    public static Words Times(int times) => times == 1 ? new("1 gang", "1 gong") : new($"{times} ganger", $"{times} gonger");
}
