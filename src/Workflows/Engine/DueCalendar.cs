using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Deadlines as people count them: days by the Norwegian calendar and wall clock, hours exactly.</summary>
public static class DueCalendar
{
    /// <summary>When something that begins now falls due. Working days last to the end of the last of them.</summary>
    public static DateTimeOffset Due(DueRule rule, DateTimeOffset now) =>
        rule.WorkingDays is { } days
            ? OsloTime.At(WorkingCalendar.Add(OsloTime.Date(now), days).AddDays(1), TimeOnly.MinValue)
            : After(rule.Duration.GetValueOrDefault(), now);

    static DateTimeOffset After(IsoDuration duration, DateTimeOffset now)
    {
        if (duration is { Months: 0, Days: 0 }) return now + duration.Time;
        var local = OsloTime.Local(now);
        var date = DateOnly.FromDateTime(local.DateTime).AddMonths(duration.Months).AddDays(duration.Days);
        return OsloTime.At(date, TimeOnly.FromDateTime(local.DateTime)) + duration.Time;
    }
}
