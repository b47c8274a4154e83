namespace LmsWorkflow.Domain;

/// <summary>What the phase table asks of the plan beyond the sign-offs.</summary>
public static class PlanConditions
{
    /// <summary>The leader has approved the budget in the current package.</summary>
    public static GateCondition BudgetApproved { get; } = new("BudgetApproved", static context =>
        Packaged(context, DocumentKind.D14) is { } budget && context.Case.Plan.HasApproved(budget) ? null : new BudgetNotApproved());

    /// <summary>A brukerrepresentant has read and accepted the announcement (R76).</summary>
    public static GateCondition AnnouncementRead { get; } = new("AnnouncementRead", static context =>
        Packaged(context, DocumentKind.D16) is { } announcement && context.Case.Plan.HasAccepted(announcement) ? null : new AnnouncementNotRead());

    static PackagedDocument? Packaged(CaseContext context, DocumentKind kind) => context.Case.SignOffs.Current(Gate.G2)?.Find(kind);
}
