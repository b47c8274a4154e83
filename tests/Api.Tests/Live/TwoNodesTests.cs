using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>Two equal nodes on one PostgreSQL: what one commits the other knows at once, and one who watches there hears of it.</summary>
public sealed class TwoNodesTests(Hosts hosts)
{
    static readonly object Contact = new { side = "Fag", who = "Avdelingen", isAttempt = false };

    [Fact]
    public async Task A_commit_on_one_node_is_seen_and_heard_on_the_other()
    {
        await using var nodes = await TwoNodes.Start(hosts);
        var (one, two, given) = (nodes.One, nodes.Two, nodes.Given);
        await using var page = await LiveClient.Connect(two.Address, given["Leder1"]);
        await page.Watch($"case:{given.Id}");

        using var warm = two.Client(given["Koord1"]);
        (await warm.GetAsync($"/api/v1/cases/{given.Id}")).IsSuccessStatusCode.Should().BeTrue("the other node has the case in its cache now");
        using var done = await given.Ask("Koord1", "POST", "cases/{sak}/contacts", Contact);
        var version = await given.Version();

        using var seen = await warm.GetAsync($"/api/v1/cases/{given.Id}");
        seen.Headers.ETag!.Tag.Should().Be($"\"{version}\"");
        (await page.Hears(heard => heard == ($"case:{given.Id}", version))).Should().BeTrue();
    }

    [Fact]
    public async Task A_command_on_a_node_whose_cache_is_behind_is_decided_on_the_case_as_it_is()
    {
        await using var nodes = await TwoNodes.Start(hosts);
        var (one, two, given) = (nodes.One, nodes.Two, nodes.Given);
        using var there = two.Client(given["Koord1"]);
        var before = await given.Version();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            using var client = (number % 2 == 0 ? one : two).Client(given["Koord1"]);
            using var content = System.Net.Http.Json.JsonContent.Create(Contact);
            using var answer = await client.PostAsync($"/api/v1/cases/{given.Id}/contacts", content);
            answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
        }));
        (await given.Version()).Should().BeGreaterThanOrEqualTo(before + 8);
        using var seen = await there.GetAsync($"/api/v1/cases/{given.Id}");
        seen.Headers.ETag!.Tag.Should().Be($"\"{await given.Version()}\"");
    }

    [Fact]
    public async Task A_text_two_nodes_erase_at_once_is_erased_once_and_neither_shows_it_from_its_memory()
    {
        await using var nodes = await TwoNodes.Start(hosts);
        var (one, two, given) = (nodes.One, nodes.Two, nodes.Given);
        var (store, stream) = (one.Services.GetRequiredService<ICaseStore>(), StreamId.Case(new(Guid.Parse(given.Id))));
        var title = (await Title(one))!;
        (await Title(two)).Should().Be(title, "the other node has the case in its memory now");
        var version = (await store.Read(stream, 0, default)).First(fact => fact.Fact is NeedRegistered).Version;
        using var proposed = await given.Ask("Koord1", "POST", "erasures", new { @case = given.Id, version, ground = "RightToErasure", reason = "Tittelen sier hvem det gjelder." });
        var number = (await proposed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetInt32();

        var answers = await Task.WhenAll(new[] { one, two, one, two }.Select(async node =>
        {
            using var client = node.Client(given["Leder1"]);
            using var answer = await client.PostAsync($"/api/v1/erasures/{number}/confirmations", null);
            return answer.StatusCode;
        }));

        answers.Should().ContainSingle(status => status == HttpStatusCode.Created).And.OnlyContain(status => status == HttpStatusCode.Created || status == HttpStatusCode.UnprocessableEntity, "the others are told that it is decided");
        (await store.Read(StreamId.ErasedOf(stream), 0, default)).Should().ContainSingle(fact => fact.Fact is TextsErased);
        foreach (var node in new[] { one, two }) (await Gone(node)).Should().BeTrue();

        async Task<string?> Title(ScenarioHost node)
        {
            using var client = node.Client(given["Koord1"]);
            return (await client.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{given.Id}")).GetProperty("title").GetString();
        }

        // the other node hears of it after the commit, never before
        async Task<bool> Gone(ScenarioHost node)
        {
            for (var i = 0; i < 600; i++, await Task.Delay(100))
                if (await Title(node) is { } shown && !shown.Contains(title, StringComparison.Ordinal)) return true;
            return false;
        }
    }

    /// <summary>Two hosts at the same hour on one database, with a case that is anchored.</summary>
    sealed record TwoNodes(ScenarioHost One, ScenarioHost Two, GivenCase Given) : IAsyncDisposable
    {
        public static async Task<TwoNodes> Start(Hosts hosts)
        {
            PgCluster.Require();
            var connection = await hosts.Postgres.EmptyDatabase();
            var one = await ScenarioHost.StartOn(connection, CancellationToken.None);
            var given = await GivenCase.At(one, "anchored");
            var two = await ScenarioHost.StartOn(connection, CancellationToken.None);
            two.Clock.MoveTo(one.Clock.GetUtcNow());
            return new(one, two, given);
        }

        public async ValueTask DisposeAsync()
        {
            await Two.DisposeAsync();
            await One.DisposeAsync();
        }
    }
}
