namespace LmsWorkflow.Workflows.Tests;

public class IsoDurationTests
{
    [Theory]
    [InlineData("P3D", 0, 3, 0)]
    [InlineData("P2W", 0, 14, 0)]
    [InlineData("P1Y6M", 18, 0, 0)]
    [InlineData("PT1H30M", 0, 0, 5400)]
    [InlineData("P1DT12H", 0, 1, 43200)]
    public void It_is_read(string text, int months, int days, int seconds) =>
        IsoDuration.TryParse(text).Should().Be(new IsoDuration(months, days, TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("3D")]
    [InlineData("P-3D")]
    [InlineData("P1.5D")]
    [InlineData("P99999999999999999999D")]
    [InlineData("P101Y")]
    [InlineData("P3D\n")]
    public void It_is_no_duration(string text) => IsoDuration.TryParse(text).Should().BeNull();

    [Fact]
    public void Days_keep_the_wall_clock_over_the_change_to_summer_time()
    {
        var saturday = new DateTimeOffset(2026, 3, 28, 9, 0, 0, TimeSpan.Zero);
        DueCalendar.Due(new DueRule(IsoDuration.TryParse("P3D"), null), saturday).Should().Be(new DateTimeOffset(2026, 3, 31, 8, 0, 0, TimeSpan.Zero));
        DueCalendar.Due(new DueRule(IsoDuration.TryParse("PT72H"), null), saturday).Should().Be(saturday.AddHours(72));
    }

    [Fact]
    public void Working_days_leave_out_Easter() =>
        DueCalendar.Due(new DueRule(null, 3), new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.Zero)).Should().Be(new DateTimeOffset(2026, 4, 9, 22, 0, 0, TimeSpan.Zero));
}
