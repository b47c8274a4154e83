namespace LmsWorkflow.Api.Tests;

/// <summary>Example A at a mark, each on a host and a clock of its own: time only goes forward, so a host cannot be used for an earlier mark.</summary>
public sealed class PageCases : IAsyncLifetime
{
    readonly SemaphoreSlim gate = new(1);
    readonly Dictionary<string, GivenCase> shared = [];
    readonly List<ScenarioHost> hosts = [];

    /// <summary>For tests that only read, or whose changes are refused.</summary>
    public async Task<GivenCase> At(string mark)
    {
        await gate.WaitAsync();
        try
        {
            return shared.TryGetValue(mark, out var given) ? given : shared[mark] = await Fresh(mark);
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task<GivenCase> Fresh(string mark)
    {
        var host = await ScenarioHost.Start("sqlite", CancellationToken.None);
        hosts.Add(host);
        return await GivenCase.At(host, mark);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts) await host.DisposeAsync();
        gate.Dispose();
    }
}
