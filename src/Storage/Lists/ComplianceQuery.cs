using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>Which cases a compliance report is about: those under way at some time in the period. What is null does not narrow.</summary>
public sealed record ComplianceQuery(DateOnly From, DateOnly To)
{
    /// <summary>The LMS or an owning unit.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>What the asker may see; null: everything.</summary>
    public Sight? Sight { get; init; }

    /// <summary>The cases one figure counts. Narrows lists, and no figures.</summary>
    public ComplianceFigure? Figure { get; init; }

    /// <summary><see cref="CompliancePage.Next"/> of the page before. One that is not understood begins at the first page.</summary>
    public string? After { get; init; }

    public int Limit { get; init; } = 50;
}

/// <summary>A case in the list behind a figure.</summary>
/// <param name="Title">Null when erased.</param>
public sealed record ComplianceLine(CaseId Id, string Number, string? Title, UnitId LmsUnit, Phase Phase, Standing Standing, CaseCompliance Compliance);

/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record CompliancePage(IReadOnlyList<ComplianceLine> Cases, string? Next);
