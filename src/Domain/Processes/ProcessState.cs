using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>An element that has been entered and waits: a task, a sub-process with things going on inside, a catch event, or something stuck.</summary>
/// <param name="Number">Unique within the process, given in the order things were entered.</param>
/// <param name="Scope">Number of the sub-process it lies in; 0 is the process itself.</param>
/// <param name="Stuck">Codes of the reasons it cannot go on; empty when it merely waits.</param>
public sealed record ProcessItem(
    int Number, string ElementId, ItemKind Kind, int Scope, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, TaskRoles Roles, ImmutableArray<string> Stuck)
{
    /// <summary>Of a repeated activity: how many times at most; 0 when that is open.</summary>
    public int Most { get; init; }

    /// <summary>Of a repeated activity: how many instances are completed.</summary>
    public int Completed { get; init; }

    public bool IsStuck => Kind is ItemKind.StuckAction or ItemKind.StuckToken;

    public bool Equals(ProcessItem? other) =>
        other is not null && Number == other.Number && ElementId == other.ElementId && Kind == other.Kind && Scope == other.Scope
        && OpenedAt == other.OpenedAt && DueAt == other.DueAt && Roles == other.Roles && Most == other.Most && Completed == other.Completed && Stuck.AsSpan().SequenceEqual(other.Stuck.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Number, ElementId, Kind, Scope);
}

/// <summary>A token that waits at a joining gateway (BPMN 2.0.2 §13.4.1, §13.4.3).</summary>
public sealed record WaitingToken(string Gateway, string Flow, int Scope);

/// <summary>A timer that will ask to be fired. <paramref name="On"/> is the item it interrupts, accompanies or is; 0 is the process itself.</summary>
/// <param name="Left">How many times more it fires, -1 without end.</param>
public sealed record ProcessTimer(int Number, string ElementId, int On, DateTimeOffset DueAt, int Left = 0);

/// <summary>
/// Where the process of a case stands: at a resting point, with no token on its way. The fold of <see cref="ProcessMoved"/> and its sisters;
/// needs no definition, so an old case can be read when the definition's language has moved on.
/// </summary>
public sealed record ProcessState
{
    public required string Definition { get; init; }
    public required int DefinitionVersion { get; init; }

    /// <summary>Lower-case hex SHA-256 of the definition's file.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Id of the process in the file.</summary>
    public required string ProcessId { get; init; }

    /// <summary>The versions of the processes it calls; the case keeps them.</summary>
    public ImmutableArray<CalledDefinition> Calls { get; init; } = [];

    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public ImmutableArray<ProcessItem> Items { get; init; } = [];
    public ImmutableArray<WaitingToken> Waiting { get; init; } = [];
    public ImmutableArray<ProcessTimer> Timers { get; init; } = [];

    /// <summary>The number the next item or timer will have.</summary>
    public int Next { get; init; } = 1;

    /// <summary>A move to another version that both sides of the case are asked about; null when none is.</summary>
    public MoveProposal? Move { get; init; }

    public bool IsEnded => EndedAt is not null;

    public IEnumerable<ProcessItem> UserTasks => Items.Where(item => item.Kind == ItemKind.UserTask);

    public IEnumerable<ProcessItem> StuckItems => Items.Where(item => item.IsStuck);

    public ProcessItem? Find(int number)
    {
        foreach (var item in Items)
            if (item.Number == number) return item;
        return null;
    }

    /// <summary>The first timer to fall due, if any.</summary>
    public DateTimeOffset? NextDue => Timers.IsEmpty ? null : Timers.Min(timer => timer.DueAt);

    public ProcessState After(ImmutableArray<ProcessStep> steps, DateTimeOffset at)
    {
        var position = new ProcessPosition(this);
        foreach (var step in steps) position.Apply(step, at);
        return position.Rest();
    }

    public bool Equals(ProcessState? other) =>
        other is not null && Definition == other.Definition && DefinitionVersion == other.DefinitionVersion && ContentHash == other.ContentHash
        && ProcessId == other.ProcessId && StartedAt == other.StartedAt && Calls.AsSpan().SequenceEqual(other.Calls.AsSpan()) && EndedAt == other.EndedAt && Next == other.Next && Move == other.Move
        && Items.AsSpan().SequenceEqual(other.Items.AsSpan()) && Waiting.AsSpan().SequenceEqual(other.Waiting.AsSpan())
        && Timers.AsSpan().SequenceEqual(other.Timers.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Definition, DefinitionVersion, Next, Items.Length, Timers.Length, EndedAt);
}
