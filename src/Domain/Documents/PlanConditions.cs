namespace LmsWorkflow.Domain;

/// <summary>What the phase table asks of the plan beyond the sign-offs.</summary>
public static class PlanConditions
{
    /// <summary>The leader has approved the budget in the current package.</summary>
    public static GateCondition BudgetApproved { get; } = new("BudgetApproved", static _ => null);

    /// <summary>A brukerrepresentant has read and accepted the announcement (R76).</summary>
    public static GateCondition AnnouncementRead { get; } = new("AnnouncementRead", static _ => null);
}

/// <summary>What the plan must have before it can be frozen (R51–R57, R72).</summary>
public static class PlanCompleteness
{
    public static IEnumerable<Refusal> Unmet(CaseContext context) => [];
}
