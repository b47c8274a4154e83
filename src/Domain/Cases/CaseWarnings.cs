using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>All that is worth thinking about in a case as it stands now. Never a block: what blocks is in the phase table. Depends on the time, so it is asked anew at each reading.</summary>
public static class CaseWarnings
{
    public static ImmutableArray<Refusal> Of(CaseContext context) => !context.Case.IsOpen ? [] :
    [
        .. RunWarnings.Of(context), .. CourseWarnings.Of(context.Case), .. new[] { PlannedEvaluation.Warning(context.Case) }.OfType<Refusal>(),
        // what both sides have signed is settled
        .. context.Case.Passed(Gate.G2) is null ? PlanWarnings.Of(context.Case, DocumentKind.D12).AddRange(PlanWarnings.Of(context.Case, DocumentKind.D14)) : [],
    ];
}
