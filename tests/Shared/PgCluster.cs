using LmsWorkflow.Storage;
using Xunit;

namespace LmsWorkflow.TestSupport;

/// <summary>
/// One PostgreSQL server for a test assembly, started by the first test that needs it (<c>[assembly: AssemblyFixture(typeof(PgCluster))]</c>, then a
/// constructor parameter). Where PostgreSQL is not installed such tests are skipped, or fail when LMS_REQUIRE_ALL=1.
/// </summary>
public sealed class PgCluster : IAsyncLifetime
{
    readonly SemaphoreSlim starting = new(1);
    PgServer? server;
    int databases;

    /// <summary>Skips the running test when there is no PostgreSQL to run it on.</summary>
    public static void Require()
    {
        if (PgServer.Programs is not null) return;
        const string how = "PostgreSQL is not installed: apt-get install --no-install-recommends postgresql";
        if (Environment.GetEnvironmentVariable("LMS_REQUIRE_ALL") == "1") Assert.Fail(how);
        Assert.Skip(how);
    }

    /// <summary>Connection string of a fresh database with the product's schema.</summary>
    public async Task<string> NewDatabase()
    {
        var running = await Server();
        var name = "t_" + Interlocked.Increment(ref databases);
        await starting.WaitAsync(); // a template can be copied once at a time
        try
        {
            await running.CreateDatabase(name, "schema_template");
        }
        finally
        {
            starting.Release();
        }
        return running.ConnectionString(name);
    }

    /// <summary>Connection string of a fresh database without any table.</summary>
    public async Task<string> EmptyDatabase()
    {
        var running = await Server();
        var name = "e_" + Interlocked.Increment(ref databases);
        await running.CreateDatabase(name);
        return running.ConnectionString(name);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        starting.Dispose();
    }

    async Task<PgServer> Server()
    {
        Require();
        await starting.WaitAsync();
        try
        {
            return server ??= await WithTemplate(await PgServer.New(durable: false));
        }
        finally
        {
            starting.Release();
        }
    }

    static async Task<PgServer> WithTemplate(PgServer started)
    {
        await started.CreateDatabase("schema_template");
        await using (await PostgresStore.Open(started.ConnectionString("schema_template"))) { }
        return started;
    }
}
