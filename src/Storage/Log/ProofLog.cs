using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>A checkpoint as it was signed.</summary>
/// <param name="At">When it was made; said by this machine and not part of what is signed.</param>
public sealed record StoredCheckpoint(Checkpoint Checkpoint, SignedNote Note, DateTimeOffset At)
{
    /// <summary>What witnesses have added, oldest first.</summary>
    public ImmutableArray<StoredCosignature> Cosignatures { get; init; } = [];

    /// <summary>The note with the witnesses' signatures.</summary>
    public SignedNote Cosigned => Cosignatures.Aggregate(Note, (note, cosignature) => note.With(cosignature.Signature));
}

/// <summary>A witness has seen a checkpoint and found it to go on from the last one it saw.</summary>
/// <param name="At">The time the witness signed.</param>
public sealed record StoredCosignature(string Name, DateTimeOffset At, NoteSignature Signature);

/// <summary>Shows where a stream ends at a checkpoint.</summary>
/// <param name="Bucket">All streams' heads that share the bucket.</param>
/// <param name="Path">Siblings of the bucket, lowest first.</param>
public sealed record HeadProof(StoredCheckpoint Checkpoint, ImmutableArray<StreamHead> Bucket, ImmutableArray<byte[]> Path);

/// <summary>What came of making a checkpoint.</summary>
public abstract record CheckpointResult
{
    public sealed record Made(StoredCheckpoint Checkpoint) : CheckpointResult;

    /// <summary>Nothing has happened since the last one, or another node came first.</summary>
    public sealed record NotNeeded : CheckpointResult;

    /// <summary>The record is not what the last checkpoint says it was; nothing is signed over that.</summary>
    public sealed record Broken(StoredCheckpoint Last, long Size) : CheckpointResult;
}

/// <summary>The proof log over the whole record: roots, proofs and checkpoints (RFC 6962, C2SP tlog-checkpoint). Leaves are written with the events; everything else here reads them.</summary>
public sealed class ProofLog
{
    readonly RecordStore store;

    internal ProofLog(RecordStore store) => this.store = store;

    /// <summary>Number of leaves now.</summary>
    public Task<long> Size(CancellationToken ct) => Read((connection, transaction) => SizeOf(connection, transaction, ct), ct);

    public Task<byte[]> Root(long size, CancellationToken ct) => Read(async (connection, transaction) => await MerkleTree.Root(size, new LogNodes(connection, transaction, ct).Node), ct);

    /// <param name="position">From 1.</param>
    public Task<ImmutableArray<byte[]>> Inclusion(long position, long size, CancellationToken ct) =>
        Read(async (connection, transaction) => await MerkleTree.Inclusion(position - 1, size, new LogNodes(connection, transaction, ct).Node), ct);

    public Task<ImmutableArray<byte[]>> Consistency(long from, long to, CancellationToken ct) =>
        Read(async (connection, transaction) => await MerkleTree.Consistency(from, to, new LogNodes(connection, transaction, ct).Node), ct);

    /// <summary>Hash of the leaf at a position; null when there is none.</summary>
    public Task<byte[]?> Leaf(long position, CancellationToken ct) => Read(
        async (connection, transaction) => (await connection.Rows("select hash from leaves where position = @position", new { position }, row => row.Bytes(0), ct, transaction)).SingleOrDefault(), ct);

    /// <summary>Where a stream ends at the latest checkpoint; null when there is none yet.</summary>
    public Task<HeadProof?> Head(StreamId stream, CancellationToken ct) => Read(
        async (connection, transaction) =>
        {
            if (await LatestOf(connection, transaction, ct) is not { } latest) return null;
            var (bucket, path) = await new HeadMap(connection, transaction, store.Dialect, ct).Of(stream.Value);
            return new HeadProof(latest, bucket, path);
        }, ct);

    public Task<StoredCheckpoint?> Latest(CancellationToken ct) => Read((connection, transaction) => LatestOf(connection, transaction, ct), ct);

    public Task<StoredCheckpoint?> At(long size, CancellationToken ct) => Read(
        async (connection, transaction) => (await Checkpoints(connection, transaction, "where size = @size", new { size }, ct)).SingleOrDefault(), ct);

    /// <summary>Checkpoints below a size, largest first.</summary>
    public Task<List<StoredCheckpoint>> Before(long size, int limit, CancellationToken ct) => Read(
        (connection, transaction) => Checkpoints(connection, transaction, "where size < @size order by size desc limit @limit", new { size, limit }, ct), ct);

