namespace LmsWorkflow.Domain;

/// <summary>
/// When single answers of a case are erased because their time is out, the figures of all of them are kept (R188). Erased on another ground the figures go with them: she who asks for it must not be found again in an average.
/// </summary>
public static class KeepFigures
{
    /// <summary>What is recorded with the erasure, in the case; null when nothing is to be kept, or it is kept already.</summary>
    /// <param name="file">The case before the texts are erased.</param>
    /// <param name="fields">Fields of the texts that are erased in it.</param>
    /// <param name="salt">Gives a fresh salt.</param>
    public static EvaluationFiguresKept? With(CaseFile file, ErasureGround ground, IEnumerable<string> fields, Func<string> salt)
    {
        if (ground != ErasureGround.RetentionExpired || file.Evaluation.Kept is not null || !fields.Any(IsTicked)) return null;
        var kept = new EvaluationFiguresKept(FigureText.Seal(KeptAnswers.Field, KeptAnswers.Of(file), salt), FigureText.Seal(KeptRatings.Field, KeptRatings.Of(file.Evaluation), salt));
        return kept is { Answers: null, Ratings: null } ? null : kept;
    }

    static bool IsTicked(string field) => field is SealedSlip.Field or SealedRatings.Field;
}

/// <param name="Answers">See <see cref="KeptFigures.OfAnswers"/>.</param>
/// <param name="Ratings">See <see cref="KeptFigures.OfRatings"/>.</param>
public sealed record EvaluationFiguresKept(SealedText? Answers, SealedText? Ratings) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with { Evaluation = file.Evaluation with { Kept = new(stamp.At, Answers, Ratings) } };
}
