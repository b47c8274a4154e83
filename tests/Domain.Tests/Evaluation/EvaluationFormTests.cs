using static LmsWorkflow.Domain.Tests.EvaluationCase;
using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class EvaluationFormTests
{
    [Fact]
    public void The_shipped_forms_have_six_twelve_and_five_questions_in_both_written_forms()
    {
        EvaluationForms.Shipped.Select(form => form.Questions.Length).Should().Equal(6, 12, 5);
        EvaluationForms.Bank.Should().OnlyContain(question => question.Text.Nb.Length > 0 && question.Text.Nn.Length > 0);
        EvaluationForms.Bank.Select(question => question.Key).Should().OnlyHaveUniqueItems();
        EvaluationForms.Deltaker6.Questions[0].Text.Should().Be(new Words("Alt i alt, hvor nyttig var kurset for deg?", "Alt i alt, kor nyttig var kurset for deg?"));
    }

    [Fact]
    public void R119_Every_form_has_an_open_question()
    {
        EvaluationForms.Shipped.Should().OnlyContain(form => form.Questions.Any(question => question.Kind == QuestionKind.Open));
        WithGroup().When(Br1, new ChooseEvaluationForm("deltaker6", ["v1", "v2"])).ShouldBeRefusedWith<OpenQuestionMissing>();
    }

    [Fact]
    public void R120_More_than_fifteen_questions_give_a_warning_not_a_refusal()
    {
        var sixteen = EvaluationForms.Bank.Take(16).Select(question => question.Key);

        var file = WithGroup().Does(Fag1, new ChooseEvaluationForm("deltaker12", [.. sixteen]));
        ChooseEvaluationForm.Warnings(file.File.Evaluation.Form!).Should().HaveCount(2);
        ChooseEvaluationForm.Warnings(EvaluationForms.Deltaker6).Should().BeEmpty();
    }

    [Fact]
    public void R121_The_form_never_changes_once_it_is_opened()
    {
        Opened().When(Br1, new ChooseEvaluationForm("deltaker6", [])).ShouldBeRefusedWith<FormIsOpened>();
        Chosen().When(Br1, new ChooseEvaluationForm("deltaker6", [])).ShouldGive<EvaluationFormChosen>();
    }

    [Fact]
    public void R123_Sex_age_work_and_education_are_off_by_default() =>
        EvaluationForms.Shipped.SelectMany(form => form.Questions).Where(question => question.IsBackground).Select(question => question.Key).Distinct().Should().Equal("v12");

    [Fact]
    public void R124_Every_question_on_who_one_is_can_be_left_unanswered() =>
        EvaluationForms.Bank.Where(question => question.IsBackground).Should().OnlyContain(question => question.Options.Any(option => option.Value == "vil_ikke_svare"));

    [Fact]
    public void R127_Childrens_forms_are_short_and_without_background()
    {
        EvaluationForms.Barn5.Questions.Should().NotContain(question => question.IsBackground);
        WithGroup().When(Br1, new ChooseEvaluationForm("barn5", ["b1", "b5", "v13"])).ShouldBeRefusedWith<ChildrensFormIsShort>();
    }

    [Fact]
    public void A_form_or_question_that_does_not_exist_is_refused()
    {
        WithGroup().When(Br1, new ChooseEvaluationForm("ukjent", [])).ShouldBeRefusedWith<UnknownQuestion>();
        WithGroup().When(Br1, new ChooseEvaluationForm("deltaker6", ["v1", "v5", "x"])).ShouldBeRefusedWith<UnknownQuestion>();
        WithGroup().When(Br1, new ChooseEvaluationForm("deltaker6", ["v5", "v5"])).ShouldBeRefusedWith<UnknownQuestion>();
    }

    [Fact]
    public void The_form_opens_when_the_course_has_started()
    {
        RunCase.Announced(RunCase.PlanA).Does(Br1, new ChooseEvaluationForm("deltaker6", [])).When(Fag1, new OpenEvaluation()).ShouldBeRefusedWith<CourseNotStarted>();
        RunCase.RunningA().When(Fag1, new OpenEvaluation()).ShouldBeRefusedWith<FormNotChosen>();
        RunCase.RunningA().Does(Br1, new ChooseEvaluationForm("deltaker6", [])).When(Br1, new OpenEvaluation()).ShouldGive<EvaluationOpened>();
    }
}
