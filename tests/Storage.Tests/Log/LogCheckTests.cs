using System.Security.Cryptography;
using System.Text;
using LmsWorkflow.Domain;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Storage.Tests;

/// <summary>Somebody who may do anything in the database, with all guards taken away, against the check of the record.</summary>
public sealed class LogCheckTests(PgCluster cluster)
{
    const int Streams = 4, Events = 30, Checkpoints = 3;

    static readonly NoteSigner Signer = NoteSigner.New("lms.example/record");
    static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    static readonly string ContentHash = Convert.ToHexStringLower(SHA256.HashData("innhold"u8));

    [Theory, OnBothDatabases]
    public async Task A_record_nobody_has_touched_is_found_whole(Db db)
    {
        await using var database = await Filled(db);

        var state = await Check(database);

        state.Faults.Should().BeEmpty();
        (state.Done, state.Size, state.Checkpoints).Should().Be((361, 361, 3));
    }

    [Theory, OnBothDatabases]
    public Task A_changed_byte_is_found_at_its_place(Db db) => Attack(
        db, "update events set body = @body where position = 50", database => ChangedBody(database, 50, sameLength: false),
        faults => faults.Should().ContainSingle().Which.Should().Match<LogFault>(fault => fault.Kind == LogFaultKind.EventChanged && fault.Position == 50 && fault.Place == StreamOf(1).Value));

    [Theory, OnBothDatabases]
    public Task A_rewrite_of_the_same_length_is_found_at_its_place(Db db) => Attack(
        db, "update events set body = @body where position = 50", database => ChangedBody(database, 50, sameLength: true),
        faults => faults.Should().ContainSingle().Which.Should().Match<LogFault>(fault => fault.Kind == LogFaultKind.EventChanged && fault.Position == 50));

    [Theory, OnBothDatabases]
    public Task A_fact_called_something_else_is_found(Db db) => Attack(
        db, "update events set name = 'role-revoked.v1' where position = 50",
        faults => faults.Should().ContainSingle().Which.Should().Match<LogFault>(fault => fault.Kind == LogFaultKind.EventChanged && fault.Position == 50));

    [Theory, OnBothDatabases]
    public Task The_last_events_taken_away_are_missed(Db db) => Attack(
        db, "delete from events where position > 355",
        faults => faults.Where(fault => fault.Kind != LogFaultKind.HeadsDiffer).Select(fault => (fault.Kind, fault.Position)).Should().Equal(Enumerable.Range(356, 6).Select(position => (LogFaultKind.EventMissing, (long)position))));

    [Theory, OnBothDatabases]
    public Task The_last_events_taken_away_with_their_leaves_are_missed_by_the_checkpoint(Db db) => Attack(
        db, "delete from events where position > 355; delete from leaves where position > 355",
        faults => faults.Should().ContainSingle().Which.Should().Match<LogFault>(fault => fault.Kind == LogFaultKind.RecordCut && fault.Position == 361 && fault.After == 355));

    [Theory, OnBothDatabases]
    public Task Events_taken_out_of_the_middle_are_missed(Db db) => Attack(
        db, "delete from events where position in (50, 51)",
        faults => faults.Where(fault => fault.Kind == LogFaultKind.EventMissing).Select(fault => fault.Position).Should().Equal(50, 51));

    [Theory, OnBothDatabases]
    public Task Events_taken_out_of_the_middle_with_their_leaves_are_missed(Db db) => Attack(
        db, "delete from events where position = 50; delete from leaves where position = 50",
        faults => faults.Should().Contain(fault => fault.Kind == LogFaultKind.EventMissing && fault.Position == 50).And.Contain(fault => fault.Kind == LogFaultKind.CheckpointDiffers));

    [Theory, OnBothDatabases]
    public Task An_event_put_in_at_the_end_is_found(Db db) => Attack(
        db, "insert into events (position, stream_no, stream_version, name, body) select 362, stream_no, stream_version + 1, name, body from events where position = 361",
        faults => faults.Should().ContainSingle().Which.Should().Match<LogFault>(fault => fault.Kind == LogFaultKind.LeafMissing && fault.Position == 362));

    [Theory, OnBothDatabases]
    public Task Two_events_that_changed_places_are_found(Db db) => Attack(
        db, "update events set position = 9999 where position = 50; update events set position = 50 where position = 51; update events set position = 51 where position = 9999",
        faults => faults.Where(fault => fault.Kind == LogFaultKind.EventChanged).Select(fault => fault.Position).Should().Contain([50, 51]));

    [Theory, OnBothDatabases]
    public Task An_event_rewritten_with_its_leaf_is_found_by_what_follows_in_its_stream(Db db) => Attack(
        db, "update events set body = @body where position = 50; update leaves set hash = @leaf where position = 50", async database => await ChangedLeaf(database, 50),
        faults => faults.Where(fault => fault.Kind != LogFaultKind.NodeDiffers).Select(fault => (fault.Kind, fault.Position)).Should().Equal((LogFaultKind.EventChanged, 51), (LogFaultKind.CheckpointDiffers, 121), (LogFaultKind.CheckpointDiffers, 241), (LogFaultKind.CheckpointDiffers, 361)));

