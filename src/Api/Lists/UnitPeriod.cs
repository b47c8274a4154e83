using System.Globalization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>A unit and a period, as an address asks for figures of them.</summary>
/// <param name="Unit">Null: the whole organisation.</param>
public sealed record UnitPeriod(UnitId? Unit, DateOnly From, DateOnly To)
{
    /// <summary>As programs write it (<c>unit</c>, <c>from</c>, <c>to</c>); null when a value is none it may be.</summary>
    /// <param name="first">Where the period begins and ends when nothing is said.</param>
    public static UnitPeriod? Read(IQueryCollection query, DateOnly first, DateOnly today) =>
        IsUnit(query["unit"].FirstOrDefault(), out var unit) && Period(query, "from", "to", first, today) is { } period ? new(unit, period.From, period.To) : null;

    /// <summary>False for what is no unit; nothing is the whole organisation.</summary>
    public static bool IsUnit(string? text, out UnitId? unit)
    {
        unit = Guid.TryParse(text, out var id) ? new UnitId(id) : null;
        return unit is not null || string.IsNullOrEmpty(text);
    }

    /// <summary>Null when a day cannot be read, or the first is after the last.</summary>
    public static (DateOnly From, DateOnly To)? Period(IQueryCollection query, string fromName, string toName, DateOnly first, DateOnly today) =>
        Day(query, fromName, first) is { } from && Day(query, toName, today) is { } to && from <= to ? (from, to) : null;

    static DateOnly? Day(IQueryCollection query, string name, DateOnly otherwise) => query[name].FirstOrDefault() switch
    {
        null or "" => otherwise,
        var text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
    };
}
