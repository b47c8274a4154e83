using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

public enum Severity { Error, Warning }

/// <summary>Something the modeller should know about a file.</summary>
/// <param name="ElementId">Where; null when it is the file as a whole.</param>
/// <param name="Line">Line in the file, from 1; 0 when unknown.</param>
public sealed record Finding(Severity Severity, string? ElementId, int Line, Words Sentence);
