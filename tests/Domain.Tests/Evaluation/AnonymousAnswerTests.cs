using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.EvaluationCase;
using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class AnonymousAnswerTests
{
    static AnswerReceipt Receive(TestCase file, params ImmutableArray<WrittenAnswer> answers) => AnswerEvaluation.Receive(file.File, Code(3), answers);

    static void ShouldRefuse<T>(AnswerReceipt receipt) where T : Refusal =>
        receipt.Should().BeOfType<AnswerReceipt.Refused>().Which.Reasons.Should().Contain(reason => reason is T);

    [Fact]
    public void R122_A_slip_holds_answers_and_nothing_else() =>
        typeof(AnswerSlip).GetProperties().Select(property => property.PropertyType).Should().Equal(typeof(ImmutableArray<QuestionAnswer>));

    [Fact]
    public void R122_No_fact_is_stored_for_one_answer_and_no_fact_says_that_a_code_was_used()
    {
        var facts = typeof(CaseFact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseFact))).ToList();

        facts.Where(fact => fact.GetProperties().Any(property => property.PropertyType == typeof(AnswerSlip))).Should().BeEmpty();
        facts.Where(fact => fact.GetProperties().Any(property => property.PropertyType == typeof(ImmutableArray<AnswerSlip>)))
            .Should().BeEquivalentTo([typeof(EvaluationClosedOpenly), typeof(PaperAnswersEnteredOpenly)]);
        facts.Where(fact => fact.GetProperties().Any(property => property.PropertyType == typeof(SealedSlip) || property.PropertyType == typeof(AnsweredText))).Should().BeEmpty();
        facts.Where(fact => fact.GetProperties().Any(property => property.Name.StartsWith("CodeHash", StringComparison.Ordinal)))
            .Should().Equal(typeof(AnswerCodesIssued));
    }

    [Fact]
    public void R122_The_order_of_the_slips_does_not_follow_the_order_they_came_in()
    {
        ImmutableArray<AnswerSlip> came = [.. Enumerable.Range(0, 10).Select(value => Slip(value))];

        var one = ClosedWith(came).File.Evaluation.Slips.ToList();
        var other = ClosedWith([.. came.Reverse()]).File.Evaluation.Slips.ToList();

        one.Select(slip => slip.To("v1")!.Number).Should().Equal(other.Select(slip => slip.To("v1")!.Number)).And.NotEqual(came.Select(slip => slip.To("v1")!.Number));
    }

    [Fact]
    public void R122_The_order_of_the_codes_does_not_follow_the_order_they_were_drawn_in() =>
        Chosen().Does(Fag1, new OpenEvaluation()).When(Koord1, new IssueAnswerCodes([Code(9), Code(2), Code(5)])).ShouldGive<AnswerCodesIssued>()
            .CodeHashes.Should().Equal(Code(2), Code(5), Code(9));

    [Fact]
    public void Answers_that_fit_the_form_become_a_slip_in_the_order_of_the_form()
    {
        var slip = Receive(Opened(), new("v5", null, null, Written("å be om hjelp")), new("v1", 10, null, null), new("v11", null, "delvis", null), new("v6", null, null, Written("  ")))
            .Should().BeOfType<AnswerReceipt.Accepted>().Subject.Slip;

        slip.Answers.Select(answer => answer.Question).Should().Equal("v1", "v5", "v11");
        slip.To("v5")!.Text!.Value.Should().Be("å be om hjelp");
    }

    [Fact]
    public void Answers_that_do_not_fit_are_refused_without_using_the_code()
    {
        ShouldRefuse<AnswerDoesNotFit>(Receive(Opened(), new WrittenAnswer("v1", 11, null, null)));
        ShouldRefuse<AnswerDoesNotFit>(Receive(Opened(), new WrittenAnswer("v1", null, "ti", null)));
        ShouldRefuse<AnswerDoesNotFit>(Receive(Opened(), new WrittenAnswer("v11", null, "kanskje", null)));
        ShouldRefuse<AnswerDoesNotFit>(Receive(Opened(), new WrittenAnswer("ukjent", 1, null, null)));
        ShouldRefuse<AnswerDoesNotFit>(Receive(Opened(), new WrittenAnswer("v1", 1, null, null), new WrittenAnswer("v1", 2, null, null)));
        ShouldRefuse<NationalIdentityNumberWritten>(Receive(Opened(), new WrittenAnswer("v5", null, null, Written("jeg er 01819010001"))));
        ShouldRefuse<NothingAnswered>(Receive(Opened()));
        ShouldRefuse<NothingAnswered>(AnswerEvaluation.Receive(Opened().File, Code(3), default));
    }

    [Fact]
    public void A_code_that_was_never_issued_and_a_form_that_is_not_open_are_refused()
    {
        ShouldRefuse<UnknownAnswerCode>(AnswerEvaluation.Receive(Opened().File, Code(99), [new("v1", 5, null, null)]));
        ShouldRefuse<FormIsNotOpen>(Receive(Chosen(), new WrittenAnswer("v1", 5, null, null)));
        ShouldRefuse<FormIsNotOpen>(Receive(ClosedA(), new WrittenAnswer("v1", 5, null, null)));
    }

    [Fact]
    public void Codes_are_hashes_and_only_for_an_open_form()
    {
        Opened().When(Koord1, new IssueAnswerCodes(["ABCD-EFGH"])).ShouldBeRefusedWith<CodeCountOutOfRange>();
        Opened().When(Koord1, new IssueAnswerCodes([.. Enumerable.Range(1, 201).Select(Code)])).ShouldBeRefusedWith<CodeCountOutOfRange>();
        Chosen().When(Koord1, new IssueAnswerCodes([Code(1)])).ShouldBeRefusedWith<FormIsNotOpen>();
    }

    [Fact]
    public void R129_Paper_answers_are_entered_in_bulk_and_marked()
    {
        var file = Opened().Does(Koord1, new EnterPaperAnswers([[new("v1", 9, null, null)], [new("v1", 7, null, null)]])).Does(Koord1, new CloseEvaluation().Holding([Slip(8), Slip(8), Slip(10)]));

        EvaluationResult.Of(file.File).Should().BeEquivalentTo(new { Answers = 5, OnPaper = 2 });
        Opened().When(Koord1, new EnterPaperAnswers([[new("v1", 99, null, null)]])).ShouldBeRefusedWith<AnswerDoesNotFit>();
        Opened().When(Br1, new EnterPaperAnswers([[new("v1", 9, null, null)]])).ShouldBeRefusedWith<NotAllowed>();
    }

    [Fact]
    public void R130_Nobody_sees_anything_before_the_form_is_closed()
    {
        EvaluationResult.Of(Opened().Does(Koord1, new EnterPaperAnswers([[new("v1", 9, null, null)]])).File).Should().BeNull();
        EvaluationResult.Of(ClosedA().File).Should().NotBeNull();
    }
}
