using LmsWorkflow.Storage;

namespace LmsWorkflow.Api.Tests;

/// <summary>An empty database of the test's own that no host has opened.</summary>
sealed class EmptyPlace : IAsyncDisposable
{
    readonly string? folder;

    EmptyPlace(string connection, string? folder) => (Connection, this.folder) = (connection, folder);

    public string Connection { get; }

    public LmsOptions Options => new(Connection, true, true, 1_000_000);

    public static async Task<EmptyPlace> On(Hosts hosts, string database)
    {
        if (database == "postgres") return new(await hosts.EmptyPostgres(), null);
        var folder = Directory.CreateTempSubdirectory("lms-place-").FullName;
        return new(Path.Combine(folder, "lms.db"), folder);
    }

    public async Task<T> Reading<T>(Func<ICaseStore, Task<T>> read)
    {
        await using var store = await RecordStore.Open(Connection);
        return await read(store);
    }

    public ValueTask DisposeAsync()
    {
        if (folder is not null) Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
