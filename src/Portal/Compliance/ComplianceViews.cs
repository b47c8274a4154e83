using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>The compliance report of a case.</summary>
/// <param name="Unit">A unit of the case whose report over many cases the reader may see; null when none.</param>
public sealed record ComplianceView(CaseFrame Frame, ComplianceMatrix Matrix, UnitId? Unit);

/// <summary>A case in the list behind a figure.</summary>
public sealed record ComplianceCaseLine(CaseId Id, string Number, string Title, Phase Phase, Standing Standing, CaseCompliance Compliance);

/// <summary>The compliance report of a unit over a period.</summary>
/// <param name="Figure">The figure whose cases are listed; null: all.</param>
/// <param name="IsLater">The list does not begin at its first case.</param>
public sealed record UnitComplianceReport(
    UnitPeriodForm Asked, UnitCompliance Report, ComplianceFigure? Figure, ImmutableArray<ComplianceCaseLine> Cases, string? Next, bool IsLater);

/// <summary>Where the cells of the report point. A page points into the product, a dossier into itself.</summary>
public sealed record ComplianceLinks(Func<long, string?> Fact, Func<PackagedDocument, string?> Document, Func<ComplianceRow, string?> Row)
{
    /// <param name="path">Where the case's pages begin.</param>
    public static ComplianceLinks In(string path) => new(
        version => $"{path}/historikk/{version}", document => $"{path}/dokumenter/{document.Kind}?versjon={document.Version}", row => path + row.Step switch
        {
            ComplianceStep.Meeting => $"/moter/{row.Number}",
            ComplianceStep.Samling => "/gjennomforing",
            ComplianceStep.Collaboration => "/evaluering",
            ComplianceStep.RoleClarification => "/arbeidsgruppe",
            ComplianceStep.Decision => "/vedtak",
            _ => $"/godkjenninger/{row.Gate}",
        });

    /// <summary>To the history on the dossier's first page, and nowhere else: the rest lies there too.</summary>
    public static ComplianceLinks InDossier(string page) => new(version => $"{page}#h{version}", _ => null, _ => null);
}

/// <summary>What the compliance report calls its things.</summary>
public static class ComplianceWords
{
    /// <summary>What the case is, said of one that goes on and of one that has ended.</summary>
    public static Words Explained(Medvirkningsgrad grad, bool isOpen) => (grad, isOpen) switch
    {
        (Medvirkningsgrad.Full, _) => new(
            "Begge sider har godkjent ved G1–G4, og alle planleggings- og evalueringsmøter er i orden. Saken kan omtales som utviklet etter Standard metode.",
            "Begge sider har godkjent ved G1–G4, og alle planleggings- og evalueringsmøte er i orden. Saka kan omtalast som utvikla etter Standard metode."),
        (Medvirkningsgrad.Delvis, true) => new(
            "Saken er ikke ferdig. Noe er godkjent av begge sider, men ikke alt. Den kan ikke omtales som utviklet etter Standard metode ennå.",
            "Saka er ikkje ferdig. Noko er godkjent av begge sider, men ikkje alt. Ho kan ikkje omtalast som utvikla etter Standard metode enno."),
        (_, true) => new(
            "Saken er ikke ferdig. Ingen port er godkjent av begge sider ennå, og den kan ikke omtales som utviklet etter Standard metode.",
            "Saka er ikkje ferdig. Ingen port er godkjend av begge sider enno, og ho kan ikkje omtalast som utvikla etter Standard metode."),
        (Medvirkningsgrad.Delvis, _) => new(
            "Noe er godkjent av begge sider, men ikke alt. Saken kan ikke omtales som utviklet etter Standard metode. Skriv «Delvis dokumentert».",
            "Noko er godkjent av begge sider, men ikkje alt. Saka kan ikkje omtalast som utvikla etter Standard metode. Skriv «Delvis dokumentert»."),
        _ => new(
            "Ingen port er godkjent av begge sider. Saken kan ikke omtales som utviklet etter Standard metode.",
            "Ingen port er godkjend av begge sider. Saka kan ikkje omtalast som utvikla etter Standard metode."),
    };

    public static string Mark(Medvirkningsgrad grad) => grad switch
    {
        Medvirkningsgrad.Full => "mark--done",
        Medvirkningsgrad.Delvis => "mark--now",
        _ => "mark--wait",
    };

    public static Words Of(ComplianceRow row) => row.Step switch
    {
        ComplianceStep.Meeting => new($"{MeetingNames.Type(row.Meeting!.Value).Nb} (møte {row.Number})", $"{MeetingNames.Type(row.Meeting!.Value).Nn} (møte {row.Number})"),
        ComplianceStep.Samling => Words.Same($"Samling {row.Number}"),
        ComplianceStep.RoleClarification => new("Rolleavklaring", "Rolleavklaring"),
        ComplianceStep.Collaboration => new("Samarbeidsevaluering", "Samarbeidsevaluering"),
        _ => new($"{row.Gate} {row.Gate!.Value.Words().Nb}", $"{row.Gate} {row.Gate!.Value.Words().Nn}"),
    };

    public static Words Of(ComplianceFigure figure) => figure switch
    {
        ComplianceFigure.Full => Medvirkningsgrad.Full.Words(),
        ComplianceFigure.Delvis => Medvirkningsgrad.Delvis.Words(),
        ComplianceFigure.IkkeDokumentert => Medvirkningsgrad.IkkeDokumentert.Words(),
        ComplianceFigure.InvalidMeeting => new("Saker med et møte som ikke var gyldig", "Saker med eit møte som ikkje var gyldig"),
        ComplianceFigure.UnsettledMeeting => new("Saker der siden som manglet, ikke har svart", "Saker der sida som mangla, ikkje har svart"),
        ComplianceFigure.Deviation => new("Saker med avvik i gjennomføringen", "Saker med avvik i gjennomføringa"),
        ComplianceFigure.ObjectionOpen => new("Saker med åpen innsigelse", "Saker med open innseiing"),
        ComplianceFigure.ObjectionAgreed => new("Saker der en innsigelse endte i enighet om ny tekst", "Saker der ei innseiing enda i semje om ny tekst"),
        ComplianceFigure.ObjectionWithdrawn => new("Saker der en innsigelse ble trukket", "Saker der ei innseiing blei trekt"),
        ComplianceFigure.ObjectionDissent => new("Saker som gikk videre med dissens", "Saker som gjekk vidare med dissens"),
        ComplianceFigure.ObjectionStopped => new("Saker lederen stoppet etter innsigelse", "Saker leiaren stoppa etter innseiing"),
        _ => AtGate(figure, ComplianceFigures.GateOf(figure)!.Value),
    };

    static Words AtGate(ComplianceFigure figure, Gate gate) => ((figure - ComplianceFigure.G1Both) % 3) switch
    {
        0 => new($"{gate}: begge sider har godkjent", $"{gate}: begge sider har godkjent"),
        1 => new($"{gate}: én side mangler", $"{gate}: éi side manglar"),
        _ => new($"{gate}: ingen har godkjent", $"{gate}: ingen har godkjent"),
    };
}
