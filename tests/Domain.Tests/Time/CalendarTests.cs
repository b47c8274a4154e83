namespace LmsWorkflow.Domain.Tests;

public sealed class CalendarTests
{
    [Theory]
    [InlineData("2025-04-17", false)] // skjærtorsdag
    [InlineData("2025-04-18", false)]
    [InlineData("2025-04-21", false)]
    [InlineData("2025-05-01", false)]
    [InlineData("2025-05-16", true)]
    [InlineData("2025-05-29", false)] // Kristi himmelfart
    [InlineData("2025-06-09", false)] // andre pinsedag
    [InlineData("2025-12-24", true)]
    [InlineData("2025-12-26", false)]
    [InlineData("2026-05-17", false)]
    public void Norwegian_working_days(string day, bool working) => WorkingCalendar.IsWorkingDay(DateOnly.Parse(day)).Should().Be(working);

    [Theory]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2038-04-25")]
    public void Easter_sunday(string day) => WorkingCalendar.EasterSunday(int.Parse(day[..4])).Should().Be(DateOnly.Parse(day));

    [Fact]
    public void Three_working_days_after_a_Friday_is_Wednesday() =>
        WorkingCalendar.Add(new(2025, 9, 5), 3).Should().Be(new DateOnly(2025, 9, 10));

    [Fact]
    public void Oslo_follows_the_time_zone_database_to_the_hour()
    {
        var oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
        for (var at = new DateTimeOffset(2024, 1, 1, 0, 30, 0, TimeSpan.Zero); at.Year < 2028; at = at.AddHours(1))
            OsloTime.Local(at).Offset.Should().Be(oslo.GetUtcOffset(at));
    }

    [Fact]
    public void A_local_time_becomes_the_right_instant()
    {
        OsloTime.At(new(2025, 10, 14), new(13, 0)).Should().Be(new DateTimeOffset(2025, 10, 14, 11, 0, 0, TimeSpan.Zero));
        OsloTime.At(new(2025, 11, 4), new(13, 0)).Should().Be(new DateTimeOffset(2025, 11, 4, 12, 0, 0, TimeSpan.Zero));
    }
}
