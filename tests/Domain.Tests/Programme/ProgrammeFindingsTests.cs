using System.Collections.Immutable;
using static LmsWorkflow.Domain.ProgrammeItemType;
using static LmsWorkflow.Domain.Tests.PlanCase;
using static LmsWorkflow.Domain.Tests.Programmes;

namespace LmsWorkflow.Domain.Tests;

public class ProgrammeFindingsTests
{
    static readonly ResponsibleDraft F1 = new(Fag1), B1 = new(Br1);

    [Fact]
    public void R053_to_R065_Example_A_is_not_blocked_and_has_four_warnings()
    {
        var findings = Findings(ExampleA);
        findings.Should().NotContain(finding => finding.Weight == FindingWeight.Block);
        findings.Where(finding => finding.Weight == FindingWeight.Warning).Should().HaveCount(4)
            .And.AllSatisfy(finding => finding.Reason.Should().BeOfType<StretchTooLong>());
    }

    [Fact]
    public void R053_to_R065_Example_B_is_not_blocked() => Findings(ExampleB).Should().NotContain(finding => finding.Weight == FindingWeight.Block);

    [Fact]
    public void N06_A_plan_with_only_faginnlegg_is_blocked_for_lived_experience_and_exchange() =>
        Blocks(ExampleA with { Samlinger = [OnlyFag(ExampleA.Samlinger[0])] }).Should()
            .Contain(new LivedExperienceMissing()).And.Contain(new ExchangeOfExperienceMissing()).And.NotContain(new FagItemMissing());

    [Fact]
    public void R053_A_programme_without_a_faginnlegg_is_blocked() =>
        Blocks(One(Item("10:00", 30, "A", Erfaring, B1))).Should().Contain(new FagItemMissing());

    [Fact]
    public void R054_A_lived_experience_item_without_an_experienced_user_does_not_count() =>
        Blocks(One(Item("10:00", 30, "A", Erfaring, F1))).Should().Contain(new LivedExperienceMissing());

    [Fact]
    public void R054_An_experienced_user_from_outside_counts() =>
        Blocks(One(Item("10:00", 30, "A", Erfaring, External("likeperson", Side.Bruker)))).Should().NotContain(new LivedExperienceMissing());

    [Fact]
    public void R056_A_programme_without_an_item_about_mestring_is_blocked() =>
        Blocks(One(Item("10:00", 30, "A", Fag, F1))).Should().Contain(new MestringItemMissing());

    [Fact]
    public void R057_An_item_says_what_it_lacks_and_where_it_stands()
    {
        var incomplete = Blocks(One(new ProgrammeItemDraft(null, new(10, 20), null, null, Fag, [], null))).OfType<ItemIncomplete>().Should().ContainSingle().Subject;
        incomplete.Sentence.Nb.Should().Be("Samling 1, posten kl. 10.20 mangler varighet, tittel, ansvarlig, metode. Fyll ut.");
        incomplete.Sentence.Nn.Should().Be("Samling 1, posten kl. 10.20 manglar lengd, tittel, ansvarleg, metode. Fyll ut.");
    }

    [Fact]
    public void R057_A_break_needs_only_time() => Blocks(One(Break("10:00", 15))).Should().NotContain(reason => reason is ItemIncomplete);

    [Fact]
    public void R057_A_samling_needs_a_date_and_items() =>
        Blocks(new([new(null, null, null, SamlingForm.Fysisk, [])], [])).Should().Contain(new SamlingDateMissing(1)).And.Contain(new SamlingIsEmpty(1));

    [Fact]
    public void R058_Items_that_overlap_are_blocked() =>
        Blocks(One(Item("10:00", 30, "A", Fag, F1), Item("10:15", 30, "B", Fag, F1))).Should().Contain(new ItemsOverlap(1, new(10, 0), new(10, 15)));

    [Fact]
    public void R058_An_item_that_reaches_past_the_next_overlaps_the_one_after_too() =>
        Blocks(One(Item("10:00", 90, "A", Fag, F1), Item("10:15", 15, "B", Fag, F1), Item("11:00", 15, "C", Fag, F1)))
            .OfType<ItemsOverlap>().Should().HaveCount(2);

