using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

public enum VisitEnd { Open, Done, Interrupted }

/// <summary>Once that a case was somewhere where it waited.</summary>
/// <param name="Element">Its name in the version the case follows now, if it is open; else in the one it followed then.</param>
/// <param name="By">Whose act ended it; null: the process itself.</param>
public sealed record StepVisit(int Item, string Element, ItemKind Kind, TaskRoles Roles, DateTimeOffset From, DateTimeOffset? To, VisitEnd End, PersonId? By, DateTimeOffset? Due, ImmutableArray<string> Stuck);

/// <summary>Where a case has been: folded from its stream, needing no definition, so what is past is told as it was.</summary>
public static class CaseTrace
{
    public static ImmutableArray<StepVisit> Of(CaseId id, IEnumerable<(Fact Fact, Stamp Stamp)> facts)
    {
        var file = CaseFile.Unregistered(id);
        var visits = new List<StepVisit>();
        var open = new Dictionary<int, int>();
        foreach (var (fact, stamp) in facts)
        {
            if (fact is not CaseFact happened || !IsOfProcess(fact)) continue;
            file = happened.Apply(file, stamp);
            if (fact is ProcessStarted) open.Clear();
            if (fact is ProcessMoved moved)
                foreach (var step in moved.Steps) Follow(step, stamp, visits, open);
            var items = (file.Process?.Items ?? []).ToDictionary(item => item.Number);
            foreach (var (number, at) in open.ToList())
            {
                if (items.TryGetValue(number, out var item)) visits[at] = visits[at] with { Element = item.ElementId, Roles = item.Roles, Kind = item.Kind, Due = item.DueAt, Stuck = item.Stuck };
                else End(number, VisitEnd.Interrupted, stamp, visits, open);
            }
        }

        return [.. visits];
    }

    static bool IsOfProcess(Fact fact) => fact is ProcessStarted or ProcessMoved or ProcessStuck or ProcessUnstuck or ProcessDeadlinesMoved or ProcessMigrated;

    static void Follow(ProcessStep step, Stamp stamp, List<StepVisit> visits, Dictionary<int, int> open)
    {
        if (step.Kind == StepKind.Open)
        {
            open[step.Item] = visits.Count;
            visits.Add(new(step.Item, step.Element ?? "", step.Waits ?? ItemKind.UserTask, step.Roles, stamp.At, null, VisitEnd.Open, null, step.Due, []));
        }
        else if (step.Kind is StepKind.Close or StepKind.Drop) End(step.Item, step.Kind == StepKind.Close ? VisitEnd.Done : VisitEnd.Interrupted, stamp, visits, open);
    }

    static void End(int number, VisitEnd end, Stamp stamp, List<StepVisit> visits, Dictionary<int, int> open)
    {
        if (open.Remove(number, out var at)) visits[at] = visits[at] with { To = stamp.At, End = end, By = stamp.Person };
    }
}
