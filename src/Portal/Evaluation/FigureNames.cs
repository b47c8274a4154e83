using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>Figures that were kept (R188) are shown as they read, not as they are written down.</summary>
public static class FigureNames
{
    /// <summary>What stands for them where the page they are shown on can be gone to; any other text is itself.</summary>
    public static Words Shown(string field, string text) =>
        field is KeptAnswers.Field or KeptRatings.Field ? new("Tallene står på siden Evaluering i saken.", "Tala står på sida Evaluering i saka.") : Words.Same(text);

    /// <summary>The figures in words, a line for each question; null for any other text.</summary>
    /// <param name="file">The case that keeps them.</param>
    public static Words? Read(string field, CaseFile file) => field switch
    {
        KeptAnswers.Field => Lines(Answers(file, Language.Nb), Answers(file, Language.Nn)),
        KeptRatings.Field => Lines(Ratings(file.Evaluation, Language.Nb), Ratings(file.Evaluation, Language.Nn)),
        _ => null,
    };

    static Words Lines(IEnumerable<string> nb, IEnumerable<string> nn) => new(string.Join('\n', nb), string.Join('\n', nn));

    static IEnumerable<string> Answers(CaseFile file, Language language) =>
        new[] { EvaluationResult.Of(file), EvaluationResult.OfParents(file) }.OfType<EvaluationResult>().SelectMany(result => Answers(result, language));

    static IEnumerable<string> Answers(EvaluationResult result, Language language)
    {
        yield return Totals(result).In(language);
        foreach (var question in result.Questions.Where(question => question.Question.Kind != QuestionKind.Open))
            yield return $"{question.Question.Text.In(language)} {Figures(question, language)}";
    }

    static Words Totals(EvaluationResult result)
    {
        var (paper, percent) = (result.OnPaper > 0 ? $" ({result.OnPaper} på papir)" : "", result.ResponsePercent is { } rate ? $", svarprosent {Viewer.Number(rate, 1)}" : "");
        return result.IsSuppressed
            ? new($"{result.Answers} svar{paper}{percent}. Færre enn fem har svart, så resten er ikke vist.", $"{result.Answers} svar{paper}{percent}. Færre enn fem har svart, så resten er ikkje vist.")
            : Words.Same($"{result.Answers} svar{paper}{percent}.");
    }

    static string Figures(QuestionResult question, Language language)
    {
        if (question.IsSuppressed) return new Words($"{question.Answers} svar, for få til å vises.", $"{question.Answers} svar, for få til å visast.").In(language);
        var figures = new[]
        {
            $"{question.Answers} svar", question.Mean is { } mean ? $"gjennomsnitt {Viewer.Number(mean, 2)}" : null, question.Median is { } median ? $"median {Viewer.Number(median, 1)}" : null,
            string.Join(", ", question.Distribution.Where(value => value.Count > 0).Select(value => $"{value.Label.In(language)}: {value.Count}")),
        };
        return string.Join("; ", figures.Where(figure => figure is { Length: > 0 })) + ".";
    }

    static IEnumerable<string> Ratings(Evaluation evaluation, Language language) => CollaborationGap.Of(evaluation).Select(gap => $"{CollaborationStatements.All[gap.Statement - 1].In(language)} {Means(gap).In(language)}");

    static Words Means(CollaborationGap gap) => gap is { BrukerMean: { } bruker, FagMean: { } fag }
        ? new($"Brukersiden {Viewer.Number(bruker, 2)}, fagsiden {Viewer.Number(fag, 2)}.", $"Brukarsida {Viewer.Number(bruker, 2)}, fagsida {Viewer.Number(fag, 2)}.")
        : gap.IsFlagged ? new("For få svar til å vises; forskjellen er én eller mer.", "For få svar til å visast; skilnaden er éin eller meir.") : new("For få svar til å vises.", "For få svar til å visast.");
}
