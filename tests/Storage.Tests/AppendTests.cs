using LmsWorkflow.Domain;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Storage.Tests;

public sealed class AppendTests(PgCluster cluster)
{
    [Theory, OnBothDatabases]
    public async Task What_is_appended_is_read_back(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var person = Given.Person("Kari Nordmann");

        var appended = await store.MustAppend(Given.To(Given.Stream, 0, person, Given.Role1));
        var read = await store.Read(Given.Stream, 0, default);

        read.Should().BeEquivalentTo(appended, options => options.RespectingRuntimeTypes().WithStrictOrdering());
        read.Select(fact => (fact.Position, fact.Version, fact.Name)).Should().Equal((1, 1, "person-registered.v1"), (2, 2, "role-granted.v1"));
        ((PersonRegistered)read[0].Fact).Name.Value.Should().Be("Kari Nordmann");
        (await store.Read(Given.Stream, 1, default)).Should().ContainSingle().Which.Version.Should().Be(2);
        (await store.Read(StreamId.Directory, 0, default)).Should().BeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task The_bytes_stored_are_the_bytes_made_once(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.To(Given.Stream, 0, Given.Role1));

        var stored = await database.Query<byte[]>("select body from events");

        stored.Should().ContainSingle().Which.Should().Equal(EventJson.Write(Given.Role1, EventJson.WriteStamp(Given.Stamp)).Body);
    }

    [Theory, OnBothDatabases]
    public async Task Facts_of_all_streams_are_read_in_commit_order(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.To(Given.Stream, 0, Given.Person("Ola"), Given.Role1));
        await store.MustAppend(Given.To(StreamId.Directory, 0, Given.Person("Kari")));
        await store.MustAppend(Given.To(Given.Stream, 2, Given.Role1));

        var first = await store.ReadAll(0, 3, default);
        var rest = await store.ReadAll(3, 100, default);

