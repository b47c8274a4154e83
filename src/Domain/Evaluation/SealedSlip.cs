using System.Collections.Immutable;
using System.Globalization;

namespace LmsWorkflow.Domain;

/// <summary>A participant's free text to one question.</summary>
public sealed record AnsweredText(string Question, SealedText Text);

/// <summary>
/// One participant's answers as the record keeps them: what was ticked off is one text that lies apart, each free text another. Whoever has the event knows that somebody answered, and to which
/// questions in words, and nothing else (domain notes §3.5, docs/decisions/sealed-answers.md).
/// </summary>
/// <param name="Ticked">A line for each question in the order of the form: its key, then its number or its choice, parted by tabs.</param>
public sealed record SealedSlip(SealedText Ticked, ImmutableArray<AnsweredText> Texts)
{
    public const string Field = "D22.avkryssing";

    /// <param name="salts">One for each slip.</param>
    public static ImmutableArray<SealedSlip> Seal(ImmutableArray<AnswerSlip> slips, ImmutableArray<string> salts) =>
        slips.Length == salts.Length ? [.. slips.Select((slip, at) => Seal(slip, salts[at]))] : throw new InvalidOperationException("nothing is sealed without salt");

    static SealedSlip Seal(AnswerSlip slip, string salt) => new(
        SealedText.Seal(Field, string.Join('\n', slip.Answers.Select(Line)), salt),
        [.. slip.Answers.Where(answer => answer.Text is not null).Select(answer => new AnsweredText(answer.Question, answer.Text!))]);

    static string Line(QuestionAnswer answer) => answer switch
    {
        { Number: { } number } => string.Create(CultureInfo.InvariantCulture, $"{answer.Question}\tnumber\t{number}"),
        { Choice: { } choice } => $"{answer.Question}\tchoice\t{choice}",
        _ => $"{answer.Question}\ttext",
    };

    /// <summary>The answers that are still there; of a slip whose ticks are erased or held back, the texts.</summary>
    public AnswerSlip Open() => new(Ticked.Value is { } lines ? [.. lines.Split('\n').Select(Answer).OfType<QuestionAnswer>()] : [.. Texts.Select(text => new QuestionAnswer(text.Question, null, null, text.Text))]);

    internal static AnswerBatch Open(ImmutableArray<SealedSlip> slips, bool onPaper) => new([.. slips.Select(slip => slip.Open())], onPaper) { WithoutTicks = slips.Count(slip => slip.Ticked.Value is null) };

    QuestionAnswer? Answer(string line) => line.Split('\t') switch
    {
        [var question, "number", var number] when int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => new(question, value, null, null),
        [var question, "choice", var choice] => new(question, null, choice, null),
        [var question, "text"] when Texts.FirstOrDefault(text => text.Question == question) is { } written => new(question, null, null, written.Text),
        _ => null,
    };
}
