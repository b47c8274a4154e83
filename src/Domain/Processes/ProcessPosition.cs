using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// A process state under change. The one place where a step takes effect: the engine moves by it and the fold replays by it, so the two cannot differ.
/// Total: a step about something that is not there does nothing.
/// </summary>
public sealed class ProcessPosition
{
    readonly ProcessState start;
    readonly List<ProcessItem> items;
    readonly List<WaitingToken> waiting;
    readonly List<ProcessTimer> timers;
    DateTimeOffset? endedAt;

    public ProcessPosition(ProcessState state)
    {
        start = state;
        items = [.. state.Items];
        waiting = [.. state.Waiting];
        timers = [.. state.Timers];
        Next = state.Next;
        endedAt = state.EndedAt;
    }

    public IReadOnlyList<ProcessItem> Items => items;
    public IReadOnlyList<WaitingToken> Waiting => waiting;
    public IReadOnlyList<ProcessTimer> Timers => timers;
    public int Next { get; private set; }
    public bool IsEnded => endedAt is not null;

    public ProcessItem? Find(int number)
    {
        foreach (var item in items)
            if (item.Number == number) return item;
        return null;
    }

    public void Apply(ProcessStep step, DateTimeOffset at)
    {
        switch (step.Kind)
        {
            case StepKind.Open:
                items.Add(new ProcessItem(step.Item, step.Element ?? "", step.Waits ?? ItemKind.UserTask, step.Scope, at, step.Due, step.Roles, []) { Most = step.Count });
                Next = Math.Max(Next, step.Item + 1);
                break;
            case StepKind.Close or StepKind.Drop:
                Remove(step.Item);
                break;
            case StepKind.Wait:
                waiting.Add(new WaitingToken(step.Element ?? "", step.Flow ?? "", step.Scope));
                break;
            case StepKind.Join:
                TakeOneOfEachFlow(step.Element, step.Scope);
                break;
            case StepKind.SetTimer:
                timers.Add(new ProcessTimer(step.Item, step.Element ?? "", step.On, step.Due ?? at, step.Count));
                Next = Math.Max(Next, step.Item + 1);
                break;
            case StepKind.ClearTimer:
                timers.RemoveAll(timer => timer.Number == step.Item);
                break;
            case StepKind.Count:
                CountOne(step.Item);
                break;
            case StepKind.Interrupt:
                Empty(step.Scope);
                break;
            case StepKind.End:
                items.Clear();
                waiting.Clear();
                timers.Clear();
                endedAt = at;
                break;
        }
    }

    /// <summary>An item is stuck, for these reasons.</summary>
    public void Stick(int number, ImmutableArray<string> reasons)
    {
        for (var i = 0; i < items.Count; i++)
            if (items[i].Number == number) items[i] = items[i] with { Stuck = reasons };
    }

    /// <summary>Every deadline moves, as after a hold.</summary>
    public void MoveDeadlines(TimeSpan by)
    {
        for (var i = 0; i < items.Count; i++)
            if (items[i].DueAt is { } due) items[i] = items[i] with { DueAt = due + by };
        for (var i = 0; i < timers.Count; i++)
            timers[i] = timers[i] with { DueAt = timers[i].DueAt + by };
    }

    public ProcessState Rest() =>
        start with { Items = [.. items], Waiting = [.. waiting], Timers = [.. timers], Next = Next, EndedAt = endedAt };

    void Remove(int number)
    {
        items.RemoveAll(item => item.Number == number);
        timers.RemoveAll(timer => timer.On == number);
        Empty(number);
    }

    void Empty(int scope)
    {
        waiting.RemoveAll(token => token.Scope == scope);
        for (var inside = InScope(scope); inside != 0; inside = InScope(scope)) Remove(inside);
    }

    void CountOne(int number)
    {
        for (var i = 0; i < items.Count; i++)
            if (items[i].Number == number) items[i] = items[i] with { Completed = items[i].Completed + 1 };
    }

    int InScope(int scope)
    {
        foreach (var item in items)
            if (item.Scope == scope) return item.Number;
        return 0;
    }

    void TakeOneOfEachFlow(string? gateway, int scope)
    {
        var taken = new HashSet<string>();
        waiting.RemoveAll(token => token.Gateway == gateway && token.Scope == scope && taken.Add(token.Flow));
    }
}
