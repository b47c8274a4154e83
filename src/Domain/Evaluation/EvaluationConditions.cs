namespace LmsWorkflow.Domain;

/// <summary>What the phase table asks of the evaluation.</summary>
public static class EvaluationConditions
{
    /// <summary>R118.</summary>
    public static GateCondition ParticipantEvaluationClosed { get; } = new("ParticipantEvaluationClosed", static context =>
        context.Case.Evaluation.Standing == EvaluationStanding.Closed ? null : new ParticipantEvaluationNotClosed());

    /// <summary>R133.</summary>
    public static GateCondition CollaborationAnsweredByBothSides { get; } = new("CollaborationAnsweredByBothSides", static context =>
        !context.Case.Evaluation.CollaborationAnsweredBy(Side.Fag) ? new CollaborationAnswerMissing(Side.Fag)
        : !context.Case.Evaluation.CollaborationAnsweredBy(Side.Bruker) ? new CollaborationAnswerMissing(Side.Bruker) : null);

    /// <summary>Step 4.5.</summary>
    public static GateCondition LearningPointRecorded { get; } = new("LearningPointRecorded", static context =>
        context.Case.Evaluation.LearningPoints.IsEmpty && context.Case.Evaluation.Changes.IsEmpty ? new LearningPointMissing() : null);
}

/// <summary>What the report (D24) must have before it can be frozen (R102, R131, R134, R137). That it describes user participation in each phase (R135) is asked by its form.</summary>
public static class ReportCompleteness
{
    public static IEnumerable<Refusal> Unmet(CaseContext context)
    {
        var evaluation = context.Case.Evaluation;
        if (MeetingConditions.EvaluationMeetingHeld.Unmet(context) is { } meeting) yield return meeting;
        if (EvaluationConditions.ParticipantEvaluationClosed.Unmet(context) is { } open) yield return open;
        if (EvaluationConditions.CollaborationAnsweredByBothSides.Unmet(context) is { } unanswered) yield return unanswered;
        if (EvaluationConditions.LearningPointRecorded.Unmet(context) is { } nothing) yield return nothing;
        if (evaluation.Recommendation is not { } recommended) yield return new RecommendationMissing();
        else if (InReport(context.Case, "anbefaling")?.Choice is { } written && written != Written(recommended.Kind)) yield return new RecommendationDiffers();
        if (context.Case.Objections.All.Any(objection => objection.Dissent is not null) && InReport(context.Case, "dissens")?.Text is null) yield return new DissentNotInReport();
        foreach (var gap in CollaborationGap.Of(evaluation).Where(gap => gap.IsFlagged && evaluation.Changes.All(change => change.Statement != gap.Statement)))
            yield return new CollaborationGapUntreated(gap.Statement);
    }

    static FieldValue? InReport(CaseFile file, string field) => (file.Documents.Latest(DocumentKind.D24)?.Content as FormContent)?[field];

    /// <summary>The choice in the form of D24 that says the same.</summary>
    static string Written(RecommendationKind kind) => kind switch
    {
        RecommendationKind.Continue => "fortsette",
        RecommendationKind.Revise => "revidere",
        RecommendationKind.Transfer => "overfore",
        RecommendationKind.Pause => "pause",
        _ => "avslutte",
    };
}

public sealed record ParticipantEvaluationNotClosed() : Refusal(new Words(
    "Deltakerevalueringen er ikke avsluttet. Lukk skjemaet når svarene er kommet inn.",
    "Deltakarevalueringa er ikkje avslutta. Lukk skjemaet når svara er komne inn."));

public sealed record CollaborationAnswerMissing(Side Side) : Refusal(new Words(
    Side == Side.Fag ? "Ingen fagperson har svart på samarbeidsevalueringen. Be minst én om å svare."
        : "Ingen brukerrepresentant har svart på samarbeidsevalueringen. Be minst én om å svare.",
    Side == Side.Fag ? "Ingen fagperson har svart på samarbeidsevalueringa. Be minst éin om å svare."
        : "Ingen brukarrepresentant har svart på samarbeidsevalueringa. Be minst éin om å svare."));

public sealed record LearningPointMissing() : Refusal(new Words(
    "Skriv minst ett læringspunkt eller én endring til neste gang.", "Skriv minst eitt læringspunkt eller éi endring til neste gong."));

/// <summary>R137.</summary>
public sealed record RecommendationMissing() : Refusal(new Words(
    "Anbefalingen mangler. Velg om tilbudet skal fortsette, revideres, overføres, settes på pause eller avsluttes.",
    "Tilrådinga manglar. Vel om tilbodet skal halde fram, reviderast, overførast, setjast på pause eller avsluttast."));

/// <summary>R137: what both sides sign says what the leader will be held against (R138).</summary>
public sealed record RecommendationDiffers() : Refusal(new Words(
    "Anbefalingen i kursrapporten er en annen enn den gruppen har registrert. Rett den ene av dem.",
    "Tilrådinga i kursrapporten er ei anna enn den gruppa har registrert. Rett den eine av dei."));

/// <summary>R102.</summary>
public sealed record DissentNotInReport() : Refusal(new Words(
    "Saken har en registrert dissens. Gjengi den i kursrapporten.", "Saka har ein registrert dissens. Gi att han i kursrapporten."));

/// <summary>R134: the improvement task a gap makes.</summary>
public sealed record CollaborationGapUntreated(int Statement) : Refusal(new Words(
    $"Fagsiden og brukersiden svarte svært ulikt på påstand {Statement} om samarbeidet. Skriv en endring med ansvarlig og frist.",
    $"Fagsida og brukarsida svarte svært ulikt på påstand {Statement} om samarbeidet. Skriv ei endring med ansvarleg og frist."));
