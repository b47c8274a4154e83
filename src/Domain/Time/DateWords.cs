using System.Globalization;

namespace LmsWorkflow.Domain;

/// <summary>Dates as Norwegians write them, without a culture database.</summary>
public static class DateWords
{
    static readonly string[] Months = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];
    static readonly string[] DaysNb = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];
    static readonly string[] DaysNn = ["sundag", "måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag"];

    /// <summary>E.g. <c>tirsdag 10. mars 2026</c>.</summary>
    public static Words Long(DateOnly date) => new(Long(date, DaysNb), Long(date, DaysNn));

    /// <summary>E.g. <c>10. mars 2026</c>; the same in both written forms.</summary>
    public static string Short(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day}. {Months[date.Month - 1]} {date.Year}");

    static string Long(DateOnly date, string[] days) =>
        string.Create(CultureInfo.InvariantCulture, $"{days[(int)date.DayOfWeek]} {date.Day}. {Months[date.Month - 1]} {date.Year}");
}
