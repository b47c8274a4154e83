using System.Net;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>A role given in the same moment as a case moves: whoever is first, the inbox has what waits for the person and nothing else.</summary>
public sealed class RoleInboxesTests(Hosts hosts)
{
    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_decision_taken_just_before_the_role_is_given_is_not_left_in_the_new_leader_s_inbox(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "reported");

        var results = await Granted(given, () => Hold(given));

        results.Should().Equal(typeof(AppendResult.Conflict), typeof(AppendResult.Appended));
        (await Inbox(given)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_case_that_came_to_wait_just_before_the_role_is_given_is_in_the_new_leader_s_inbox(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "reported");
        await Hold(given);

        // the case's task for the leader is not there when the cases are looked through
        await Granted(given, () => Resume(given));

        (await Inbox(given)).Should().Equal("forankre");
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_role_given_just_before_a_case_goes_on_is_known_to_it(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "reported");
        var services = given.Host.Services;
        var results = new List<AppendResult>();
        var hurried = Interposed.Before(services.GetRequiredService<ICaseStore>(), async append =>
        {
            if (results.Count > 0) return;
            using var granted = await given.Ask("Admin", "POST", $"people/{given["Stranger"]}/grants", Grant(given));
            granted.StatusCode.Should().Be(HttpStatusCode.Created);
            (await Inbox(given)).Should().Equal("forankre");
        }, results.Add);

        var done = await ActivatorUtilities.CreateInstance<CommandPath>(services, hurried).Run(
            new(Guid.Parse(given.Id)), new PutOnHold(new WrittenText("Vi venter på budsjettet.", new string('a', 32)), null), Actor(given, "Koord1"), CommandOptions.None, default);

        done.Should().BeOfType<CommandResult.Done>();
        results.Select(result => result.GetType()).Should().Equal(typeof(AppendResult.Conflict), typeof(AppendResult.Appended));
        (await Inbox(given)).Should().BeEmpty();
    }

    /// <summary>The role given on the one road, with something happening just before it is stored.</summary>
    static async Task<IReadOnlyList<Type>> Granted(GivenCase given, Func<Task> before)
    {
        var services = given.Host.Services;
        var results = new List<AppendResult>();
        var hurried = Interposed.Before(services.GetRequiredService<ICaseStore>(), append => results.Count == 0 ? before() : Task.CompletedTask, results.Add);
        var inboxes = ActivatorUtilities.CreateInstance<RoleInboxes>(services, hurried);
        var granted = new GrantRole(new(Guid.Parse(given["Stranger"])), Role.Leder, new(Guid.Parse(given["Nevro"])));
        (await ActivatorUtilities.CreateInstance<DirectoryPath>(services, hurried, inboxes).Run(granted, Actor(given, "Admin"), default)).Should().BeOfType<Decision.Accepted>();
        return [.. results.Select(result => result.GetType())];
    }

    static object Grant(GivenCase given) => new { role = "Leder", unit = given["Nevro"] };

    static Actor Actor(GivenCase given, string who)
    {
        var person = given.Host.Services.GetRequiredService<People>().Find(new(Guid.Parse(given[who])))!;
        return new(person.Id, person.Grants, "test");
    }

    static async Task Hold(GivenCase given)
    {
        using var answer = await given.Ask("Koord1", "POST", "cases/{sak}/holds", new { reason = "Vi venter på budsjettet." });
        answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    static async Task Resume(GivenCase given)
    {
        using var answer = await given.Ask("Koord1", "DELETE", "cases/{sak}/holds");
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
    }

    static async Task<IEnumerable<string>> Inbox(GivenCase given) =>
        (await given.Read("Stranger", "inbox")).EnumerateArray().Select(row => row.GetProperty("elementId").GetString()!);
}
