using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>The rule of the field and the process, decided together: one request in, the facts of both out, to be stored as one write.</summary>
public static class CaseWorkflow
{
    /// <summary>Variables and actions the product's own definitions may use.</summary>
    public static ProcessVocabulary Vocabulary { get; } =
        new(CaseVariables.TypeOf, CaseActions.All.ToDictionary(action => action.Name, action => action.NeedsGate));

    /// <summary>Reads a definition that may drive cases.</summary>
    public static ReadResult Read(ReadOnlyMemory<byte> xml, int version = 1) => BpmnReader.Read(xml, Vocabulary, version);

    /// <param name="definition">The definition the case is pinned to; for a new case the one that will drive it.</param>
    /// <param name="context">The case and all a rule may look at. Access has been decided.</param>
    /// <param name="trail">Told where the process comes, when somebody rehearses.</param>
    public static Decision Decide(ProcessDefinition definition, CaseContext context, CaseRequest request, Trail? trail = null)
    {
        MustBePinned(definition, context.Case.Process);
        if (request is OpeningRequest opening && opening.Way != definition.Flow) return Decision.Refuse(new DefinitionIsForAnotherFlow());
        var decision = request.Decide(context);
        if (decision is not Decision.Accepted accepted) return decision;
        if (request is MoveToVersion move) return new Decision.Accepted([.. accepted.Facts, .. Settle(move, context, accepted.Facts)]);
        var asked = request as ProcessRequest;
        if (asked?.Unmet(definition, context.Case) is { } unmet) return Decision.Refuse(unmet);
        if (accepted.Facts.IsEmpty && asked is null) return decision;
        return new Decision.Accepted([.. accepted.Facts, .. Follow(definition, context, accepted.Facts, asked, trail)]);
    }

    /// <summary>What the process does when these facts have happened.</summary>
    internal static IEnumerable<Fact> Follow(ProcessDefinition definition, CaseContext context, ImmutableArray<Fact> happened, ProcessRequest? asked, Trail? trail)
    {
        var environment = new CaseEnvironment(context);
        foreach (var fact in happened) environment.Apply(fact);
        if (happened.Any(fact => fact is NeedRegistered)) return Begin(definition, environment, trail);
        if (environment.Case.Process is not { IsEnded: false }) return [];

        var moved = DeadlinesMoved(context, happened);
        foreach (var fact in moved) environment.Apply(fact);
        return [.. moved, .. Move(definition, environment, happened, asked, trail)];
    }

    /// <summary>The case stands in the new version: its timers are put right there, and what is in order goes on.</summary>
    static IEnumerable<Fact> Settle(MoveToVersion move, CaseContext context, ImmutableArray<Fact> happened)
    {
        var environment = new CaseEnvironment(context with { Forms = move.Plan.Forms });
        foreach (var fact in happened) environment.Apply(fact);
        var timers = move.Timers(environment.Case.Process!, context.Now);
        ImmutableArray<Fact> set = timers.IsEmpty ? [] : [new ProcessMoved(timers)];
        foreach (var fact in set) environment.Apply(fact);
        return [.. set, .. ProcessEngine.Settle(move.Plan.To, environment.Case.Process!, environment)];
    }

    static IEnumerable<Fact> Begin(ProcessDefinition definition, CaseEnvironment environment, Trail? trail)
    {
        var started = new ProcessStarted(definition.Id, definition.Version, definition.ContentHash, definition.Id, definition.Calls.IsEmpty ? null : definition.Calls);
        environment.Apply(started);
        return [started, .. ProcessEngine.Start(definition, environment.Case.Process!, environment, trail)];
    }

    static ImmutableArray<Fact> DeadlinesMoved(CaseContext context, ImmutableArray<Fact> happened) =>
        context.Case.Hold is { } hold && happened.Any(fact => fact is CaseResumed) ? [new ProcessDeadlinesMoved(context.Now - hold.Since)] : [];

    static ImmutableArray<Fact> Move(ProcessDefinition definition, CaseEnvironment environment, ImmutableArray<Fact> happened, ProcessRequest? asked, Trail? trail)
    {
        var run = new EngineRun(definition, environment.Case.Process!, environment, trail);
        foreach (var fact in happened)
            if (CaseMessages.Of(fact) is { } message) run.Deliver(message);
        asked?.Move(run);
        run.RetryAll();
        var facts = run.ToRest();
        return environment.Case.Standing == Standing.Cancelled && !run.IsEnded ? [.. facts, .. Stop(run)] : facts;
    }

    /// <summary>A cancelled case has no process going on, whether its drawing foresaw it or not.</summary>
    static ImmutableArray<Fact> Stop(EngineRun run)
    {
        run.End();
        return run.ToRest();
    }

    static void MustBePinned(ProcessDefinition definition, ProcessState? process)
    {
        if (process is not null && process.ContentHash != definition.ContentHash)
            throw new InvalidOperationException($"The case is pinned to {process.Definition} {process.ContentHash}, not to {definition.Id} {definition.ContentHash}.");
    }
}
