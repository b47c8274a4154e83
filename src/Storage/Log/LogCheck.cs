using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Cryptography;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>What is not as it must be. Told with a place by <see cref="LogFault"/>.</summary>
public enum LogFaultKind
{
    /// <summary>The stored bytes, name, stream or version are not those the leaf was made of.</summary>
    EventChanged,

    /// <summary>A position has a leaf and no event, or the positions have a hole.</summary>
    EventMissing,

    /// <summary>An event has no leaf.</summary>
    LeafMissing,

    /// <summary>The versions of a stream do not follow each other.</summary>
    StreamBroken,

    /// <summary>The tree over the events is another than the checkpoint says: something between this checkpoint and the one before it was changed, leaf and all.</summary>
    CheckpointDiffers,

    /// <summary>A checkpoint says there were more events than there are.</summary>
    RecordCut,

    /// <summary>A checkpoint bears no signature of a key that was in use.</summary>
    CheckpointUnsigned,

    /// <summary>The streams do not end where the last checkpoint says.</summary>
    HeadsDiffer,

    /// <summary>A kept subtree is not what the leaves give; proofs made of it would be wrong.</summary>
    NodeDiffers,

    /// <summary>A text that lies apart does not fit its commitment.</summary>
    TextChanged,

    /// <summary>A text is gone and no recorded decision says that it was erased.</summary>
    TextMissing,

    /// <summary>A text is told to be erased and is still there.</summary>
    TextNotErased,

    /// <summary>Texts are told to be erased, and no two persons decided it.</summary>
    ErasureUndecided,

    /// <summary>Kept bytes do not fit their SHA-256.</summary>
    ContentChanged,
}

/// <summary>One thing that is not as it must be.</summary>
/// <param name="Position">Of the event; of the checkpoint's size where it is a checkpoint; 0 where there is none.</param>
/// <param name="After">The last position known to be right before it, where only a span is known.</param>
/// <param name="Place">Stream, or hash of a content or commitment of a text.</param>
public sealed record LogFault(LogFaultKind Kind, long Position, long After, string Place);

/// <summary>How far the check has come, and what it found.</summary>
/// <param name="Size">Events there were when it began.</param>
public sealed record LogCheckState(long Done, long Size, ImmutableArray<LogFault> Faults, long Checkpoints)
{
    /// <summary>More is not told; the check goes on counting.</summary>
    public const int MostFaults = 100;
}

/// <summary>
/// Looks the whole record through and holds it against its proof log: each event's bytes against its leaf, each stream's chain, the tree against every checkpoint, signatures, the ends of all
/// streams, texts against commitments, kept bytes against their hashes. Reads in parts, so that memory does not grow with the number of events.
/// </summary>
public sealed class LogCheck
{
    const int AtATime = 2_000;

    readonly RecordStore store;
    readonly IReadOnlyCollection<NoteKey> keys;
    readonly Action<LogCheckState> tell;
    readonly List<LogFault> faults = [];
    readonly Dictionary<long, (long Version, byte[] Leaf)> ends = [];
    readonly MerkleRoots tree = new();
    readonly HeadRoots heads = new();
    readonly ErasureCheck erasures = new();
    long size, done, checkpointsSeen;

    internal LogCheck(RecordStore store, IReadOnlyCollection<NoteKey> keys, Action<LogCheckState> tell) => (this.store, this.keys, this.tell) = (store, keys, tell);

    public async Task<LogCheckState> Run(CancellationToken ct)
    {
        await using var connection = await store.Dialect.Open(ct);
        size = (await connection.Rows("select coalesce(max(position), 0) from (select max(position) as position from events union all select max(position) from leaves) all_positions", null, row => row.GetInt64(0), ct))[0];
        var checkpoints = new Queue<StoredCheckpoint>(await store.Log.All(ct));
        var before = 0L;
        await erasures.Learn(connection, ct);
        tree.Full = (height, place, hash) => Kept(connection, height, place, hash, ct);
        while (done < size)
        {
            var until = Math.Min(Math.Min(done + AtATime, size), checkpoints.TryPeek(out var next) ? Math.Max(next.Checkpoint.Size, done + 1) : long.MaxValue);
            await Events(connection, until, ct);
            if (checkpoints.TryPeek(out next) && next.Checkpoint.Size == done)
            {
                Hold(checkpoints.Dequeue(), before);
                before = done;
            }

            tell(State);
        }

        foreach (var fault in erasures.Undecided()) Found(fault);
        foreach (var beyond in checkpoints) Found(new(LogFaultKind.RecordCut, beyond.Checkpoint.Size, size, ""));
        await Texts(connection, ct);
        await Contents(connection, ct);
        tell(State);
        return State;
    }

