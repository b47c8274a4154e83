using System.Collections.Immutable;

namespace LmsWorkflow.Workflows;

/// <summary>All that can be said of a drawing before anything runs in it.</summary>
public sealed record Verification
{
    /// <summary>Our engine can run it.</summary>
    public required bool Executable { get; init; }

    /// <summary>The file could be read whole. Otherwise nothing is judged, and the findings say why.</summary>
    public required bool IsReadable { get; init; }

    /// <summary>It drives no case: other definitions may call it (<see cref="ProcessDefinition.IsPart"/>), and no gate is at stake.</summary>
    public bool IsPart { get; init; }

    public required PropertyVerdict Safeness { get; init; }
    public required PropertyVerdict OptionToComplete { get; init; }
    public required PropertyVerdict ProperCompletion { get; init; }
    public required PropertyVerdict NoDeadActivities { get; init; }
    public required PropertyVerdict Participation { get; init; }
    public required PropertyVerdict Staffable { get; init; }

    /// <summary>States looked at, in all explorations.</summary>
    public required int States { get; init; }

    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>Nothing stands in the way of driving cases by it: it runs, every property that applies is decided and holds, and there is no error.</summary>
    public bool MayBePublished => Executable && Properties.All(property => property.Verdict.Holds == true || (IsPart && property is { Name: "participation" or "staffable", Verdict.Holds: null })) && Findings.All(finding => finding.Severity != Severity.Error);

    public IEnumerable<(string Name, PropertyVerdict Verdict)> Properties =>
    [
        ("safeness", Safeness), ("optionToComplete", OptionToComplete), ("properCompletion", ProperCompletion),
        ("noDeadActivities", NoDeadActivities), ("participation", Participation), ("staffable", Staffable),
    ];
}
