using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.AspNetCore.Hosting.Server;

namespace LmsWorkflow.Api;

/// <summary>A real host with a database of its own and a clock that is set: what scenarios run against. On a free loopback port, or, to rehearse inside a running server, on none.</summary>
public sealed class ScenarioHost : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ScenarioClock clock;
    readonly HttpClient http;
    readonly Func<ValueTask> cleanUp;
    readonly PersonId administrator;

    ScenarioHost(WebApplication app, ScenarioClock clock, HttpClient http, PersonId administrator, Func<ValueTask> cleanUp) =>
        (this.app, this.clock, this.http, this.administrator, this.cleanUp) = (app, clock, http, administrator, cleanUp);

    public Uri Address => http.BaseAddress!;

    public IServiceProvider Services => app.Services;

    public ScenarioClock Clock => clock;

    public PersonId Administrator => administrator;

    static DateTimeOffset Beginning => new(2025, 1, 1, 8, 0, 0, TimeSpan.Zero);

    /// <param name="database"><c>sqlite</c>: a file that is deleted afterwards. <c>postgres:CONNECTION</c>: a database made and dropped on that server.</param>
    /// <param name="trial">A draft that is in force here.</param>
    public static async Task<ScenarioHost> Start(string database, CancellationToken ct, DraftOnTrial? trial = null)
    {
        var (connection, cleanUp) = database.StartsWith("postgres:", StringComparison.Ordinal)
            ? await TemporaryDatabase.Postgres(database["postgres:".Length..], ct)
            : TemporaryDatabase.Sqlite();
        return await StartOn(connection, null, trial, cleanUp, ct);
    }

    /// <summary>On a database that stays, as for two nodes on one.</summary>
    public static Task<ScenarioHost> StartOn(string connection, CancellationToken ct) => StartOn(connection, null, null, () => ValueTask.CompletedTask, ct);

    /// <summary>Inside a running server: a database that is deleted afterwards, and no port.</summary>
    public static async Task<ScenarioHost> Rehearsing(DraftOnTrial trial, CancellationToken ct)
    {
        var (connection, cleanUp) = TemporaryDatabase.Sqlite();
        return await StartOn(connection, new InMemoryServer(), trial, cleanUp, ct);
    }

    static async Task<ScenarioHost> StartOn(string connection, InMemoryServer? inMemory, DraftOnTrial? trial, Func<ValueTask> cleanUp, CancellationToken ct)
    {
        WebApplication? app = null;
        try
        {
            if (trial is not null) await trial.Publish(connection, Beginning, ct);
            var clock = new ScenarioClock(Beginning);
            app = await LmsHost.Build(Builder(inMemory), clock, new LmsOptions(connection, true, false, 64 * 1024 * 1024) { IsRehearsal = inMemory is not null });
            await app.StartAsync(ct);
            var http = inMemory is null ? new HttpClient { BaseAddress = new Uri(app.Urls.First()) } : new HttpClient(inMemory.Handler) { BaseAddress = new Uri("http://localhost") };
            http.Timeout = TimeSpan.FromSeconds(60);
            return new(app, clock, http, await FirstAdministrator.Ensure(app.Services, ct), cleanUp);
        }
        catch
        {
            if (app is not null) await app.DisposeAsync();
            await cleanUp();
            throw;
        }
    }

    static WebApplicationBuilder Builder(InMemoryServer? inMemory)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // settings of a scenario never change, and a watch on the file for each of many hosts is more than a machine gives
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
            EnvironmentName = Environments.Development,
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            ContentRootPath = inMemory is null ? null : AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Trails>();
        if (inMemory is not null) builder.Services.AddSingleton<IServer>(inMemory);
        else builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }

    public async Task<ScenarioOutcome> Run(ScenarioFile file, CancellationToken ct, bool stopAtDemonstration = false, bool stopAtTrouble = false) =>
        await Runner().Run(file, stopAtDemonstration, ct, stopAtTrouble);

    public ScenarioRunner Runner() => new(http, clock, token => app.Services.GetRequiredService<DueTimers>().Fire(token), administrator.ToString());

    public HttpClient Client(string? person)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (person is not null) client.DefaultRequestHeaders.Authorization = new("Demo", person);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync(TimeSpan.FromSeconds(5));
        await app.DisposeAsync();
        await cleanUp();
    }
}

/// <summary>Somebody must register the first people: an administrator whom the system itself puts into an empty directory.</summary>
static class FirstAdministrator
{
    public static async Task<PersonId> Ensure(IServiceProvider services, CancellationToken ct)
    {
        var people = services.GetRequiredService<People>();
        var directory = await people.Refresh(ct);
        if (directory.People.Values.FirstOrDefault(person => person.Grants.Any(grant => grant.Role == Role.Administrator)) is { } known) return known.Id;
        var id = new PersonId(Guid.NewGuid());
        var name = SealedText.Seal("person.name", "Administrator", WrittenTextFromString.FreshSalt());
        var stamp = new Stamp(services.GetRequiredService<TimeProvider>().GetUtcNow(), null, Role.System, Actor.System.SignIn);
        await services.GetRequiredService<ICaseStore>().Append(
            Append.To(StreamId.Directory, directory.Version, stamp, new PersonRegistered(id, name, Language.Nb, []), new RoleGranted(id, Role.Administrator, null)), ct);
        await people.Refresh(ct);
        return id;
    }
}
