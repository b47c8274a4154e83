using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

/// <summary>Children and parents each have a form in one case (example C).</summary>
public sealed class ParentsFormTests
{
    static TestCase Chosen() => RunCase.FinishedA()
        .Does(Br1, new ChooseEvaluationForm("barn5")).Does(Br1, new ChooseEvaluationForm("deltaker6", [], Answerers.Parents));

    static AnswerSlip Child(int smiley) => new([new("b1", smiley, null, null)]);

    static AnswerSlip Parent(int useful, string? text = null) => new(text is null
        ? [new("v1", useful, null, null)] : [new("v1", useful, null, null), new("v5", null, null, Sealed(text))]);

    static TestCase Closed(params ImmutableArray<AnswerSlip> slips) =>
        Chosen().Does(Fag1, new OpenEvaluation()).Does(Koord1, new CloseEvaluation().Holding(slips));

    [Fact]
    public void R127_Parents_have_a_form_only_beside_the_childrens_and_never_the_childrens_own()
    {
        var file = RunCase.FinishedA().Does(Br1, new ChooseEvaluationForm("deltaker6"));

        file.When(Br1, new ChooseEvaluationForm("deltaker6", [], Answerers.Parents)).ShouldBeRefusedWith<ParentsFormStandsBesideChildrens>();
        file.Does(Br1, new ChooseEvaluationForm("barn5"));
        file.When(Br1, new ChooseEvaluationForm("barn5", [], Answerers.Parents)).ShouldBeRefusedWith<ParentsFormStandsBesideChildrens>();
        file.Does(Br1, new ChooseEvaluationForm("deltaker12", [], Answerers.Parents)).File.Evaluation.ParentsForm!.Key.Should().Be("deltaker12");
    }

    [Fact]
    public void Choosing_a_form_for_adults_or_none_takes_the_parents_form_away()
    {
        Chosen().Does(Br1, new ChooseEvaluationForm("deltaker6")).File.Evaluation.ParentsForm.Should().BeNull();
        Chosen().Does(Br1, new ChooseEvaluationForm(ChooseEvaluationForm.NoForm, [], Answerers.Parents)).File.Evaluation.ParentsForm.Should().BeNull();
    }

    [Fact]
    public void R127_One_slip_never_mixes_childrens_and_adults_questions()
    {
        var file = Chosen().Does(Fag1, new OpenEvaluation());

        file.When(Koord1, new EnterPaperAnswers([[new("b1", 5), new("v1", 9)]])).ShouldBeRefusedWith<AnswerDoesNotFit>();
        file.When(Koord1, new EnterPaperAnswers([[new("b1", 5)], [new("v1", 9)]])).ShouldGive<PaperAnswersEntered>().Slips.Should().HaveCount(2);
    }

    [Fact]
    public void R126_Each_form_is_counted_and_suppressed_for_itself()
    {
        var file = Closed([Child(5), Child(4), Child(5), Child(5), Child(4), Child(5), Parent(9), Parent(8), Parent(9), Parent(10)]).File;

        EvaluationResult.Of(file).Should().BeEquivalentTo(new { Answers = 6, IsSuppressed = false });
        EvaluationResult.Of(file)!.Questions[0].Mean.Should().Be(4.67m);
        EvaluationResult.OfParents(file).Should().BeEquivalentTo(new { Answers = 4, IsSuppressed = true });
        EvaluationResult.Breakdown(file.Evaluation, "b1", "v12").Should().BeEmpty();
    }

    [Fact]
    public void A_text_is_moderated_by_its_place_among_all_slips_whichever_form_it_is_in()
    {
        var file = Closed([Child(5), Parent(9, "mer tid ute"), Parent(9), Parent(8), Parent(10), Parent(9)]);
        var text = EvaluationResult.OfParents(file.File)!.Texts.Should().ContainSingle().Subject;

        file.Does(Koord1, new ModerateAnswer(text.Slip, text.Question, Moderation.Shown));

        EvaluationResult.OfParents(file.File)!.Texts[0].Text!.Value.Should().Be("mer tid ute");
    }
}
