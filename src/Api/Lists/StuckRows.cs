using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>Places where a case's process cannot go on without a person.</summary>
static class StuckRows
{
    public static ImmutableArray<StuckRow> Of(CaseFile file) => file.Standing is Standing.Cancelled or Standing.Closed || file.Process is not { } process
        ? []
        : [.. process.StuckItems.Select(item => new StuckRow(file.Id, item.Number, item.ElementId, item.OpenedAt, item.Stuck))];
}