    LogCheckState State => new(done, size, [.. faults], checkpointsSeen);

    async Task Events(DbConnection connection, long until, CancellationToken ct)
    {
        const string sql = """
            select l.position, e.position, e.stream_no, s.name, e.stream_version, e.name, e.body, l.hash
            from leaves l left join events e on e.position = l.position left join streams s on s.stream_no = e.stream_no
            where l.position > @done and l.position <= @until order by l.position
            """;
        var rows = await connection.Rows(sql, new { done, until }, row => (Position: row.GetInt64(0), Event: row.IsDBNull(1) || row.IsDBNull(3) ? null : new Stored(row.GetInt64(2), row.GetString(3), row.GetInt64(4), row.GetString(5), row.Bytes(6)), Leaf: row.Bytes(7)), ct);
        var leaves = rows.ToDictionary(row => row.Position);
        for (var position = done + 1; position <= until; position++)
        {
            if (!leaves.TryGetValue(position, out var row)) Found(new(await Exists(connection, position, ct) ? LogFaultKind.LeafMissing : LogFaultKind.EventMissing, position, position - 1, ""));
            else if (row.Event is null) Found(new(LogFaultKind.EventMissing, position, position - 1, ""));
            else Follow(position, row.Event, row.Leaf);
            await tree.Add(row.Leaf ?? MerkleHash.Empty);
        }

        foreach (var fault in await erasures.Missing(connection, [.. rows.Select(row => (row.Position, row.Event)).Where(row => row.Event is not null).Select(row => (row.Position, row.Event!.StreamNo, row.Event.Stream, row.Event.Name, row.Event.Body))], ct)) Found(fault);
        done = until;
    }

    /// <summary>One event after the one before it in its stream.</summary>
    void Follow(long position, Stored stored, byte[] leaf)
    {
        var (version, previous) = ends.GetValueOrDefault(stored.StreamNo, (0, LogLeaf.None));
        if (stored.Version != version + 1) Found(new(LogFaultKind.StreamBroken, position, position - 1, stored.Stream));
        if (!new LogLeaf(position, stored.Stream, stored.Version, stored.Name, LogLeaf.HashOf(stored.Body), previous).Hash().AsSpan().SequenceEqual(leaf)) Found(new(LogFaultKind.EventChanged, position, position - 1, stored.Stream));
        ends[stored.StreamNo] = (stored.Version, leaf);
        heads.Move(stored.Stream, stored.Version, leaf);
    }

    void Hold(StoredCheckpoint stored, long before)
    {
        var checkpoint = stored.Checkpoint;
        checkpointsSeen++;
        if (NoteVerifier.Signers(stored.Note, keys).IsEmpty) Found(new(LogFaultKind.CheckpointUnsigned, checkpoint.Size, before, ""));
        if (!tree.Root().AsSpan().SequenceEqual(checkpoint.Root)) Found(new(LogFaultKind.CheckpointDiffers, checkpoint.Size, before, ""));
        if (!heads.Root().AsSpan().SequenceEqual(checkpoint.Heads)) Found(new(LogFaultKind.HeadsDiffer, checkpoint.Size, before, ""));
    }

    async ValueTask Kept(DbConnection connection, int height, long place, byte[] hash, CancellationToken ct)
    {
        if (height % LogNodes.Step != 0) return;
        var kept = await connection.Rows("select hash from log_nodes where height = @height and place = @place", new { height = (long)height, place }, row => row.Bytes(0), ct);
        if (kept is [var there] && !there.AsSpan().SequenceEqual(hash)) Found(new(LogFaultKind.NodeDiffers, (place + 1) << height, place << height, ""));
    }

