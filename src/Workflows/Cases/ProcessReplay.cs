using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>One fact of a case's stream with its stamp.</summary>
public sealed record StampedFact(Fact Fact, Stamp Stamp);

/// <summary>What came of driving the process again.</summary>
/// <param name="Commands">How many commands were driven again and gave the very same facts.</param>
/// <param name="Moves">How many moves to another version were made again by their plan.</param>
/// <param name="Unexplained">Index of the first fact that no request gives; null when all follow.</param>
public sealed record ReplayResult(int Commands, int Moves, int? Unexplained)
{
    public CaseFile? Case { get; init; }
}

/// <summary>
/// Drives a case's process again from what people did: for each run of facts with one stamp there must be a request after which the engine, on the pinned definition, gives exactly the facts
/// that are stored. So the process's state follows from the facts and the drawing, and was not written into the record by hand.
/// </summary>
public static class ProcessReplay
{
    /// <param name="context">What a rule may look at besides the case and the time, at a fact.</param>
    /// <param name="same">Whether a fact the engine gives is the stored one.</param>
    /// <param name="pinned">The definition a case is pinned to, with what it calls drawn in; null when it is not at hand.</param>
    /// <param name="plan">The plan a case was moved by; null when it is not at hand.</param>
    public static ReplayResult Run(
        CaseId id, IReadOnlyList<StampedFact> facts, Func<CaseFile, Stamp, CaseContext> context, Func<ProcessStarted, ProcessDefinition?> pinned, Func<ProcessMigrated, ProcessState, MovePlan?> plan,
        Func<Fact, StampedFact, bool> same)
    {
        var (file, stream) = (CaseFile.Unregistered(id), new Stream(facts, context, pinned, plan, same));
        var (commands, moves, at) = (0, 0, 0);
        while (at < facts.Count)
        {
            if (Explained(file, stream, at, EndOfRun(facts, at)) is not { } end) return new(commands, moves, at) { Case = file };
            if (facts[at].Fact is ProcessMigrated) moves++;
            else commands++;
            for (; at < end; at++) file = file.After(facts[at].Fact, facts[at].Stamp);
        }

        return new(commands, moves, null) { Case = file };
    }

    /// <summary>Facts of one command have one stamp; commands of one instant may follow each other.</summary>
    static int EndOfRun(IReadOnlyList<StampedFact> facts, int from)
    {
        var to = from;
        while (to < facts.Count && facts[to].Stamp == facts[from].Stamp) to++;
        return to;
    }

    /// <summary>Where the first command from here ends, when one explains the facts; the shortest first, and only such as leaves the rest explained.</summary>
    static int? Explained(CaseFile file, Stream stream, int from, int last)
    {
        for (var to = from + 1; to <= last; to++)
        {
            if (!Follows(file, stream, from, to)) continue;
            if (to == last) return to;
            var after = file;
            for (var i = from; i < to; i++) after = after.After(stream.Facts[i].Fact, stream.Facts[i].Stamp);
            if (Explained(after, stream, to, last) is not null) return to;
        }

        return null;
    }

    static bool Follows(CaseFile file, Stream stream, int from, int to)
    {
        ImmutableArray<StampedFact> stored = [.. stream.Facts.Skip(from).Take(to - from)];
        if (stored[0].Fact is ProcessMigrated migrated) return IsMovedByPlan(file, stream, migrated, stored);
        ImmutableArray<Fact> all = [.. stored.Select(one => one.Fact)];
        var started = all.OfType<ProcessStarted>().FirstOrDefault() ?? (file.Process is { } process ? Started(process) : null);
        if (started is null || stream.Pinned(started) is not { } definition) return false;
        var now = stream.Context(file, stored[0].Stamp);
        // what people did comes first, what the process did of it after
        for (var done = all.TakeWhile(fact => !IsOfProcess(fact)).Count(); done >= 0; done--)
            foreach (var asked in Asked(file, all))
                if ((done > 0 || asked is not null) && Same(CaseWorkflow.Follow(definition, now, all[..done], asked, null), stored[done..], stream.Same)) return true;
        return false;
    }

    /// <summary>The plan allows it, both sides have consented where it weakens participation, and it gives exactly what is stored.</summary>
    static bool IsMovedByPlan(CaseFile file, Stream stream, ProcessMigrated migrated, ImmutableArray<StampedFact> stored)
    {
        if (file.Process is not { } process || stream.Plan(migrated, process) is not { } plan) return false;
        var move = new MoveToVersion(plan);
        return CaseWorkflow.Decide(plan.From, stream.Context(file, stored[0].Stamp), move) is Decision.Accepted accepted && Same(accepted.Facts, stored, stream.Same);
    }

    static ProcessStarted Started(ProcessState process) => new(process.Definition, process.DefinitionVersion, process.ContentHash, process.ProcessId, process.Calls);

    static bool Same(IEnumerable<Fact> given, ImmutableArray<StampedFact> stored, Func<Fact, StampedFact, bool> same)
    {
        ImmutableArray<Fact> all = [.. given];
        return all.Length == stored.Length && all.Zip(stored).All(pair => same(pair.First, pair.Second));
    }

    /// <summary>The requests that could have moved the process: none, or one on what the facts closed, fired or set free.</summary>
    static IEnumerable<ProcessRequest?> Asked(CaseFile file, ImmutableArray<Fact> all)
    {
        yield return null;
        var steps = all.OfType<ProcessMoved>().SelectMany(moved => moved.Steps).ToList();
        foreach (var step in steps.Where(step => step.Kind == StepKind.Close && file.Process?.Find(step.Item) is not null)) yield return new CompleteWorkItem(step.Item);
        foreach (var step in steps.Where(step => step.Kind == StepKind.ClearTimer)) yield return new FireDueTimer(step.Item);
        foreach (var stuck in file.Process?.Items.Where(item => item.IsStuck) ?? []) yield return new RetryStuck(stuck.Number);
    }

    /// <summary>What only the engine can have done; nobody's request ends in a passed gate.</summary>
    static bool IsOfProcess(Fact fact) => fact is GatePassed or ProcessStarted or ProcessMoved or ProcessStuck or ProcessUnstuck or ProcessDeadlinesMoved;

    sealed record Stream(
        IReadOnlyList<StampedFact> Facts, Func<CaseFile, Stamp, CaseContext> Context, Func<ProcessStarted, ProcessDefinition?> Pinned, Func<ProcessMigrated, ProcessState, MovePlan?> Plan, Func<Fact, StampedFact, bool> Same);
}
