using static LmsWorkflow.Domain.ProgrammeItemType;
using static LmsWorkflow.Domain.Tests.PlanCase;
using static LmsWorkflow.Domain.Tests.Programmes;

namespace LmsWorkflow.Domain.Tests;

public class ProgrammeFiguresTests
{
    readonly ProgrammeFigures exampleA = ProgrammeFigures.Of(Seal(ExampleA));
    readonly ProgrammeFigures exampleB = ProgrammeFigures.Of(Seal(ExampleB));

    [Fact]
    public void R059_Example_A_has_285_and_255_teaching_minutes_in_twelve_lessons()
    {
        exampleA.Samlinger.Select(samling => samling.TeachingMinutes).Should().Equal(285, 255);
        exampleA.TeachingMinutes.Should().Be(540);
        exampleA.TeachingHours.Should().Be(9.0m);
        exampleA.Lessons.Should().Be(12);
    }

    [Fact]
    public void R061_Example_A_has_user_participation_in_300_of_540_minutes()
    {
        exampleA.UserParticipationMinutes.Should().Be(300);
        exampleA.UserParticipationPercent.Should().Be(55.6m);
        exampleA.UserLedMinutes.Should().Be(90);
        exampleA.UserLedPercent.Should().Be(16.7m);
    }

    [Fact]
    public void R060_Example_A_has_the_stretches_of_the_worked_example()
    {
        exampleA.Samlinger[0].Stretches.Should().Equal(65, 70, 45, 105);
        exampleA.Samlinger[1].Stretches.Should().Equal(60, 75, 60, 60);
    }

    [Fact]
    public void R059_Example_B_has_six_times_135_minutes()
    {
        exampleB.Samlinger.Should().AllSatisfy(samling => samling.TeachingMinutes.Should().Be(135));
        exampleB.TeachingMinutes.Should().Be(810);
        exampleB.TeachingHours.Should().Be(13.5m);
    }

    [Fact]
    public void R061_Example_B_has_user_participation_in_four_fifths_of_the_time()
    {
        exampleB.UserParticipationMinutes.Should().Be(660);
        exampleB.UserParticipationPercent.Should().Be(81.5m);
    }

    [Fact]
    public void R059_Parallel_items_count_once_by_the_longest()
    {
        var figures = Figures(
            Item("10:00", 30, "A", Aktivitet, new ResponsibleDraft(Fag1)) with { ParallelGroup = 1 },
            Item("10:00", 45, "B", Aktivitet, new ResponsibleDraft(Br1)) with { ParallelGroup = 1 });
        figures.TeachingMinutes.Should().Be(45);
        figures.UserParticipationMinutes.Should().Be(45);
        figures.UserLedMinutes.Should().Be(0, "a fagperson leads one of the groups");
    }

    [Fact]
    public void R059_The_same_group_number_later_in_the_day_counts_again() => Figures(
        Item("10:00", 30, "A", Aktivitet) with { ParallelGroup = 1 },
        Item("11:00", 30, "B", Aktivitet) with { ParallelGroup = 1 }).TeachingMinutes.Should().Be(60);

    [Fact]
    public void R059_Pauses_and_meals_are_not_teaching() => Figures(
        Item("10:00", 30, "A", Fag),
        Break("10:30", 15),
        Item("10:45", 30, "Lunsj", Maltid)).TeachingMinutes.Should().Be(30);

    [Fact]
    public void R060_Time_with_nothing_planned_ends_a_stretch() =>
        Figures(Item("10:00", 40, "A", Fag), Item("11:00", 40, "B", Fag)).Samlinger[0].Stretches.Should().Equal(40, 40);

    [Fact]
    public void R061_An_empty_programme_has_no_share() => ProgrammeFigures.Of(ProgrammeContent.Empty).UserParticipationPercent.Should().Be(0);

    static ProgrammeFigures Figures(params ProgrammeItemDraft[] items) =>
        ProgrammeFigures.Of(Seal(new([Day(new(2026, 3, 10), [.. items])], [])));
}
