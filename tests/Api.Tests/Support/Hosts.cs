using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Api.Tests;

/// <summary>One running host on each database for the whole assembly; each test makes its own people and case.</summary>
public sealed class Hosts : IAsyncLifetime
{
    public PgCluster Postgres { get; } = new();

    readonly SemaphoreSlim starting = new(1);
    readonly Dictionary<string, ScenarioHost> running = [];
    readonly List<ScenarioHost> fresh = [];

    static readonly ConcurrentDictionary<string, ConcurrentBag<ScenarioHost>> OfTest = [];
    static readonly ConcurrentBag<Task> Released = [];

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    public async Task<ScenarioHost> On(string database)
    {
        if (database == "postgres") PgCluster.Require();
        await starting.WaitAsync();
        try
        {
            if (!running.TryGetValue(database, out var host))
                running[database] = host = await ScenarioHost.Start(database == "sqlite" ? database : "postgres:" + await Postgres.EmptyDatabase(), CancellationToken.None);
            return host;
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>A host of the test's own, where it moves the clock further than others would like.</summary>
    public async Task<ScenarioHost> Fresh(string database)
    {
        if (database == "postgres") PgCluster.Require();
        var host = await ScenarioHost.Start(database == "sqlite" ? database : "postgres:" + await Postgres.EmptyDatabase(), CancellationToken.None);
        if (TestContext.Current.Test is { } test) OfTest.GetOrAdd(test.UniqueID, _ => []).Add(host);
        else
            lock (fresh) fresh.Add(host);
        return host;
    }

    /// <summary>The test has ended.</summary>
    public static void Release(string test)
    {
        if (!OfTest.TryRemove(test, out var hosts)) return;
        foreach (var host in hosts) Released.Add(Task.Run(async () => await host.DisposeAsync()));
    }

    public async Task<string> EmptyPostgres()
    {
        PgCluster.Require();
        return await Postgres.EmptyDatabase();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Released);
        foreach (var host in running.Values.Concat(fresh)) await host.DisposeAsync();
        await Postgres.DisposeAsync();
        starting.Dispose();
    }
}

/// <summary>A case of example A driven to a mark, with its people.</summary>
public sealed class GivenCase
{
    readonly ScenarioRunner runner;

    GivenCase(ScenarioHost host, ScenarioRunner runner) => (Host, this.runner) = (host, runner);

    public ScenarioHost Host { get; }

    public string Id => runner.Known("sak")!;

    public string this[string name] => runner.Known(name) ?? throw new InvalidOperationException(name);

    public static async Task<GivenCase> At(ScenarioHost host, string mark)
    {
        var runner = host.Runner();
        var text = $"scenario {mark}\nperson Stranger \"En annen\"\nperson Rev \"Revisor\" Revisor\nperson Admin \"Administrator\" Administrator\ninclude example-a.scenario until {mark}";
        var outcome = await runner.Run(ScenarioReader.Read(text, name => File.ReadAllText(Path.Combine(WorkedExamplesTests.Folder, name))), false, CancellationToken.None);
        outcome.Held.Should().BeTrue(ScenarioCommand.Told(outcome));
        return new(host, runner);
    }

    public HttpClient As(string who) => Host.Client(who == "anonymous" ? null : this[who]);

    public async Task<HttpResponseMessage> Ask(string who, string verb, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var client = As(who);
        using var request = new HttpRequestMessage(new HttpMethod(verb), path.StartsWith('/') ? path : "/api/v1/" + path.Replace("{sak}", Id, StringComparison.Ordinal));
        if (body is string raw) request.Content = new StringContent(raw, System.Text.Encoding.UTF8, "application/json");
        else if (body is not null) request.Content = JsonContent.Create(body);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }

    public async Task<JsonElement> Read(string who, string path)
    {
        using var response = await Ask(who, "GET", path);
        response.IsSuccessStatusCode.Should().BeTrue(await response.Content.ReadAsStringAsync());
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Clone();
    }

    public async Task<long> Version() => (await Read("Koord1", "cases/{sak}")).GetProperty("version").GetInt64();
}
