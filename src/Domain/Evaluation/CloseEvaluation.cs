using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// Closes the form. The answers become part of the record now, all in one fact and in an order of their own, and are released to both sides at the same
/// moment (R130).
/// </summary>
public sealed record CloseEvaluation() : CaseRequest
{
    ImmutableArray<AnswerSlip> found = [];
    ImmutableArray<string> salts = [];

    public override Act Act => Act.CoordinateCase;

    public override bool NeedsBallotsSealed() => true;

    public override CloseEvaluation Holding(ImmutableArray<AnswerSlip> slips) => this with { found = slips };

    public override CloseEvaluation Salted(Func<string> fresh) => this with { salts = [.. found.Select(_ => fresh())] };

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [Require.Open(context), context.Case.Evaluation.Standing != EvaluationStanding.Open ? new FormIsNotOpen() : null],
        () => [new EvaluationClosed(SealedSlip.Seal(BallotBox.Shuffle(found), salts))]);
}

public sealed record EvaluationClosed(ImmutableArray<SealedSlip> Slips) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => Closed(file, SealedSlip.Open(Slips, onPaper: false), stamp);

    internal static CaseFile Closed(CaseFile file, AnswerBatch batch, Stamp stamp) => file with
    {
        Evaluation = file.Evaluation with
        {
            Standing = EvaluationStanding.Closed,
            ClosedAt = stamp.At,
            Batches = batch.Slips.IsEmpty ? file.Evaluation.Batches : file.Evaluation.Batches.Add(batch),
        },
    };
}

/// <summary>As answers were stored before they lay apart: never made any more, and its bytes never leave the house (docs/decisions/sealed-answers.md).</summary>
public sealed record EvaluationClosedOpenly(ImmutableArray<AnswerSlip> Slips) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => EvaluationClosed.Closed(file, new(Slips, OnPaper: false), stamp);
}

/// <summary>The koordinator reads a free text for names and health details before the group sees it (domain notes §6.4).</summary>
/// <param name="Slip">Place among all slips, from 0.</param>
/// <param name="Replacement">Cleaned wording, when <see cref="Moderation.Replaced"/>.</param>
public sealed record ModerateAnswer(int Slip, string Question, Moderation Moderation, WrittenText? Replacement = null) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Case.Evaluation.Standing != EvaluationStanding.Closed ? new ParticipantEvaluationNotClosed() : null,
            context.Case.Evaluation.Slips.ElementAtOrDefault(Slip)?.To(Question)?.Text is null ? new NoSuchAnswer() : null,
            Moderation == Moderation.Replaced ? Require.Written(Replacement, "replacement", new("en omskriving uten navn og helseopplysninger", "ei omskriving utan namn og helseopplysningar")) : null,
        ],
        () => [new AnswerModerated(Slip, Question, Moderation, Moderation == Moderation.Replaced ? Replacement!.Seal("D22.omskrevet") : null)]);
}

public sealed record AnswerModerated(int Slip, string Question, Moderation Moderation, SealedText? Replacement) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Evaluation = file.Evaluation with
        {
            Moderated =
            [
                .. file.Evaluation.Moderated.Where(text => text.Slip != Slip || text.Question != Question),
                new(Slip, Question, Moderation, Replacement),
            ],
        },
    };
}

/// <summary>The group writes the themes of the free texts in its own words: all that is shown when fewer than five have answered (R126).</summary>
public sealed record WriteThemes(WrittenText Themes) : CaseRequest
{
    public override Act Act => Act.EditJointDocument;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Case.Evaluation.Standing != EvaluationStanding.Closed ? new ParticipantEvaluationNotClosed() : null,
            Require.Written(Themes, "themes", new("temaene i svarene med egne ord", "temaa i svara med eigne ord")),
        ],
        () => [new ThemesWritten(Themes.Seal("D22.tema"))]);
}

public sealed record ThemesWritten(SealedText Themes) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with { Evaluation = file.Evaluation with { Themes = Themes } };
}

public sealed record NoSuchAnswer() : Refusal(new Words("Svaret finnes ikke. Velg et svar fra listen.", "Svaret finst ikkje. Vel eit svar frå lista."));
