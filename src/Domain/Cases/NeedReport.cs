using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>What the behovsmelding (D01) says of who reported the need: categories, never a name (R1, R2).</summary>
/// <param name="RegisteredBy">Who wrote it down, for the reporter or as the reporter.</param>
public sealed record NeedReport(ImmutableArray<ReporterCategory> Reporters, PersonId? RegisteredBy, DateOnly On)
{
    /// <summary>Null before the need is registered.</summary>
    public static NeedReport? Of(CaseFile file) => file.Documents.Latest(DocumentKind.D01) is { Content: FormContent content } report
        ? new([.. (content["melder"]?.Choices ?? []).Select(Category).OfType<ReporterCategory>()], report.SavedBy, OsloTime.Date(report.SavedAt))
        : null;

    static ReporterCategory? Category(string choice) => Enum.TryParse<ReporterCategory>(choice, out var category) && Enum.IsDefined(category) ? category : null;
}
