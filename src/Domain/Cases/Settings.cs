namespace LmsWorkflow.Domain;

/// <summary>The centre's own quality rules, where the domain notes call a rule a setting.</summary>
public sealed record Settings
{
    public static Settings Default { get; } = new();

    /// <summary>Notice of meetings in days, 3–21 (R39).</summary>
    public int NoticeDays { get; init; } = 7;

    /// <summary>Role clarification is valid this many months (R30).</summary>
    public int RoleClarificationMonths { get; init; } = 24;

    /// <summary>A brukerrepresentant employed in the owning unit is blocked, warned of, or neither (R24).</summary>
    public EmployedRepresentative EmployedRepresentative { get; init; } = EmployedRepresentative.Block;
}

public enum EmployedRepresentative { Block, Warn, Off }
