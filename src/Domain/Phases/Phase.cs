namespace LmsWorkflow.Domain;

/// <summary>Four phases with an opening and a closing step (domain notes §4.2).</summary>
public enum Phase { Forankring, NeedsAssessment, Planning, Delivery, Evaluation, Continuation, Ended }

/// <summary>A place nobody passes without what the phase table names (domain notes §4.2).</summary>
public enum Gate { G0, G1, G2, G3, G4, G4b }

/// <summary>A gate was passed, and perhaps closed again later. History keeps both.</summary>
/// <param name="Package">The package of frozen documents both sides had signed; null at G0 and G4b.</param>
public sealed record GatePassing(Gate Gate, DateTimeOffset At, int? Package, DateTimeOffset? ReopenedAt);
