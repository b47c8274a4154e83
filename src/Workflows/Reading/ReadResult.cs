using System.Collections.Immutable;

namespace LmsWorkflow.Workflows;

/// <summary>A definition that can be executed, or findings that say why not. Warnings may accompany a definition.</summary>
public sealed record ReadResult(ProcessDefinition? Definition, ImmutableArray<Finding> Findings)
{
    public bool IsExecutable => Definition is not null;
}
