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

    /// <summary>When a timer that begins to wait now fires for the first time. A date that has been is due at once; a cycle begins with the first of its times that is not past.</summary>
    public static DateTimeOffset First(TimerRule rule, DateTimeOffset now) => rule switch
    {
        { At: { } at, After: { } between } => at >= now ? at : Next(between.Duration.GetValueOrDefault(), at, now),
        { At: { } at } => at,
        _ => Due(rule.After!, now),
    };

    /// <summary>When a cycle fires after having fired at <paramref name="due"/>. Times that passed while nobody was listening are not made up for.</summary>
    public static DateTimeOffset Next(TimerRule rule, DateTimeOffset due, DateTimeOffset now) => Next(rule.After!.Duration.GetValueOrDefault(), due, now);

    /// <summary>The first instant after both, counted in whole steps from <paramref name="from"/>, so that a weekly timer keeps its weekday and its hour.</summary>
    static DateTimeOffset Next(IsoDuration step, DateTimeOffset from, DateTimeOffset now)
    {
        var longest = TimeSpan.FromDays(31L * step.Months) + step.Exact + TimeSpan.FromHours(2);
        var steps = Math.Max(1, now > from ? StepsIn(now - from) : 0);
        var next = After(Times(step, steps), from);
        while (next <= now)
        {
            steps += Math.Max(1, StepsIn(now - next));
            next = After(Times(step, steps), from);
        }

        return next;

        int StepsIn(TimeSpan time) => (int)(time.Ticks / longest.Ticks);
    }

    static IsoDuration Times(IsoDuration step, int times) => new(step.Months * times, step.Days * times, step.Time * times);

    static DateTimeOffset After(IsoDuration duration, DateTimeOffset now)
    {
        if (duration is { Months: 0, Days: 0 }) return now + duration.Time;
        var local = OsloTime.Local(now);
        var date = DateOnly.FromDateTime(local.DateTime).AddMonths(duration.Months).AddDays(duration.Days);
        return OsloTime.At(date, TimeOnly.FromDateTime(local.DateTime)) + duration.Time;
    }
}
