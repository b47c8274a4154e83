namespace LmsWorkflow.Domain;

/// <summary>Norwegian working days: Monday to Friday, public holidays left out.</summary>
public static class WorkingCalendar
{
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>The day that is <paramref name="days"/> working days after <paramref name="from"/>.</summary>
    public static DateOnly Add(DateOnly from, int days)
    {
        var day = from;
        while (days > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) days--;
        }

        return day;
    }

    public static bool IsHoliday(DateOnly day)
    {
        if (day is { Month: 1, Day: 1 } or { Month: 5, Day: 1 } or { Month: 5, Day: 17 } or { Month: 12, Day: 25 } or { Month: 12, Day: 26 }) return true;
        var fromEaster = day.DayNumber - EasterSunday(day.Year).DayNumber;
        return fromEaster is -3 or -2 or 0 or 1 or 39 or 49 or 50;
    }

    /// <summary>Gregorian Easter, the anonymous computus.</summary>
    public static DateOnly EasterSunday(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
        return new DateOnly(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }
}
