using System.Collections.Immutable;
using static LmsWorkflow.Domain.Tests.EvaluationCase;
using static LmsWorkflow.Domain.Tests.TestCase;

namespace LmsWorkflow.Domain.Tests;

/// <summary>R188: single answers go, the figures of all of them stay.</summary>
public sealed class KeepFiguresTests
{
    static readonly string[] Ticked = [SealedSlip.Field, SealedRatings.Field];

    static string Salt() => new('c', 32);

    static EvaluationFiguresKept? Keep(TestCase file, ErasureGround ground = ErasureGround.RetentionExpired, params string[] fields) =>
        KeepFigures.With(file.File, ground, fields.Length == 0 ? Ticked : fields, Salt);

    /// <summary>The case as it is told again when the single answers are erased, and then the fact that was recorded with it.</summary>
    static CaseFile Erased(TestCase file, EvaluationFiguresKept? kept)
    {
        var evaluation = file.File.Evaluation;
        var gone = file.File with
        {
            Evaluation = evaluation.WithoutRatings(evaluation.Collaboration.Select(answer => answer.Sealed!.Commitment).ToHashSet()) with
            {
                Batches = [.. evaluation.Batches.Select(batch => batch with { Slips = [.. batch.Slips.Select(slip => new AnswerSlip([.. slip.Answers.Where(answer => answer.Text is not null)]))], WithoutTicks = batch.Slips.Length })],
            },
        };
        return kept is null ? gone : gone.After(kept, new Stamp(Start, Koord1, Role.Koordinator, "demo"));
    }

    static TestCase Answered() => ClosedWith([.. Slips("pasient", 9, 8, 7, 10, 9, 8), .. Slips("parorende", 5, 6, 6), .. Slips(null, 4), Slip(8, text: "å be om hjelp")]);

    static TestCase Both() => Answered()
        .Collaborates(Fag1, 5, 4, 4, 4, 4, 4, 4, 4).Collaborates(Fag2, 4, 4, 4, 4, 4, 4, 4, 4).Collaborates(Br1, 2, 4, 4, 4, 4, 4, 4, 4).Collaborates(Br2, 3, 4, 4, 4, 4, 4, 4, 4);

    [Fact]
    public void What_is_shown_after_single_answers_are_erased_is_what_was_shown_before()
    {
        var file = Both();
        var after = Erased(file, Keep(file));

        EvaluationResult.Of(after).Should().BeEquivalentTo(EvaluationResult.Of(file.File));
        CollaborationGap.Of(after.Evaluation).Should().Equal(CollaborationGap.Of(file.File.Evaluation));
        CollaborationFigures.Of(after.Evaluation, isLookBack: false).Should().BeEquivalentTo(CollaborationFigures.Of(file.File.Evaluation, isLookBack: false));
        after.Evaluation.HasErasedRatings.Should().BeFalse();
    }

    [Fact]
    public void R125_A_breakdown_is_kept_with_the_cells_that_were_hidden_in_it_hidden()
    {
        var file = Answered();
        var before = EvaluationResult.Breakdown(file.File.Evaluation, "v1", "v12");
        before.Should().Contain(cell => cell.IsSuppressed).And.Contain(cell => !cell.IsSuppressed, "else this shows nothing");

        EvaluationResult.Breakdown(Erased(file, Keep(file)).Evaluation, "v1", "v12").Should().Equal(before);
        EvaluationResult.Breakdown(Erased(file, null).Evaluation, "v1", "v12").Should().BeEmpty();
    }

    [Fact]
    public void R126_Of_fewer_than_five_answers_nothing_but_their_number_is_kept()
    {
        var file = ClosedWith([.. Slips("pasient", 9, 8, 7, 10)]);

        var kept = Keep(file)!;

        var form = new KeptFigures(Start, kept.Answers, null).Answers!.Participants;
        (form.Answers, form.Questions.Length).Should().Be((4, 0));
        EvaluationResult.Of(Erased(file, kept)).Should().BeEquivalentTo(EvaluationResult.Of(file.File));
    }

