using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>Units' participation balances, for pages and programs alike: who may read which, and the figures.</summary>
public sealed class Balances(ICaseStore store, People people, DefinitionPath definitions, TimeProvider clock)
{
    /// <summary>Years before this one that a question begins with, when it says nothing else.</summary>
    const int YearsBack = 2;

    public DateOnly Today => OsloTime.Date(clock.GetUtcNow());

    public DateOnly First => new(Today.Year - YearsBack, 1, 1);

    /// <param name="unit">Null: the whole organisation.</param>
    public async Task<bool> MayRead(Actor actor, UnitId? unit, CancellationToken ct)
    {
        if (CaseAccess.Capacity(actor, Act.ReadBalance, unit, []) is not null) return true;
        return unit is { } one && people.Directory.Units.ContainsKey(one) && CaseAccess.Capacity(actor, Act.ReadBalance, unit, await definitions.SidesIn(one, actor.Person, ct)) is not null;
    }

    /// <summary>Units the person may read, by name; the whole organisation, null, last.</summary>
    public async Task<ImmutableArray<UnitId?>> Readable(Actor actor, CancellationToken ct)
    {
        var readable = ImmutableArray.CreateBuilder<UnitId?>();
        var worksIn = await WorksIn(actor, ct);
        foreach (var unit in people.Directory.Units.Values.OrderBy(unit => !unit.IsLms).ThenBy(unit => unit.Name, StringComparer.Ordinal))
            if (CaseAccess.Capacity(actor, Act.ReadBalance, unit.Id, []) is not null || worksIn.Contains(unit.Id) && await MayRead(actor, unit.Id, ct)) readable.Add(unit.Id);
        if (await MayRead(actor, null, ct)) readable.Add(null);
        return readable.ToImmutable();
    }

    /// <summary>Centres of open cases the person is in, by the list; whether an appointment is in force today is asked of the case.</summary>
    async Task<HashSet<UnitId>> WorksIn(Actor actor, CancellationToken ct) => actor.Person is not { } person ? [] :
        [.. (await store.Cases(new CaseQuery { Member = person, Standing = Standing.Open, Limit = CaseQuery.LargestPage }, ct)).Cases.Select(row => row.LmsUnit)];

    public async Task<UnitBalance> Of(UnitId? unit, DateOnly from, DateOnly to, CancellationToken ct) => UnitBalance.Of(await store.EndedCases(unit, ct), from, to, Today);
}
