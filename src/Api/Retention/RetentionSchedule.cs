using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Portal;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>One kind of text in one case, and when it falls due.</summary>
/// <param name="Title">Null when erased.</param>
/// <param name="Erasure">Number of the erasure that is proposed and waits.</param>
public sealed record RetentionItem(CaseId Case, string Number, string? Title, UnitId LmsUnit, RetentionDue Due, DateOnly On, RetentionState State, int? Erasure);

/// <summary>What falls due, worked out from a small list of cases by the rules of today.</summary>
public sealed class RetentionSchedule(ICaseStore store, ErasureSight erasures, People people, TimeProvider clock)
{
    public DateOnly Today => OsloTime.Date(clock.GetUtcNow());

    /// <summary>A period when nobody says otherwise: what is due already, however long ago, and what falls due within a year.</summary>
    public (DateOnly From, DateOnly To) Period => (Today.AddYears(-20), Today.AddYears(1));

    /// <summary>Soonest due first.</summary>
    public async Task<ImmutableArray<RetentionItem>> Find(Actor actor, UnitId? unit, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var (today, rules, proposed) = (Today, people.Directory.Retention, await Proposed(ct));
        var items = new List<RetentionItem>();
        foreach (var row in await store.Retention(unit, ListReads.SightOf(actor), ct))
            foreach (var kind in row.Kinds)
                if (row.Retention.Due(kind, rules) is { On: { } on } due && on >= from && on <= to)
                    items.Add(Item(row, due, on, proposed.TryGetValue((row.Id, kind), out var number) ? number : null, today));
        return [.. items.OrderBy(item => item.On).ThenBy(item => item.Number, StringComparer.Ordinal).ThenBy(item => item.Due.Kind)];
    }

    static RetentionItem Item(RetentionRow row, RetentionDue due, DateOnly on, int? erasure, DateOnly today) => new(
        row.Id, row.Number, row.Title, row.LmsUnit, due, on, erasure is not null ? RetentionState.Proposed : on <= today ? RetentionState.Overdue : RetentionState.Later, erasure);

    /// <summary>Erasures that wait, by the case and the kinds they concern.</summary>
    async Task<Dictionary<(CaseId Case, RetentionKind Kind), int>> Proposed(CancellationToken ct)
    {
        var proposed = new Dictionary<(CaseId, RetentionKind), int>();
        foreach (var erasure in (await erasures.Known(ct)).Erasures.Where(erasure => erasure is { Standing: ErasureStanding.Waiting, Ground: ErasureGround.RetentionExpired }))
            foreach (var place in erasure.Texts)
                if (new StreamId(place.Stream).AsCase is { } id && RetentionKinds.Of(place.Field) is { } kind) proposed[(id, kind)] = erasure.Number;
        return proposed;
    }

    /// <summary>Every kind a case has texts of, with how many. A case whose time has not begun has kinds that fall due on no day yet.</summary>
    public async Task<ImmutableArray<CaseRetentionKind>> OfCase(CaseFile file, CancellationToken ct)
    {
        var (rules, proposed, retention, identity) = (people.Directory.Retention, await Proposed(ct), CaseRetention.Of(file), file.Identity!);
        return
        [
            .. (await store.TextsOf(StreamId.Case(file.Id), ct)).GroupBy(place => RetentionKinds.Of(place.Field)).Where(kind => kind.Key is not null).OrderBy(kind => kind.Key).Select(kind => new CaseRetentionKind(
                retention?.Due(kind.Key!.Value, rules) ?? new(kind.Key!.Value, rules.For([.. identity.Owners.Prepend(identity.LmsUnit)], kind.Key.Value), null, null), kind.Count(),
                proposed.TryGetValue((file.Id, kind.Key!.Value), out var number) ? number : null)),
        ];
    }

    /// <summary>Units the person may read the list of, by name; the whole organisation, null, last.</summary>
    public ImmutableArray<UnitId?> Readable(Actor actor) => Units(unit => RetentionAccess.MayReadList(actor, unit));

    /// <summary>Units the person may read the rules of.</summary>
    public ImmutableArray<UnitId?> WithReadableRules(Actor actor) => Units(unit => RetentionAccess.MayReadRules(actor, unit));

    ImmutableArray<UnitId?> Units(Func<UnitId?, bool> may) =>
        [.. people.Directory.Units.Values.OrderBy(unit => !unit.IsLms).ThenBy(unit => unit.Name, StringComparer.Ordinal).Select(unit => (UnitId?)unit.Id).Append(null).Where(may)];
}

/// <summary>A kind of text a case has.</summary>
/// <param name="Erasure">Number of the erasure that is proposed and waits.</param>
public sealed record CaseRetentionKind(RetentionDue Due, int Texts, int? Erasure);
