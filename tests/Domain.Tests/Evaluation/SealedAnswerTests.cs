using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.EvaluationCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

/// <summary>What single persons ticked off lies apart from the fact that they answered.</summary>
public sealed class SealedAnswerTests
{
    static readonly AnswerSlip Whole = new([new("v1", 9, null, null), new("v5", null, null, Sealed("å be om hjelp")), new("v11", null, "delvis", null)]);

    static SealedText Gone(SealedText text) => text with { Value = null, Salt = null, Field = null };

    [Fact]
    public void A_slip_that_is_sealed_and_opened_is_the_same_in_the_same_order() =>
        SealedSlip.Seal([Whole], [new('c', 32)]).Single().Open().Answers.Should().Equal(Whole.Answers);

    [Fact]
    public void Of_a_slip_whose_ticks_are_erased_the_texts_are_left() =>
        (SealedSlip.Seal([Whole], [new('c', 32)]).Single() is var slip ? slip with { Ticked = Gone(slip.Ticked) } : null)!.Open().Answers.Should().Equal(Whole.Answers[1]);

    [Fact]
    public void R122_Two_who_answered_the_same_cannot_be_told_to_have_done_so()
    {
        var salts = Enumerable.Range(1, 2).Select(n => n.ToString("x32", null)).ToImmutableArray();

        SealedSlip.Seal([Whole, Whole], salts).Select(slip => slip.Ticked.Commitment).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Nothing_is_sealed_without_salt()
    {
        var context = ClosedA().Context(Br1, Role.Brukerrepresentant);

        context.Invoking(now => new AnswerCollaboration([5, 4, 4, 5, 5, 4, 4, 5]).Decide(now)).Should().Throw<InvalidOperationException>();
        ((Action)(() => SealedSlip.Seal([Whole], []))).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void R133_Ratings_are_in_the_fact_by_their_commitment_only_and_are_read_from_the_text()
    {
        var file = ClosedA();

        var answered = file.When(Br1, new AnswerCollaboration([5, 4, 4, 5, 5, 4, 4, 3])).ShouldGive<CollaborationAnswered>();

        answered.Ratings.Field.Should().Match(field => ConfidentialTexts.Include(field!));
        file.File.Evaluation.Collaboration.Single().Ratings.Should().Equal(5, 4, 4, 5, 5, 4, 4, 3);
        SealedRatings.Open(Gone(answered.Ratings)).Should().BeEmpty();
        foreach (var wrong in new[] { "", "5", "5 4 4 5 5 4 4 6", "5 4 4 5 5 4 4 x", "5 4 4 5 5 4 4 5 5" }) SealedRatings.Open(answered.Ratings with { Value = wrong }).Should().BeEmpty(wrong);
    }

    [Fact]
    public void What_was_stored_openly_is_read_as_it_was_meant()
    {
        var file = Opened().Given(Koord1, new PaperAnswersEnteredOpenly([Slip(9), Slip(7)]), new EvaluationClosedOpenly([Slip(8), Slip(8), Slip(10)]), new CollaborationAnsweredOpenly(Br1, Side.Bruker, [5, 4, 4, 5, 5, 4, 4, 3], null));

        EvaluationResult.Of(file.File).Should().BeEquivalentTo(new { Answers = 5, OnPaper = 2 });
        file.File.Evaluation.Collaboration.Single().Ratings.Should().Equal(5, 4, 4, 5, 5, 4, 4, 3);
    }
}
