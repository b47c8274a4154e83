using System.Collections.Immutable;
using System.Globalization;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

/// <summary>The evaluation of example A: form of twelve, thirteen who met, eleven who answered.</summary>
static class EvaluationCase
{
    static readonly int[] UsefulnessA = [10, 9, 9, 8, 10, 9, 7, 8, 10, 9, 8];

    public static TestCase Chosen(string form = "deltaker12") => RunCase.FinishedA().Does(Br1, new ChooseEvaluationForm(form, []));

    public static TestCase Opened(string form = "deltaker12") => Chosen(form).Does(Fag1, new OpenEvaluation()).Does(Koord1, new IssueAnswerCodes([.. Enumerable.Range(1, 14).Select(Code)]));

    public static TestCase ClosedWith(params ImmutableArray<AnswerSlip> slips) => Opened().Does(Koord1, new CloseEvaluation().Holding(slips));

    public static TestCase ClosedA() => ClosedWith([.. UsefulnessA.Select(value => Slip(value))]);

    /// <summary>A hash, as the host makes it of a code.</summary>
    public static string Code(int number) => number.ToString("x64", CultureInfo.InvariantCulture);

    public static AnswerSlip Slip(int useful, string? role = null, string? text = null)
    {
        ImmutableArray<QuestionAnswer> answers = [new("v1", useful, null, null)];
        if (text is not null) answers = answers.Add(new("v5", null, null, Sealed(text)));
        return new(role is null ? answers : answers.Add(new("v12", null, role, null)));
    }

    public static ImmutableArray<AnswerSlip> Slips(string? role, params ImmutableArray<int> useful) => [.. useful.Select(value => Slip(value, role))];

    public static TestCase Collaborates(this TestCase file, PersonId person, params ImmutableArray<int> ratings) => file.Does(person, new AnswerCollaboration(ratings, null));

    /// <summary>Evaluated: form closed, both sides on the collaboration, meeting held, recommendation and one change.</summary>
    public static TestCase Evaluated(RecommendationKind recommends = RecommendationKind.Continue) => ClosedA()
        .Collaborates(Fag1, 5, 4, 4, 5, 5, 4, 4, 5).Collaborates(Br1, 5, 4, 4, 5, 5, 4, 4, 5)
        .HoldsAnother(MeetingType.Evaluation, Koord1, Fag1, Fag2, Br1, Br2)
        .Does(Br1, new AddChangeProposal(Written("rettigheter 60 minutter"), Koord1, new(2027, 9, 1), 2))
        .Does(Fag1, new AddChangeProposal(Written("medisinskjema før kurset"), Fag1, new(2027, 9, 1), 2))
        .Does(Br1, new Recommend(recommends, 2, null));
}
