using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>The directory of people and units as it is now: the fold of its stream, kept and refreshed when it is told of more.</summary>
public sealed class People(ICaseStore store) : IDisposable
{
    readonly SemaphoreSlim gate = new(1);
    volatile PeopleDirectory directory = PeopleDirectory.Empty;

    public PeopleDirectory Directory => directory;

    public void Dispose() => gate.Dispose();

    public Person? Find(PersonId id) => directory.Find(id);

    /// <summary>Reads the directory anew, without the texts that have been erased since.</summary>
    public async Task Forget(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            directory = (await store.Read(StreamId.Directory, 0, ct)).Aggregate(PeopleDirectory.Empty, (known, recorded) => known.After(recorded.Fact, recorded.Stamp));
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task<PeopleDirectory> Refresh(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            var newer = await store.Read(StreamId.Directory, directory.Version, ct);
            directory = newer.Aggregate(directory, (known, recorded) => known.After(recorded.Fact, recorded.Stamp));
            return directory;
        }
        finally
        {
            gate.Release();
        }
    }
}