    /// <summary>Every checkpoint, smallest first.</summary>
    public Task<List<StoredCheckpoint>> All(CancellationToken ct) => Read((connection, transaction) => Checkpoints(connection, transaction, "order by size", null, ct), ct);

    /// <summary>The latest checkpoint that a witness has signed.</summary>
    public Task<StoredCheckpoint?> LatestWitnessed(CancellationToken ct) => Read(
        async (connection, transaction) => (await Checkpoints(connection, transaction, "where size = (select max(size) from cosignatures)", null, ct)).SingleOrDefault(), ct);

    /// <summary>What each witness signed last, by the name of its key.</summary>
    public Task<Dictionary<string, (long Size, DateTimeOffset At)>> LastCosigned(CancellationToken ct) => Read(
        async (connection, transaction) => (await connection.Rows(
            "select name, max(size), max(at) from cosignatures group by name", null, row => (Name: row.GetString(0), Size: row.GetInt64(1), At: row.Time(2)), ct, transaction)).ToDictionary(row => row.Name, row => (row.Size, row.At)), ct);

    /// <summary>Name of this log; made the first time it is asked for.</summary>
    public async Task<string> Origin(string suggestion, CancellationToken ct) =>
        await Read((connection, transaction) => OriginOf(connection, transaction, ct), ct) ?? await store.Write(
            async (connection, transaction) =>
            {
                await connection.Execute(store.Dialect, new("insert into log_origins (origin) select $1 where not exists (select 1 from log_origins)", suggestion), ct, transaction);
                return (await OriginOf(connection, transaction, ct))!;
            }, ct);

