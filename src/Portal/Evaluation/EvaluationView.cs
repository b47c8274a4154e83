using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

public sealed record ProposalCard(int Number, string What, string Owner, DateOnly Due, int TargetVersion, int? Statement);

/// <summary>A free text that waits for the koordinator, or is shown.</summary>
public sealed record TextCard(int Slip, Question Question, string Raw, string? Shown, bool Moderated);

/// <summary>Participant evaluation with suppression, collaboration evaluation, learning points, changes and recommendation.</summary>
/// <param name="Links">One-time links, shown this once; null except right after they were made.</param>
public sealed record EvaluationView(
    CaseFrame Frame, Domain.Evaluation Evaluation, EvaluationResult? Result, ImmutableArray<TextCard> Texts, string Themes, ImmutableArray<CollaborationGap> Gaps, int FagAnswers, int BrukerAnswers,
    bool HasAnsweredCollaboration, ImmutableArray<string> Differently, ImmutableArray<string> LearningPoints, ImmutableArray<ProposalCard> Changes, string Recommendation, string RecommendationReason,
    Medvirkningsgrad Participation, bool MayEdit, bool MayRun, bool MayCoordinate, bool MayPropose, bool IsMember, bool CourseFinished, ImmutableArray<Choice> People, ImmutableArray<Refusal> Missing, ImmutableArray<string>? Links,
    EvaluationResult? ParentsResult, ImmutableArray<TextCard> ParentsTexts)
{
    /// <summary>The form that is, or will be, opened; null when neither the group nor the evalueringsplan has said which.</summary>
    public EvaluationForm? Form { get; init; }

    public bool FormIsFromPlan => Form is not null && Evaluation.Form is null;

    /// <summary>Worth thinking about, never a block.</summary>
    public ImmutableArray<Refusal> Warnings { get; init; } = [];

    public static EvaluationView From(CaseContext context, Viewer me, ImmutableArray<string>? links = null)
    {
        var evaluation = context.Case.Evaluation;
        var open = context.Case.IsOpen;
        var result = EvaluationResult.Of(context.Case);
        var ofParents = EvaluationResult.OfParents(context.Case);
        var moderates = open && context.May(Act.CoordinateCase);
        return new(
            CaseFrame.From(context, me), evaluation, result, result is null ? [] : [.. result.Texts.Select(text => Card(evaluation, text, moderates, me))], me.Text(evaluation.Themes), me.Past is null ? CollaborationGap.Of(evaluation) : [],
            evaluation.AnsweredBy(Side.Fag), evaluation.AnsweredBy(Side.Bruker),
            evaluation.Collaboration.Any(answer => answer.Person == context.Actor.Person),
            me.Past is null && evaluation.CollaborationAnsweredBy(Side.Fag) && evaluation.CollaborationAnsweredBy(Side.Bruker) ? [.. evaluation.Collaboration.Where(answer => answer.Differently is not null).Select(answer => me.Text(answer.Differently))] : [],
            [.. evaluation.LearningPoints.Select(me.Text)], [.. evaluation.Changes.Select(change => new ProposalCard(change.Number, me.Text(change.What), me.NameOf(change.Owner), change.Due, change.TargetVersion, change.Statement))],
            evaluation.Recommendation is { } recommended ? me.Say(EvaluationNames.Of(recommended.Kind)) + (recommended.RunsPerYear is { } runs ? me.Say($", {runs} ganger i året", $", {runs} gonger i året") : "") : "",
            me.Text(evaluation.Recommendation?.Reason), Medvirkning.Of(context.Case), open && context.May(Act.EditJointDocument), open && context.May(Act.RunCourse), moderates, open && context.May(Act.ProposeAndMinute),
            context.ActorsMembership is not null && open, context.Case.Delivery.Standing == RunStanding.Finished,
            [.. context.Case.Group.ActiveOn(context.Today).Select(member => new Choice(member.Person.ToString(), me.NameOf(member.Person))), .. context.Case.Identity is { } identity ? [new Choice(identity.Koordinator.ToString(), me.NameOf(identity.Koordinator))] : ImmutableArray<Choice>.Empty],
            context.Case.Phase == Phase.Evaluation ? PhaseMachine.Unmet(context, Gate.G4) : [], links,
            ofParents, ofParents is null ? [] : [.. ofParents.Texts.Select(text => Card(evaluation, text, moderates, me))])
        {
            Form = PlannedEvaluation.Chosen(context.Case),
            Warnings = open ? [.. new[] { PlannedEvaluation.Warning(context.Case) }.OfType<Refusal>(), .. RunWarnings.EvaluationMeeting(context)] : [],
        };
    }

    /// <summary>The koordinator reads the raw text to clean it; the others see it afterwards (domain notes §6.4). Of one that is erased everybody sees that it is.</summary>
    static TextCard Card(Domain.Evaluation evaluation, FreeText text, bool moderates, Viewer me)
    {
        var written = evaluation.Slips.ElementAtOrDefault(text.Slip)?.To(text.Question)?.Text;
        var shown = text.Text ?? (written?.Value is null ? written : null);
        return new(text.Slip, evaluation.FormWith(text.Question)!.Question(text.Question)!, moderates ? me.Text(written) : "", shown is null ? null : me.Text(shown), text.IsModerated || written?.Value is null);
    }
}

public static class EvaluationNames
{
    public static Words Kept(DateOnly on) => new(
        $"Enkeltsvarene ble slettet {DateWords.Short(on)} fordi oppbevaringstiden var ute. Tallene er slik de var da.", $"Enkeltsvara vart sletta {DateWords.Short(on)} fordi oppbevaringstida var ute. Tala er slik dei var då.");

    public static Words Of(RecommendationKind kind) => kind switch
    {
        RecommendationKind.Continue => new("Fortsette", "Halde fram"),
        RecommendationKind.Revise => new("Revidere", "Revidere"),
        RecommendationKind.Transfer => new("Overføre til et annet nivå", "Overføre til eit anna nivå"),
        RecommendationKind.Pause => new("Ta en pause", "Ta ein pause"),
        _ => new("Avslutte", "Avslutte"),
    };

    public static Words Of(ContinuationOutcome outcome) => outcome switch
    {
        ContinuationOutcome.Permanent => new("Fast tilbud", "Fast tilbod"),
        ContinuationOutcome.Continue => new("Fortsette", "Halde fram"),
        ContinuationOutcome.Revise => new("Revidere", "Revidere"),
        ContinuationOutcome.Transfer => new("Overføre til et annet nivå", "Overføre til eit anna nivå"),
        ContinuationOutcome.Pause => new("Ta en pause", "Ta ein pause"),
        _ => new("Avslutte", "Avslutte"),
    };

    public static Words Of(Moderation moderation) => moderation switch
    {
        Moderation.Shown => new("Vis som skrevet", "Vis som skrive"),
        Moderation.Replaced => new("Vis en omskrevet tekst", "Vis ein omskriven tekst"),
        _ => new("Ikke vis", "Ikkje vis"),
    };
}
