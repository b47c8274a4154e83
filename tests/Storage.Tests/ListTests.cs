using FsCheck;
using FsCheck.Fluent;
using LmsWorkflow.Domain;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Storage.Tests;

public sealed class ListTests(PgCluster cluster)
{
    [Theory, OnBothDatabases]
    public async Task Lists_follow_the_case_in_the_same_transaction(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();

        for (var version = 0; version < 12; version++)
        {
            await store.MustAppend(Given.WithLists(Given.Case, version));
            await Shows(store, ListSamples.Of(Given.Case, version + 1));
        }
    }

    static async Task Shows(ICaseStore store, ListRows rows)
    {
        var title = ListSamples.Title.Value;
        (await store.Cases(new(), default)).Cases.Should().BeEquivalentTo([rows.Case! with { Title = title }]);
        (await store.Stuck(null, default)).Should().BeEquivalentTo(rows.Stuck.Select(row => row with { CaseNumber = "2026-0001", CaseTitle = title }));
        (await store.Tilbud(null, default)).Should().BeEquivalentTo(rows.Tilbud.Select(row => row with { Title = title }));
        foreach (var person in ListSamples.People.Take(5))
            (await store.Inbox(person, default)).Should().BeEquivalentTo(
                rows.Inbox.Where(row => row.Person == person).Select(row => row with { CaseNumber = "2026-0001", CaseTitle = title }));
    }

    [Theory, OnBothDatabases]
    public async Task A_conflict_leaves_the_lists_as_they_were(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.WithLists(Given.Case, 0));
        var before = await database.DumpLists();

        (await store.Append(Given.WithLists(Given.Case, 3), default)).Should().BeOfType<AppendResult.Conflict>();

