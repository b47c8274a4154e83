using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LmsWorkflow.Api.Tests;

/// <summary>What people type is in no log, not even when it is bad or when the fault is ours.</summary>
public sealed class LogTests
{
    const string Secret = "en-svært-privat-opplysning";

    [Fact]
    public async Task Nothing_typed_is_logged_even_at_the_most_talkative_level()
    {
        var folder = Directory.CreateTempSubdirectory("lms-log-").FullName;
        var log = new Everything();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = typeof(Program).Assembly.GetName().Name });
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        await using (var app = await LmsHost.Build(builder, new ScenarioClock(DateTimeOffset.UnixEpoch.AddYears(55)), new LmsOptions(Path.Combine(folder, "log.db"), true, false, 1_000_000)))
        {
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            var administrator = await FirstAdministrator.Ensure(app.Services, CancellationToken.None);
            client.DefaultRequestHeaders.Authorization = new("Demo", administrator.ToString());
            foreach (var body in new[] { $$"""{"title":"{{Secret}}"}""", $$"""{"{{Secret}}":1}""", $"\"{Secret}", $$"""{"name":"{{Secret}}","language":"Nb","employedIn":[],"grants":[]}""" })
                foreach (var path in new[] { "/api/v1/cases", "/api/v1/people", $"/api/v1/cases/{Guid.NewGuid():n}/contacts", $"/api/v1/answers/{Guid.NewGuid():n}" })
                {
                    using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
                    using var answer = await client.PostAsync(path, content);
                    ((int)answer.StatusCode).Should().BeLessThan(500);
                }

            await app.StopAsync();
        }

        log.Lines.Should().NotBeEmpty();
        log.Lines.Should().NotContain(line => line.Contains(Secret, StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    sealed class Everything : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
            // nothing is held
        }
    }
}
