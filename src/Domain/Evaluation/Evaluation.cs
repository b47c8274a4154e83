namespace LmsWorkflow.Domain;

/// <summary>Participant evaluation, collaboration evaluation, learning points.</summary>
public sealed record Evaluation
{
    public static Evaluation Empty { get; } = new();
}

/// <summary>What the phase table asks of the evaluation.</summary>
public static class EvaluationConditions
{
    public static GateCondition ParticipantEvaluationClosed { get; } = new("ParticipantEvaluationClosed", static _ => null);
    public static GateCondition CollaborationAnsweredByBothSides { get; } = new("CollaborationAnsweredByBothSides", static _ => null);
    public static GateCondition LearningPointRecorded { get; } = new("LearningPointRecorded", static _ => null);
}

/// <summary>What the report must have before it can be frozen (R131, R135).</summary>
public static class ReportCompleteness
{
    public static IEnumerable<Refusal> Unmet(CaseContext context) => [];
}

/// <summary>The leader's decision on continuation (D25).</summary>
public sealed record Continuation(DateTimeOffset At);
