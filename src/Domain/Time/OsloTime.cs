namespace LmsWorkflow.Domain;

/// <summary>Europe/Oslo without a time zone database: the domain reads no files. Central European Time with the summer time rule in force since 1996.</summary>
public static class OsloTime
{
    public static DateOnly Date(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    public static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(Offset(at.UtcDateTime));

    /// <summary>The instant of a local wall-clock time.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        var guess = new DateTimeOffset(local, TimeSpan.FromHours(1));
        return new DateTimeOffset(local, Offset(guess.UtcDateTime)).ToUniversalTime();
    }

    static TimeSpan Offset(DateTime utc)
    {
        var from = LastSunday(utc.Year, 3).AddHours(1);
        var to = LastSunday(utc.Year, 10).AddHours(1);
        return TimeSpan.FromHours(utc >= from && utc < to ? 2 : 1);
    }

    static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
