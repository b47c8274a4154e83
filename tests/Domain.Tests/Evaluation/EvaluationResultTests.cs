using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using static LmsWorkflow.Domain.Tests.EvaluationCase;
using static LmsWorkflow.Domain.Tests.MeetingCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

public sealed class EvaluationResultTests
{
    [Fact]
    public void Example_A_eleven_answers_of_thirteen_mean_8_82_and_median_9()
    {
        var result = EvaluationResult.Of(ClosedA().File)!;

        result.ResponsePercent.Should().Be(84.6m);
        var useful = result.Questions.Single(question => question.Question.Key == "v1");
        useful.Should().BeEquivalentTo(new { Answers = 11, Mean = 8.82m, Median = 9m, IsSuppressed = false });
        useful.Distribution.Where(count => count.Count > 0).Select(count => (count.Value, count.Count)).Should().Equal(("7", 1), ("8", 3), ("9", 4), ("10", 3));
    }

    [Fact]
    public void The_median_of_an_even_number_lies_between_the_middle_two() =>
        EvaluationResult.Of(ClosedWith(Slips(null, 1, 2, 4, 5, 9, 10)).File)!.Questions[0].Median.Should().Be(4.5m);

    [Fact]
    public void Categories_are_shown_as_a_distribution()
    {
        var slips = new[] { "ja", "ja", "delvis", "nei", "ja" }.Select(choice => new AnswerSlip([new("v11", null, choice, null)]));

        EvaluationResult.Of(ClosedWith([.. slips]).File)!.Questions.Single(question => question.Question.Key == "v11")
            .Distribution.Select(count => count.Count).Should().Equal(3, 1, 1);
    }

    [Fact]
    public void R126_With_fewer_than_five_answers_only_response_rate_and_the_groups_own_themes_are_shown()
    {
        var file = ClosedWith([Slip(9, text: "mer tid"), Slip(8), Slip(7), Slip(3)]).Does(Br1, new WriteThemes(Written("deltakerne ønsker mer tid")));

        var result = EvaluationResult.Of(file.File)!;
        result.Should().BeEquivalentTo(new { IsSuppressed = true, ResponsePercent = 30.8m, Answers = 4 });
        result.Questions.Should().BeEmpty();
        result.Texts.Should().BeEmpty();
        result.Themes!.Value.Should().Be("deltakerne ønsker mer tid");
    }

    [Fact]
    public void R126_A_question_with_fewer_than_five_answers_is_suppressed() =>
        EvaluationResult.Of(ClosedWith([.. Slips(null, 1, 2, 3, 4, 5), new([new("v2", 3, null, null)])]).File)!.Questions.Single(question => question.Question.Key == "v2")
            .Should().BeEquivalentTo(new { IsSuppressed = true, Mean = (decimal?)null });

    [Fact]
    public void R125_Example_B_two_relatives_among_eight_suppress_the_whole_breakdown()
    {
        var file = ClosedWith([.. Slips("pasient", 9, 9, 8, 8, 7, 10), .. Slips("parorende", 5, 6)]);

        EvaluationResult.Breakdown(file.File.Evaluation, "v1", "v12").Should().OnlyContain(cell => cell.IsSuppressed && cell.Mean == null && cell.Answers == null);
    }

    [Fact]
    public void R125_A_small_cell_takes_the_next_smallest_with_it()
    {
        var cells = EvaluationResult.Breakdown(
            ClosedWith([.. Slips("pasient", 9, 9, 8, 8, 7, 10, 9), .. Slips("parorende", 5, 6, 5, 6, 5), .. Slips("vil_ikke_svare", 1, 2)]).File.Evaluation, "v1", "v12");

        cells.Where(cell => !cell.IsSuppressed).Select(cell => cell.Value).Should().Equal("pasient");
    }

    [Fact]
    public void R125_Cells_of_five_or_more_are_shown() =>
        EvaluationResult.Breakdown(ClosedWith([.. Slips("pasient", 9, 9, 8, 8, 7), .. Slips("parorende", 5, 6, 5, 6, 5)]).File.Evaluation, "v1", "v12")
            .Select(cell => (cell.Value, cell.Answers, cell.Mean)).Should().Equal(("pasient", 5, 8.2m), ("parorende", 5, 5.4m));

    [Fact]
    public void N08_Three_answers_split_by_role_are_never_shown() =>
        EvaluationResult.Breakdown(ClosedWith([.. Slips("pasient", 9, 9), .. Slips("parorende", 5)]).File.Evaluation, "v1", "v12").Should().BeEmpty();

    [Fact]
    public void R125_Whatever_is_answered_no_hidden_cell_can_be_derived()
    {
        var sizes = Gen.Choose(0, 9).Four();
        Prop.ForAll(sizes.ToArbitrary(), four =>
        {
            var (patients, relatives, declined, unanswered) = four;
            var cells = EvaluationResult.Breakdown(ClosedEvaluation(patients, relatives, declined, unanswered), "v1", "v12");
            int[] all = [patients, relatives, declined, unanswered];
            var shown = cells.Where(cell => !cell.IsSuppressed).ToList();
            var hidden = all.Sum() - shown.Sum(cell => cell.Answers!.Value);
            return shown.TrueForAll(cell => cell.Answers >= 5) && (cells.IsEmpty || hidden == 0 || hidden >= 5 && cells.Count(cell => cell.IsSuppressed) >= 2);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Free_text_is_shown_only_after_moderation()
    {
        var file = ClosedWith([.. Slips(null, 1, 2, 3, 4), Slip(5, text: "Kari på avdelingen var flink")]);
        int At() => EvaluationResult.Of(file.File)!.Texts.Single().Slip;
        EvaluationResult.Of(file.File)!.Texts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { IsModerated = false, Text = (SealedText?)null });

        file.When(Br1, new ModerateAnswer(At(), "v5", Moderation.Shown, null)).ShouldBeRefusedWith<NotAllowed>();
        file.When(Koord1, new ModerateAnswer(At(), "v5", Moderation.Replaced, null)).ShouldBeRefusedWith<FieldMissing>();
        file.When(Koord1, new ModerateAnswer(99, "v5", Moderation.Shown, null)).ShouldBeRefusedWith<NoSuchAnswer>();
        file.Does(Koord1, new ModerateAnswer(At(), "v5", Moderation.Replaced, Written("en av de ansatte var flink")));
        EvaluationResult.Of(file.File)!.Texts.Single().Text!.Value.Should().Be("en av de ansatte var flink");
        file.Does(Koord1, new ModerateAnswer(At(), "v5", Moderation.Hidden, null));
        EvaluationResult.Of(file.File)!.Texts.Single().Text.Should().BeNull();
    }

    static Domain.Evaluation ClosedEvaluation(int patients, int relatives, int declined, int unanswered) => Domain.Evaluation.Empty with
    {
        Standing = EvaluationStanding.Closed,
        Form = EvaluationForms.Deltaker12,
        Batches = [new([.. Some("pasient", patients), .. Some("parorende", relatives), .. Some("vil_ikke_svare", declined), .. Some(null, unanswered)], false)],
    };

    static IEnumerable<AnswerSlip> Some(string? role, int count) => Enumerable.Range(0, count).Select(at => Slip(at, role));
}