    [Fact]
    public void Of_one_who_answered_alone_on_her_side_nothing_is_kept_but_what_was_said_of_each_statement()
    {
        var file = Answered().Collaborates(Fag1, 5, 4, 4, 4, 4, 4, 4, 4).Collaborates(Fag2, 4, 4, 4, 4, 4, 4, 4, 4).Collaborates(Br1, 2, 4, 4, 4, 4, 4, 4, 4);
        var kept = Keep(file)!;
        var after = Erased(file, kept);

        new KeptFigures(Start, null, kept.Ratings).Ratings!.Statements.Should().OnlyContain(statement => statement.Sums == null);
        CollaborationGap.Of(after.Evaluation).Should().Equal(CollaborationGap.Of(file.File.Evaluation));
        CollaborationGap.Of(after.Evaluation)[0].Should().Be(new CollaborationGap(1, null, null, true));
        EndedCase.Of(after with { EndedAt = Start })!.HasRatings.Should().BeFalse();
    }

    [Fact]
    public void What_a_case_brings_into_its_units_balance_is_the_same()
    {
        var file = Both();
        var (before, after) = (EndedCase.Of(file.File with { EndedAt = Start })!, EndedCase.Of(Erased(file, Keep(file)) with { EndedAt = Start })!);

        after.Ratings.Should().BeEquivalentTo(before.Ratings);
        after.Balance.Collaboration.Should().BeEquivalentTo(before.Balance.Collaboration);
        (before.HasRatings, after.HasRatings).Should().Be((true, true));
    }

    [Theory]
    [InlineData(ErasureGround.RightToErasure)]
    [InlineData(ErasureGround.ConsentWithdrawn)]
    [InlineData(ErasureGround.ConfidentialityBroken)]
    [InlineData(ErasureGround.Misregistered)]
    public void On_any_other_ground_the_figures_go_with_the_answers(ErasureGround ground)
    {
        Keep(Both(), ground).Should().BeNull();

        var after = Erased(Both(), null);

        CollaborationFigures.Of(after.Evaluation, isLookBack: false).Withheld.Should().Be(Withheld.Erased);
        EvaluationResult.Of(after)!.IsErased.Should().BeTrue();
    }

    [Fact]
    public void Figures_are_kept_once_and_only_when_what_was_ticked_off_is_erased()
    {
        var file = Both();

        Keep(file, ErasureGround.RetentionExpired, "D22.svar", "D23.annerledes").Should().BeNull();
        KeepFigures.With(Erased(file, Keep(file)), ErasureGround.RetentionExpired, Ticked, Salt).Should().BeNull("what was kept is of all the answers");
        Keep(RunCase.FinishedA()).Should().BeNull("nobody has answered");
    }

    [Fact]
    public void When_one_persons_ratings_were_erased_before_no_average_is_kept()
    {
        var file = Both().File;
        var hers = file.Evaluation.Collaboration[0].Sealed!.Commitment;

        var kept = KeepFigures.With(file with { Evaluation = file.Evaluation.WithoutRatings(new HashSet<string> { hers }) }, ErasureGround.RetentionExpired, Ticked, Salt)!;

        (kept.Ratings, kept.Answers is null).Should().Be((null, false));
    }

    [Fact]
    public void Figures_that_are_erased_in_their_turn_are_told_as_erased()
    {
        var file = Both();
        var kept = Keep(file)!;

        var after = Erased(file, new(Gone(kept.Answers!), Gone(kept.Ratings!)));

        EvaluationResult.Of(after)!.IsErased.Should().BeTrue();
        CollaborationFigures.Of(after.Evaluation, isLookBack: false).Withheld.Should().Be(Withheld.Erased);
        EndedCase.Of(after with { EndedAt = Start })!.HasRatings.Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"answers":{"fag":2,"bruker":2},"statements":[]}""")]
    [InlineData("""{"answers":null,"statements":null}""")]
    [InlineData("""{"answers":{"fag":0,"bruker":0},"statements":[{"sums":null,"isFlagged":true}]}""")]
    public void What_are_no_figures_are_none(string text)
    {
        var damaged = SealedText.Seal(KeptRatings.Field, text, Salt());

        new KeptFigures(Start, damaged, damaged).Should().BeEquivalentTo(new { Answers = (KeptAnswers?)null, Ratings = (KeptRatings?)null });
    }

    [Fact]
    public void The_figures_lie_apart_under_their_documents_and_may_be_read_by_whoever_reads_the_case()
    {
        var kept = Keep(Both())!;

        foreach (var text in new[] { kept.Answers!, kept.Ratings! }) ConfidentialTexts.Include(text.Field!).Should().BeFalse();
        (RetentionKinds.Of(kept.Answers!.Field!), RetentionKinds.Of(kept.Ratings!.Field!)).Should().Be((RetentionKind.D22, RetentionKind.D23));
    }

    static SealedText Gone(SealedText text) => text with { Value = null, Salt = null, Field = null };
}
