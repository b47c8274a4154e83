using System.Data.Common;
using System.Text.Json;
using LmsWorkflow.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LmsWorkflow.Api.Tests;

/// <summary><c>lms rebuild-lists</c> on both databases.</summary>
public sealed class RebuildListsCommandTests(Hosts hosts)
{
    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task Lists_that_were_lost_are_the_same_again(string database)
    {
        await using var place = await EmptyPlace.On(hosts, database);
        await DemonstrationSeed.Fill(place.Options, new(2026, 9, 1), CancellationToken.None);
        var before = await Lists(place);
        before.Should().Contain("2026-");
        await Lose(place.Connection);
        (await Lists(place)).Should().NotBe(before);

        var output = new StringWriter();
        (await RebuildListsCommand.Run(["--ConnectionStrings:Cases=" + place.Connection], output, CancellationToken.None)).Should().Be(0);
        (await Lists(place)).Should().Be(before);
        output.ToString().Should().Be("Listene er fylt på nytt fra 1 saker.\n");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused_and_not_made()
    {
        await using var place = await EmptyPlace.On(hosts, "sqlite");
        var rebuild = () => RebuildListsCommand.Run(["--ConnectionStrings:Cases=" + place.Connection], TextWriter.Null, CancellationToken.None);
        (await rebuild.Should().ThrowAsync<CannotStartException>()).WithMessage("*finnes ikke*");
        File.Exists(place.Connection).Should().BeFalse();
    }

    [Fact]
    public async Task An_argument_that_is_no_setting_is_told_apart()
    {
        var output = new StringWriter();
        (await RebuildListsCommand.Run(["saker.db"], output, CancellationToken.None)).Should().Be(64);
        output.ToString().Should().Contain("«saker.db»");
    }

    static Task<string> Lists(EmptyPlace place) => place.Reading(async store =>
    {
        using var people = new People(store);
        var inboxes = new List<object>();
        foreach (var person in (await people.Refresh(CancellationToken.None)).People.Keys.OrderBy(id => id.Value)) inboxes.Add(await store.Inbox(person, CancellationToken.None));
        return JsonSerializer.Serialize(
            new
            {
                cases = await store.Cases(new CaseQuery(), CancellationToken.None),
                inboxes,
                stuck = await store.Stuck(null, CancellationToken.None),
                tilbud = await store.Tilbud(null, CancellationToken.None),
            }, ApiJson.Writing);
    });

    static async Task Lose(string connection)
    {
        await using DbConnection opened = RecordStore.IsPostgres(connection) ? new NpgsqlConnection(connection) : new SqliteConnection($"Data Source={connection};Pooling=False");
        await opened.OpenAsync();
        await using var command = opened.CreateCommand();
        command.CommandText = "delete from cases; delete from inbox; delete from tilbud";
        await command.ExecuteNonQueryAsync();
    }
}
