using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Moves a case to another version of its definition. Only the position gets new names; no finished step is done again. Timers that the new version has on an open
/// step and the old one had not are set, counted from now; those it has not are cleared; then the process settles as after any other act.
/// </summary>
public sealed record MoveToVersion(MovePlan Plan) : CaseRequest
{
    public override Act Act => Act.MoveCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [.. MoveCheck.Of(Plan, context), MoveCheck.Consent(Plan, context.Case)], () => [Migrated(context)]);

    /// <summary>Timers to clear and to set, as the engine would have written them.</summary>
    internal ImmutableArray<ProcessStep> Timers(ProcessState process, DateTimeOffset now)
    {
        var steps = ImmutableArray.CreateBuilder<ProcessStep>();
        foreach (var timer in process.Timers.Where(timer => Plan.To[timer.ElementId] is null || Plan.TargetOf(timer.ElementId) is null)) steps.Add(ProcessStep.ClearTimer(timer.Number, timer.ElementId));
        var next = process.Next;
        foreach (var (timer, on) in Waiting(process))
            if (IsNew(timer) && process.Timers.All(running => running.On != on || running.ElementId != timer.Id))
                steps.Add(ProcessStep.SetTimer(next++, timer.Id, on, DueCalendar.First(timer.Timer!, now), timer.Timer!.Times is { } times ? times - 1 : -1));
        return steps.ToImmutable();
    }

    /// <summary>The timers that the new version has on what is open, and on the process itself.</summary>
    IEnumerable<(ProcessElement Timer, int On)> Waiting(ProcessState process)
    {
        foreach (var start in Handlers(Plan.To.Handlers, process, 0)) yield return (start, 0);
        foreach (var item in process.Items)
        {
            var element = Plan.To[item.ElementId]!;
            // of a repeated activity the timers hang on the whole, and what is stuck has not begun
            if (!item.IsStuck && (element.Loop == LoopKind.None || item.Kind == ItemKind.Loop))
                foreach (var boundary in element.Boundaries.Where(boundary => boundary.Trigger == Trigger.Timer)) yield return (boundary, item.Number);
            if (item.Kind == ItemKind.SubProcess)
                foreach (var start in Handlers(element.Handlers, process, item.Number)) yield return (start, item.Number);
        }
    }

    /// <summary>None while an event sub-process of the scope goes on: it may have ended the others.</summary>
    IEnumerable<ProcessElement> Handlers(ImmutableArray<ProcessElement> handlers, ProcessState process, int scope) =>
        process.Items.Any(item => item.Scope == scope && Plan.To[item.ElementId]!.Kind == ElementKind.EventSubProcess) ? []
        : handlers.Select(handler => handler.Start).OfType<ProcessElement>().Where(start => start.Trigger == Trigger.Timer);

    ProcessMigrated Migrated(CaseContext context)
    {
        var process = context.Case.Process!;
        return new(
            process.Definition, Plan.From.Version, Plan.To.Version, Plan.To.ContentHash, Plan.Hash,
            [.. process.Items.Select(item => Moved(item, context.Now))],
            [.. process.Waiting.Distinct().Select(token => new TokenMoved(token.Gateway, token.Flow, token.Scope, Plan.IdOf(token.Gateway), Plan.IdOf(token.Flow)))],
            [.. process.Timers.Where(timer => Plan.TargetOf(timer.ElementId) is not null).Select(timer => new TimerMoved(timer.Number, Plan.IdOf(timer.ElementId)))]);
    }

    /// <summary>A deadline that runs, runs on, unless the new version says another: then it is counted from now.</summary>
    ItemMoved Moved(ProcessItem item, DateTimeOffset now)
    {
        var (was, target) = (Plan.From[item.ElementId]!, Plan.TargetOf(item.ElementId)!);
        var due = was.Lms.Due == target.Lms.Due ? item.DueAt : target.Lms.Due is { } rule ? DueCalendar.Due(rule, now) : null;
        return new(item.Number, target.Id, target.Lms.Roles, due);
    }

    /// <summary>The old version had no such timer there: one that has fired already is not set again.</summary>
    bool IsNew(ProcessElement timer) => !Plan.From.Elements.Any(element =>
        element.Trigger == Trigger.Timer && Plan.IdOf(element.Id) == timer.Id && Target(TimerHost.Of(element)) == TimerHost.Of(timer));

    ProcessElement? Target(ProcessElement? host) => host is null ? null : Plan.TargetOf(host.Id);
}

/// <summary>What a timer hangs on: the activity it is attached to, the scope whose event sub-process it starts (null: the process itself), or the event that waits.</summary>
static class TimerHost
{
    public static ProcessElement? Of(ProcessElement timer) => timer.Kind == ElementKind.StartEvent ? timer.Parent?.Parent : timer.AttachedTo ?? timer;
}
