using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>The evaluation as both sides are shown it at the same moment (R130). Single answers, and who answered what on the collaboration, stay out.</summary>
/// <param name="PlannedForm">What the evalueringsplan (D15) names; opened when the group has chosen no other.</param>
public sealed record EvaluationView(
    EvaluationStanding Standing, string? Form, ImmutableArray<string> Questions, EvaluationResult? Result, int FagAnswers, int BrukerAnswers,
    ImmutableArray<CollaborationGap> CollaborationGaps, ImmutableArray<SealedText> LearningPoints, ImmutableArray<ChangeProposal> Changes,
    Recommendation? Recommendation, Medvirkningsgrad Medvirkningsgrad, string? ParentsForm, EvaluationResult? ParentsResult, string? PlannedForm)
{
    /// <summary>When single answers were erased and the figures kept (R188); null while they are there, and when they were erased on another ground.</summary>
    public DateTimeOffset? FiguresKeptAt { get; init; }

    /// <param name="isLookBack">Then no averages of the collaboration evaluation: from those before and after one answer it could be worked out (docs/decisions/small-numbers.md).</param>
    public static EvaluationView Of(CaseFile file, bool isLookBack)
    {
        var evaluation = file.Evaluation;
        return new(
            evaluation.Standing, evaluation.Form?.Key, evaluation.Form is { } form ? [.. form.Questions.Select(question => question.Key)] : [], EvaluationResult.Of(file),
            evaluation.AnsweredBy(Side.Fag), evaluation.AnsweredBy(Side.Bruker),
            isLookBack ? [] : CollaborationGap.Of(evaluation), evaluation.LearningPoints, evaluation.Changes, evaluation.Recommendation, Medvirkning.Of(file),
            evaluation.ParentsForm?.Key, EvaluationResult.OfParents(file), PlannedEvaluation.FormOf(file)?.Key)
        { FiguresKeptAt = evaluation.Kept?.At };
    }
}
