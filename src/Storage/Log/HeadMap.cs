using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>The map of where every stream ends, as it was at the last checkpoint: brought up to the next one, and asked for one stream's bucket.</summary>
sealed class HeadMap(DbConnection connection, DbTransaction transaction, IDatabase database, CancellationToken ct)
{
    const int TileWidth = 256, BucketsInQuery = 400, RowsInInsert = 100;

    /// <summary>Takes in what happened after one size up to another and returns the new root.</summary>
    public async Task<byte[]> Advance(long from, long to)
    {
        await NameNewStreams(from, to);
        await connection.ExecuteAsync(new CommandDefinition(MoveHeads, new { from, to }, transaction, cancellationToken: ct));
        var changed = await connection.Rows(ChangedBuckets, new { from, to }, row => (int)row.GetInt64(0), ct, transaction);
        var buckets = await Hashes(changed);
        foreach (var tile in changed.GroupBy(bucket => bucket / TileWidth)) await Write(tile.Key, tile.Select(bucket => (bucket % TileWidth, buckets[bucket])));
        return StreamHeads.Levels(await TileRoots())[^1][0];
    }

    /// <summary>The heads in a stream's bucket, and its siblings up to the root, lowest first.</summary>
    public async Task<(ImmutableArray<StreamHead> Bucket, ImmutableArray<byte[]> Path)> Of(string stream)
    {
        var bucket = StreamHeads.BucketOf(StreamHead.KeyOf(stream));
        var heads = await connection.Rows(
            "select k.key, h.version, h.leaf from stream_keys k join stream_heads h on h.stream_no = k.stream_no where k.bucket = @bucket", new { bucket },
            row => new StreamHead(row.Bytes(0), row.GetInt64(1), row.Bytes(2)), ct, transaction);
        var path = ImmutableArray.CreateBuilder<byte[]>();
        AddSiblings(path, StreamHeads.Levels(await Tile(bucket / TileWidth)), bucket % TileWidth);
        AddSiblings(path, StreamHeads.Levels(await TileRoots()), bucket / TileWidth);
        return ([.. heads.OrderBy(head => Convert.ToHexString(head.Key), StringComparer.Ordinal)], path.ToImmutable());
    }

    static void AddSiblings(ImmutableArray<byte[]>.Builder path, ImmutableArray<byte[][]> levels, int index)
    {
        foreach (var level in levels[..^1])
        {
            path.Add(level[index ^ 1]);
            index >>= 1;
        }
    }

    /// <summary>A stream's number is the position of its first fact, so new ones are a range.</summary>
    async Task NameNewStreams(long from, long to)
    {
        var names = await connection.Rows(
            "select stream_no, name from streams where stream_no > @from and stream_no <= @to", new { from, to }, row => (No: row.GetInt64(0), Key: StreamHead.KeyOf(row.GetString(1))), ct, transaction);
        foreach (var some in names.Chunk(RowsInInsert))
        {
            var values = some.SelectMany(stream => (object?[])[stream.No, (long)StreamHeads.BucketOf(stream.Key), stream.Key]).ToArray();
            var rows = string.Join(", ", Enumerable.Range(0, some.Length).Select(i => $"(${(3 * i) + 1}, ${(3 * i) + 2}, ${(3 * i) + 3})"));
            await connection.Execute(database, new($"insert into stream_keys (stream_no, bucket, key) values {rows}", values), ct, transaction);
        }
    }

    async Task<Dictionary<int, byte[]>> Hashes(List<int> changed)
    {
        var hashes = new Dictionary<int, byte[]>();
        foreach (var some in changed.Chunk(BucketsInQuery))
        {
            var values = new DynamicParameters();
            var heads = await connection.Rows(
                $"select k.bucket, k.key, h.version, h.leaf from stream_keys k join stream_heads h on h.stream_no = k.stream_no where k.bucket in {values.AddList("bucket", some.Select(bucket => (long)bucket))}",
                values, row => (Bucket: (int)row.GetInt64(0), Head: new StreamHead(row.Bytes(1), row.GetInt64(2), row.Bytes(3))), ct, transaction);
            foreach (var bucket in heads.GroupBy(head => head.Bucket, head => head.Head)) hashes[bucket.Key] = StreamHeads.Bucket(bucket);
        }

        return hashes;
    }

    async Task Write(int tile, IEnumerable<(int At, byte[] Hash)> changed)
    {
        var hashes = await Tile(tile);
        foreach (var (at, hash) in changed) hashes[at] = hash;
        await connection.Execute(database, new(
            "insert into head_tiles (tile, hashes, root) values ($1, $2, $3) on conflict (tile) do update set hashes = excluded.hashes, root = excluded.root",
            (long)tile, hashes.SelectMany(hash => hash).ToArray(), StreamHeads.Levels(hashes)[^1][0]), ct, transaction);
    }

    async Task<byte[][]> Tile(int tile)
    {
        var found = await connection.Rows("select hashes from head_tiles where tile = @tile", new { tile }, row => row.Bytes(0), ct, transaction);
        return found is [var hashes] ? [.. hashes.Chunk(MerkleHash.Length)] : NoTile();
    }

    async Task<byte[][]> TileRoots()
    {
        var empty = StreamHeads.Levels(NoTile())[^1][0];
        var roots = Enumerable.Repeat(empty, TileWidth).ToArray();
        foreach (var (tile, root) in await connection.Rows("select tile, root from head_tiles", null, row => (row.GetInt64(0), row.Bytes(1)), ct, transaction)) roots[tile] = root;
        return roots;
    }

    static byte[][] NoTile() => Enumerable.Repeat(StreamHeads.Bucket([]), TileWidth).ToArray();

    const string MoveHeads = """
        insert into stream_heads (stream_no, version, leaf)
        select e.stream_no, e.stream_version, l.hash
        from (select stream_no, max(position) as position from events where position > @from and position <= @to group by stream_no) latest
        join events e on e.position = latest.position join leaves l on l.position = latest.position
        where true
        on conflict (stream_no) do update set version = excluded.version, leaf = excluded.leaf
        """;

    const string ChangedBuckets = """
        select distinct k.bucket from stream_keys k where k.stream_no in (select stream_no from events where position > @from and position <= @to)
        """;
}