        first.Concat(rest).Select(fact => (fact.Position, fact.Stream, fact.Version))
            .Should().Equal((1, Given.Stream, 1), (2, Given.Stream, 2), (3, StreamId.Directory, 1), (4, Given.Stream, 3));
        ((PersonRegistered)first[2].Fact).Name.Value.Should().Be("Kari");
        (await store.LastPosition(default)).Should().Be(4);
        (await store.Streams("", default)).Should().Equal(Given.Stream, StreamId.Directory);
        (await store.Streams("case-", default)).Should().Equal(Given.Stream);
    }

    [Theory, OnBothDatabases]
    public async Task Who_comes_second_is_told_the_version_and_nothing_is_stored(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.To(Given.Stream, 0, Given.Role1, Given.Role1));

        var late = await store.Append(Given.To(Given.Stream, 0, Given.Person("Ola")), default);
        var early = await store.Append(Given.To(Given.Stream, 7, Given.Role1), default);
        var partly = await store.Append(new(Given.Stamp, [new(StreamId.Directory, 0, [Given.Role1]), new(Given.Stream, 1, [Given.Role1])], ListChanges.None, null), default);

        late.Should().Be(new AppendResult.Conflict(Given.Stream, 2));
        early.Should().Be(new AppendResult.Conflict(Given.Stream, 2));
        partly.Should().Be(new AppendResult.Conflict(Given.Stream, 2));
        (await store.LastPosition(default)).Should().Be(2);
        (await database.Dump("texts")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_node_that_wrote_last_finds_out_that_another_has_written_since()
    {
        PgCluster.Require();
        await using var database = await TestDatabase.New(Db.Postgres, cluster);
        var (first, second) = (await database.Open(), await database.Open());
        var other = new StreamId("case-" + new string('b', 32));
        var key = new IdempotencyEntry("once", Given.Kari.ToString(), "hash", "answer");

        await first.MustAppend(Given.To(Given.Stream, 0, Given.Role1));
        await first.MustAppend(Given.To(Given.Stream, 1, Given.Role1));
        await second.MustAppend(Given.To(Given.Stream, 2, Given.Role1) with { Idempotency = key });
        (await first.Append(Given.To(Given.Stream, 2, Given.Role1), default)).Should().Be(new AppendResult.Conflict(Given.Stream, 3));
        (await second.MustAppend(Given.To(other, 0, Given.Role1))).Should().ContainSingle().Which.Position.Should().Be(4);
        (await first.Append(Given.To(other, 0, Given.Role1), default)).Should().Be(new AppendResult.Conflict(other, 1));
        (await first.Append(Given.To(Given.Stream, 3, Given.Role1) with { Idempotency = key }, default)).Should().Be(new AppendResult.Repeated("answer"));
        (await first.MustAppend(Given.To(Given.Stream, 3, Given.Role1))).Should().ContainSingle().Which.Position.Should().Be(5);

        (await second.ReadAll(0, 100, default)).Select(fact => (fact.Position, fact.Stream, fact.Version))
            .Should().Equal((1, Given.Stream, 1), (2, Given.Stream, 2), (3, Given.Stream, 3), (4, other, 1), (5, Given.Stream, 4));
    }

    [Theory, OnBothDatabases]
    public async Task Lists_alone_are_changed_only_while_their_stream_ends_where_it_did_and_take_no_position(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var (first, second) = (await database.Open(), await database.Open());
        var rows = ListRows.Empty with { Inbox = [new(Given.Case, 1, Given.Kari, "e", "task", "Leder", null, ListSamples.Monday)] };
        Append Lists(long version) => Append.To(Given.Stream, version, Given.Stamp) with { Lists = ListChanges.Of(Given.Stream, ListRows.Empty, rows) };
        await first.MustAppend(Given.To(Given.Stream, 0, Given.Role1));
        await first.MustAppend(Given.To(Given.Stream, 1, Given.Role1));
        await second.MustAppend(Given.To(Given.Stream, 2, Given.Role1));

        (await first.Append(Lists(2), default)).Should().Be(new AppendResult.Conflict(Given.Stream, 3));
        (await first.Inbox(Given.Kari, default)).Should().BeEmpty();
        (await first.MustAppend(Lists(3))).Should().BeEmpty();

        (await second.Inbox(Given.Kari, default)).Should().ContainSingle();
        (await first.MustAppend(Given.To(Given.Stream, 3, Given.Role1))).Should().ContainSingle().Which.Position.Should().Be(4);
    }

    [Theory, OnBothDatabases]
    public async Task What_was_decided_on_another_stream_is_stored_only_while_that_ends_where_it_did(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        Append Beside(long version, long directory) => new(Given.Stamp, [new(Given.Stream, version, [Given.Role1]), StreamAppend.Unmoved(StreamId.Directory, directory)], ListChanges.None, null);

        await store.MustAppend(Beside(0, 0));
        (await store.Streams("", default)).Should().Equal([Given.Stream], "a stream that is only looked at does not begin");
        await store.MustAppend(Given.To(StreamId.Directory, 0, Given.Person("Kari")));

        (await store.Append(Beside(1, 0), default)).Should().Be(new AppendResult.Conflict(StreamId.Directory, 1));
        (await store.MustAppend(Beside(1, 1))).Should().ContainSingle().Which.Position.Should().Be(3);
    }

    [Fact]
    public async Task One_that_repeats_a_command_to_the_node_that_wrote_last_gets_the_first_answer()
    {
        PgCluster.Require();
        await using var database = await TestDatabase.New(Db.Postgres, cluster);
        var store = await database.Open();
        var key = new IdempotencyEntry("once", Given.Kari.ToString(), "hash", "answer");

        await store.MustAppend(Given.To(Given.Stream, 0, Given.Role1) with { Idempotency = key });
        (await store.Append(Given.To(Given.Stream, 1, Given.Role1) with { Idempotency = key }, default)).Should().Be(new AppendResult.Repeated("answer"));
        (await store.Append(Given.To(Given.Stream, 1, Given.Role1) with { Idempotency = key with { RequestHash = "another" } }, default)).Should().BeOfType<AppendResult.KeyReused>();

        (await store.LastPosition(default)).Should().Be(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_companion_stream_takes_what_comes(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var attempt = new AttemptRefused("GiveSignOff", ["NotOpened"]);

        await store.MustAppend(Given.To(StreamId.Attempts(Given.Case), StreamAppend.Any, attempt));
        await store.MustAppend(Given.To(StreamId.Attempts(Given.Case), StreamAppend.Any, attempt));

        (await store.Read(StreamId.Attempts(Given.Case), 0, default)).Select(fact => fact.Version).Should().Equal(1, 2);
        (await store.Read(Given.Stream, 0, default)).Should().BeEmpty("an attempt does not raise the case's version");
    }

    [Theory, OnBothDatabases]
    public async Task An_append_that_fails_in_a_group_costs_only_itself(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await database.Execute(db == Db.Sqlite
            ? "create trigger stumble before insert on texts when new.field = 'stumble' begin select raise(abort, 'stumbled'); end"
            : "create function stumble() returns trigger language plpgsql as $$ begin raise exception 'stumbled'; end $$; create trigger stumble before insert on texts for each row when (new.field = 'stumble') execute function stumble()");

        var appends = Enumerable.Range(0, 30).Select(n =>
        {
            var person = new PersonRegistered(Given.Kari, Given.Sealed("Ola", n % 3 == 0 ? "stumble" : "name"), Language.Nb, []);
            return store.Append(Given.To(new("case-" + n.ToString("x32", null)), 0, Given.Role1, person), default);
        }).ToList();
        await Task.WhenAll(appends).ContinueWith(_ => { });

        appends.Where((_, n) => n % 3 == 0).Should().OnlyContain(append => append.IsFaulted && append.Exception.ToString().Contains("stumbled"));
        appends.Where((_, n) => n % 3 != 0).Should().OnlyContain(append => append.IsCompletedSuccessfully && append.Result is AppendResult.Appended);
        (await store.ReadAll(0, 1000, default)).Select(fact => fact.Position).Should().Equal(Enumerable.Range(1, 40).Select(n => (long)n), "what failed took no position");
        (await store.Streams("case-", default)).Should().HaveCount(20);
    }

    [Theory, OnBothDatabases]
    public async Task Eight_writers_at_once_get_dense_positions_and_versions(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await using var other = db == Db.Postgres ? await RecordStore.Open(database.ConnectionString) : null;

        var acknowledged = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => Write(writer % 2 == 0 ? store : other ?? store, new Random(writer)))));

        var all = await store.ReadAll(0, 10_000, default);
        all.Select(fact => fact.Position).Should().Equal(Enumerable.Range(1, all.Count).Select(n => (long)n));
        foreach (var stream in all.GroupBy(fact => fact.Stream)) stream.Select(fact => fact.Version).Should().Equal(Enumerable.Range(1, stream.Count()).Select(n => (long)n));
        all.Select(fact => fact.Position).Should().BeEquivalentTo(acknowledged.SelectMany(positions => positions), "what is there is what was acknowledged");
        all.Should().HaveCount(8 * 25 * 2);
    }

    static async Task<List<long>> Write(ICaseStore store, Random chance)
    {
        var positions = new List<long>();
        var versions = new Dictionary<StreamId, long>();
        while (positions.Count < 50)
        {
            var stream = new StreamId("case-" + chance.Next(3).ToString("x32", null));
            switch (await store.Append(Given.To(stream, versions.GetValueOrDefault(stream), Given.Role1, Given.Person("Ola")), default))
            {
                case AppendResult.Appended appended:
                    positions.AddRange(appended.Facts.Select(fact => fact.Position));
                    versions[stream] = appended.Facts[^1].Version;
                    break;
                case AppendResult.Conflict conflict:
                    versions[stream] = conflict.ActualVersion;
                    break;
            }
        }
        return positions;
    }

    [Theory, OnBothDatabases]
    public async Task A_repeated_command_answers_as_the_first_one_did(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var command = Given.To(Given.Stream, 0, Given.Role1) with { Idempotency = new("key-1", Given.Kari.ToString(), "hash-a", "version 1") };
        await store.MustAppend(command);

        (await store.Append(command with { Idempotency = command.Idempotency with { Response = "another" } }, default)).Should().Be(new AppendResult.Repeated("version 1"));
        (await store.Append(command with { Idempotency = command.Idempotency with { RequestHash = "hash-b" } }, default)).Should().Be(new AppendResult.KeyReused());
        (await store.Append(command with { Idempotency = command.Idempotency with { Person = "somebody else" } }, default)).Should().Be(new AppendResult.Conflict(Given.Stream, 1));
        (await store.FindIdempotent("key-1", Given.Kari.ToString(), default)).Should().Be("version 1");
        (await store.FindIdempotent("key-1", "somebody else", default)).Should().BeNull();
        (await store.Recall("key-1", Given.Kari.ToString(), "hash-a", default)).Should().Be(new AppendResult.Repeated("version 1"));
        (await store.Recall("key-1", Given.Kari.ToString(), "hash-b", default)).Should().Be(new AppendResult.KeyReused());
        (await store.Recall("key-2", Given.Kari.ToString(), "hash-b", default)).Should().BeNull();
        (await store.LastPosition(default)).Should().Be(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_key_sent_many_times_at_once_is_one_command(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var command = Given.To(Given.Stream, 0, Given.Role1) with { Idempotency = new("key-1", "kari", "hash", "done") };

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => store.Append(command, default)));

        results.OfType<AppendResult.Appended>().Should().ContainSingle();
        results.OfType<AppendResult.Repeated>().Should().HaveCount(19);
    }

    [Theory, OnBothDatabases]
    public async Task A_refused_append_does_not_remember_its_key(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();

        await store.Append(Given.To(Given.Stream, 5, Given.Role1) with { Idempotency = new("key-1", "kari", "hash", "done") }, default);

        (await store.FindIdempotent("key-1", "kari", default)).Should().BeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Old_keys_are_forgotten(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.To(Given.Stream, 0, Given.Role1) with { Idempotency = new("old", "kari", "hash", "done") });

        (await store.ForgetIdempotent(Given.Stamp.At, default)).Should().Be(0);
        (await store.ForgetIdempotent(Given.Stamp.At.AddTicks(1), default)).Should().Be(1);
        (await store.FindIdempotent("old", "kari", default)).Should().BeNull();
    }

    [Theory, OnBothDatabases]
    public async Task An_append_given_up_before_its_turn_stores_nothing(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();

        var appending = () => store.Append(Given.To(Given.Stream, 0, Given.Role1), new CancellationToken(canceled: true));

        await appending.Should().ThrowAsync<OperationCanceledException>();
        (await store.LastPosition(default)).Should().Be(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_closed_store_refuses_and_an_opened_one_goes_on(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.To(Given.Stream, 0, Given.Person("Kari")));
        await store.DisposeAsync();

        var late = () => store.Append(Given.To(Given.Stream, 1, Given.Role1), default);
        await late.Should().ThrowAsync<ObjectDisposedException>();

        var again = await database.Open();
        (await again.MustAppend(Given.To(Given.Stream, 1, Given.Role1))).Single().Position.Should().Be(2);
        ((PersonRegistered)(await again.Read(Given.Stream, 0, default))[0].Fact).Name.Value.Should().Be("Kari");
    }

    [Theory, OnBothDatabases]
    public async Task Case_numbers_count_up_within_the_year(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();

        (await store.NextCaseNumber(2026, default)).Should().Be("2026-0001");
        (await store.NextCaseNumber(2026, default)).Should().Be("2026-0002");
        (await store.NextCaseNumber(2027, default)).Should().Be("2027-0001");
        (await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => store.NextCaseNumber(2026, default)))).Should().OnlyHaveUniqueItems();
    }

    [Theory, OnBothDatabases]
    public async Task Content_is_kept_under_its_hash_once(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        byte[] bytes = [0, 1, 2, 255];

        var sha256 = await store.PutContent(bytes, default);

        sha256.Should().Be("3d1f57c984978ef98a18378c8166c1cb8ede02c03eeb6aee7e2f121dfeee3e56");
        (await store.PutContent(bytes, default)).Should().Be(sha256);
        (await store.Content(sha256, default)).Should().Equal(bytes);
        (await store.Content(new string('0', 64), default)).Should().BeNull();
    }

    [Theory, OnBothDatabases]
    public async Task An_open_store_answers_a_ping(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();

        await store.Invoking(s => s.Ping(default)).Should().NotThrowAsync();
    }
}
