namespace LmsWorkflow.Domain;

/// <summary>Who did it, when, in which capacity and how they were signed in. Stored inside the hashed bytes of each event.</summary>
/// <param name="At">UTC.</param>
/// <param name="Person">Null when a due timer acted.</param>
/// <param name="Capacity">The role the act was allowed in (R178).</param>
/// <param name="SignIn">Authentication method and level (R82), e.g. <c>demo</c>, <c>idporten-loa-high</c>.</param>
public sealed record Stamp(DateTimeOffset At, PersonId? Person, Role Capacity, string SignIn);