    /// <summary>
    /// Makes a checkpoint of all that is stored now. What the last one said is first held against what is there: a record that was cut or rolled back is not signed over.
    /// </summary>
    public Task<CheckpointResult> Make(string origin, Func<string, SignedNote> sign, DateTimeOffset now, CancellationToken ct) => store.Write<CheckpointResult>(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(new CommandDefinition(store.Dialect.In("{lock_checkpoints}"), transaction: transaction, cancellationToken: ct));
            var (size, last) = (await SizeOf(connection, transaction, ct), await LatestOf(connection, transaction, ct));
            if (last is not null && !await StillHolds(last.Checkpoint, size, connection, transaction, ct)) return new CheckpointResult.Broken(last, size);
            if (size == (last?.Checkpoint.Size ?? 0)) return new CheckpointResult.NotNeeded();
            await KeepNodes(size, connection, transaction, ct);
            var root = await MerkleTree.Root(size, new LogNodes(connection, transaction, ct).Node);
            var heads = await new HeadMap(connection, transaction, store.Dialect, ct).Advance(last?.Checkpoint.Size ?? 0, size);
            var checkpoint = new Checkpoint(origin, size, root, heads);
            var note = sign(checkpoint.Text());
            await connection.Execute(store.Dialect, new("insert into checkpoints (size, at, note) values ($1, $2, $3)", size, now.UtcTicks, note.Write()), ct, transaction);
            return new CheckpointResult.Made(new(checkpoint, note, now));
        }, ct);

    /// <summary>Keeps a witness's signature, which the caller has checked. False when there is no such checkpoint.</summary>
    public Task<bool> Cosign(long size, StoredCosignature cosignature, CancellationToken ct) => store.Write(
        async (connection, transaction) =>
        {
            if ((await Checkpoints(connection, transaction, "where size = @size", new { size }, ct)).Count == 0) return false;
            await connection.Execute(store.Dialect, new(
                "insert into cosignatures (size, name, at, line) values ($1, $2, $3, $4) on conflict (size, name, at) do nothing",
                size, cosignature.Name, cosignature.At.UtcTicks, cosignature.Signature.Line()), ct, transaction);
            return true;
        }, ct);

    /// <summary>Streams with their proofs, all of one moment; null when there is no checkpoint yet.</summary>
    /// <param name="mostEarlier">How many earlier checkpoints, of those witnessed and the last of each day, it is shown to go on from.</param>
    public Task<RecordExtract?> Extract(IReadOnlyCollection<WantedStream> streams, int mostEarlier, CancellationToken ct) => Read<RecordExtract?>(
        async (connection, transaction) =>
        {
            if (await LatestOf(connection, transaction, ct) is not { } latest) return null;
            var extracting = new RecordExtracting(connection, transaction, store.Dialect, ct);
            var proved = ImmutableArray.CreateBuilder<ProvedStream>();
            foreach (var wanted in streams) proved.Add(await extracting.Stream(wanted.Stream, wanted.Only, latest));
            var all = await Checkpoints(connection, transaction, "order by size", null, ct);
            var kept = all.Where(checkpoint => checkpoint.Cosignatures.Length > 0).Concat(all.GroupBy(checkpoint => checkpoint.At.UtcDateTime.Date).Select(day => day.Last())).DistinctBy(checkpoint => checkpoint.Checkpoint.Size);
            return new(latest, proved.ToImmutable(), await extracting.Earlier(kept.OrderByDescending(checkpoint => checkpoint.Checkpoint.Size).Skip(1).Take(mostEarlier), latest.Checkpoint.Size));
        }, ct);

    /// <summary>Looks the whole record through; see <see cref="LogCheck"/>.</summary>
    /// <param name="keys">The keys that have been in use.</param>
    /// <param name="tell">Told from time to time how far it has come.</param>
    public Task<LogCheckState> Check(IReadOnlyCollection<NoteKey> keys, Action<LogCheckState> tell, CancellationToken ct) => new LogCheck(store, keys, tell).Run(ct);

    internal async Task<T> Read<T>(Func<DbConnection, DbTransaction, Task<T>> read, CancellationToken ct)
    {
        await using var connection = await store.Dialect.Open(ct);
        await using var transaction = store.Dialect.Snapshot(connection);
        return await read(connection, transaction);
    }

    static async Task<bool> StillHolds(Checkpoint last, long size, DbConnection connection, DbTransaction transaction, CancellationToken ct) =>
        last.Size <= size && (await MerkleTree.Root(last.Size, new LogNodes(connection, transaction, ct).Node)).AsSpan().SequenceEqual(last.Root);

    /// <summary>Keeps the subtrees of 256, 65 536 … leaves that have become full.</summary>
    async Task KeepNodes(long size, DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        var nodes = new LogNodes(connection, transaction, ct);
        for (var height = LogNodes.Step; size >> height > 0; height += LogNodes.Step)
        {
            var kept = await connection.ExecuteScalarAsync<long>(new CommandDefinition("select coalesce(max(place) + 1, 0) from log_nodes where height = @height", new { height }, transaction, cancellationToken: ct));
            for (var place = kept; place < size >> height; place++)
                await connection.Execute(store.Dialect, new("insert into log_nodes (height, place, hash) values ($1, $2, $3)", (long)height, place, await nodes.FromBelow(height, place)), ct, transaction);
        }
    }

    static Task<long> SizeOf(DbConnection connection, DbTransaction transaction, CancellationToken ct) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition("select coalesce(max(position), 0) from leaves", transaction: transaction, cancellationToken: ct));

    static Task<string?> OriginOf(DbConnection connection, DbTransaction transaction, CancellationToken ct) =>
        connection.ExecuteScalarAsync<string?>(new CommandDefinition("select min(origin) from log_origins", transaction: transaction, cancellationToken: ct));

    static async Task<StoredCheckpoint?> LatestOf(DbConnection connection, DbTransaction transaction, CancellationToken ct) =>
        (await Checkpoints(connection, transaction, "where size = (select max(size) from checkpoints)", null, ct)).SingleOrDefault();

    static async Task<List<StoredCheckpoint>> Checkpoints(DbConnection connection, DbTransaction transaction, string which, object? values, CancellationToken ct)
    {
        var found = await connection.Rows("select note, at from checkpoints " + which, values, row => (Note: SignedNote.Read(row.GetString(0)), At: row.Time(1)), ct, transaction);
        var read = found.Select(row => (row.Note, row.At, Checkpoint: row.Note is null ? null : Checkpoint.Read(row.Note.Text))).Where(row => row.Checkpoint is not null).ToList();
        if (read.Count == 0) return [];
        var signed = await Cosignatures(connection, transaction, read.Min(row => row.Checkpoint!.Size), read.Max(row => row.Checkpoint!.Size), ct);
        return [.. read.Select(row => new StoredCheckpoint(row.Checkpoint!, row.Note!, row.At) { Cosignatures = [.. signed[row.Checkpoint!.Size]] })];
    }

    static async Task<ILookup<long, StoredCosignature>> Cosignatures(DbConnection connection, DbTransaction transaction, long from, long to, CancellationToken ct) =>
        (await connection.Rows("select size, name, at, line from cosignatures where size >= @from and size <= @to order by at, name", new { from, to },
            row => (Size: row.GetInt64(0), Name: row.GetString(1), At: row.Time(2), Line: row.GetString(3)), ct, transaction))
            .SelectMany(row => SignedNote.Read("\n\n" + row.Line) is { Signatures: [var signature] } ? new[] { (row.Size, Cosignature: new StoredCosignature(row.Name, row.At, signature)) } : [])
            .ToLookup(row => row.Size, row => row.Cosignature);
}
