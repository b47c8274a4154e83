using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>How a visit ended. <see cref="SentBack"/>: a side asked for a change, so what was open at the gate ended undone (R79). <see cref="AlreadyDone"/>: what it asks for had been done before the case came there.</summary>
public enum VisitEnd { Open, Done, Interrupted, SentBack, AlreadyDone }

/// <summary>Once that a case was somewhere where it waited.</summary>
/// <param name="Element">Its name in the version the case follows now, if it is open; else in the one it followed then.</param>
/// <param name="Version">Of the definition, in the same way.</param>
/// <param name="By">Whose act ended it; null: the process itself.</param>
public sealed record StepVisit(
    int Item, string Element, int Version, ItemKind Kind, TaskRoles Roles, DateTimeOffset From, DateTimeOffset? To, VisitEnd End, PersonId? By, DateTimeOffset? Due, ImmutableArray<string> Stuck);

/// <summary>Where a case has been: folded from its stream fact by fact, needing no definition, so what is past is told as it was.</summary>
public sealed class CaseTrace(CaseId id)
{
    readonly List<StepVisit> visits = [];
    readonly Dictionary<int, int> open = [];
    readonly List<(Gate Gate, Side Side, DateTimeOffset At)> signOffs = [];
    readonly List<(Gate Gate, Stamp Stamp)> passed = [];
    CaseFile file = CaseFile.Unregistered(id);

    /// <summary>Under what stamp a change was last asked for.</summary>
    Stamp? changeAsked;

    public CaseId Id => id;

    /// <summary>Where the process stands; null before it has begun.</summary>
    public ProcessState? Process => file.Process;

    public IReadOnlyList<StepVisit> Visits => visits;

    /// <summary>Every sign-off that was given, withdrawn or not.</summary>
    public IReadOnlyList<(Gate Gate, Side Side, DateTimeOffset At)> SignOffs => signOffs;

    /// <summary>Each time a gate was passed, opened again later or not.</summary>
    public IReadOnlyList<(Gate Gate, Stamp Stamp)> Passed => passed;

    public static CaseTrace Of(CaseId id, IEnumerable<(Fact Fact, Stamp Stamp)> facts)
    {
        var trace = new CaseTrace(id);
        foreach (var (fact, stamp) in facts) trace.Add(fact, stamp);
        return trace;
    }

    public void Add(Fact fact, Stamp stamp)
    {
        if (fact is ChangeRequested) changeAsked = stamp;
        if (fact is GatePassed gate) passed.Add((gate.Gate, stamp));
        if (fact is SignOffGiven given) signOffs.Add((given.Gate, given.Side, stamp.At));
        if (fact is not CaseFact happened || !IsOfProcess(fact)) return;
        file = happened.Apply(file, stamp);
        if (fact is ProcessStarted) open.Clear();
        var before = visits.Count;
        if (fact is ProcessMoved moved)
            foreach (var step in moved.Steps) Follow(step, stamp, before);
        var items = (file.Process?.Items ?? []).ToDictionary(item => item.Number);
        foreach (var (number, at) in open.ToList())
        {
            if (items.TryGetValue(number, out var item))
                visits[at] = visits[at] with { Element = item.ElementId, Version = file.Process!.DefinitionVersion, Roles = item.Roles, Kind = item.Kind, Due = item.DueAt, Stuck = item.Stuck };
            else End(number, VisitEnd.Interrupted, stamp);
        }
    }

    static bool IsOfProcess(Fact fact) => fact is ProcessStarted or ProcessMoved or ProcessStuck or ProcessUnstuck or ProcessDeadlinesMoved or ProcessMigrated;

    /// <param name="before">How many visits there were before this move.</param>
    void Follow(ProcessStep step, Stamp stamp, int before)
    {
        if (step.Kind == StepKind.Open)
        {
            open[step.Item] = visits.Count;
            visits.Add(new(step.Item, step.Element ?? "", file.Process?.DefinitionVersion ?? 0, step.Waits ?? ItemKind.UserTask, step.Roles, stamp.At, null, VisitEnd.Open, null, step.Due, []));
        }
        else if (step.Kind == StepKind.Close) End(step.Item, Closed(step.Item, stamp, before), stamp);
        else if (step.Kind == StepKind.Drop) End(step.Item, VisitEnd.Interrupted, stamp);
    }

    VisitEnd Closed(int number, Stamp stamp, int before) =>
        changeAsked == stamp ? VisitEnd.SentBack : open.GetValueOrDefault(number, -1) >= before ? VisitEnd.AlreadyDone : VisitEnd.Done;

    void End(int number, VisitEnd end, Stamp stamp)
    {
        if (open.Remove(number, out var at)) visits[at] = visits[at] with { To = stamp.At, End = end, By = stamp.Person };
    }
}
