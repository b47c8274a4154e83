using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A whole BPMN file as drawn, executable or not: what checks and proof judge. Every reference in it leads somewhere.</summary>
public sealed record BpmnModel
{
    /// <summary>Processes in the order of the file; with pools, one for each pool that is drawn from inside.</summary>
    public required ImmutableArray<ProcessModel> Processes { get; init; }

    /// <summary>Between pools (BPMN 2.0.2 §9.3). An end is null when it is a pool drawn from outside only.</summary>
    public ImmutableArray<MessageFlow> MessageFlows { get; init; } = [];

    /// <summary>The process that would drive cases: the only one, or the only one that says it is executable.</summary>
    public ProcessModel? Driving { get; init; }

    /// <summary>Somebody means the file to be run: a process says so, or it has attributes of ours.</summary>
    public required bool IsMeantToRun { get; init; }
}

/// <summary>One process of a file (BPMN 2.0.2 §10.2).</summary>
public sealed record ProcessModel
{
    public required string Id { get; init; }
    public required Words Name { get; init; }

    /// <summary>The file says <c>isExecutable="true"</c>.</summary>
    public required bool IsExecutable { get; init; }

    public int Line { get; init; }

    /// <summary>Which way through the phases it drives (<c>lms:flow</c>): a new tilbud unless it says otherwise.</summary>
    public CaseFlow Flow { get; init; }

    /// <summary>All flow nodes, those inside sub-processes too, in the order of the file.</summary>
    public required ImmutableArray<ProcessElement> Elements { get; init; }

    public required ImmutableArray<SequenceFlow> Flows { get; init; }

    public IEnumerable<ProcessElement> Inside(ProcessElement? scope) => Elements.Where(element => element.Parent == scope);
}

/// <summary>A message from one pool to another.</summary>
public sealed record MessageFlow(string Id, ProcessElement? Source, ProcessElement? Target);
