using System.Collections.Immutable;

namespace LmsWorkflow.Workflows;

/// <summary>A definition that can be executed, or findings that say why not. Warnings may accompany a definition.</summary>
/// <param name="Model">The file as drawn, also when it cannot be executed; null when it could not be read whole.</param>
public sealed record ReadResult(ProcessDefinition? Definition, BpmnModel? Model, ImmutableArray<Finding> Findings)
{
    public bool IsExecutable => Definition is not null;
}
