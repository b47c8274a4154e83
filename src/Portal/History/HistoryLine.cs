namespace LmsWorkflow.Portal;

/// <summary>One thing that happened, as a sentence.</summary>
public sealed record HistoryLine(DateTimeOffset At, string Sentence);