        (await database.DumpLists()).Should().Equal(before);
    }

    [Theory, OnBothDatabases]
    public async Task Rebuilt_lists_equal_live_lists(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        // each number is a case that gets one more fact; lists are written as differences from version to version
        var walks = Gen.Choose(1, 6).ListOf().Resize(40).Sample(4, db == Db.Sqlite ? 12 : 6);
        var versions = new Dictionary<int, long>();
        foreach (var step in walks.SelectMany(walk => walk))
        {
            var version = versions.GetValueOrDefault(step);
            await store.MustAppend(Given.WithLists(new(new Guid(step, 0, 0, new byte[8])), version));
            versions[step] = version + 1;
        }
        var live = await database.DumpLists();

        await store.RebuildLists(Given.Project, default);

        live.Should().NotBeEmpty();
        (await database.DumpLists()).Should().Equal(live);
    }

    [Theory, OnBothDatabases]
    public async Task Rebuilding_mends_lists_that_were_tampered_with(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.WithLists(Given.Case, 0));
        await store.MustAppend(Given.To(StreamId.Attempts(Given.Case), StreamAppend.Any, new AttemptRefused("X", [])));
        var live = await database.DumpLists();
        await database.Execute("update cases set phase = 'Ended'");
        await database.Execute("delete from case_keys");

        await store.RebuildLists(Given.Project, default);

        (await database.DumpLists()).Should().Equal(live);
    }

    [Theory, OnBothDatabases]
    public async Task A_rebuild_that_fails_changes_nothing(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.WithLists(Given.Case, 0));
        var live = await database.DumpLists();

        await store.Invoking(s => s.RebuildLists((_, _) => throw new InvalidOperationException("no projection"), default)).Should().ThrowAsync<InvalidOperationException>();

        (await database.DumpLists()).Should().Equal(live);
        (await store.MustAppend(Given.WithLists(Given.Case, 1))).Single().Version.Should().Be(2);
    }

    [Theory, OnBothDatabases]
    public async Task Pages_give_every_case_once_latest_first(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        foreach (var n in Enumerable.Range(1, 23)) await Register(store, n);

        var seen = new List<string>();
        var query = new CaseQuery { Limit = 10 };
        do
        {
            var page = await store.Cases(query, default);
            page.Cases.Count.Should().BeLessThanOrEqualTo(10);
            seen.AddRange(page.Cases.Select(row => row.Number));
            query = query with { After = page.Next };
            if (seen.Count == 10) await Register(store, 24); // one more comes meanwhile, and disturbs no page
        } while (query.After is not null);

        seen.Should().Equal(Enumerable.Range(1, 23).Reverse().Select(n => $"2026-{n:0000}"));
        (await store.Cases(new() { After = "nonsense'; --", Limit = 2 }, default)).Cases.Select(row => row.Number).Should().Equal("2026-0024", "2026-0023");
        (await store.Cases(new() { Limit = 1_000_000 }, default)).Cases.Should().HaveCount(24);
        (await store.Cases(new() { Limit = -3 }, default)).Cases.Should().HaveCount(1);
    }

    [Theory, OnBothDatabases]
    public async Task Cases_are_narrowed_by_phase_standing_unit_and_person(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var (ola, east, west) = (ListSamples.People[3], ListSamples.Units[1], ListSamples.Units[2]);
        await Register(store, 1, row => row with { Phase = Phase.Planning, Owners = [east], Members = [ola] });
        await Register(store, 2, row => row with { Phase = Phase.Planning, Owners = [west], Standing = Standing.OnHold });
        await Register(store, 3, row => row with { Phase = Phase.Delivery, Owners = [west, east], Koordinator = ola });

        await Finds(store, new() { Phase = Phase.Planning }, 2, 1);
        await Finds(store, new() { Standing = Standing.OnHold }, 2);
        await Finds(store, new() { Unit = east }, 3, 1);
        await Finds(store, new() { Unit = ListSamples.Units[0] }, 3, 2, 1);
        await Finds(store, new() { Member = ola }, 3, 1);
        await Finds(store, new() { Sight = new(ola, []) }, 3, 1);
        await Finds(store, new() { Sight = new(ListSamples.People[9], []) });
        await Finds(store, new() { Sight = new(ola, [west]) }, 3, 2, 1);
        await Finds(store, new() { Sight = new(ola, [west]), Phase = Phase.Planning, Unit = west }, 2);
        (await store.CountByPhase(new() { Sight = new(ola, [west]), Phase = Phase.Delivery }, default)).Should().BeEquivalentTo(new Dictionary<Phase, int> { [Phase.Planning] = 2, [Phase.Delivery] = 1 });
    }

    [Theory, OnBothDatabases]
    public async Task Who_leaves_the_group_no_longer_finds_the_case(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var ola = ListSamples.People[3];
        var with = await Register(store, 1, row => row with { Members = [ola] });
        var stream = StreamId.Case(with.Case!.Id);

        await store.MustAppend(Given.To(stream, 1, Given.Role1) with { Lists = ListChanges.Of(stream, with, with with { Case = with.Case with { Members = [], Version = 2 } }) });

        await Finds(store, new() { Sight = new(ola, []) });
    }

    [Theory, OnBothDatabases]
    public async Task The_inbox_is_ordered_by_due_date_with_undated_last(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        DateTimeOffset? Day(int n) => n == 0 ? null : ListSamples.Monday.AddDays(n);
        var rows = ListRows.Empty with { Inbox = [.. new[] { 0, 9, 2 }.Select((due, n) => new InboxRow(Given.Case, n, Given.Kari, "e", "UserTask", "Fagperson", Day(due), ListSamples.Monday))] };

        await store.MustAppend(Given.To(Given.Stream, 0, Given.Role1) with { Lists = ListChanges.Of(Given.Stream, ListRows.Empty, rows) });

        (await store.Inbox(Given.Kari, default)).Select(row => row.Item).Should().Equal(2, 1, 0);
    }

    [Theory, OnBothDatabases]
    public async Task An_erased_title_is_null_in_every_list(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await Register(store, 1, row => row);

        await database.Execute("delete from texts");

        (await store.Cases(new(), default)).Cases.Should().ContainSingle().Which.Title.Should().BeNull();
    }

    [Theory, OnBothDatabases]
    public async Task What_ended_cases_bring_into_the_balance_is_found_by_unit(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var (east, west) = (ListSamples.Units[1], ListSamples.Units[2]);
        var first = await Register(store, 1, row => row with { Owners = [east] }, ended: true);
        await Register(store, 2, row => row with { Owners = [west] });
        var third = await Register(store, 3, row => row with { Owners = [west, east] }, ended: true);

        (await store.EndedCases(east, default)).Should().BeEquivalentTo([first.Balance, third.Balance]);
        (await store.EndedCases(west, default)).Should().BeEquivalentTo([third.Balance]);
        (await store.EndedCases(null, default)).Should().HaveCount(2);
        (await store.EndedCases(ListSamples.Units[3], default)).Should().BeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_list_kept_since_later_than_the_record_is_behind_until_the_lists_are_made_again(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var rows = await Register(store, 1, row => row with { Standing = Standing.Closed }, ended: true);
        (await store.ListsAreBehind(default)).Should().BeFalse();
        await database.Execute("delete from balances");
        (await store.ListsAreBehind(default)).Should().BeTrue();

        await store.RebuildLists((_, _) => rows, default);

        (await store.ListsAreBehind(default)).Should().BeFalse();
        (await store.EndedCases(null, default)).Should().BeEquivalentTo([rows.Balance]);
        await database.Execute("update balances set format = 0, figures = 'an older shape'");
        (await store.EndedCases(null, default)).Should().BeEmpty();
        (await store.ListsAreBehind(default)).Should().BeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task Rows_for_a_stream_without_facts_are_our_mistake(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var other = new CaseId(Guid.NewGuid());

        var appending = () => store.Append(Given.To(Given.Stream, 0, Given.Role1) with { Lists = ListChanges.Of(StreamId.Case(other), ListRows.Empty, ListSamples.Of(other, 1)) }, default);

        await appending.Should().ThrowAsync<InvalidOperationException>();
        (await store.LastPosition(default)).Should().Be(0);
    }

    [Theory, OnBothDatabases]
    public async Task Our_mistake_in_one_append_costs_no_other_of_its_group(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var nowhere = ListChanges.Of(StreamId.Case(new(Guid.NewGuid())), ListRows.Empty, ListSamples.Of(Given.Case, 1));

        var appends = Enumerable.Range(0, 30).Select(n => store.Append(
            Given.To(new("case-" + n.ToString("x32", null)), 0, Given.Role1) with { Lists = n % 5 == 0 ? nowhere : ListChanges.None }, default)).ToList();
        await Task.WhenAll(appends).ContinueWith(_ => { });

        appends.Select(append => append.IsCompletedSuccessfully).Should().Equal(Enumerable.Range(0, 30).Select(n => n % 5 != 0));
        (await store.LastPosition(default)).Should().Be(24);
    }

    static async Task Finds(ICaseStore store, CaseQuery query, params int[] numbers) =>
        (await store.Cases(query, default)).Cases.Select(row => row.Number).Should().Equal(numbers.Select(n => $"2026-{n:0000}"));

    static async Task<ListRows> Register(ICaseStore store, int number, Func<CaseRow, CaseRow>? change = null, bool ended = false)
    {
        var id = new CaseId(new Guid(100 + number, 0, 0, new byte[8]));
        var row = ListSamples.Of(id, 1).Case! with { Number = $"2026-{number:0000}", Members = [], Standing = Standing.Open };
        var rows = ListRows.Empty with { Case = change?.Invoke(row) ?? row, Balance = ended ? ListSamples.Of(id, 2).Balance : null, Compliance = ListSamples.Compliance(new Random(number)), Retention = ended ? ListSamples.Of(id, 2).Retention : null };
        await store.MustAppend(Given.To(StreamId.Case(id), 0, Given.TitleFact) with { Lists = ListChanges.Of(StreamId.Case(id), ListRows.Empty, rows) });
        return rows;
    }
}
