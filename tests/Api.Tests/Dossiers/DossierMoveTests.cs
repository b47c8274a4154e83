using System.Net;
using System.Text;
using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api.Tests;

/// <summary>A case that moved to another version on its way: the dossier brings the plan, and whoever checks makes the move again.</summary>
public sealed class DossierMoveTests(Hosts hosts)
{
    const string Definition = "definitions/standard_metode";

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_move_is_made_again_by_its_plan_and_gives_what_is_stored(string database)
    {
        var given = await GivenCase.At(await hosts.Fresh(database), "anchored");
        await Published(given, ("name=\"Forankre tilbudet\"", "name=\"Forankre\""));
        (await given.Ask("Admin", "POST", $"{Definition}/moves", new { from = 1, to = 2, dryRun = false })).StatusCode.Should().Be(HttpStatusCode.OK);
        (await given.Ask("Koord1", "POST", "cases/{sak}/contacts", new { side = "Fag", who = "En til", isAttempt = false })).StatusCode.Should().Be(HttpStatusCode.Created);

        var (zip, key) = await DossierTests.Made(given, "Rev");
        var verdict = DossierTests.Verified(zip, key);

        verdict.Faults.Should().BeEmpty();
        verdict.Proved.Should().Contain(line => line.Contains("1 flytting til en annen utgave er gjort på nytt etter planen"));
    }

    [Fact]
    public async Task A_move_that_no_plan_gives_is_found_though_the_server_signed_it()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "anchored");
        await Published(given, ("name=\"Forankre tilbudet\"", "name=\"Forankre\""));
        var (plan, context) = await Planned(given);
        var moved = Moved(plan, context).Select(fact => fact is ProcessMigrated migrated ? migrated with { Items = [.. migrated.Items.Select(item => item with { Due = DateOnlyFar })] } : fact);
        await Write(given, moved);

        var (zip, key) = await DossierTests.Made(given, "Rev");

        DossierTests.Verified(zip, key).Faults.Should().Contain(fault => fault.Contains("(process-migrated.v1) følger ikke av det som ble gjort"));
    }

    [Fact]
    public async Task A_move_that_weakens_participation_without_the_consent_of_both_sides_is_found_though_the_server_signed_it()
    {
        var given = await GivenCase.At(await hosts.Fresh("sqlite"), "needs-assessed");
        await Published(given, ("lms:dueWorkingDays=\"2\"", "lms:dueWorkingDays=\"9\""));
        var (plan, context) = await Planned(given);
        plan.ChangesHash.Should().NotBeNull();
        await Write(given, Moved(plan with { ChangesHash = null }, context));

        var (zip, key) = await DossierTests.Made(given, "Rev");

        DossierTests.Verified(zip, key).Faults.Should().Contain(fault => fault.Contains("(process-migrated.v1) følger ikke av det som ble gjort"));
    }

    static readonly DateTimeOffset DateOnlyFar = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static async Task<(MovePlan Plan, CaseContext Context)> Planned(GivenCase given)
    {
        var services = given.Host.Services;
        var (move, refused) = await services.GetRequiredService<MovePath>().Plan("standard_metode", 1, 2, new Dictionary<string, string>(), default);
        refused.Should().BeNull();
        var loaded = await services.GetRequiredService<CaseLoader>().Current(new(Guid.Parse(given.Id)), default);
        return (move!.Plan, services.GetRequiredService<CommandPath>().Context(loaded, new(new PersonId(Guid.Parse(given["Admin"])), [], "demo"), Role.Administrator));
    }

    static IEnumerable<Fact> Moved(MovePlan plan, CaseContext context) =>
        CaseWorkflow.Decide(plan.From, context, new MoveToVersion(plan)).Should().BeOfType<Decision.Accepted>().Subject.Facts;

    /// <summary>As an operator with the key could: straight into the store, where leaves and checkpoints are made of it as of anything.</summary>
    static async Task Write(GivenCase given, IEnumerable<Fact> facts)
    {
        var store = given.Host.Services.GetRequiredService<ICaseStore>();
        var stream = StreamId.Case(new(Guid.Parse(given.Id)));
        var so = await store.Read(stream, 0, default);
        await store.Append(Append.To(stream, so.Count, so[^1].Stamp with { At = so[^1].Stamp.At.AddHours(1) }, [.. facts]), default);
    }

    /// <summary>The shipped drawing with something else in it, consented to by both sides where that is asked.</summary>
    static async Task Published(GivenCase given, (string Was, string Now) change)
    {
        var shipped = await File.ReadAllTextAsync(Path.Combine(ShippedDefinitions.Folder, "standard-metode.bpmn"));
        await Done(given, "Admin", $"{Definition}/drafts", new { source = Encoding.UTF8.GetBytes(shipped.Replace(change.Was, change.Now, StringComparison.Ordinal)) });
        var unit = (await given.Host.Services.GetRequiredService<CaseLoader>().Current(new(Guid.Parse(given.Id)), default)).File.Identity!.LmsUnit.ToString();
        await Done(given, "Admin", $"{Definition}/drafts/1/publications", new { revision = 1, against = 1, note = "Endret", unit });
        if ((await given.Read("Br1", Definition)).GetProperty("proposals") is not { ValueKind: JsonValueKind.Array } proposals || proposals.GetArrayLength() == 0) return;
        var hash = proposals[0].GetProperty("changesHash").GetString();
        await Done(given, "Br1", $"{Definition}/proposals/1/consents", new { side = "Bruker", changesHash = hash });
        await Done(given, "Fag1", $"{Definition}/proposals/1/consents", new { side = "Fag", changesHash = hash });
    }

    static async Task Done(GivenCase given, string who, string path, object body)
    {
        using var answer = await given.Ask(who, "POST", path, body);
        answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }
}
