using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A number of cases, with the list of them behind it.</summary>
/// <param name="Ended">Of these, closed or cancelled.</param>
public sealed record ComplianceCount(ComplianceFigure Figure, int Cases, int Ended);

/// <summary>Samsvarsrapport (D28) of a unit over a period: cases that were under way in it, as they stand today.</summary>
/// <param name="MeetingsValid">Of the planning and evaluation meetings held.</param>
public sealed record UnitCompliance(int Cases, int Ended, ImmutableArray<ComplianceCount> Counts, int MeetingsHeld, int MeetingsValid, int Deviations, ObjectionCount Objections)
{
    public ComplianceCount Of(ComplianceFigure figure) => Counts.FirstOrDefault(count => count.Figure == figure) ?? new(figure, 0, 0);
}
