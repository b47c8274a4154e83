namespace LmsWorkflow.Domain;

/// <summary>The run of the course: announcement, samlinger, attendance, day log.</summary>
public sealed record Delivery
{
    public static Delivery Empty { get; } = new();

    public bool HasStarted { get; init; }
}

/// <summary>What the phase table asks of the run.</summary>
public static class DeliveryConditions
{
    public static GateCondition EverySamlingRecorded { get; } = new("EverySamlingRecorded", static _ => null);
}

/// <summary>What the run must have before its summary can be frozen.</summary>
public static class DeliveryCompleteness
{
    public static IEnumerable<Refusal> Unmet(CaseContext context) => [];
}
