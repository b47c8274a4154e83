using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A scenario as it was when it was run.</summary>
/// <param name="ContentHash">SHA-256 of its text; the text lies in the content store.</param>
public sealed record RehearsedScenario(string Name, string ContentHash);

/// <summary>The scenarios that all went as they say before a version was published, and how much of its drawing they went through together.</summary>
/// <param name="Elements">Elements they came to.</param>
/// <param name="Flows">Sequence flows they took.</param>
public sealed record Rehearsed(ImmutableArray<RehearsedScenario> Scenarios, int Elements, int AllElements, int Flows, int AllFlows)
{
    public bool Equals(Rehearsed? other) =>
        other is not null && Elements == other.Elements && AllElements == other.AllElements && Flows == other.Flows && AllFlows == other.AllFlows
        && Scenarios.AsSpan().SequenceEqual(other.Scenarios.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Scenarios.Length, Elements, Flows);
}
