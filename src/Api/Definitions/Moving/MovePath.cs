using System.Collections.Immutable;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>One case in a plan: what would become, or became, of it.</summary>
public sealed record MoveLine(CaseId Case, string Number, Standing Standing, MoveOutcome Outcome, ImmutableArray<Refusal> Reasons);

public enum MoveOutcome { Ready, Moved, AwaitsConsent, Refused }

/// <summary>What a plan says before any case is looked at.</summary>
public sealed record PlannedMove(MovePlan Plan, ImmutableArray<MeaningChange> Changes);

/// <summary>
/// Moves open cases from one version to another: plan, dry run over the real cases, and execution, each case a command of its own down the one road. A case that
/// cannot be moved stays on its version and is listed with its reasons.
/// </summary>
public sealed class MovePath(ICaseStore store, Definitions definitions, DefinitionPath path, CommandPath commands, CaseLoader loader, TimeProvider clock)
{
    /// <summary>The plan, or why there can be none.</summary>
    public async Task<(PlannedMove? Move, Refusal? Refused)> Plan(string key, int from, int to, IReadOnlyDictionary<string, string> mapping, CancellationToken ct)
    {
        await definitions.EnsureKnown(key, from, ct);
        await definitions.EnsureKnown(key, to, ct);
        if (from == to || definitions.Find(key, from) is not { } was || definitions.Find(key, to) is not { } now) return (null, new NoSuchMove());
        var changes = MeaningDifference.Of(was.Process, now.Process, was.Forms, now.Forms);
        var weakens = changes.Any(change => change.Weakens);
        var chosen = mapping.Where(entry => entry.Key != entry.Value).ToImmutableDictionary();
        var plan = new MovePlan(was.Process, now.Process, now.Forms, chosen, await Keep(key, from, to, chosen, ct), weakens ? await store.PutContent(FrozenChanges.Bytes(changes), ct) : null);
        return plan.Unknown.FirstOrDefault() is { } unknown ? (null, new PlanNamesUnknown(unknown)) : (new(plan, changes), null);
    }

    /// <summary>What would become of each open case. Changes nothing.</summary>
    public async Task<ImmutableArray<MoveLine>> DryRun(PlannedMove move, Actor actor, CancellationToken ct)
    {
        var lines = ImmutableArray.CreateBuilder<MoveLine>();
        await foreach (var loaded in Cases(move.Plan, ct))
        {
            var reasons = MoveCheck.Of(PlanOf(move.Plan, loaded.File), commands.Context(loaded, actor, Role.Administrator));
            lines.Add(reasons.IsEmpty && MoveCheck.Consent(move.Plan, loaded.File) is { } consent
                ? Line(loaded.File, consent is MoveAwaitsConsent ? MoveOutcome.AwaitsConsent : MoveOutcome.Refused, [consent])
                : Line(loaded.File, reasons.IsEmpty ? MoveOutcome.Ready : MoveOutcome.Refused, reasons));
        }

        return lines.ToImmutable();
    }

    /// <summary>Carries the plan out. Where both sides must consent and have not been asked, they are asked now.</summary>
    public async Task<ImmutableArray<MoveLine>> Execute(string key, PlannedMove move, Actor actor, CancellationToken ct)
    {
        var plan = move.Plan;
        await Say(key, new CaseMoveBegun(plan.From.Version, plan.To.Version, plan.Hash), actor, ct);
        var lines = ImmutableArray.CreateBuilder<MoveLine>();
        await foreach (var loaded in Cases(plan, ct)) lines.Add(await Move(plan, loaded, actor, ct));
        ImmutableArray<CaseMoved> moved = [.. lines.Select(line => new CaseMoved(line.Case, Recorded(line.Outcome), [.. line.Reasons.Select(reason => reason.Code).Distinct()]))];
        await Say(key, new CasesMoved(plan.From.Version, plan.To.Version, plan.Hash, moved), actor, ct);
        return lines.ToImmutable();
    }

    /// <summary>How many open cases follow each version.</summary>
    public async Task<ImmutableSortedDictionary<int, int>> Counts(string key, CancellationToken ct)
    {
        var counts = ImmutableSortedDictionary<int, int>.Empty;
        await foreach (var loaded in OpenCases(key, ct))
            counts = counts.SetItem(loaded.File.Process!.DefinitionVersion, counts.GetValueOrDefault(loaded.File.Process.DefinitionVersion) + 1);
        return counts;
    }

