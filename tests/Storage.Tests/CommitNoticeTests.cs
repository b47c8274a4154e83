using System.Collections.Concurrent;
using System.Diagnostics;
using LmsWorkflow.Domain;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Storage.Tests;

public sealed class CommitNoticeTests(PgCluster cluster)
{
    [Theory, OnBothDatabases]
    public async Task A_commit_is_told_with_stream_version_position_and_whose_inbox_changed(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var heard = Listen(store);
        var rows = ListRows.Empty with { Inbox = [new(Given.Case, 1, Given.Kari, "e", "UserTask", "Fagperson", null, ListSamples.Monday)] };

        await store.MustAppend(Given.To(Given.Stream, 0, Given.Role1, Given.Role1) with { Lists = ListChanges.Of(Given.Stream, ListRows.Empty, rows) });
        await store.MustAppend(Given.To(Given.Stream, 2, Given.Role1) with { Lists = ListChanges.Of(Given.Stream, rows, rows) });
        await store.MustAppend(Given.To(Given.Stream, 3, Given.Role1) with { Lists = ListChanges.Of(Given.Stream, rows, ListRows.Empty) });

        await Until(() => heard.Count == 3);
        heard.Select(notice => (notice.Stream, notice.Version, notice.Position, People: notice.Inboxes.Length))
            .Should().Equal((Given.Stream, 2, 2, 1), (Given.Stream, 3, 3, 0), (Given.Stream, 4, 4, 1));
        heard.First().Inboxes.Should().Equal(Given.Kari);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_told_can_be_read(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var read = new ConcurrentQueue<Task<(long Told, long Found)>>();
        store.Committed += notice => read.Enqueue(Task.Run(async () => (notice.Version, (await store.Read(notice.Stream, 0, default))[^1].Version)));

        for (var version = 0; version < 20; version++) await store.MustAppend(Given.To(Given.Stream, version, Given.Role1));

        await Until(() => read.Count == 20);
        (await Task.WhenAll(read)).Should().OnlyContain(pair => pair.Found >= pair.Told);
    }

    [Theory, OnBothDatabases]
    public async Task A_refused_append_is_not_told(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var heard = Listen(store);

        await store.Append(Given.To(Given.Stream, 7, Given.Role1), default);
        await store.MustAppend(Given.To(Given.Stream, 0, Given.Role1));

        await Until(() => !heard.IsEmpty);
        heard.Should().ContainSingle().Which.Version.Should().Be(1);
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_told_of_a_stream_that_was_only_looked_at(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.To(StreamId.Directory, 0, Given.Person("Kari")));
        var heard = Listen(store);

        await store.MustAppend(new(Given.Stamp, [new(Given.Stream, 0, [Given.Role1]), StreamAppend.Unmoved(StreamId.Directory, 1)], ListChanges.None, null));
        await store.MustAppend(Given.To(Given.Stream, 1, Given.Role1));

        await Until(() => heard.Any(notice => notice.Version == 2));
        heard.Should().OnlyContain(notice => notice.Stream == Given.Stream || notice.Position == 1);
    }

    [Theory, OnBothDatabases]
    public async Task A_listener_that_fails_keeps_nobody_from_hearing(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        store.Committed += _ => throw new InvalidOperationException("a listener's mistake");
        var heard = Listen(store);

        await store.MustAppend(Given.To(Given.Stream, 0, Given.Role1));
        await store.MustAppend(Given.To(Given.Stream, 1, Given.Role1));

        await Until(() => heard.Count == 2);
    }

    [Fact]
    public async Task Another_node_hears_and_the_own_node_hears_once()
    {
        await using var database = await TestDatabase.New(Db.Postgres, cluster);
        var (one, two) = (await database.Open(), await database.Open());
        var (byOne, byTwo) = (Listen(one), Listen(two));
        var people = Enumerable.Range(0, 450).Select(n => new PersonId(new Guid(n, 0, 0, new byte[8]))).ToList();
        var rows = ListRows.Empty with { Inbox = [.. people.Select(person => new InboxRow(Given.Case, 1, person, "e", "UserTask", "Fagperson", null, ListSamples.Monday))] };

        await one.MustAppend(Given.To(Given.Stream, 0, Given.Role1) with { Lists = ListChanges.Of(Given.Stream, ListRows.Empty, rows) });
        await two.MustAppend(Given.To(Given.Stream, 1, Given.Role1));

        await Until(() => byOne.Any(notice => notice.Version == 2) && byTwo.Any(notice => notice.Version == 2));
        byOne.Select(notice => notice.Version).Should().Equal(1, 2);
        byTwo.Where(notice => notice.Version == 1).SelectMany(notice => notice.Inboxes).Should().BeEquivalentTo(people, "many people are told of in several notices");
    }

    [Fact]
    public async Task A_node_whose_connection_was_away_catches_up()
    {
        await using var database = await TestDatabase.New(Db.Postgres, cluster);
        var (one, two) = (await database.Open(), await database.Open());
        var heard = Listen(two);
        await one.MustAppend(Given.To(Given.Stream, 0, Given.Role1));
        await Until(() => heard.Any(notice => notice.Version == 1));

        for (var version = 1; version < 30; version++)
        {
            if (version % 10 == 5) await database.Query<bool>("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'lmsworkflow listener'");
            await one.MustAppend(Given.To(Given.Stream, version, Given.Role1));
        }

        await Until(() => heard.Any(notice => notice.Version == 30));
        heard.Should().Contain(notice => notice.AfterGap);
    }

    static ConcurrentQueue<CommitNotice> Listen(ICaseStore store)
    {
        var heard = new ConcurrentQueue<CommitNotice>();
        store.Committed += heard.Enqueue;
        return heard;
    }

    static async Task Until(Func<bool> isSo)
    {
        var patience = Stopwatch.StartNew();
        while (!isSo())
        {
            patience.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(15), "it should have been heard by now");
            await Task.Delay(5);
        }
    }
}
