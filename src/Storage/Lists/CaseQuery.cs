using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>Which cases to list. What is null does not narrow.</summary>
public sealed record CaseQuery
{
    /// <summary>Most cases given in one page.</summary>
    public const int LargestPage = 200;

    public Phase? Phase { get; init; }
    public Standing? Standing { get; init; }

    /// <summary>The LMS or an owning unit.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>Coordinates the case or works in it.</summary>
    public PersonId? Member { get; init; }

    /// <summary>What the asker may see; null: everything.</summary>
    public Sight? Sight { get; init; }

    /// <summary><see cref="CasePage.Next"/> of the page before. One that is not understood begins at the first page.</summary>
    public string? After { get; init; }

    public int Limit { get; init; } = 50;
}

/// <summary>Sees the cases of these units, and those the person coordinates or works in.</summary>
public sealed record Sight(PersonId Person, ImmutableArray<UnitId> Units);

/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record CasePage(IReadOnlyList<CaseRow> Cases, string? Next);
