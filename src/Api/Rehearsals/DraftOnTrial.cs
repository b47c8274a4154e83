using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A version that scenarios meet as published: one of those in force, or the draft that is tried.</summary>
public sealed record TrialVersion(string Key, int Number, byte[] Source, ImmutableArray<(DocumentKind Kind, byte[] Bytes)> Forms);

/// <summary>A draft that is tried as if it were the version in force, beside the versions it must get on with.</summary>
/// <param name="Others">Published versions, each definition's in order from 1. Definitions that come with the product and are not among them are as shipped.</param>
public sealed record DraftOnTrial(TrialVersion Draft, ImmutableArray<TrialVersion> Others)
{
    /// <summary>Lays the versions into a database that nobody has used yet.</summary>
    public async Task Publish(string connection, DateTimeOffset now, CancellationToken ct)
    {
        await using var store = await RecordStore.Open(connection, ct);
        foreach (var definition in Others.Add(Draft).GroupBy(version => version.Key))
        {
            var facts = ImmutableArray.CreateBuilder<Fact>();
            foreach (var version in definition) facts.Add(await Published(store, version, ct));
            await store.Append(new(new(now, null, Role.System, Actor.System.SignIn), [new(StreamId.Definition(definition.Key), 0, facts.ToImmutable())], ListChanges.None, null), ct);
        }
    }

    static async Task<DefinitionPublished> Published(ICaseStore store, TrialVersion version, CancellationToken ct)
    {
        var forms = ImmutableArray.CreateBuilder<PublishedForm>();
        foreach (var (kind, bytes) in version.Forms) forms.Add(new(kind, await store.PutContent(bytes, ct)));
        return new(version.Key, version.Number, await store.PutContent(version.Source, ct), forms.ToImmutable());
    }
}
