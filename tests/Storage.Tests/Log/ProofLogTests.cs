using LmsWorkflow.Domain;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Storage.Tests;

public sealed class ProofLogTests(PgCluster cluster)
{
    static readonly NoteSigner Signer = NoteSigner.New("lms.example/record");
    static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory, OnBothDatabases]
    public async Task Every_event_is_a_leaf_at_its_position(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await Fill(store, 3, 5);

        (await store.Log.Size(default)).Should().Be(15);
        (await Leaves(database)).Should().Equal(await Expected(database));
    }

    [Theory, OnBothDatabases]
    public async Task Leaves_written_together_and_by_many_at_once_form_each_stream_s_chain(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Given.To(StreamOf(i % 8), StreamAppend.Any, Given.Role1, Given.Person("Kari"))).Select(append => store.Append(append, default)));

        (await Leaves(database)).Should().HaveCount(80).And.Equal(await Expected(database));
    }

    [Theory, OnBothDatabases]
    public async Task Events_from_before_the_log_get_their_leaves_when_the_store_is_opened(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        await Fill(await database.Open(), 3, 5);
        var before = await Leaves(database);
        await Unguard(database, db);
        await database.Execute("delete from leaves where position > 7");

        var again = await database.Open();
        await Fill(again, 3, 1, from: 5);

        (await Leaves(database)).Take(15).Should().Equal(before);
        (await Leaves(database)).Should().Equal(await Expected(database));
    }

    [Theory, OnBothDatabases]
    public async Task A_checkpoint_is_signed_and_every_event_and_earlier_checkpoint_is_shown_to_be_in_it(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var made = new List<StoredCheckpoint>();
        for (var round = 0; round < 4; round++)
        {
            await Fill(store, 3, 100, from: 100 * round);
            made.Add((await Make(store)).Should().BeOfType<CheckpointResult.Made>().Subject.Checkpoint);
        }

        var last = made[^1].Checkpoint;
        NoteVerifier.Signers(made[^1].Note, [Signer.Public]).Should().ContainSingle();
        Checkpoint.Read(made[^1].Note.Text).Should().BeEquivalentTo(last);
        last.Size.Should().Be(1200);
        var leaves = await Leaves(database);
        foreach (var position in new[] { 1, 2, 255, 256, 257, 512, 999, 1200 })
            MerkleProof.Includes(Convert.FromHexString(leaves[position - 1]), position - 1, last.Size, await store.Log.Inclusion(position, last.Size, default), last.Root).Should().BeTrue();
        foreach (var earlier in made)
            MerkleProof.IsConsistent(earlier.Checkpoint.Size, earlier.Checkpoint.Root, last.Size, last.Root, await store.Log.Consistency(earlier.Checkpoint.Size, last.Size, default)).Should().BeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task A_checkpoint_says_where_every_stream_ends(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await Fill(store, 300, 2);
        await Make(store);
        await Fill(store, 3, 1, from: 2);
        var checkpoint = (await Make(store)).Should().BeOfType<CheckpointResult.Made>().Subject.Checkpoint.Checkpoint;
        await Fill(store, 3, 1, from: 3);

        foreach (var (number, version) in new[] { (0, 3), (2, 3), (3, 2), (299, 2) })
        {
            var proof = (await store.Log.Head(StreamOf(number), default))!;
            var key = StreamHead.KeyOf(StreamOf(number).Value);
            StreamHeads.Holds(key, proof.Bucket, proof.Path, checkpoint.Heads).Should().BeTrue();
            proof.Bucket.Should().ContainSingle(head => head.Key.SequenceEqual(key)).Which.Version.Should().Be(version, "of stream {0}", number);
        }

        var absent = (await store.Log.Head(StreamOf(1000), default))!;
        StreamHeads.Holds(StreamHead.KeyOf(StreamOf(1000).Value), absent.Bucket, absent.Path, checkpoint.Heads).Should().BeTrue();
        absent.Bucket.Should().NotContain(head => head.Key.SequenceEqual(StreamHead.KeyOf(StreamOf(1000).Value)));
    }

    [Theory, OnBothDatabases]
    public async Task The_map_kept_step_by_step_is_the_one_made_at_once(Db db)
    {
        await using var stepwise = await TestDatabase.New(db, cluster);
        await using var atOnce = await TestDatabase.New(db, cluster);
        byte[]? last = null;
        var person = Given.Person("Kari");
        var store = await stepwise.Open();
        for (var round = 0; round < 5; round++)
        {
            await Fill(store, 20, 1, from: round, person);
            last = ((CheckpointResult.Made)await Make(store)).Checkpoint.Checkpoint.Heads;
        }

        var other = await atOnce.Open();
        for (var round = 0; round < 5; round++) await Fill(other, 20, 1, from: round, person);
        ((CheckpointResult.Made)await Make(other)).Checkpoint.Checkpoint.Heads.Should().Equal(last);
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_new_needs_no_checkpoint(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        (await Make(store)).Should().BeOfType<CheckpointResult.NotNeeded>();
        await Fill(store, 1, 1);
        (await Make(store)).Should().BeOfType<CheckpointResult.Made>();

        (await Make(store)).Should().BeOfType<CheckpointResult.NotNeeded>();
        (await store.Log.Latest(default))!.Checkpoint.Size.Should().Be(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_record_that_was_cut_or_changed_is_not_signed_over(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await Fill(store, 2, 4);
        await Make(store);
        await Unguard(database, db);

        await database.Execute("update leaves set hash = @hash where position = 3", new { hash = new byte[32] });
        (await Make(store)).Should().BeOfType<CheckpointResult.Broken>();

        await database.Execute("delete from leaves where position > 6");
        (await Make(store)).Should().BeOfType<CheckpointResult.Broken>().Which.Last.Checkpoint.Size.Should().Be(8);
    }

    [Theory, OnBothDatabases]
    public async Task A_witness_s_signature_is_kept_with_its_checkpoint(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await Fill(store, 1, 1);
        var made = ((CheckpointResult.Made)await Make(store)).Checkpoint;
        var witness = NoteSigner.New("vitne.example", NoteKey.Cosignature);
        var cosignature = new StoredCosignature("vitne.example", Now, witness.Cosign(made.Note.Text, Now));

        (await store.Log.Cosign(made.Checkpoint.Size, cosignature, default)).Should().BeTrue();
        (await store.Log.Cosign(made.Checkpoint.Size, cosignature, default)).Should().BeTrue("twice is once");
        (await store.Log.Cosign(99, cosignature, default)).Should().BeFalse();

        var found = (await store.Log.LatestWitnessed(default))!;
        NoteVerifier.Signers(found.Cosigned, [Signer.Public, witness.Public]).Should().HaveCount(2);
        found.Cosignatures.Should().ContainSingle().Which.At.Should().Be(Now);
    }

    [Theory, OnBothDatabases]
    public async Task The_log_s_name_is_made_once(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();

        (await store.Log.Origin("first.example", default)).Should().Be("first.example");
        (await store.Log.Origin("second.example", default)).Should().Be("first.example");
    }

    [Theory, OnBothDatabases]
    public async Task The_database_itself_refuses_to_change_leaves_and_checkpoints(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await Fill(store, 1, 1);
        await Make(store);

        foreach (var sql in new[] { "update leaves set position = 9", "delete from leaves", "update checkpoints set at = 1", "delete from checkpoints" })
            (await database.Invoking(d => d.Execute(sql)).Should().ThrowAsync<System.Data.Common.DbException>(sql)).WithMessage("*are for ever*");
    }

    [Fact]
    public async Task Nodes_that_make_checkpoints_at_once_make_one()
    {
        await using var database = await TestDatabase.New(Db.Postgres, cluster);
        var stores = await Task.WhenAll(database.Open(), database.Open(), database.Open());
        await Fill(stores[0], 5, 5);

        var results = await Task.WhenAll(stores.Select(store => Make(store)));

        results.OfType<CheckpointResult.Made>().Should().ContainSingle();
        results.OfType<CheckpointResult.NotNeeded>().Should().HaveCount(2);
    }

    static StreamId StreamOf(int number) => StreamId.Case(new(new Guid(number + 1, 0, 0, new byte[8])));

    static async Task Fill(ICaseStore store, int streams, int events, int from = 0, PersonRegistered? person = null)
    {
        for (var i = 0; i < streams; i++)
            await store.MustAppend(Given.To(StreamOf(i), from, [.. Enumerable.Range(0, events).Select(_ => (Fact)(person ?? (Fact)Given.Role1))]));
    }

    static Task<CheckpointResult> Make(ICaseStore store) =>
        store.Log.Make("lms.example/record", text => new(text, [Signer.Sign(text)]), Now, default);

    static async Task<IReadOnlyList<string>> Leaves(TestDatabase database)
    {
        await using var connection = await database.Connect();
        return await connection.Rows("select hash from leaves order by position", null, row => row.Hex(0), default);
    }

    /// <summary>What the leaves must be, from what the events are.</summary>
    static async Task<IReadOnlyList<string>> Expected(TestDatabase database)
    {
        await using var connection = await database.Connect();
        var ends = new Dictionary<string, byte[]>();
        var events = await connection.Rows(
            "select e.position, s.name, e.stream_version, e.name, e.body from events e join streams s on s.stream_no = e.stream_no order by e.position", null,
            row => (Position: row.GetInt64(0), Stream: row.GetString(1), Version: row.GetInt64(2), Name: row.GetString(3), Body: row.Bytes(4)), default);
        return [.. events.Select(e => Convert.ToHexStringLower(ends[e.Stream] =
            new LogLeaf(e.Position, e.Stream, e.Version, e.Name, LogLeaf.HashOf(e.Body), ends.GetValueOrDefault(e.Stream, LogLeaf.None)).Hash()))];
    }

    static Task Unguard(TestDatabase database, Db db) => database.Execute(db == Db.Sqlite
        ? "drop trigger leaves_are_not_changed; drop trigger leaves_are_not_deleted"
        : "drop trigger leaves_are_for_ever on leaves");
}
