using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Date, duration and cycle (BPMN 2.0.2 §10.5.5.12, ISO 8601); answers in <c>docs/engine/timers.md</c>.</summary>
public class TimerTests
{
    [Theory]
    [InlineData("timer-catch/valid-date", "2026-03-02T08:00:00Z")]
    [InlineData("timer-catch/valid-date-only", "2026-03-01T23:00:00Z")]
    [InlineData("timer-catch/valid-past", "2020-03-02T08:00:00Z")]
    public void A_date_is_wall_clock_time_in_Norway_unless_it_says_otherwise(string drawing, string due) =>
        Walk.Of(drawing).Start().State.NextDue.Should().Be(Parse(due));

    [Fact]
    public void A_cycle_fires_as_many_times_as_it_says()
    {
        var walk = Walk.Of("boundary-timer/valid-cycle").Start();
        foreach (var week in (int[])[1, 2, 3])
        {
            walk.State.NextDue.Should().Be(walk.Environment.Now.AddDays(7));
            walk.Environment.Now = walk.State.NextDue!.Value;
            walk.Fire("purr").Open.Count(task => task == "b").Should().Be(week);
        }

        walk.State.Timers.Should().BeEmpty();
        walk.Open.First().Should().Be("a");
    }

    [Fact]
    public void A_cycle_without_end_keeps_its_weekday_and_hour_and_makes_up_for_nothing()
    {
        var walk = Walk.Of("boundary-timer/valid-endless-cycle").Start();
        walk.State.NextDue.Should().Be(Parse("2026-01-12T07:00:00Z"), "the first Monday at eight that is not past");

        walk.Environment.Now = Parse("2026-04-01T12:00:00Z");
        walk.Fire("purr").State.NextDue.Should().Be(Parse("2026-04-06T06:00:00Z"), "eight o'clock is earlier in summer, and months that passed are not made up for");
        walk.Open.Should().Equal("a", "b");
    }

    [Fact]
    public void A_cycle_ends_with_what_it_sits_on() => Walk.Of("boundary-timer/valid-endless-cycle").Start().Complete("a").State.Timers.Should().BeEmpty();

    [Fact]
    public void A_date_on_the_edge_interrupts_like_a_deadline() => Walk.Of("boundary-timer/valid-date").Start().Fire("frist").Open.Should().Equal("b");

    [Theory]
    [InlineData("R3/PT10M", 3)]
    [InlineData("R/P7D", null)]
    [InlineData("R1/P1M", 1)]
    [InlineData("R/2026-03-02T09:00:00+01:00/P1W", null)]
    public void Cycles_are_read(string text, int? times) => TimerRule.Cycle(text)!.Times.Should().Be(times);

    [Theory]
    [InlineData("R0/P1D")]
    [InlineData("R-1/P1D")]
    [InlineData("R/PT0S")]
    [InlineData("R/PT59S")]
    [InlineData("R/P1D/2026-03-02T09:00")]
    [InlineData("R/2026-03-02T09:00")]
    [InlineData("R10001/P1D")]
    [InlineData("0 0 * * *")]
    [InlineData("R")]
    [InlineData("")]
    public void What_is_no_cycle_is_not_guessed_at(string text) => TimerRule.Cycle(text).Should().BeNull();

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-03-02T25:00")]
    [InlineData("2026-03-02T09:00+99:00")]
    [InlineData("02.03.2026")]
    [InlineData("1066-10-14")]
    [InlineData("9999-12-31T23:59:59-10:00")]
    public void What_is_no_date_is_not_guessed_at(string text) => TimerRule.Date(text).Should().BeNull();

    static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
