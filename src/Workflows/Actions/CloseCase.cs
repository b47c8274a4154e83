using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Closes the case: read-only from now on (R139).</summary>
static class CloseCase
{
    public static CaseAction Action { get; } = new("closeCase", NeedsGate: false,
        new("avslutter saken", "avsluttar saka"),
        static (context, _) => Decision.Unless([Require.Open(context), NotDecided(context.Case)], () => [new CaseClosed()]));

    /// <summary>A drawing that skips the way to the leader's decision does not close the case.</summary>
    static ContinuationNotDecided? NotDecided(CaseFile file) => file.Passed(Gate.G4b) is null ? new ContinuationNotDecided() : null;
}
