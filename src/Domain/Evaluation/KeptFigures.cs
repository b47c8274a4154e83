using System.Collections.Immutable;
using System.Text.Json;

namespace LmsWorkflow.Domain;

/// <summary>
/// The figures of the evaluations as they were when single answers were erased because their time was out (R188). They hold what everybody was shown and nothing of fewer (R125, R126), and lie apart, so that they too
/// can be erased when theirs is out (docs/decisions/sealed-answers.md).
/// </summary>
/// <param name="At">When single answers were erased.</param>
/// <param name="OfAnswers">Null when the participants' evaluation was not closed.</param>
/// <param name="OfRatings">Null when a side had not answered the collaboration evaluation, or ratings were erased before.</param>
public sealed record KeptFigures(DateTimeOffset At, SealedText? OfAnswers, SealedText? OfRatings)
{
    /// <summary>Null when they are erased too.</summary>
    public KeptAnswers? Answers { get; } = FigureText.Open<KeptAnswers>(OfAnswers);

    /// <summary>Null when they are erased too.</summary>
    public KeptRatings? Ratings { get; } = FigureText.Open<KeptRatings>(OfRatings) is { IsWhole: true } kept ? kept : null;
}

/// <summary>Results of the participants' form, and of the parents' own when there is one.</summary>
public sealed record KeptAnswers(KeptForm Participants, KeptForm? Parents)
{
    public const string Field = "D22.tall";

    public static KeptAnswers? Of(CaseFile file) => EvaluationResult.Of(file) is not { } result ? null : new(
        KeptForm.Of(result, file.Evaluation), EvaluationResult.OfParents(file) is { } parents ? KeptForm.Of(parents, file.Evaluation) : null);

    /// <summary>See <see cref="EvaluationResult.Breakdown"/>. Empty when none was made.</summary>
    public ImmutableArray<BreakdownCell> Breakdown(EvaluationForm form, string question, string by) =>
        (Question(Participants, question) ?? Question(Parents, question))?.Breakdowns.FirstOrDefault(kept => kept.By == by)?.Of(form) ?? [];

    static KeptQuestion? Question(KeptForm? form, string question) => form?.Questions.FirstOrDefault(kept => kept.Question == question);
}

/// <summary>Results of one form; its words are in the case.</summary>
public sealed record KeptForm(int Answers, int OnPaper, decimal? ResponsePercent, ImmutableArray<KeptQuestion> Questions)
{
    public static KeptForm Of(EvaluationResult result, Evaluation evaluation) =>
        new(result.Answers, result.OnPaper, result.ResponsePercent, [.. result.Questions.Select(question => KeptQuestion.Of(question, evaluation))]);

    public EvaluationResult Result(EvaluationForm form, ImmutableArray<FreeText> texts, SealedText? themes)
    {
        var suppressed = Answers < EvaluationResult.Fewest;
        return new(Answers, OnPaper, ResponsePercent, suppressed, [.. Questions.Select(kept => kept.Result(form)).OfType<QuestionResult>()], suppressed ? [] : texts, themes);
    }
}

/// <param name="Counts">How many chose each number or category, in the order of the form; empty, as the figures are null, when they were not shown.</param>
public sealed record KeptQuestion(string Question, int Answers, decimal? Mean, decimal? Median, ImmutableArray<int> Counts, bool IsSuppressed, ImmutableArray<KeptBreakdown> Breakdowns)
{
    public static KeptQuestion Of(QuestionResult result, Evaluation evaluation) => new(
        result.Question.Key, result.Answers, result.Mean, result.Median, [.. result.Distribution.Select(value => value.Count)], result.IsSuppressed, [.. KeptBreakdown.Of(evaluation, result.Question.Key)]);

    public QuestionResult? Result(EvaluationForm form) => form.Question(Question) is { } asked
        ? new(asked, Answers, Mean, Median, [.. EvaluationResult.Values(asked).Zip(Counts, (value, count) => value with { Count = count })], IsSuppressed) : null;
}

/// <param name="By">The question whose answers divide it.</param>
public sealed record KeptBreakdown(string By, ImmutableArray<KeptCell> Cells)
{
    public static IEnumerable<KeptBreakdown> Of(Evaluation evaluation, string question) =>
        from other in evaluation.FormWith(question)?.Questions ?? []
        let cells = EvaluationResult.Breakdown(evaluation, question, other.Key)
        where !cells.IsEmpty
        select new KeptBreakdown(other.Key, [.. cells.Select(cell => new KeptCell(cell.Value, cell.Answers, cell.Mean, cell.Median))]);

    public ImmutableArray<BreakdownCell> Of(EvaluationForm form) => form.Question(By) is { } by
        ? [.. Cells.Select(cell => new BreakdownCell(cell.Value, EvaluationResult.GroupLabel(by, cell.Value), cell.Answers, cell.Mean, cell.Median, cell.Answers is null))] : [];
}

/// <param name="Answers">Null, as the figures are, in a cell that was not shown.</param>
public sealed record KeptCell(string Value, int? Answers, decimal? Mean, decimal? Median);

/// <summary>Results of the collaboration evaluation.</summary>
/// <param name="Statements">One for each of the eight.</param>
public sealed record KeptRatings(BothSides<int> Answers, ImmutableArray<KeptStatement> Statements)
{
    public const string Field = "D23.tall";

    internal bool IsWhole => Statements.Length == CollaborationStatements.All.Length && Math.Min(Answers.Fag, Answers.Bruker) > 0;

    public static KeptRatings? Of(Evaluation evaluation)
    {
        var gaps = CollaborationGap.Of(evaluation);
        if (gaps.IsEmpty) return null;
        var answers = BothSides.Of(evaluation.AnsweredBy);
        return new(answers, [.. gaps.Select(gap => new KeptStatement(gap.IsSuppressed ? null : BothSides.Of(side => evaluation.SumOf(gap.Statement, side)), gap.IsFlagged))]);
    }

    public ImmutableArray<CollaborationGap> Gaps() => [.. Statements.Select((kept, at) => new CollaborationGap(at + 1, Mean(kept, Side.Fag), Mean(kept, Side.Bruker), kept.IsFlagged))];

    decimal? Mean(KeptStatement kept, Side side) => (decimal?)kept.Sums?.Of(side) / Answers.Of(side);
}

/// <param name="Sums">Of a side's ratings; null when fewer than two on a side had answered, of whom it would be what they answered.</param>
public sealed record KeptStatement(BothSides<int>? Sums, bool IsFlagged);

/// <summary>Figures as a text that lies apart.</summary>
static class FigureText
{
    public static SealedText? Seal<T>(string field, T? figures, Func<string> salt) where T : class =>
        figures is null ? null : SealedText.Seal(field, JsonSerializer.Serialize(figures, Options), salt());

    /// <summary>Null when they are not there, or are none.</summary>
    public static T? Open<T>(SealedText? text) where T : class
    {
        try
        {
            return text?.Value is { } value ? JsonSerializer.Deserialize<T>(value, Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };
}
