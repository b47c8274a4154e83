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
        foreach (var item in process.Items)
            foreach (var boundary in Plan.To[item.ElementId]!.Boundaries)
                if (boundary.Trigger == Trigger.Timer && IsNew(boundary, item) && process.Timers.All(timer => timer.On != item.Number || timer.ElementId != boundary.Id))
                    steps.Add(ProcessStep.SetTimer(next++, boundary.Id, item.Number, DueCalendar.Due(boundary.Timer!, now)));
        return steps.ToImmutable();
    }

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

    /// <summary>The old version had no such timer on the step: one that has fired already is not set again.</summary>
    bool IsNew(ProcessElement boundary, ProcessItem item) =>
        !Plan.From.Elements.Any(element => element.AttachedTo is { } host && Plan.IdOf(element.Id) == boundary.Id && Plan.IdOf(host.Id) == item.ElementId);
}
