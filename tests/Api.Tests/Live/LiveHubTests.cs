using System.Net;
using System.Net.WebSockets;

namespace LmsWorkflow.Api.Tests;

/// <summary>The hub over a real socket, on both databases: only after commit, only those who may, and nothing lost by a lost connection.</summary>
public sealed class LiveHubTests(Hosts hosts)
{
    static readonly object Contact = new { side = "Fag", who = "Avdelingen", isAttempt = false };

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_watcher_hears_the_version_after_the_commit(string database)
    {
        var given = await GivenCase.At(await hosts.On(database), "anchored");
        await using var page = await LiveClient.Connect(given.Host.Address, given["Leder1"]);
        await page.Watch($"case:{given.Id}");
        using var done = await given.Ask("Koord1", "POST", "cases/{sak}/contacts", Contact);
        var version = await given.Version();
        (await page.Hears(heard => heard == ($"case:{given.Id}", version))).Should().BeTrue();
    }

    [Fact]
    public async Task A_refused_command_is_never_heard_of()
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        await using var page = await LiveClient.Connect(given.Host.Address, given["Koord1"]);
        await page.Watch($"case:{given.Id}");
        await ContactIsHeard(given, page);
        page.Heard.Clear();
        using var refused = await given.Ask("Leder1", "POST", "cases/{sak}/contacts", Contact);
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        var version = await ContactIsHeard(given, page);
        page.Heard.Should().Equal(($"case:{given.Id}", version));
    }

    [Fact]
    public async Task Strangers_and_administrators_hear_nothing_of_a_case()
    {
        var given = await GivenCase.At(await hosts.On("sqlite"), "anchored");
        await using var stranger = await LiveClient.Connect(given.Host.Address, given["Stranger"]);
        await using var administrator = await LiveClient.Connect(given.Host.Address, given["Admin"]);
        await using var koordinator = await LiveClient.Connect(given.Host.Address, given["Koord1"]);
        foreach (var page in new[] { stranger, administrator, koordinator }) await page.Watch($"case:{given.Id}@0", $"person:{given["Koord1"]}");
        using var done = await given.Ask("Koord1", "POST", "cases/{sak}/contacts", Contact);
        (await koordinator.Hears(_ => true)).Should().BeTrue();
        stranger.Heard.Should().BeEmpty();
        administrator.Heard.Should().BeEmpty();
    }

    [Fact]
    public async Task Who_is_not_signed_in_gets_no_connection()
    {
        var host = await hosts.On("sqlite");
        var connect = () => LiveClient.Connect(host.Address, null);
        await connect.Should().ThrowAsync<WebSocketException>();
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_connection_that_was_lost_catches_up_by_version(string database)
    {
        var given = await GivenCase.At(await hosts.On(database), "anchored");
        var seen = await given.Version();
        using var meanwhile = await given.Ask("Koord1", "POST", "cases/{sak}/contacts", Contact);
        await using var page = await LiveClient.Connect(given.Host.Address, given["Koord1"]);
        await page.Watch($"case:{given.Id}@{seen}");
        var version = await given.Version();
        (await page.Hears(heard => heard == ($"case:{given.Id}", version))).Should().BeTrue();
    }

    [Fact]
    public async Task Someone_whose_appointment_ended_hears_nothing_more_though_the_page_is_open()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "group");
        await using var page = await LiveClient.Connect(given.Host.Address, given["Br2"]);
        await using var koordinator = await LiveClient.Connect(given.Host.Address, given["Koord1"]);
        foreach (var open in new[] { page, koordinator }) await open.Watch($"case:{given.Id}");
        await ContactIsHeard(given, page);
        page.Heard.Clear();
        using var ended = await given.Ask("Koord1", "DELETE", $"cases/{given.Id}/members/{given["Br2"]}");
        ended.StatusCode.Should().Be(HttpStatusCode.OK);
        await ContactIsHeard(given, koordinator);
        await page.Watch();
        page.Heard.Should().BeEmpty();
    }

    [Fact]
    public async Task An_inbox_is_told_when_something_new_must_be_done()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "frozen");
        await using var page = await LiveClient.Connect(given.Host.Address, given["Br1"]);
        await page.Watch($"person:{given["Br1"]}");
        using var change = await given.Ask("Br2", "POST", "cases/{sak}/gates/G2/change-requests", new { package = 2, reason = "Vi må se på pausene en gang til" });
        change.StatusCode.Should().Be(HttpStatusCode.Created);
        (await page.Hears(heard => heard.Topic == $"person:{given["Br1"]}")).Should().BeTrue();
    }

    /// <summary>
    /// One more commit, and everything before it told: commits are told in order, and a page may be told of one from just before it began to watch
    /// (twice rather than not at all), so silence can only be judged between two commits that were heard.
    /// </summary>
    static async Task<long> ContactIsHeard(GivenCase given, LiveClient page)
    {
        using var done = await given.Ask("Koord1", "POST", "cases/{sak}/contacts", Contact);
        done.IsSuccessStatusCode.Should().BeTrue();
        var version = await given.Version();
        (await page.Hears(heard => heard == ($"case:{given.Id}", version))).Should().BeTrue();
        return version;
    }
}
