using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Api.Tests;

/// <summary>The demonstration is there whole or not at all, on both databases.</summary>
public sealed class DemonstrationSeedTests(Hosts hosts)
{
    static readonly DateOnly Today = new(2026, 9, 1);

    static string Scenario(string name) => Path.Combine(WorkedExamplesTests.Folder, name);

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task One_that_fails_half_way_leaves_nothing_and_the_next_start_fills_the_database(string database)
    {
        await using var place = await EmptyPlace.On(hosts, database);
        var half = ScenarioReader.ReadFile(Scenario("example-a.scenario")).EndingBefore(Today);
        var last = half.Steps.OfType<ScenarioStep.Ask>().Last(step => !step.AfterDemonstration);
        var failing = half with { Steps = half.Steps.Replace(last, last with { Status = 418 }) };
        var fill = () => DemonstrationSeed.Fill(place.Options, failing, half with { Steps = [] }, CancellationToken.None);
        await fill.Should().ThrowAsync<InvalidOperationException>();
        (await place.Reading(store => store.LastPosition(CancellationToken.None))).Should().Be(0);

        (await DemonstrationSeed.Fill(place.Options, Today, CancellationToken.None)).Should().BeTrue();
        (await place.Reading(store => store.Cases(new CaseQuery(), CancellationToken.None))).Cases.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task A_database_with_anybody_in_it_is_left_alone(string database)
    {
        await using var place = await EmptyPlace.On(hosts, database);
        (await DemonstrationSeed.Fill(place.Options, Today, CancellationToken.None)).Should().BeTrue();
        var before = await place.Reading(store => store.LastPosition(CancellationToken.None));
        (await DemonstrationSeed.Fill(place.Options, Today, CancellationToken.None)).Should().BeFalse();
        (await place.Reading(store => store.LastPosition(CancellationToken.None))).Should().Be(before);
    }

    [Theory]
    [MemberData(nameof(Hosts.Databases), MemberType = typeof(Hosts))]
    public async Task What_is_brought_over_keeps_its_times_and_its_texts_and_the_next_case_gets_the_next_number(string database)
    {
        await using var place = await EmptyPlace.On(hosts, database);
        await DemonstrationSeed.Fill(place.Options, Today, CancellationToken.None);
        var row = (await place.Reading(store => store.Cases(new CaseQuery(), CancellationToken.None))).Cases.Single();
        var facts = await place.Reading(store => store.Read(StreamId.Case(row.Id), 0, CancellationToken.None));
        facts.Select(one => one.Version).Should().Equal(Enumerable.Range(1, facts.Count).Select(version => (long)version));
        facts.Select(one => one.Stamp.At).Should().BeInAscendingOrder();
        facts.Select(one => OsloTime.Date(one.Stamp.At)).Distinct().Should().HaveCountGreaterThan(5);
        facts.Select(one => one.Fact).OfType<NeedRegistered>().Single().Title.Value.Should().NotBeNullOrEmpty();
        var year = int.Parse(row.Number[..4], System.Globalization.CultureInfo.InvariantCulture);
        (await place.Reading(store => store.NextCaseNumber(year, CancellationToken.None))).Should().NotBe(row.Number);
    }
}