    [Theory, OnBothDatabases]
    public async Task A_record_rewritten_leaf_by_leaf_to_its_end_is_found_by_the_checkpoints(Db db)
    {
        await using var database = await Filled(db);
        await Unguard(database, db);
        await database.Execute("update events set body = @body where position = 50", await ChangedBody(database, 50, true));
        await database.Execute("delete from leaves where position >= 50; delete from log_nodes");
        await database.Open();

        (await Check(database)).Faults.Select(fault => (fault.Kind, fault.After, fault.Position)).Should().StartWith((LogFaultKind.CheckpointDiffers, 0L, 121L))
            .And.Contain(fault => fault.Kind == LogFaultKind.HeadsDiffer);
    }

    [Theory, OnBothDatabases]
    public async Task A_record_rewritten_with_its_checkpoints_is_betrayed_by_the_key(Db db)
    {
        await using var database = await Filled(db);
        await Unguard(database, db);
        await database.Execute("delete from leaves; delete from log_nodes; delete from checkpoints; delete from head_tiles; delete from stream_heads; delete from stream_keys");
        var store = await database.Open();
        var forger = NoteSigner.New("lms.example/record");
        await store.Log.Make("lms.example/record", text => new(text, [forger.Sign(text)]), Now, default);

        (await Check(database)).Faults.Should().ContainSingle().Which.Kind.Should().Be(LogFaultKind.CheckpointUnsigned);
    }

    [Theory, OnBothDatabases]
    public async Task A_log_rewritten_by_whoever_has_the_key_is_found_by_an_old_checkpoint(Db db)
    {
        await using var database = await Filled(db);
        var store = await database.Open();
        var kept = (await store.Log.Latest(default))!.Checkpoint;
        await Unguard(database, db);
        await database.Execute("update events set body = @body where position = 50", await ChangedBody(database, 50, true));
        await database.Execute("delete from leaves; delete from log_nodes; delete from checkpoints; delete from head_tiles; delete from stream_heads; delete from stream_keys");
        var rewritten = await database.Open();
        await rewritten.MustAppend(Given.To(StreamOf(9), 0, Given.Role1));
        var made = ((CheckpointResult.Made)await Make(rewritten)).Checkpoint.Checkpoint;

        (await Check(database)).Faults.Should().BeEmpty("with the key and the database everything can be made anew");
        MerkleProof.IsConsistent(kept.Size, kept.Root, made.Size, made.Root, await rewritten.Log.Consistency(kept.Size, made.Size, default)).Should().BeFalse("whoever kept a checkpoint sees it all the same");
    }

    [Theory, OnBothDatabases]
    public async Task A_database_rolled_back_to_an_old_copy_does_not_go_on_from_a_kept_checkpoint(Db db)
    {
        await using var database = await Filled(db);
        var store = await database.Open();
        var kept = (await store.Log.Latest(default))!.Checkpoint;
        await Unguard(database, db);
        await database.Execute("delete from events where position > 121; delete from leaves where position > 121; delete from checkpoints where size > 121; delete from log_nodes; delete from head_tiles; delete from stream_heads; delete from stream_keys where stream_no > 121");
        var old = await database.Open();
        (await Check(database)).Faults.Where(fault => fault.Kind != LogFaultKind.HeadsDiffer).Should().BeEmpty("an old copy is whole in itself");
        for (var version = 30; version < 100; version++) await old.MustAppend(Given.To(StreamOf(0), StreamAppend.Any, Given.Role1, Given.Role1, Given.Role1, Given.Role1));
        var size = await old.Log.Size(default);

        size.Should().BeGreaterThan(kept.Size);
        MerkleProof.IsConsistent(kept.Size, kept.Root, size, await old.Log.Root(size, default), await old.Log.Consistency(kept.Size, size, default)).Should().BeFalse();
    }

    [Theory, OnBothDatabases]
    public Task A_text_changed_where_it_lies_apart_is_found(Db db) => Attack(
        db, "update texts set value = @value", _ => Task.FromResult<object>(new { value = "En annen"u8.ToArray() }),
        faults => faults.Should().ContainSingle().Which.Should().Match<LogFault>(fault => fault.Kind == LogFaultKind.TextChanged && fault.Place.StartsWith(StreamOf(7).Value)));

    [Theory, OnBothDatabases]
    public Task A_content_swapped_under_its_hash_is_found(Db db) => Attack(
        db, "update contents set content = @value", _ => Task.FromResult<object>(new { value = "noe annet"u8.ToArray() }),
        faults => faults.Should().ContainSingle().Which.Should().Match<LogFault>(fault => fault.Kind == LogFaultKind.ContentChanged && fault.Place == ContentHash));

