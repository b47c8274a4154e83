using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>Why a case cannot be moved by a plan. Everything that is wrong at once; nothing when it can be moved. Pure: the dry run is this function.</summary>
public static class MoveCheck
{
    public static ImmutableArray<Refusal> Of(MovePlan plan, CaseContext context)
    {
        if (context.Case.Process is not { IsEnded: false } process) return [Require.Open(context) ?? new ProcessIsEnded()];
        if (process.ContentHash != plan.From.ContentHash || process.DefinitionVersion != plan.From.Version) return [new CaseFollowsAnotherVersion(process.DefinitionVersion)];
        if (Require.Open(context) is { } closed) return [closed];
        if (plan.From.Flow != plan.To.Flow) return [new DefinitionIsForAnotherFlow()];
        if (!process.Calls.AsSpan().SequenceEqual(plan.To.Calls.AsSpan())) return [new CalledProcessesDiffer()];
        ImmutableArray<Refusal> position = [.. process.Items.SelectMany(item => OfItem(plan, process, item)), .. process.Waiting.Select(token => OfToken(plan, process, token)).OfType<Refusal>(),
            .. process.Timers.Select(timer => OfTimer(plan, process, timer)).OfType<Refusal>()];
        return position.IsEmpty ? [.. Gates(plan, context.Case, process)] : [.. position.Distinct()];
    }

    /// <summary>What both sides of the case have yet to say, when the new version weakens participation.</summary>
    public static Refusal? Consent(MovePlan plan, CaseFile file) => plan.ChangesHash is not { } hash ? null
        : file.Process?.Move is not { } move || move.To != plan.To.Version || move.ChangesHash != hash ? new MoveAwaitsConsent()
        : move.RefusedBy is not null ? new MoveWasRefused()
        : move.IsConsented ? null : new MoveAwaitsConsent();

    static IEnumerable<Refusal> OfItem(MovePlan plan, ProcessState process, ProcessItem item)
    {
        if (plan.From[item.ElementId] is not { } was || plan.TargetOf(item.ElementId) is not { } now)
        {
            yield return new StepHasNoTarget(plan.From[item.ElementId] is { } known ? Meaning.Named(known) : Words.Same($"«{item.ElementId}»"));
            yield break;
        }

        var name = Meaning.Named(was);
        if (now.Kind != was.Kind || now.Trigger != was.Trigger || now.EventName != was.EventName || now.Loop != was.Loop || now.Lms.Action != was.Lms.Action || Meaning.IsSignOff(now) != Meaning.IsSignOff(was)) yield return new StepIsOfAnotherKind(name);
        if (now.Lms.Gate != was.Lms.Gate) yield return new StepIsAtAnotherGate(name);
        if (now.Phase != was.Phase) yield return new StepIsInAnotherPhase(name);
        if (!LiesIn(now, process, item.Scope, plan) || !IsChosenBetween(now, process, item, plan)) yield return new StepLiesElsewhere(name);
    }

    static bool LiesIn(ProcessElement now, ProcessState process, int scope, MovePlan plan)
    {
        var around = process.Find(scope);
        // a repetition and a choice lie around what they hold, but are no sub-process in the drawing
        while (around is { Kind: ItemKind.Loop or ItemKind.Choice }) around = process.Find(around.Scope);
        return around is null ? now.Parent is null : now.Parent is not null && now.Parent == plan.TargetOf(around.ElementId);
    }

    /// <summary>An event that an event-based gateway waits for comes right after that gateway in the new version too.</summary>
    static bool IsChosenBetween(ProcessElement now, ProcessState process, ProcessItem item, MovePlan plan) =>
        process.Find(item.Scope) is not { Kind: ItemKind.Choice } choice || now.Incoming.Any(flow => flow.Source == plan.TargetOf(choice.ElementId));

    static JoinHasNoTarget? OfToken(MovePlan plan, ProcessState process, WaitingToken token)
    {
        var was = plan.From[token.Gateway];
        var now = plan.TargetOf(token.Gateway);
        var name = was is null ? Words.Same($"«{token.Gateway}»") : Meaning.Named(was);
        return was is not null && now is not null && now.Kind == was.Kind && now.Incoming.Length > 1 && now.Incoming.Any(flow => flow.Id == plan.IdOf(token.Flow)) && LiesIn(now, process, token.Scope, plan)
            ? null : new JoinHasNoTarget(name);
    }

    /// <summary>A timer that is gone in the new version is cleared; one that is there must hang on the same step.</summary>
    static TimerHangsElsewhere? OfTimer(MovePlan plan, ProcessState process, ProcessTimer timer)
    {
        if (plan.TargetOf(timer.ElementId) is not { } now) return null;
        var host = process.Find(timer.On) is { } item ? plan.TargetOf(item.ElementId) : null;
        // what it hangs on has no target: that is the reason, and is told once
        if (host is null && timer.On != 0) return null;
        return now.Trigger == Trigger.Timer && TimerHost.Of(now) == host ? null
            : new TimerHangsElsewhere(plan.From[timer.ElementId] is { } was ? Meaning.Named(was) : Words.Same($"«{timer.ElementId}»"));
    }

    /// <summary>No gate that the case has passed may come again, and none that it has not passed may be left behind.</summary>
    static IEnumerable<Refusal> Gates(MovePlan plan, CaseFile file, ProcessState process)
    {
        var before = Ahead(process.Items.Select(item => plan.From[item.ElementId]!).Concat(process.Waiting.Select(token => plan.From[token.Gateway]!)));
        var after = Ahead(process.Items.Select(item => plan.TargetOf(item.ElementId)!).Concat(process.Waiting.Select(token => plan.TargetOf(token.Gateway)!)));
        foreach (var gate in Enum.GetValues<Gate>())
        {
            if (file.Passed(gate) is not null && after.Contains(gate) && !before.Contains(gate)) yield return new PassedGateWouldLieAhead(gate);
            if (file.Passed(gate) is null && before.Contains(gate) && !after.Contains(gate)) yield return new GateWouldLieBehind(gate);
        }
    }

    /// <summary>Gates that the flows lead to from here, out of the sub-processes around too. What only a cancelling or reopening message leads to is not ahead.</summary>
    static HashSet<Gate> Ahead(IEnumerable<ProcessElement> standing)
    {
        var seen = new HashSet<ProcessElement>();
        var next = new Stack<ProcessElement>();
        foreach (var element in standing)
            // a sub-process that is open lies around other tokens: what is ahead in it is told by them
            if (element.Kind.IsScope()) Leave(element, next);
            else next.Push(element);
        var gates = new HashSet<Gate>();
        while (next.TryPop(out var element))
        {
            if (!seen.Add(element)) continue;
            if (Meaning.IsGate(element) && element.Lms.Gate is { } gate) gates.Add(gate);
            if (element.Kind.IsScope() && element.Start is { } start) next.Push(start);
            Leave(element, next);
        }

        return gates;
    }

    static void Leave(ProcessElement element, Stack<ProcessElement> next)
    {
        foreach (var flow in element.Outgoing) next.Push(flow.Target);
        foreach (var boundary in element.Boundaries)
            if (boundary.Trigger is not (Trigger.Message or Trigger.Signal))
                foreach (var flow in boundary.Outgoing) next.Push(flow.Target);
        if (element.LinkedTo is { } link) next.Push(link);
        else if (element.Outgoing.IsEmpty && element.Parent is { } around) Leave(around, next);
    }
}
