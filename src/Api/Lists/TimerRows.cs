using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A case's timers. On hold they wait: no row, so none fires.</summary>
static class TimerRows
{
    public static ImmutableArray<DueTimerRow> Of(CaseFile file) => file is { Standing: Standing.Open, Process: { } process }
        ? [.. process.Timers.Select(timer => new DueTimerRow(file.Id, timer.Number.ToString(CultureInfo.InvariantCulture), timer.DueAt))]
        : [];
}
