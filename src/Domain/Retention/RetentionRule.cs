using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>What the time of retention is counted from.</summary>
public enum RetentionMoment
{
    /// <summary>The course report was approved by both sides (G4).</summary>
    ReportSigned,

    /// <summary>The leader decided on continuation (D25).</summary>
    Decided,

    /// <summary>The case was closed or called off.</summary>
    CaseEnded,
}

/// <summary>How long texts of a kind are kept, in whole months. When the time is out they fall due for a decision; nothing is erased by itself.</summary>
public sealed record RetentionRule(RetentionMoment From, int Months)
{
    /// <summary>Fifty years.</summary>
    public const int Longest = 600;

    /// <summary>Ten years for what documents a course case (R185), twelve months after the report for raw answers (R188), twelve months for whom there was contact with.</summary>
    public static RetentionRule Default(RetentionKind kind) => kind switch
    {
        RetentionKind.RawAnswers => new(RetentionMoment.ReportSigned, 12),
        RetentionKind.Contacts => new(RetentionMoment.CaseEnded, 12),
        _ => new(RetentionMoment.CaseEnded, 120),
    };

    /// <summary>What a rule for this kind may say.</summary>
    public static ImmutableArray<RetentionMoment> MomentsOf(RetentionKind kind) =>
        kind == RetentionKind.RawAnswers ? [RetentionMoment.ReportSigned] : [RetentionMoment.Decided, RetentionMoment.CaseEnded];

    /// <summary>Null, or why the kind cannot be kept so short, so long or from there.</summary>
    public Refusal? Unmet(RetentionKind kind) =>
        Months < 0 || Months > Longest ? new RetentionOutOfRange()
        : !MomentsOf(kind).Contains(From) ? kind == RetentionKind.RawAnswers ? new RawAnswersRunFromReport() : new RetentionRunsFromEnd()
        : kind == RetentionKind.RawAnswers ? Months > 12 ? new RawAnswersKeptTooLong() : null
        : Months < LeastMonths(kind) ? new RetentionTooShort() : null;

    /// <summary>
    /// A permanent offer is revised within 36 months (R143), on the documents of the case before, and the documentation of a decision must last at least as long. What says something of one person's needs,
    /// or whom one spoke with, need not.
    /// </summary>
    static int LeastMonths(RetentionKind kind) => kind is RetentionKind.D06 or RetentionKind.Contacts ? 0 : 36;
}

public static class RetentionWords
{
    /// <summary>E.g. "10 år etter at saken ble avsluttet".</summary>
    public static Words Words(this RetentionRule rule) => rule.Months == 0
        ? new($"til {rule.From.Words().Nb}", $"til {rule.From.Words().Nn}")
        : new($"{Length(rule.Months).Nb} etter at {rule.From.Words().Nb}", $"{Length(rule.Months).Nn} etter at {rule.From.Words().Nn}");

    /// <summary>Above ten years the documentation must be handed over to an archive: the dispensation from approval of the system no longer holds (R185).</summary>
    public static bool AsksForArchive(this RetentionRule rule) => rule.Months > 120;

    static Words Length(int months) => months switch
    {
        1 => new("1 måned", "1 månad"),
        >= 24 when months % 12 == 0 => new($"{months / 12} år", $"{months / 12} år"),
        _ => new($"{months} måneder", $"{months} månader"),
    };

    public static Words Words(this RetentionMoment moment) => moment switch
    {
        RetentionMoment.ReportSigned => new("kursrapporten ble godkjent", "kursrapporten vart godkjend"),
        RetentionMoment.Decided => new("vedtaket om videreføring ble fattet", "vedtaket om vidareføring vart gjort"),
        _ => new("saken ble avsluttet", "saka vart avslutta"),
    };
}

public sealed record RetentionOutOfRange(string Field = "months") : Refusal(new Words(
    $"Skriv antall måneder som et helt tall fra 0 til {RetentionRule.Longest}.", $"Skriv talet på månader som eit heilt tal frå 0 til {RetentionRule.Longest}."));

/// <summary>R143.</summary>
public sealed record RetentionTooShort(string Field = "months") : Refusal(new Words(
    "Det som dokumenterer saken, må oppbevares i minst 36 måneder: så lenge kan det gå før et fast tilbud revideres, og revisjonen bygger på det. Skriv 36 eller mer.",
    "Det som dokumenterer saka, må takast vare på i minst 36 månader: så lenge kan det gå før eit fast tilbod blir revidert, og revisjonen byggjer på det. Skriv 36 eller meir."));

/// <summary>R188.</summary>
public sealed record RawAnswersKeptTooLong(string Field = "months") : Refusal(new Words(
    "Det hver enkelt svarte i evalueringene, kan ikke oppbevares lenger enn 12 måneder etter kursrapporten. Skriv 12 eller mindre. Tallene for alle samlet blir stående.",
    "Det kvar enkelt svarte i evalueringane, kan ikkje takast vare på lenger enn 12 månader etter kursrapporten. Skriv 12 eller mindre. Tala for alle samla blir ståande."));

/// <summary>R188.</summary>
public sealed record RawAnswersRunFromReport(string Field = "from") : Refusal(new Words(
    "Tiden for enkeltsvarene regnes fra kursrapporten. Velg «kursrapporten ble godkjent», og sett andre regler for seg.",
    "Tida for enkeltsvara blir rekna frå kursrapporten. Vel «kursrapporten vart godkjend», og set andre reglar for seg."));

public sealed record RetentionRunsFromEnd(string Field = "from") : Refusal(new Words(
    "Tiden regnes fra vedtaket eller fra saken ble avsluttet. Bare enkeltsvarene regnes fra kursrapporten. Velg på nytt.",
    "Tida blir rekna frå vedtaket eller frå saka vart avslutta. Berre enkeltsvara blir rekna frå kursrapporten. Vel på nytt."));
