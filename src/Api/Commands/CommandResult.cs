using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What came of a command.</summary>
public abstract record CommandResult
{
    /// <summary>Carried out and durable.</summary>
    /// <param name="FirstAnswer">Set when the same idempotency key had been used: what the first one was answered.</param>
    public sealed record Done(CaseFile File, ImmutableArray<Fact> Facts, string? FirstAnswer = null) : CommandResult;

    /// <summary>You may not, here is why.</summary>
    /// <param name="File">The case, when the asking person may see it.</param>
    /// <param name="Forbidden">The person lacks the right, whatever the state; otherwise a rule refused.</param>
    public sealed record Refused(ImmutableArray<Refusal> Reasons, CaseFile? File, bool Forbidden = false) : CommandResult;

    /// <summary>Somebody else was first. What they did is in <paramref name="Since"/>.</summary>
    public sealed record Stale(long ActualVersion, ImmutableArray<RecordedFact> Since) : CommandResult;

    public sealed record NotFound : CommandResult;
}

/// <summary>How a command is to be carried out.</summary>
/// <param name="ExpectedVersion">Refuse as stale unless the case has this version; null: decide again when another was first.</param>
/// <param name="IdempotencyKey">A repeated command with this key answers as the first one did.</param>
public sealed record CommandOptions(long? ExpectedVersion = null, string? IdempotencyKey = null)
{
    public static CommandOptions None { get; } = new();
}
