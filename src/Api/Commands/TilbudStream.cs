using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>What happens in a case can move its tilbud. The tilbud's facts are stored in the same transaction, in its own stream.</summary>
static class TilbudStream
{
    /// <summary>None, or one append to the stream of the case's tilbud.</summary>
    public static async Task<ImmutableArray<StreamAppend>> FollowUp(ICaseStore store, CaseFile before, ImmutableArray<Fact> facts, CancellationToken ct)
    {
        if (!TilbudFollowUp.Concerns(facts) || TilbudFollowUp.Stream(before, facts) is not { } id) return [];
        var tilbud = await Load(store, id, ct);
        ImmutableArray<Fact> moved = [.. TilbudFollowUp.Of(before, facts, tilbud)];
        return moved.IsEmpty ? [] : [new(StreamId.Tilbud(id), tilbud.Version, moved)];
    }

    public static async Task<Tilbud> Load(ICaseStore store, TilbudId id, CancellationToken ct) =>
        (await store.Read(StreamId.Tilbud(id), 0, ct)).Aggregate(Tilbud.Unregistered(id), (tilbud, recorded) => tilbud.After(recorded.Fact, recorded.Stamp));
}
