using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>Compliance reports (D28), for pages and programs alike: who may read which, and what they say.</summary>
public sealed class ComplianceReports(ICaseStore store, People people, TimeProvider clock)
{
    public DateOnly Today => OsloTime.Date(clock.GetUtcNow());

    /// <summary>Where a period begins when nobody says otherwise: last year and this.</summary>
    public DateOnly First => new(Today.Year - 1, 1, 1);

    /// <summary>Of one case as it is, or as it was: facts after it are not looked at.</summary>
    public async Task<ComplianceMatrix> Of(CaseFile file, CancellationToken ct)
    {
        var places = new FactPlaces();
        await foreach (var one in store.ReadOn(StreamId.Case(file.Id), 0, ct).TakeWhile(one => one.Version <= file.Version)) places.Add(one.Version, one.Fact, one.Stamp);
        return ComplianceMatrix.Of(file, places);
    }

    /// <param name="unit">Null: the whole organisation.</param>
    public static bool MayRead(Actor actor, UnitId? unit) => CaseAccess.Capacity(actor, Act.ReadCompliance, unit, []) is not null;

    /// <summary>Units the person may read, by name; the whole organisation, null, last.</summary>
    public ImmutableArray<UnitId?> Readable(Actor actor) =>
    [
        .. people.Directory.Units.Values.OrderBy(unit => !unit.IsLms).ThenBy(unit => unit.Name, StringComparer.Ordinal).Select(unit => (UnitId?)unit.Id).Append(null).Where(unit => MayRead(actor, unit)),
    ];

    /// <summary>Never a case the asker could not open: a unit's koordinator is not thereby the koordinator of a case the unit only owns a part of.</summary>
    public static ComplianceQuery Query(Actor actor, UnitId? unit, DateOnly from, DateOnly to) => new(from, to) { Unit = unit, Sight = ListReads.SightOf(actor) };
}