    async Task Texts(DbConnection connection, CancellationToken ct)
    {
        const string sql = """
            select t.stream_no, t.commitment, t.field, t.salt, t.value, s.name from texts t left join streams s on s.stream_no = t.stream_no
            where (t.stream_no > @stream) or (t.stream_no = @stream and t.commitment > @commitment) order by t.stream_no, t.commitment limit @limit
            """;
        var (stream, commitment) = (0L, Array.Empty<byte>());
        while (true)
        {
            var rows = await connection.Rows(
                sql, new { stream, commitment, limit = AtATime }, row => (Stream: row.GetInt64(0), Commitment: row.Bytes(1), Field: row.GetString(2), Salt: row.Bytes(3), Value: row.Bytes(4), Name: row.IsDBNull(5) ? "" : row.GetString(5)), ct);
            foreach (var row in rows)
            {
                if (erasures.ToldAt(row.Name, Convert.ToHexStringLower(row.Commitment)) is { } told) Found(new(LogFaultKind.TextNotErased, told, 0, $"{row.Name} {Convert.ToHexStringLower(row.Commitment)}"));
                if (SealedText.Commit(row.Field, System.Text.Encoding.UTF8.GetString(row.Value), Convert.ToHexStringLower(row.Salt)) != Convert.ToHexStringLower(row.Commitment))
                    Found(new(LogFaultKind.TextChanged, 0, 0, $"{row.Name} {Convert.ToHexStringLower(row.Commitment)}"));
            }

            if (rows.Count < AtATime) return;
            (stream, commitment) = (rows[^1].Stream, rows[^1].Commitment);
        }
    }

    async Task Contents(DbConnection connection, CancellationToken ct)
    {
        foreach (var sha256 in await connection.Rows("select sha256 from contents order by sha256", null, row => row.GetString(0), ct))
        {
            var content = (await connection.Rows("select content from contents where sha256 = @sha256", new { sha256 }, row => row.Bytes(0), ct)).SingleOrDefault();
            if (content is not null && Convert.ToHexStringLower(SHA256.HashData(content)) != sha256) Found(new(LogFaultKind.ContentChanged, 0, 0, sha256));
        }
    }

    static async Task<bool> Exists(DbConnection connection, long position, CancellationToken ct) =>
        (await connection.Rows("select count(*) from events where position = @position", new { position }, row => row.GetInt64(0), ct))[0] > 0;

    void Found(LogFault fault)
    {
        if (faults.Count < LogCheckState.MostFaults) faults.Add(fault);
    }

    sealed record Stored(long StreamNo, string Stream, long Version, string Name, byte[] Body);
}

/// <summary>The root of a tree that grows leaf by leaf: the perfect subtrees it consists of, largest first.</summary>
sealed class MerkleRoots
{
    readonly List<(int Height, byte[] Hash)> parts = [];
    long count;

    /// <summary>Told of each perfect subtree above a leaf when it becomes full.</summary>
    public Func<int, long, byte[], ValueTask> Full { get; set; } = (_, _, _) => ValueTask.CompletedTask;

    public async ValueTask Add(byte[] leaf)
    {
        count++;
        parts.Add((0, leaf));
        while (parts is [.., var left, var right] && left.Height == right.Height)
        {
            parts.RemoveRange(parts.Count - 2, 2);
            var (height, hash) = (left.Height + 1, MerkleHash.Node(left.Hash, right.Hash));
            parts.Add((height, hash));
            await Full(height, (count >> height) - 1, hash);
        }
    }

    public byte[] Root()
    {
        if (parts.Count == 0) return MerkleHash.Empty;
        var root = parts[^1].Hash;
        for (var i = parts.Count - 2; i >= 0; i--) root = MerkleHash.Node(parts[i].Hash, root);
        return root;
    }
}

/// <summary>The root of the map of streams' ends, moved on event by event: only what changed since it was last asked is hashed anew. Holds one head for each stream.</summary>
sealed class HeadRoots
{
    readonly Dictionary<int, Dictionary<string, StreamHead>> buckets = [];
    readonly HashSet<int> changed = [];
    readonly byte[][][] levels = [.. StreamHeads.Levels([.. Enumerable.Repeat(StreamHeads.Bucket([]), StreamHeads.Buckets)])];

    public void Move(string stream, long version, byte[] leaf)
    {
        var key = StreamHead.KeyOf(stream);
        var bucket = StreamHeads.BucketOf(key);
        if (!buckets.TryGetValue(bucket, out var heads)) buckets[bucket] = heads = new(StringComparer.Ordinal);
        heads[stream] = new(key, version, leaf);
        changed.Add(bucket);
    }

    public byte[] Root()
    {
        foreach (var bucket in changed) levels[0][bucket] = StreamHeads.Bucket(buckets[bucket].Values);
        var above = changed.Select(bucket => bucket / 2).ToHashSet();
        for (var level = 1; level < levels.Length; level++)
        {
            foreach (var at in above) levels[level][at] = StreamHeads.Node(levels[level - 1][2 * at], levels[level - 1][(2 * at) + 1]);
            above = [.. above.Select(at => at / 2)];
        }

        changed.Clear();
        return levels[^1][0];
    }
}
