using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Api.Tests;

/// <summary>The worked examples and negative cases of the domain notes (§7) as scenario files over HTTP, on both databases.</summary>
public sealed class WorkedExamplesTests(Hosts hosts)
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "workflows-definitions", "scenarios");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.scenario").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public Task Holds_on_SQLite(string file) => Holds(file, "sqlite");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Holds_on_PostgreSQL(string file)
    {
        PgCluster.Require();
        await Holds(file, "postgres:" + await hosts.Postgres.EmptyDatabase());
    }

    static async Task Holds(string file, string database)
    {
        await using var host = await ScenarioHost.Start(database, CancellationToken.None);
        var outcome = await host.Run(ScenarioReader.ReadFile(Path.Combine(Folder, file)), CancellationToken.None);
        outcome.Held.Should().BeTrue(ScenarioCommand.Told(outcome with { Steps = [.. outcome.Steps.Where(step => step.Trouble is not null)] }));
    }
}