    [Theory, OnBothDatabases]
    public Task A_stream_given_another_name_is_found(Db db) => Attack(
        db, "update streams set name = 'case-00000000000000000000000000000099' where stream_no = 1",
        faults => faults.Should().OnlyContain(fault => fault.Kind == LogFaultKind.EventChanged || fault.Kind == LogFaultKind.HeadsDiffer).And.Contain(fault => fault.Position == 1));

    [Theory, OnBothDatabases]
    public Task A_kept_subtree_that_was_changed_is_found(Db db) => Attack(
        db, "update log_nodes set hash = @hash where height = 8 and place = 0", _ => Task.FromResult<object>(new { hash = new byte[32] }),
        faults => faults.Should().ContainSingle().Which.Should().Match<LogFault>(fault => fault.Kind == LogFaultKind.NodeDiffers && fault.Position == 256));

    [Theory, OnBothDatabases]
    public async Task An_earlier_checkpoint_that_says_streams_end_elsewhere_is_found_though_the_key_signed_it(Db db)
    {
        await using var database = await Filled(db);
        var store = await database.Open();
        var (first, second) = ((await store.Log.All(default))[0].Checkpoint, (await store.Log.All(default))[1].Checkpoint);
        var forged = (second with { Heads = first.Heads }).Text();
        await Unguard(database, db);
        await database.Execute("update checkpoints set note = @note where size = 241", new { note = new SignedNote(forged, [Signer.Sign(forged)]).Write() });

        (await Check(database)).Faults.Should().ContainSingle().Which.Should().Be(new LogFault(LogFaultKind.HeadsDiffer, 241, 121, ""));
    }

    async Task<TestDatabase> Filled(Db db)
    {
        var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        for (var round = 0; round < Checkpoints; round++)
        {
            for (var i = 0; i < Streams; i++) await store.MustAppend(Given.To(StreamOf(i), round * Events, [.. Enumerable.Repeat((Fact)Given.Role1, Events)]));
            if (round == 0)
            {
                await store.MustAppend(Given.To(StreamOf(7), 0, Given.Person("Kari")));
                await store.PutContent("innhold"u8.ToArray(), default);
            }

            await Make(store);
        }

        return database;
    }

    Task Attack(Db db, string sql, Action<IEnumerable<LogFault>> found) => Attack(db, sql, _ => Task.FromResult<object>(new { }), found);

    async Task Attack(Db db, string sql, Func<TestDatabase, Task<object>> values, Action<IEnumerable<LogFault>> found)
    {
        await using var database = await Filled(db);
        await Unguard(database, db);
        (await database.Execute(sql, await values(database))).Should().NotBe(0);
        found((await Check(database)).Faults);
    }

    /// <summary>On a store that was open before the attack, as a running host's is.</summary>
    static async Task<LogCheckState> Check(TestDatabase database) => await (await database.Reader()).Log.Check([Signer.Public], _ => { }, default);

    static Task<CheckpointResult> Make(ICaseStore store) => store.Log.Make("lms.example/record", text => new(text, [Signer.Sign(text)]), Now, default);

    static async Task<object> ChangedBody(TestDatabase database, long position, bool sameLength)
    {
        var body = (await database.Query<byte[]>("select body from events where position = @position", new { position }))[0];
        return new { body = sameLength ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace("koordinator", "fagpersonen", StringComparison.OrdinalIgnoreCase)) : [.. body, (byte)' '] };
    }

    static async Task<object> ChangedLeaf(TestDatabase database, long position)
    {
        var body = (byte[])((dynamic)await ChangedBody(database, position, true)).body;
        var name = (await database.Query<string>("select name from events where position = @position", new { position }))[0];
        var previous = (await database.Query<byte[]>("select hash from leaves where position = @before", new { before = position - 1 }))[0];
        return new { body, leaf = new LogLeaf(position, StreamOf(1).Value, position - Events, name, LogLeaf.HashOf(body), previous).Hash() };
    }

    static StreamId StreamOf(int number) => StreamId.Case(new(new Guid(number + 1, 0, 0, new byte[8])));

    static Task Unguard(TestDatabase database, Db db) => db == Db.Sqlite ? DropSqlite(database) : DropPostgres(database);

    static async Task DropSqlite(TestDatabase database)
    {
        foreach (var trigger in await database.Query<string>("select name from sqlite_master where type = 'trigger'")) await database.Execute("drop trigger " + trigger);
    }

    static async Task DropPostgres(TestDatabase database)
    {
        foreach (var table in await database.Query<string>("select distinct event_object_table::text from information_schema.triggers")) await database.Execute($"alter table {table} disable trigger user");
        foreach (var table in new[] { "events", "streams", "leaves", "checkpoints" }) await database.Execute($"alter table {table} disable trigger user");
    }
}
