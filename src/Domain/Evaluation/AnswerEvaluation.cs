using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>One answer as typed.</summary>
public sealed record WrittenAnswer(string Question, int? Number = null, string? Choice = null, WrittenText? Text = null);

/// <summary>
/// A participant's answers, on their way to the ballot box. Not a <see cref="CaseRequest"/>: nobody is signed in, and no fact is stored for one answer,
/// because facts have a time and a position that could tie the answer to the code (R122, docs/decisions/anonymous-answers.md).
/// </summary>
public static class AnswerEvaluation
{
    /// <summary>Checks the answers against the open form. The ballot box itself checks, in one transaction, that the code is issued and unused.</summary>
    /// <param name="codeHash">SHA-256 of the code the participant typed.</param>
    public static AnswerReceipt Receive(CaseFile file, string codeHash, ImmutableArray<WrittenAnswer> answers)
    {
        if (!file.IsOpen || file.Evaluation.Standing != EvaluationStanding.Open) return new AnswerReceipt.Refused([new FormIsNotOpen()]);
        if (!file.Evaluation.CodeHashes.Contains(codeHash)) return new AnswerReceipt.Refused([new UnknownAnswerCode()]);
        return Slip(file.Evaluation, answers);
    }

    /// <summary>One slip, its answers in the order of the form; blanks are left out.</summary>
    internal static AnswerReceipt Slip(Evaluation evaluation, ImmutableArray<WrittenAnswer> answers)
    {
        ImmutableArray<WrittenAnswer> given = [.. (answers.IsDefault ? [] : answers).Where(IsGiven)];
        var form = evaluation.FormWith(given.FirstOrDefault()?.Question)!;
        ImmutableArray<Refusal> unmet = [.. Unmet(form, given).OfType<Refusal>()];
        return unmet.IsEmpty
            ? new AnswerReceipt.Accepted(new([.. form.Questions.SelectMany(question => given.Where(answer => answer.Question == question.Key)).Select(Seal)]))
            : new AnswerReceipt.Refused(unmet);
    }

    static bool IsGiven(WrittenAnswer answer) => answer.Number is not null || answer.Choice is not null || answer.Text is { IsBlank: false };

    static IEnumerable<Refusal?> Unmet(EvaluationForm form, ImmutableArray<WrittenAnswer> given)
    {
        if (given.IsEmpty) yield return new NothingAnswered();
        if (given.DistinctBy(answer => answer.Question).Count() != given.Length) yield return new AnswerDoesNotFit();
        foreach (var answer in given)
        {
            yield return form.Question(answer.Question) is { } question && Fits(question, answer) ? null : new AnswerDoesNotFit();
            yield return Require.Clean(answer.Text, answer.Question);
        }
    }

    static bool Fits(Question question, WrittenAnswer answer) => question.Kind switch
    {
        QuestionKind.Open => answer is { Text: not null, Number: null, Choice: null },
        QuestionKind.Choice => answer is { Choice: { } choice, Number: null, Text: null } && question.Options.Any(option => option.Value == choice),
        _ => answer is { Number: { } number, Choice: null, Text: null } && question.Range is { } range && number >= range.From && number <= range.To,
    };

    static QuestionAnswer Seal(WrittenAnswer answer) => new(answer.Question, answer.Number, answer.Choice, answer.Text?.Seal("D22.svar"));
}

public abstract record AnswerReceipt
{
    public sealed record Accepted(AnswerSlip Slip) : AnswerReceipt;

    public sealed record Refused(ImmutableArray<Refusal> Reasons) : AnswerReceipt;
}

/// <summary>Paper answers entered by the koordinator; the source is marked (R129).</summary>
public sealed record EnterPaperAnswers(ImmutableArray<ImmutableArray<WrittenAnswer>> Slips) : CaseRequest
{
    ImmutableArray<string> salts = [];

    public override Act Act => Act.CoordinateCase;

    public override EnterPaperAnswers Salted(Func<string> fresh) => this with { salts = [.. (Slips.IsDefault ? [] : Slips).Take(IssueAnswerCodes.Most).Select(_ => fresh())] };

    public override Decision Decide(CaseContext context)
    {
        if (Require.Open(context) is { } closed) return Decision.Refuse(closed);
        if (context.Case.Evaluation.Standing != EvaluationStanding.Open) return Decision.Refuse(new FormIsNotOpen());
        if (Slips.IsDefaultOrEmpty || Slips.Length > IssueAnswerCodes.Most) return Decision.Refuse(new NothingAnswered());
        var receipts = Slips.Select(slip => AnswerEvaluation.Slip(context.Case.Evaluation, slip)).ToList();
        ImmutableArray<Refusal> refused = [.. receipts.OfType<AnswerReceipt.Refused>().SelectMany(receipt => receipt.Reasons).Distinct()];
        return refused.IsEmpty
            ? Decision.Accept(new PaperAnswersEntered(SealedSlip.Seal(BallotBox.Shuffle(receipts.Cast<AnswerReceipt.Accepted>().Select(receipt => receipt.Slip)), salts)))
            : new Decision.Refused(refused);
    }
}

public sealed record PaperAnswersEntered(ImmutableArray<SealedSlip> Slips) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => Entered(file, SealedSlip.Open(Slips, onPaper: true));

    internal static CaseFile Entered(CaseFile file, AnswerBatch batch) => file with { Evaluation = file.Evaluation with { Batches = file.Evaluation.Batches.Add(batch) } };
}

/// <summary>As answers were stored before they lay apart: never made any more, and its bytes never leave the house (docs/decisions/sealed-answers.md).</summary>
public sealed record PaperAnswersEnteredOpenly(ImmutableArray<AnswerSlip> Slips) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => PaperAnswersEntered.Entered(file, new(Slips, OnPaper: true));
}

public sealed record UnknownAnswerCode() : Refusal(new Words(
    "Svarkoden finnes ikke eller er brukt. Sjekk koden, eller be kurslederen om en ny.",
    "Svarkoden finst ikkje eller er brukt. Sjekk koden, eller be kursleiaren om ein ny."));

public sealed record NothingAnswered() : Refusal(new Words(
    "Ingen spørsmål er besvart. Svar på minst ett spørsmål.", "Ingen spørsmål er svara på. Svar på minst eitt spørsmål."));

public sealed record AnswerDoesNotFit() : Refusal(new Words(
    "Et svar passer ikke til spørsmålet. Gå gjennom svarene og prøv igjen.", "Eit svar passar ikkje til spørsmålet. Gå gjennom svara og prøv igjen."));
