using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>What a page of a unit's figures is asked for (<c>enhet</c>, <c>fra</c>, <c>til</c>), and what its form offers.</summary>
static class UnitPeriodAsked
{
    /// <summary>Null when the unit is none the person may read.</summary>
    /// <param name="readable">Units the person may read; null is the whole organisation. Whoever may read all of it begins with all.</param>
    /// <param name="first">Where the period begins when nothing is said, or nothing that can be read.</param>
    public static UnitPeriodForm? Of(Asked asked, ImmutableArray<UnitId?> readable, DateOnly first, DateOnly today)
    {
        var query = asked.Http.Request.Query;
        var given = query["enhet"].FirstOrDefault();
        var isUnit = UnitPeriod.IsUnit(given, out var named);
        var unit = given is not null ? named : readable.Contains(null) ? null : readable.FirstOrDefault();
        if (!isUnit || !readable.Contains(unit)) return null;
        var period = UnitPeriod.Period(query, "fra", "til", first, today);
        var (from, to) = period ?? (first, today);
        return new(
            unit, [.. readable.Select(one => new Portal.Choice($"{one}", one is { } known ? asked.Me.UnitName(known) : asked.Me.Say("Hele organisasjonen", "Heile organisasjonen")))], from, to, period is null);
    }
}
