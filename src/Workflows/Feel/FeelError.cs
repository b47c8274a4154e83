using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Why a condition cannot be used.</summary>
/// <param name="At">Position in the text, from 0.</param>
public sealed record FeelError(int At, Words Sentence);

/// <summary>A condition, or why it is none.</summary>
public sealed record FeelReading(FeelExpression? Expression, FeelError? Error);
