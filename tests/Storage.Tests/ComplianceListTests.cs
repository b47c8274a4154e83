using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Storage.Tests;

/// <summary>The compliance report's list: figures from the database are the same as counting each case by the rule, and each has exactly its cases behind it.</summary>
public sealed class ComplianceListTests(PgCluster cluster)
{
    static readonly ComplianceQuery Everything = new(new(2020, 1, 1), new(2030, 1, 1));

    [Theory, OnBothDatabases]
    public async Task Each_figure_counts_and_lists_exactly_the_cases_the_rule_says(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var all = await Registered(store, 40);
        foreach (var (from, to) in new[] { (Everything.From, Everything.To), (new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 30)), (new(2026, 1, 1), new(2026, 1, 20)) })
        {
            var query = Everything with { From = from, To = to };
            ImmutableArray<CaseCompliance> within = [.. all.Select(one => one.Compliance!).Where(one => one.RegisteredOn <= to && (one.EndedOn is null || one.EndedOn >= from))];
            within.Should().NotBeEmpty().And.HaveCountLessThan(from == Everything.From ? 41 : 40);

            var report = await store.Compliance(query, default);

            (report.Cases, report.Ended, report.MeetingsHeld, report.MeetingsValid, report.Deviations).Should().Be((
                within.Length, within.Count(one => one.EndedOn is not null), within.Sum(one => one.MeetingsHeld), within.Sum(one => one.MeetingsHeld - one.Invalid), within.Sum(one => one.Deviations)));
            report.Objections.Should().Be(within.Aggregate(new ObjectionCount(0, 0, 0, 0, 0), (sum, one) => sum.Plus(one.Objections)));
            foreach (var figure in ComplianceFigures.All)
            {
                ImmutableArray<CaseCompliance> counted = [.. within.Where(one => figure.Counts(one))];
                report.Of(figure).Should().Be(new ComplianceCount(figure, counted.Length, counted.Count(one => one.EndedOn is not null)));
                (await store.ComplianceCases(query with { Figure = figure, Limit = 200 }, default)).Cases.Select(line => line.Compliance).Should().BeEquivalentTo(counted, $"{figure}");
            }
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_list_is_read_page_by_page_without_a_gap_and_with_titles(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await Registered(store, 8);
        var (seen, after) = (new List<ComplianceLine>(), (string?)null);
        do
        {
            var page = await store.ComplianceCases(Everything with { Limit = 3, After = after }, default);
            page.Cases.Count.Should().BeInRange(1, 3);
            seen.AddRange(page.Cases);
            after = page.Next;
        }
        while (after is not null);

        seen.Select(line => line.Number).Should().Equal(Enumerable.Range(1, 8).Reverse().Select(number => $"2026-{number:0000}"));
        seen.Should().OnlyContain(line => line.Title == ListSamples.Title.Value);
        (await store.ComplianceCases(Everything with { After = "tull'--", Limit = 3 }, default)).Cases.Should().HaveCount(3);
    }

    [Theory, OnBothDatabases]
    public async Task Unit_and_sight_narrow_figures_and_list_alike(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var (east, west) = (ListSamples.Units[1], ListSamples.Units[2]);
        await Registered(store, 6, (row, number) => row with { Owners = [number % 3 == 0 ? west : east] });

        async Task Finds(ComplianceQuery query, int cases)
        {
            (await store.Compliance(query, default)).Cases.Should().Be(cases);
            (await store.ComplianceCases(query, default)).Cases.Should().HaveCount(cases);
        }

        await Finds(Everything with { Unit = ListSamples.Units[0] }, 6);
        await Finds(Everything with { Unit = east }, 4);
        await Finds(Everything with { Unit = west }, 2);
        await Finds(Everything with { Unit = ListSamples.Units[3] }, 0);
        await Finds(Everything with { Sight = new(ListSamples.People[5], [west]) }, 2);
        await Finds(Everything with { Unit = east, Sight = new(ListSamples.People[5], [west]) }, 0);
        await Finds(Everything with { Sight = new(ListSamples.People[5], []) }, 0);
    }

    [Theory, OnBothDatabases]
    public async Task A_row_follows_its_case_and_a_case_without_one_means_the_lists_are_behind(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var rows = (await Registered(store, 1)).Single();
        var changed = rows with { Compliance = rows.Compliance! with { Grad = Medvirkningsgrad.Full, G4 = GateAgreement.Both, EndedOn = new(2026, 12, 1) } };
        var stream = StreamId.Case(rows.Case!.Id);

        await store.MustAppend(Given.To(stream, 1, Given.TitleFact) with { Lists = ListChanges.Of(stream, rows, changed) });

        (await store.ComplianceCases(Everything, default)).Cases.Single().Compliance.Should().Be(changed.Compliance);
        (await store.ListsAreBehind(default)).Should().BeFalse();
        await database.Execute("update compliance set format = 0");
        (await store.ListsAreBehind(default)).Should().BeTrue();
        (await store.Compliance(Everything, default)).Cases.Should().Be(0);
        await store.RebuildLists((_, _) => changed, default);
        (await store.ListsAreBehind(default)).Should().BeFalse();
        (await store.Compliance(Everything, default)).Of(ComplianceFigure.Full).Should().Be(new ComplianceCount(ComplianceFigure.Full, 1, 1));
    }

    static async Task<ImmutableArray<ListRows>> Registered(ICaseStore store, int count, Func<CaseRow, int, CaseRow>? change = null)
    {
        var all = ImmutableArray.CreateBuilder<ListRows>();
        for (var number = 1; number <= count; number++)
        {
            var id = new CaseId(new Guid(500 + number, 0, 0, new byte[8]));
            var row = ListSamples.Of(id, 1).Case! with { Number = $"2026-{number:0000}", Members = [] };
            var rows = ListRows.Empty with { Case = change?.Invoke(row, number) ?? row, Compliance = ListSamples.Compliance(new Random(number)) };
            await store.MustAppend(Given.To(StreamId.Case(id), 0, Given.TitleFact) with { Lists = ListChanges.Of(StreamId.Case(id), ListRows.Empty, rows) });
            all.Add(rows);
        }

        return all.ToImmutable();
    }
}
