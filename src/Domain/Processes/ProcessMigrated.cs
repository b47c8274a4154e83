using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Where an open item stands in the version the case moved to.</summary>
public sealed record ItemMoved(int Item, string Element, TaskRoles Roles, DateTimeOffset? Due);

/// <summary>Where a waiting token stands in it.</summary>
public sealed record TokenMoved(string Gateway, string Flow, int Scope, string ToGateway, string ToFlow);

/// <summary>Where a running timer stands in it. It runs on as it was set.</summary>
public sealed record TimerMoved(int Timer, string Element);

/// <summary>
/// The case follows another version from now on. Only the position has new names: nothing that was finished is done again, and nothing that happened is changed.
/// Complete in itself, as <see cref="ProcessStep"/> is: the fold needs no definition.
/// </summary>
/// <param name="PlanHash">SHA-256 of the plan, in the content store.</param>
public sealed record ProcessMigrated(
    string Definition, int From, int To, string ContentHash, string PlanHash,
    ImmutableArray<ItemMoved> Items, ImmutableArray<TokenMoved> Tokens, ImmutableArray<TimerMoved> Timers) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file.Process is not { } process ? file : file with
    {
        Process = process with
        {
            DefinitionVersion = To,
            ContentHash = ContentHash,
            Move = null,
            Items = [.. process.Items.Select(Renamed)],
            Waiting = [.. process.Waiting.Select(Renamed)],
            Timers = [.. process.Timers.Select(Renamed)],
        },
    };

    ProcessItem Renamed(ProcessItem item) =>
        Items.FirstOrDefault(moved => moved.Item == item.Number) is { } to ? item with { ElementId = to.Element, Roles = to.Roles, DueAt = to.Due } : item;

    WaitingToken Renamed(WaitingToken token) =>
        Tokens.FirstOrDefault(moved => moved.Gateway == token.Gateway && moved.Flow == token.Flow && moved.Scope == token.Scope) is { } to
            ? new(to.ToGateway, to.ToFlow, token.Scope) : token;

    ProcessTimer Renamed(ProcessTimer timer) =>
        Timers.FirstOrDefault(moved => moved.Timer == timer.Number) is { } to ? timer with { ElementId = to.Element } : timer;

    public bool Equals(ProcessMigrated? other) =>
        other is not null && Definition == other.Definition && From == other.From && To == other.To && ContentHash == other.ContentHash && PlanHash == other.PlanHash
        && Items.AsSpan().SequenceEqual(other.Items.AsSpan()) && Tokens.AsSpan().SequenceEqual(other.Tokens.AsSpan()) && Timers.AsSpan().SequenceEqual(other.Timers.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Definition, From, To, Items.Length);
}
