using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

public enum Severity { Error, Warning }

/// <summary>Something the modeller should know about a file.</summary>
/// <param name="Check">Name of the check that found it, as in <c>docs/checks</c>.</param>
/// <param name="ElementId">Where; null when it is the file as a whole.</param>
/// <param name="Line">Line in the file, from 1; 0 when unknown.</param>
public sealed record Finding(string Check, Severity Severity, string? ElementId, int Line, Words Sentence)
{
    /// <summary>A mechanical way to mend it, where there is one, in words.</summary>
    public Words? Fix { get; init; }

    /// <summary>The same, for a program to do.</summary>
    public QuickFix? Mend { get; init; }
}
