using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A real host on a free loopback port, with a database of its own and a clock that is set: what scenarios run against.</summary>
public sealed class ScenarioHost : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ScenarioClock clock;
    readonly HttpClient http;
    readonly Func<ValueTask> cleanUp;
    readonly PersonId administrator;

    ScenarioHost(WebApplication app, ScenarioClock clock, PersonId administrator, Func<ValueTask> cleanUp)
    {
        (this.app, this.clock, this.administrator, this.cleanUp) = (app, clock, administrator, cleanUp);
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromSeconds(60) };
    }

    public Uri Address => http.BaseAddress!;

    public IServiceProvider Services => app.Services;

    public ScenarioClock Clock => clock;

    public PersonId Administrator => administrator;

    /// <param name="database"><c>sqlite</c>: a file that is deleted afterwards. <c>postgres:CONNECTION</c>: a database made and dropped on that server.</param>
    public static async Task<ScenarioHost> Start(string database, CancellationToken ct)
    {
        var (connection, cleanUp) = database.StartsWith("postgres:", StringComparison.Ordinal)
            ? await TemporaryDatabase.Postgres(database["postgres:".Length..], ct)
            : TemporaryDatabase.Sqlite();
        return await StartOn(connection, cleanUp, ct);
    }

    /// <summary>On a database that stays, as for two nodes on one.</summary>
    public static Task<ScenarioHost> StartOn(string connection, CancellationToken ct) => StartOn(connection, () => ValueTask.CompletedTask, ct);

    static async Task<ScenarioHost> StartOn(string connection, Func<ValueTask> cleanUp, CancellationToken ct)
    {
        var clock = new ScenarioClock(new DateTimeOffset(2025, 1, 1, 8, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ApplicationName = typeof(Program).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = await LmsHost.Build(builder, clock, new LmsOptions(connection, true, false, 64 * 1024 * 1024));
        await app.StartAsync(ct);
        return new(app, clock, await FirstAdministrator.Ensure(app.Services, ct), cleanUp);
    }

    public async Task<ScenarioOutcome> Run(ScenarioFile file, CancellationToken ct, bool stopAtDemonstration = false) =>
        await Runner().Run(file, stopAtDemonstration, ct);

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
