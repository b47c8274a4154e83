using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>How one number or category was chosen.</summary>
public sealed record AnswerCount(string Value, Words Label, int Count);

/// <summary>Result of one question. Null figures are suppressed (R126).</summary>
/// <param name="Mean">Two decimals.</param>
public sealed record QuestionResult(Question Question, int Answers, decimal? Mean, decimal? Median, ImmutableArray<AnswerCount> Distribution, bool IsSuppressed);

/// <summary>A free text after moderation; <see cref="Text"/> is null while it waits or is hidden.</summary>
/// <param name="Slip">Place among all slips, from 0.</param>
public sealed record FreeText(int Slip, string Question, SealedText? Text, bool IsModerated);

/// <summary>What both sides are shown, at the same moment (R130): response rate, mean and median, distributions (domain notes §6.4).</summary>
/// <param name="ResponsePercent">Answers against participants who met at least once; one decimal. Null until the course is finished.</param>
/// <param name="IsSuppressed">Fewer than five answers: only response rate and the group's own themes are shown (R126).</param>
public sealed record EvaluationResult(
    int Answers, int OnPaper, decimal? ResponsePercent, bool IsSuppressed, ImmutableArray<QuestionResult> Questions, ImmutableArray<FreeText> Texts, SealedText? Themes)
{
    /// <summary>Fewer answers than this are never shown (R125, R126).</summary>
    public const int Fewest = 5;

    /// <summary>All the answers are erased, and no figures are left of them.</summary>
    public bool IsErased { get; init; }

    /// <summary>What the participants answered. Null until the evaluation is closed.</summary>
    public static EvaluationResult? Of(CaseFile file) => Of(file, file.Evaluation.Form, file.Delivery.Final?.Met.Total);

    /// <summary>What the parents answered in a form of their own; null when they have none, or until the evaluation is closed.</summary>
    public static EvaluationResult? OfParents(CaseFile file) => file.Evaluation.ParentsForm is { } form ? Of(file, form, file.Families.MostParents) : null;

    static EvaluationResult? Of(CaseFile file, EvaluationForm? form, int? met)
    {
        var evaluation = file.Evaluation;
        if (evaluation.Standing != EvaluationStanding.Closed || form is null) return null;
        ImmutableArray<PlacedSlip> slips = [.. Placed(evaluation, form)];
        if (Kept(evaluation, form) is { } kept) return kept.Result(form, [.. TextsOf(evaluation, form, slips)], evaluation.Themes);
        var suppressed = slips.Length < Fewest;
        return new(
            slips.Length, slips.Count(slip => slip.OnPaper), ResponseRate(slips.Length, met),
            suppressed, suppressed ? [] : [.. form.Questions.Select(question => Result(question, [.. slips.Select(slip => slip.Slip)]))],
            suppressed ? [] : [.. TextsOf(evaluation, form, slips)], evaluation.Themes)
        { IsErased = evaluation.HasNoTicks };
    }

    static KeptForm? Kept(Evaluation evaluation, EvaluationForm form) => form == evaluation.Form ? evaluation.Kept?.Answers?.Participants : evaluation.Kept?.Answers?.Parents;

    /// <param name="At">Place among all slips of the evaluation, from 0.</param>
    sealed record PlacedSlip(int At, AnswerSlip Slip, bool OnPaper);

    /// <summary>The slips of one form, each with its place among all.</summary>
    static IEnumerable<PlacedSlip> Placed(Evaluation evaluation, EvaluationForm form) => evaluation.Batches
        .SelectMany(batch => batch.Slips.Select(slip => (Slip: slip, batch.OnPaper)))
        .Select((entry, at) => new PlacedSlip(at, entry.Slip, entry.OnPaper))
        .Where(placed => evaluation.FormWith(placed.Slip.Answers.FirstOrDefault()?.Question) == form);

    /// <summary>Breakdown of one question by the answer to another, small cells suppressed (R125). Empty when the whole is too small or the questions do not fit.</summary>
    public static ImmutableArray<BreakdownCell> Breakdown(Evaluation evaluation, string question, string by)
    {
        if (evaluation.Standing != EvaluationStanding.Closed || evaluation.FormWith(question) is not { } form) return [];
        if (form.Question(question) is not { Range: not null } asked || form.Question(by) is not { Kind: QuestionKind.Choice } grouping) return [];
        if (evaluation.Kept?.Answers is { } kept) return kept.Breakdown(form, question, by);
        ImmutableArray<AnswerSlip> slips = [.. evaluation.Slips.Where(slip => slip.To(question) is not null)];
        return slips.Length < Fewest ? [] : BreakdownCell.Suppress(Groups(slips, asked, grouping));
    }

    static decimal? ResponseRate(int answers, int? met) => met > 0 ? Math.Round(100m * answers / met.Value, 1, MidpointRounding.AwayFromZero) : null;

    static QuestionResult Result(Question question, ImmutableArray<AnswerSlip> slips)
    {
        ImmutableArray<QuestionAnswer> answers = [.. slips.Select(slip => slip.To(question.Key)).OfType<QuestionAnswer>()];
        if (answers.Length < Fewest) return new(question, answers.Length, null, null, [], IsSuppressed: true);
        ImmutableArray<int> numbers = [.. answers.Select(answer => answer.Number).OfType<int>().Order()];
        return numbers.IsEmpty
            ? new(question, answers.Length, null, null, Categories(question, answers), false)
            : new(question, answers.Length, Mean(numbers), Median(numbers), Numbers(question, numbers), false);
    }

    internal static decimal Mean(ImmutableArray<int> numbers) => Math.Round((decimal)numbers.Sum() / numbers.Length, 2, MidpointRounding.AwayFromZero);

    internal static decimal Median(ImmutableArray<int> sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2m;

    static ImmutableArray<AnswerCount> Numbers(Question question, ImmutableArray<int> numbers) =>
        [.. Values(question).Select((value, at) => value with { Count = numbers.Count(number => number == question.Range!.Value.From + at) })];

    static ImmutableArray<AnswerCount> Categories(Question question, ImmutableArray<QuestionAnswer> answers) =>
        [.. Values(question).Select(value => value with { Count = answers.Count(answer => answer.Choice == value.Value) })];

    /// <summary>What can be answered, each counted nought times; nothing to a question that asks for words.</summary>
    internal static IEnumerable<AnswerCount> Values(Question question) => question.Range is var (from, to)
        ? Enumerable.Range(from, to - from + 1).Select(value => new AnswerCount($"{value}", Words.Same($"{value}"), 0))
        : question.Options.Select(option => new AnswerCount(option.Value, option.Label, 0));

    static IEnumerable<FreeText> TextsOf(Evaluation evaluation, EvaluationForm form, ImmutableArray<PlacedSlip> slips)
    {
        foreach (var question in form.Questions.Where(question => question.Kind == QuestionKind.Open))
            foreach (var placed in slips)
                if (placed.Slip.To(question.Key)?.Text is { } text) yield return Moderated(evaluation, placed.At, question.Key, text);
    }

    static FreeText Moderated(Evaluation evaluation, int slip, string question, SealedText text) =>
        evaluation.Moderated.FirstOrDefault(one => one.Slip == slip && one.Question == question) is { } moderated
            ? new(slip, question, moderated.Moderation switch { Moderation.Shown => text, Moderation.Replaced => moderated.Replacement, _ => null }, true)
            : new(slip, question, null, false);

    static ImmutableArray<BreakdownCell> Groups(ImmutableArray<AnswerSlip> slips, Question question, Question by) =>
    [
        .. by.Options.Select(option => Cell(option.Value, option.Label, [.. slips.Where(slip => slip.To(by.Key)?.Choice == option.Value)], question)),
        Cell(NotAnswered, GroupLabel(by, NotAnswered), [.. slips.Where(slip => slip.To(by.Key) is null)], question),
    ];

    const string NotAnswered = "ikke_svart";

    /// <summary>Those who chose this, or answered nothing.</summary>
    internal static Words GroupLabel(Question by, string value) => by.Options.FirstOrDefault(option => option.Value == value)?.Label ?? new("Ikke svart", "Ikkje svart");

    static BreakdownCell Cell(string value, Words label, ImmutableArray<AnswerSlip> slips, Question question)
    {
        ImmutableArray<int> numbers = [.. slips.Select(slip => slip.To(question.Key)!.Number!.Value).Order()];
        return numbers.IsEmpty ? new(value, label, 0, null, null, false) : new(value, label, numbers.Length, Mean(numbers), Median(numbers), false);
    }
}

/// <summary>One cell of a breakdown. A suppressed one shows nothing, not even how many (R125).</summary>
public sealed record BreakdownCell(string Value, Words Label, int? Answers, decimal? Mean, decimal? Median, bool IsSuppressed)
{
    /// <summary>
    /// Suppresses cells of fewer than five, then the next smallest until what is hidden cannot be derived from the totals: at least two cells are hidden and
    /// at least five answers lie in them together (complementary suppression).
    /// </summary>
    internal static ImmutableArray<BreakdownCell> Suppress(ImmutableArray<BreakdownCell> cells)
    {
        var hidden = cells.Where(cell => cell.Answers is > 0 and < EvaluationResult.Fewest).Select(cell => cell.Value).ToHashSet(StringComparer.Ordinal);
        if (hidden.Count == 0) return [.. cells.Where(cell => cell.Answers > 0)];
        foreach (var cell in cells.Where(cell => cell.Answers >= EvaluationResult.Fewest).OrderBy(cell => cell.Answers).ThenBy(cell => cell.Value, StringComparer.Ordinal))
        {
            if (hidden.Count >= 2 && cells.Where(one => hidden.Contains(one.Value)).Sum(one => one.Answers) >= EvaluationResult.Fewest) break;
            hidden.Add(cell.Value);
        }

        foreach (var empty in cells.Where(cell => cell.Answers == 0)) hidden.Add(empty.Value);
        return [.. cells.Select(cell => hidden.Contains(cell.Value) ? cell with { Answers = null, Mean = null, Median = null, IsSuppressed = true } : cell)];
    }
}
