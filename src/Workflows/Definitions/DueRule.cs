namespace LmsWorkflow.Workflows;

/// <summary>When something falls due, counted from when it begins: an ISO 8601 duration, or working days in the Norwegian calendar.</summary>
public sealed record DueRule(IsoDuration? Duration, int? WorkingDays);
