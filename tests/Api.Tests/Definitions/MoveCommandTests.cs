using System.Net;
using System.Text;
using System.Text.Json;
using LmsWorkflow.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LmsWorkflow.Api.Tests;

/// <summary><c>lms move-cases</c> on the database that the host has filled.</summary>
public sealed class MoveCommandTests(Hosts hosts)
{
    static readonly string[] Move = ["standard_metode", "--from", "1", "--to", "2"];

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task Cases_are_moved_and_the_one_that_cannot_be_stays_and_is_listed_with_its_reason(string database)
    {
        var connection = await Empty(database);
        var (reported, anchored) = await Filled(connection);
        var mapping = Path.Combine(Path.GetTempPath(), $"plan-{Guid.NewGuid():n}.json");
        await File.WriteAllTextAsync(mapping, """{"forankre": "g1_godkjenn"}""");

        var (tried, before) = await Told(connection, [.. Move, "--mapping", mapping, "--dry-run", "--json"]);
        tried.Should().Be(1);
        Outcomes(before).Should().BeEquivalentTo([(reported, "Refused"), (anchored, "Ready")]);
        (await Versions(connection, reported, anchored)).Should().Equal([1, 1], "a dry run changes nothing");

        var (code, told) = await Told(connection, [.. Move, "--mapping", mapping]);
        code.Should().Be(1);
        told.Split('\n').Should().Contain(line => line.EndsWith("  flyttet", StringComparison.Ordinal)).And.Contain(line => line.EndsWith("  blir på sin utgave", StringComparison.Ordinal));
        told.Should().Contain("Saken står i «Forankre tilbudet»").And.Contain("en annen fase");
        (await Versions(connection, reported, anchored)).Should().Equal(1, 2);

        (await Told(connection, Move)).Code.Should().Be(0, "without the mapping the last one goes too");
        (await Versions(connection, reported, anchored)).Should().Equal(2, 2);
        (await Told(connection, Move)).Output.Trim().Should().Be("Ingen åpne saker følger denne utgaven.");
    }

    [Theory]
    [InlineData("standard_metode")]
    [InlineData("standard_metode", "--from", "1", "--to", "9")]
    [InlineData("standard_metode", "--from", "1", "--to", "1")]
    [InlineData("standard_metode", "--from", "1", "--to", "2", "--mapping", "/finnes/ikke.json")]
    public async Task What_is_not_understood_is_answered_with_64_and_moves_nothing(params string[] args) =>
        (await Told(await Empty("sqlite"), args)).Code.Should().Be(64);

    async Task<string> Empty(string database) =>
        database == "postgres" ? await hosts.EmptyPostgres() : $"Data Source={Path.Combine(Path.GetTempPath(), $"move-{Guid.NewGuid():n}.db")}";

    /// <summary>One case that waits to be anchored and one that is past it, and a second version that means something else.</summary>
    static async Task<(string Reported, string Anchored)> Filled(string connection)
    {
        await using var host = await ScenarioHost.StartOn(connection, CancellationToken.None);
        var reported = await GivenCase.At(host, "reported");
        var anchored = await GivenCase.At(host, "anchored");
        var source = File.ReadAllText(Path.Combine(ShippedDefinitions.Folder, "standard-metode.bpmn"));
        var renamed = Encoding.UTF8.GetBytes(source.Replace("name=\"Forankre tilbudet\"", "name=\"Forankre\"", StringComparison.Ordinal));
        using var draft = await anchored.Ask("Admin", "POST", "definitions/standard_metode/drafts", new { source = renamed });
        draft.StatusCode.Should().Be(HttpStatusCode.Created);
        using var published = await anchored.Ask("Admin", "POST", "definitions/standard_metode/drafts/1/publications", new { revision = 1, against = 1, note = "Ny utgave" });
        published.StatusCode.Should().Be(HttpStatusCode.Created, await published.Content.ReadAsStringAsync());
        return (reported.Id, anchored.Id);
    }

    static async Task<(int Code, string Output)> Told(string connection, string[] args)
    {
        using var output = new StringWriter();
        var code = await MoveCommand.Run(args, () => Host(connection), output, TextWriter.Null, CancellationToken.None);
        return (code, output.ToString());
    }

    static IEnumerable<(string?, string?)> Outcomes(string json) => JsonDocument.Parse(json).RootElement.GetProperty("cases").EnumerateArray()
        .Select(line => (line.GetProperty("case").GetString(), line.GetProperty("outcome").GetString()));

    static async Task<IEnumerable<int>> Versions(string connection, params string[] cases)
    {
        await using var app = await Host(connection);
        var versions = new List<int>();
        foreach (var id in cases) versions.Add((await app.Services.GetRequiredService<CaseLoader>().Current(new CaseId(Guid.Parse(id)), CancellationToken.None)).File.Process!.DefinitionVersion);
        return versions;
    }

    static Task<WebApplication> Host(string connection)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ApplicationName = typeof(Program).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        return LmsHost.Build(builder, TimeProvider.System, new LmsOptions(connection, true, false, 64 * 1024 * 1024));
    }
}
