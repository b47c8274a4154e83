using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// A fast tilbud that may be run again (R140): the leader has decided so, and an earlier complete case has full medvirkning with both sides' sign-offs at every joint gate.
/// </summary>
/// <param name="Approved">The latest complete case with full medvirkning: its documents are what was last approved.</param>
/// <param name="Last">The latest complete case: its change list must be treated (R142).</param>
public sealed record PermanentOffer(TilbudId Tilbud, CaseFile Approved, CaseFile Last)
{
    /// <summary>Full revision is due after this many months (R143).</summary>
    public const int MonthsBetweenRevisions = 36;

    /// <param name="cases">The tilbud's cases that the asking person may read, oldest first.</param>
    /// <returns>Null when the tilbud may not be run again.</returns>
    public static PermanentOffer? Of(Tilbud tilbud, IEnumerable<CaseFile> cases)
    {
        if (tilbud.Status != TilbudStatus.Permanent) return null;
        ImmutableArray<CaseFile> complete = [.. cases.Where(file => file.Identity?.Tilbud == tilbud.Id && file.Phase == Phase.Ended && file.Continuation is not null)];
        return complete.LastOrDefault(IsApproved) is { } approved ? new(tilbud.Id, approved, complete[^1]) : null;
    }

    /// <summary>The gates a re-run rests on instead of passing them itself, as both sides signed them.</summary>
    public ImmutableArray<InheritedGate> Gates => GatesOf(Approved);

    /// <summary>When the whole way was last gone, from behovsvurdering on.</summary>
    public DateTimeOffset EstablishedAt => Approved.Rerun?.EstablishedAt ?? Approved.Passed(Gate.G2)!.At;

    /// <summary>R143: said, never stopped.</summary>
    public bool RevisionIsDue(DateOnly today) => OsloTime.Date(EstablishedAt).AddMonths(MonthsBetweenRevisions) < today;

    static bool IsApproved(CaseFile file) => Medvirkning.Of(file) == Medvirkningsgrad.Full && GatesOf(file) is [{ Gate: Gate.G1 }, { Gate: Gate.G2 }];

    /// <summary>G1 from the case where it was passed, G2 from the case itself.</summary>
    static ImmutableArray<InheritedGate> GatesOf(CaseFile file) =>
        [.. new[] { Inherited(file, Gate.G1) ?? file.Rerun?.Gates.FirstOrDefault(gate => gate.Gate == Gate.G1), Inherited(file, Gate.G2) }.OfType<InheritedGate>()];

    static InheritedGate? Inherited(CaseFile file, Gate gate) =>
        file.Passed(gate) is { Package: { } number } && file.SignOffs.Packages.FirstOrDefault(package => package.Gate == gate && package.Number == number) is { } package
            ? new(gate, file.Id, number, package.Hash) : null;
}
