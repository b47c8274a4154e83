using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Opens the chosen form for answers, from the first samling on (step 3.7). When none was chosen, it is the one in the evalueringsplan (D15).</summary>
public sealed record OpenEvaluation() : CaseRequest
{
    public override Act Act => Act.RunCourse;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            PlannedEvaluation.Chosen(context.Case) is null ? new FormNotChosen() : null,
            context.Case.Evaluation.Standing != EvaluationStanding.NotOpened ? new FormIsOpened() : null,
            context.Case.Delivery.HasStarted ? null : new CourseNotStarted(),
        ],
        () => context.Case.Evaluation.Form is null ? [FromPlan(context.Case), new EvaluationOpened()] : [new EvaluationOpened()]);

    static EvaluationFormChosen FromPlan(CaseFile file)
    {
        var form = PlannedEvaluation.FormOf(file)!;
        return new(form.Key, [.. form.Questions.Select(question => question.Key)]);
    }
}

public sealed record EvaluationOpened() : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Evaluation = file.Evaluation with { Standing = EvaluationStanding.Open, OpenedAt = stamp.At } };
}

/// <summary>Issues one-time codes to hand out. The record keeps only their hashes, and nobody keeps who got which (R122).</summary>
/// <param name="CodeHashes">SHA-256 of each code the host drew, 64 lower-case hex digits.</param>
public sealed record IssueAnswerCodes(ImmutableArray<string> CodeHashes) : CaseRequest
{
    /// <summary>Most codes issued at a time.</summary>
    public const int Most = 200;

    public override Act Act => Act.RunCourse;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Case.Evaluation.Standing != EvaluationStanding.Open ? new FormIsNotOpen() : null,
            CodeHashes.IsDefaultOrEmpty || CodeHashes.Length > Most ? new CodeCountOutOfRange() : null,
            !CodeHashes.IsDefault && !CodeHashes.All(IsHash) ? new CodeCountOutOfRange() : null,
        ],
        () => [new AnswerCodesIssued([.. CodeHashes.Order(StringComparer.Ordinal)])]);

    static bool IsHash(string hash) => hash is { Length: 64 } && hash.All(char.IsAsciiHexDigitLower);
}

/// <param name="CodeHashes">In order of their value: the order of drawing is nobody's.</param>
public sealed record AnswerCodesIssued(ImmutableArray<string> CodeHashes) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Evaluation = file.Evaluation with { CodeHashes = file.Evaluation.CodeHashes.Union(CodeHashes) } };
}

public sealed record FormNotChosen() : Refusal(new Words(
    "Dere har ikke valgt evalueringsskjema. Velg skjema først.", "De har ikkje valt evalueringsskjema. Vel skjema først."));

public sealed record CourseNotStarted() : Refusal(new Words(
    "Kurset har ikke begynt. Skjemaet kan åpnes når oppmøtet på første samling er registrert.",
    "Kurset har ikkje byrja. Skjemaet kan opnast når oppmøtet på første samling er registrert."));

public sealed record FormIsNotOpen() : Refusal(new Words(
    "Skjemaet er ikke åpent for svar.", "Skjemaet er ikkje ope for svar."));

public sealed record CodeCountOutOfRange() : Refusal(new Words(
    "Lag fra 1 til 200 svarkoder om gangen.", "Lag frå 1 til 200 svarkodar om gongen."));