    async Task<MoveLine> Move(MovePlan plan, LoadedCase loaded, Actor actor, CancellationToken ct)
    {
        var id = loaded.File.Id;
        plan = PlanOf(plan, loaded.File);
        var reasons = MoveCheck.Of(plan, commands.Context(loaded, actor, Role.Administrator));
        if (reasons.IsEmpty && MoveCheck.Consent(plan, loaded.File) is MoveAwaitsConsent awaited)
        {
            await commands.Run(id, new ProposeMove(plan.To.Version, plan.ChangesHash!), actor, CommandOptions.None, ct);
            return Line(loaded.File, MoveOutcome.AwaitsConsent, [awaited]);
        }

        return await commands.Run(id, new MoveToVersion(plan), actor, CommandOptions.None, ct) switch
        {
            CommandResult.Done => Line(loaded.File, MoveOutcome.Moved, []),
            CommandResult.Refused refused => Line(loaded.File, MoveOutcome.Refused, refused.Reasons),
            _ => Line(loaded.File, MoveOutcome.Refused, [new CaseWentOn()]),
        };
    }

    /// <summary>With the called processes drawn in as the case has them.</summary>
    MovePlan PlanOf(MovePlan plan, CaseFile file) => plan with { From = Pinned(plan.From, file), To = Pinned(plan.To, file) };

    ProcessDefinition Pinned(ProcessDefinition definition, CaseFile file) =>
        definitions.Find(definition.Id, definition.Version) is { } published ? definitions.Pinned(published, file.Process!.Calls).Process : definition;

    async IAsyncEnumerable<LoadedCase> Cases(MovePlan plan, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var loaded in OpenCases(plan.From.Id, ct))
            if (loaded.File.Process!.DefinitionVersion == plan.From.Version)
            {
                await definitions.Ensure(loaded.File, ct);
                yield return loaded;
            }
    }

    async IAsyncEnumerable<LoadedCase> OpenCases(string key, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var standing in new[] { Standing.Open, Standing.OnHold })
        {
            string? next = null;
            do
            {
                var page = await store.Cases(new CaseQuery { Standing = standing, After = next, Limit = CaseQuery.LargestPage }, ct);
                foreach (var row in page.Cases)
                    if (await loader.Current(row.Id, ct) is { File.Process: { } process } loaded && process.Definition == key) yield return loaded;
                next = page.Next;
            }
            while (next is not null);
        }
    }

    async Task Say(string key, Fact fact, Actor actor, CancellationToken ct)
    {
        var file = await path.Load(key, ct);
        var stamp = new Stamp(clock.GetUtcNow(), actor.Person, Role.Administrator, actor.SignIn);
        // what happened is told whatever else has been told meanwhile
        while (await store.Append(Append.To(StreamId.Definition(key), file.Version, stamp, fact), ct) is AppendResult.Conflict) file = await path.Load(key, ct);
        await path.Load(key, ct);
    }

    async Task<string> Keep(string key, int from, int to, ImmutableDictionary<string, string> mapping, CancellationToken ct) =>
        await store.PutContent(FrozenPlan.Of(key, from, to, mapping).Bytes(), ct);

    static MoveLine Line(CaseFile file, MoveOutcome outcome, ImmutableArray<Refusal> reasons) => new(file.Id, file.Identity?.Number ?? "", file.Standing, outcome, reasons);

    static CaseMoveOutcome Recorded(MoveOutcome outcome) => outcome switch
    {
        MoveOutcome.Moved => CaseMoveOutcome.Moved,
        MoveOutcome.AwaitsConsent => CaseMoveOutcome.AwaitsConsent,
        _ => CaseMoveOutcome.Refused,
    };
}

public sealed record NoSuchMove() : Refusal(new Words(
    "Velg to ulike utgaver som er publisert.", "Vel to ulike utgåver som er publiserte."));

public sealed record PlanNamesUnknown(string Element) : Refusal(new Words(
    $"Planen nevner «{Element}», som ikke finnes i tegningen. Rett planen.", $"Planen nemner «{Element}», som ikkje finst i teikninga. Rett planen."))
{
    public static string Field => "mapping";
}

public sealed record CaseWentOn() : Refusal(new Words(
    "Saken ble endret mens den skulle flyttes. Prøv igjen.", "Saka blei endra medan ho skulle flyttast. Prøv igjen."));
