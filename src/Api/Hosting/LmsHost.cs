using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Timeouts;

namespace LmsWorkflow.Api;

/// <summary>Puts the host together. One way for <c>serve</c>, scenarios and tests, so that all three run the same thing.</summary>
public static class LmsHost
{
    /// <summary>Opens the store, upgrades its schema, publishes the shipped definitions and builds the host; throws <see cref="CannotStartException"/> with a plain reason.</summary>
    public static async Task<WebApplication> Build(WebApplicationBuilder builder, TimeProvider clock, LmsOptions? given = null)
    {
        var options = given ?? LmsOptions.From(builder.Configuration, builder.Environment);
        RequireSignIn(options, builder.Environment);
        var store = await Open(options);
        Services(builder.Services, store, options, clock);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 2 * RequestBody.Largest;
        });
        await RebuildListsCommand.CatchUp(store, CancellationToken.None);
        var app = builder.Build();
        await app.Services.GetRequiredService<People>().Refresh(CancellationToken.None);
        // a template that cannot be read is found out now, not by the first who opens a case
        app.Services.GetRequiredService<ShippedTemplates>();
        await app.Services.GetRequiredService<ShippedDefinitions>().Publish(CancellationToken.None);
        Pipeline(app);
        return app;
    }

    /// <summary>A real sign-in comes with a later version; until then production must not run at all.</summary>
    static void RequireSignIn(LmsOptions options, IHostEnvironment environment)
    {
        if (options.Demonstration && environment.IsProduction()) throw new CannotStartException(
            "Demonstrasjonsmodus kan ikke slås på i produksjon. Sett ASPNETCORE_ENVIRONMENT=Development (eller Demonstration) for å prøve systemet med oppdiktede personer.");
        if (!options.Demonstration) throw new CannotStartException(
            "Ingen innlogging er satt opp. LmsWorkflow starter ikke i produksjon uten. Sett ASPNETCORE_ENVIRONMENT=Development for å prøve systemet med oppdiktede personer.");
    }

    /// <summary>Opens the store alone, for command-line verbs; throws <see cref="CannotStartException"/>.</summary>
    internal static async Task<ICaseStore> Open(LmsOptions options)
    {
        if (!RecordStore.IsPostgres(options.Database) && Path.GetDirectoryName(Path.GetFullPath(FilePath(options.Database))) is { } folder) System.IO.Directory.CreateDirectory(folder);
        try
        {
            return await RecordStore.Open(options.Database);
        }
        catch (Exception unreachable) when (unreachable is System.Data.Common.DbException or IOException or System.Net.Sockets.SocketException)
        {
            // the connection string can hold a password and is not repeated
            throw new CannotStartException($"Databasen kan ikke åpnes ({unreachable.GetType().Name}). Se over ConnectionStrings:Cases.");
        }
    }

    internal static string FilePath(string database) =>
        database.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase) ? database["Data Source=".Length..].Split(';')[0] : database;

    static void Services(IServiceCollection services, ICaseStore store, LmsOptions options, TimeProvider clock)
    {
        // instances given to the container are not disposed by it: the factory hands the store over
        services.AddSingleton(_ => store);
        services.AddSingleton(clock);
        services.AddSingleton(options);
        services.AddSingleton(Settings.Default);
        services.AddSingleton(new CaseCache(options.CacheBytes));
        services.AddSingleton(provider => new CaseLoader(provider.GetRequiredService<ICaseStore>(), provider.GetRequiredService<CaseCache>(), RecordStore.IsPostgres(options.Database)));
        services.AddSingleton<People>().AddSingleton<RoleInboxes>().AddSingleton<DirectoryPath>().AddSingleton<Definitions>().AddSingleton<ProcessNames>().AddSingleton<ShippedDefinitions>().AddSingleton<CaseOpening>().AddSingleton(_ => ShippedTemplates.In(ShippedDefinitions.Folder)).AddSingleton<Attempts>().AddSingleton<CommandPath>().AddSingleton<DraftJudge>().AddSingleton<Comparisons>().AddSingleton<StepTimesList>().AddSingleton<Drawings>().AddSingleton<DefinitionFiles>().AddSingleton<ScenarioShelf>().AddSingleton<Rehearsals>().AddSingleton<ScenarioKeeping>().AddSingleton<DefinitionPath>().AddSingleton<DraftSaving>().AddSingleton<DraftForms>().AddSingleton<DraftFormList>().AddSingleton<MovePath>().AddSingleton<Openings>().AddSingleton<Answering>();
        services.AddSingleton<DraftRevisions>().AddSingleton<DraftEditing>();
        services.AddSingleton<Watchers>().AddSingleton<TopicAccess>().AddHostedService<Announcer>();
        services.AddSingleton<DueTimers>().AddHostedService(provider => provider.GetRequiredService<DueTimers>());
        services.AddSingleton<LogPath>().AddSingleton<CheckpointMaker>().AddHostedService(provider => provider.GetRequiredService<CheckpointMaker>()).AddSingleton<RecordChecker>().AddSingleton<Cosigning>().AddSingleton<DossierPages>().AddSingleton<DossierBuilder>().AddSingleton<Dossiers>().AddSingleton<PastCases>().AddSingleton<InboxTasks>();
        services.AddSingleton<ErasureTexts>().AddSingleton<ErasureSight>().AddSingleton<ErasurePath>().AddSingleton<ErasureCleaning>().AddHostedService(provider => provider.GetRequiredService<ErasureCleaning>());
        services.AddSingleton<HistorySearch>().AddSingleton<RecordHistory>().AddSingleton<Balances>().AddSingleton<ComplianceReports>().AddSingleton<RetentionSchedule>();
        services.AddSingleton(NoarkSchemas.In(options.SchemaFolder)).AddSingleton<HandOverBuilder>().AddSingleton<HandOvers>();
        DemoSignIn.AddTo(services);
        services.AddAuthorization().AddAntiforgery();
        services.AddSignalR(hub => hub.MaximumReceiveMessageSize = 16 * 1024);
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = TimeSpan.FromSeconds(30), TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable });
        services.Configure<JsonOptions>(json => ApiJson.Describe(json.SerializerOptions));
        ApiDescription.AddTo(services);
        Pages.PortalPages.AddTo(services);
    }

    static void Pipeline(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseApiProblems();
        Pages.PortalPages.UsePageProblems(app);
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseMiddleware<CookieGuard>();
        ApiRoutes.Map(app);
        app.MapHub<LiveHub>("/live").DisableRequestTimeout();
        app.MapOpenApi("/openapi/{documentName}.json");
        Health.Map(app);
        Pages.PortalPages.Map(app);
    }
}
