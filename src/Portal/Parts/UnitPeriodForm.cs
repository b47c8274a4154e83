using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>The unit and period a page shows figures of, as they stand in its form.</summary>
/// <param name="Unit">Null: the whole organisation.</param>
/// <param name="Units">Those the reader may choose.</param>
/// <param name="Unreadable">The period in the address was none; another is shown.</param>
public sealed record UnitPeriodForm(UnitId? Unit, ImmutableArray<Choice> Units, DateOnly From, DateOnly To, bool Unreadable)
{
    /// <summary>A day as addresses and forms write it.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
