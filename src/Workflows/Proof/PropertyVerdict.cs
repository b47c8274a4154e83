using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What the proof says of one property.</summary>
/// <param name="Holds">Null where it does not apply, or was not decided.</param>
/// <param name="Elements">Where it is broken.</param>
/// <param name="CounterExample">The shortest way there: ids of elements in the order things happen.</param>
public sealed record PropertyVerdict(bool? Holds, ImmutableArray<string> Elements, ImmutableArray<string> CounterExample)
{
    public static PropertyVerdict NotApplicable { get; } = new(null, [], []);

    public static PropertyVerdict Kept { get; } = new(true, [], []);

    public static PropertyVerdict Broken(IEnumerable<string> elements, IEnumerable<string> counterExample) => new(false, [.. elements], [.. counterExample]);

    /// <summary>What is wrong, in words; null when nothing is.</summary>
    public Words? Sentence { get; init; }
}