    [Fact]
    public void R058_Split_groups_may_run_side_by_side() => Blocks(One(
        Item("10:00", 30, "A", Fag, F1) with { ParallelGroup = 1 },
        Item("10:00", 30, "B", Erfaring, B1) with { ParallelGroup = 1 })).Should().NotContain(reason => reason is ItemsOverlap);

    [Fact]
    public void R060_Children_get_a_warning_after_45_minutes()
    {
        var programme = Seal(One(Item("10:00", 50, "A", Fag, F1)));
        ProgrammeFindings.Of(programme, forChildren: false).Should().NotContain(finding => finding.Reason is StretchTooLong);
        ProgrammeFindings.Of(programme, forChildren: true).Should().Contain(finding => finding.Reason.Equals(new StretchTooLong(1, 50, 45)));
    }

    [Fact]
    public void R061_Little_user_participation_warns_and_never_blocks() =>
        Findings(One(Item("10:00", 60, "A", Fag, F1), Item("11:00", 10, "B", Erfaring, B1)))
            .Single(finding => finding.Reason is LittleUserParticipation).Weight.Should().Be(FindingWeight.Warning);

    [Fact]
    public void R062_A_day_without_oral_evaluation_at_the_end_is_blocked() =>
        Blocks(One(Item("10:00", 5, "A", Felles, F1) with { OralEvaluation = true }, Item("10:05", 30, "B", Fag, F1))).Should().Contain(new OralEvaluationMissing(1));

    [Fact]
    public void R062_An_oral_evaluation_of_four_minutes_is_too_short() =>
        Blocks(One(Item("10:00", 4, "A", Felles, F1) with { OralEvaluation = true })).Should().Contain(new OralEvaluationMissing(1));

    [Fact]
    public void R062_A_written_reason_replaces_the_oral_evaluation()
    {
        var draft = One(Item("10:00", 30, "A", Fag, F1));
        Blocks(draft with { Samlinger = [draft.Samlinger[0] with { NoOralEvaluationReason = Text("Åpent møte uten faste deltakere") }] })
            .Should().NotContain(reason => reason is OralEvaluationMissing);
    }

    [Fact]
    public void R063_Expectations_belong_in_the_first_samling() =>
        Findings(One(Item("10:00", 30, "A", Fag, F1))).Should().Contain(finding => finding.Reason is ExpectationsMissing && finding.Weight == FindingWeight.Warning);

    [Fact]
    public void R064_A_samling_built_differently_is_noted() =>
        Findings(ExampleA).Should().ContainSingle(finding => finding.Reason.Equals(new StructureDeviates(2))).Which.Weight.Should().Be(FindingWeight.Note);

    [Fact]
    public void R064_A_series_with_the_same_structure_has_no_note() => Findings(ExampleB).Should().NotContain(finding => finding.Reason is StructureDeviates);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void R065_A_single_leader_or_two_professionals_must_be_justified(int leaders)
    {
        var draft = ExampleA with { Leaders = [.. new[] { F1, new ResponsibleDraft(Fag2) }.Take(leaders)] };
        Blocks(draft).Should().Contain(new LeadersNeedReason());
        Findings(draft with { LeadersReason = Text("Ingen med egen erfaring var ledig") })
            .Single(finding => finding.Reason is LeadersNeedReason).Weight.Should().Be(FindingWeight.Warning);
    }

    static SamlingDraft OnlyFag(SamlingDraft samling) => samling with { Items = [.. samling.Items.Where(item => item.Type is Fag or Pause)] };

    static ProgrammeDraft One(params ProgrammeItemDraft[] items) => new([Day(new(2026, 3, 10), [.. items])], [F1, B1]);

    static ImmutableArray<ProgrammeFinding> Findings(ProgrammeDraft draft) => ProgrammeFindings.Of(Seal(draft), forChildren: false);

    static ImmutableArray<Refusal> Blocks(ProgrammeDraft draft) => [.. ProgrammeFindings.Blocks(Seal(draft), forChildren: false)];
}
