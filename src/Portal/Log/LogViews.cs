using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A signed checkpoint in a list.</summary>
/// <param name="Witnesses">What the organisations that have co-signed are called.</param>
public sealed record CheckpointLine(long Size, DateTimeOffset At, ImmutableArray<string> Witnesses);

/// <param name="Key">As others write it into their tools.</param>
/// <param name="Until">Null while it is in use.</param>
public sealed record LogKeyLine(string Key, DateTimeOffset From, DateTimeOffset? Until, bool IsOurs);

/// <param name="Seen">When it last co-signed a checkpoint.</param>
/// <param name="Size">Events in that checkpoint; 0 when there is none.</param>
public sealed record WitnessLine(string Name, string Key, DateTimeOffset From, DateTimeOffset? Until, DateTimeOffset? Seen, long Size);

/// <summary>A check of the whole record: running while <paramref name="Ended"/> is null.</summary>
public sealed record CheckLine(DateTimeOffset Began, DateTimeOffset? Ended, long Done, long Size, long Checkpoints, ImmutableArray<Words> Faults);

/// <summary>The proof log as people see it.</summary>
/// <param name="Broken">The record does not fit its last checkpoint: what that means.</param>
/// <param name="Earlier">Checks that were made before, latest first.</param>
public sealed record LogView(
    string Origin, long Size, ImmutableArray<CheckpointLine> Checkpoints, ImmutableArray<LogKeyLine> Keys, ImmutableArray<WitnessLine> Witnesses, Words? Witnessed, Words? Broken,
    CheckLine? Check, ImmutableArray<Words> Earlier, bool MayManage, bool MayCheck);
