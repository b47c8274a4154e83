using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class PlannedEvaluationTests
{
    static TestCase Planned(string form) => RunCase.RunningA().Given(Koord1, new DraftSaved(DocumentKind.D15, 1, 1, new FormContent([new("skjema", FieldValue.OfChoice(form))])));

    [Fact]
    public void D15_The_form_in_the_evaluation_plan_is_opened_without_being_chosen_again()
    {
        var file = Planned("deltaker12");
        PlannedEvaluation.Chosen(file.File).Should().Be(EvaluationForms.Deltaker12);

        file.When(Fag1, new OpenEvaluation()).ShouldGive<EvaluationFormChosen>().Form.Should().Be("deltaker12");
        file.File.Evaluation.Should().Match<Evaluation>(evaluation => evaluation.Standing == EvaluationStanding.Open && evaluation.Form!.Key == "deltaker12");
    }

    [Fact]
    public void D15_A_form_the_group_chose_itself_is_the_one_that_is_opened_and_the_difference_is_a_warning()
    {
        var file = Planned("deltaker12").Does(Br1, new ChooseEvaluationForm("deltaker6"));
        PlannedEvaluation.Warning(file.File).Should().Be(new FormDiffersFromPlan(EvaluationForms.Deltaker12.Title));

        file.When(Fag1, new OpenEvaluation()).ShouldGive<EvaluationOpened>();
        file.File.Evaluation.Form!.Key.Should().Be("deltaker6");
        PlannedEvaluation.Warning(file.File).Should().BeNull("it can no longer be changed");
    }

    [Fact]
    public void D15_The_same_form_chosen_and_planned_is_no_difference() =>
        PlannedEvaluation.Warning(Planned("deltaker6").Does(Br1, new ChooseEvaluationForm("deltaker6")).File).Should().BeNull();

    [Fact]
    public void D15_An_oral_evaluation_names_no_form_to_open() => Planned("muntlig").When(Fag1, new OpenEvaluation()).ShouldBeRefusedWith<FormNotChosen>();

    [Fact]
    public void D15_R127_Parents_can_have_a_form_of_their_own_beside_the_childrens_in_the_plan()
    {
        var file = Planned("barn5").Does(Br1, new ChooseEvaluationForm("deltaker6", [], Answerers.Parents)).Does(Fag1, new OpenEvaluation());

        file.File.Evaluation.Form!.Key.Should().Be("barn5");
        file.File.Evaluation.ParentsForm!.Key.Should().Be("deltaker6");
    }
}
