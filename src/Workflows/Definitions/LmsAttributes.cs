using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What our own attributes (<c>urn:lmsworkflow:bpmn:1</c>) say of an element.</summary>
public sealed record LmsAttributes
{
    public static LmsAttributes None { get; } = new();

    /// <summary>On a sub-process: the phase it stands for.</summary>
    public Phase? Phase { get; init; }

    /// <summary>On a user task: what sort of work, e.g. <c>document</c>, <c>meeting</c>, <c>freeze</c>, <c>signOff</c>, <c>decision</c>. Pages choose a link by it.</summary>
    public string? Work { get; init; }

    /// <summary>Documents a user task is about.</summary>
    public ImmutableArray<DocumentKind> Documents { get; init; } = [];

    /// <summary>Who may do a user task.</summary>
    public TaskRoles Roles { get; init; }

    /// <summary>Deadline of a user task.</summary>
    public DueRule? Due { get; init; }

    /// <summary>Gate a task works towards, or that a service task passes.</summary>
    public Gate? Gate { get; init; }

    /// <summary>It speaks of no phase, gate, side, action or document, as nothing in a definition that only others call does.</summary>
    internal bool IsOfParts => this is { Gate: null, Phase: null, Action: null, Sides.IsEmpty: true, Documents.IsEmpty: true };

    /// <summary>Sides whose sign-off a task collects.</summary>
    public ImmutableArray<Side> Sides { get; init; } = [];

    /// <summary>A user task completes by itself when this holds; without it a person completes it.</summary>
    public FeelExpression? Done { get; init; }

    /// <summary>What a service task does.</summary>
    public string? Action { get; init; }
}
