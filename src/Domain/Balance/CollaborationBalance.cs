using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Why figures of the collaboration evaluation are not shown.</summary>
public enum Withheld
{
    /// <summary>A side, or both, has not answered.</summary>
    NoAnswers,

    /// <summary>Fewer than two on a side have answered: an average would be one person's own rating (docs/decisions/small-numbers.md).</summary>
    TooFewOnASide,

    /// <summary>A look back: from the averages before and after one answer the answer could be worked out.</summary>
    LookBack,

    /// <summary>Fewer than five answers from a side across the cases (R125).</summary>
    TooFewAnswers,

    /// <summary>The ratings of at least one who answered are erased, and no figures were kept.</summary>
    Erased,
}

/// <summary>The collaboration evaluation of one case, by side (D23, domain notes §6.3).</summary>
/// <param name="Answers">How many on each side have answered.</param>
/// <param name="Gaps">Empty when <paramref name="Withheld"/>, except that <see cref="Domain.Withheld.TooFewOnASide"/> leaves what is said of each statement: whether the gap is one step or more (R134).</param>
public sealed record CollaborationFigures(BothSides<int> Answers, ImmutableArray<CollaborationGap> Gaps, Withheld? Withheld)
{
    public static CollaborationFigures Of(Evaluation evaluation, bool isLookBack)
    {
        var answers = BothSides.Of(evaluation.AnsweredBy);
        if (Math.Min(answers.Fag, answers.Bruker) == 0) return new(answers, [], Domain.Withheld.NoAnswers);
        if (evaluation.HasErasedRatings) return new(answers, [], Domain.Withheld.Erased);
        if (isLookBack) return new(answers, [], Domain.Withheld.LookBack);
        var gaps = CollaborationGap.Of(evaluation);
        return new(answers, gaps, gaps.Any(gap => gap.IsSuppressed) ? Domain.Withheld.TooFewOnASide : null);
    }
}
