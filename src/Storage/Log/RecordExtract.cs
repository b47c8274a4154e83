using System.Collections.Immutable;
using System.Data.Common;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>An event as its bytes lie in the record, with the way from its leaf to the root.</summary>
/// <param name="Previous">Hash of the stream's leaf before it.</param>
public sealed record ProvedEvent(long Position, long Version, string Name, byte[] Body, byte[] Previous, ImmutableArray<byte[]> Path);

/// <summary>A text as it lies apart: what the commitment is of.</summary>
public sealed record KeptText(string Commitment, string Field, string Salt, string Value);

/// <summary>A stream to take out of the record.</summary>
/// <param name="Only">Versions wanted; null: all.</param>
public sealed record WantedStream(StreamId Stream, IReadOnlySet<long>? Only = null);

/// <summary>A stream up to a checkpoint, with what shows that it is all of it.</summary>
public sealed record ProvedStream(string Name, ImmutableArray<ProvedEvent> Events, ImmutableArray<KeptText> Texts, ImmutableArray<StreamHead> Bucket, ImmutableArray<byte[]> BucketPath);

/// <summary>Streams out of one reading of the record, as the latest checkpoint has them.</summary>
public sealed record RecordExtract(StoredCheckpoint Checkpoint, ImmutableArray<ProvedStream> Streams, ImmutableArray<EarlierCheckpoint> Earlier);

/// <summary>A checkpoint somebody outside may have kept, and what shows that the latest goes on from it.</summary>
public sealed record EarlierCheckpoint(StoredCheckpoint Checkpoint, ImmutableArray<byte[]> Path);

/// <summary>Takes streams out of the record with their proofs.</summary>
sealed class RecordExtracting(DbConnection connection, DbTransaction transaction, IDatabase database, CancellationToken ct)
{
    /// <param name="only">Versions wanted; null: all.</param>
    public async Task<ProvedStream> Stream(StreamId stream, IReadOnlySet<long>? only, StoredCheckpoint checkpoint)
    {
        const string sql = """
            select e.position, e.stream_version, e.name, e.body, l.hash
            from events e join streams s on s.stream_no = e.stream_no join leaves l on l.position = e.position
            where s.name = @stream and e.position <= @size order by e.stream_version
            """;
        const string texts = "select t.commitment, t.field, t.salt, t.value from texts t join streams s on s.stream_no = t.stream_no where s.name = @stream order by t.commitment";
        var size = checkpoint.Checkpoint.Size;
        var rows = await connection.Rows(sql, new { stream = stream.Value, size }, row => (Position: row.GetInt64(0), Version: row.GetInt64(1), Name: row.GetString(2), Body: row.Bytes(3), Leaf: row.Bytes(4)), ct, transaction);
        var nodes = new CachedNodes(new LogNodes(connection, transaction, ct).Node);
        var events = ImmutableArray.CreateBuilder<ProvedEvent>(rows.Count);
        var previous = LogLeaf.None;
        foreach (var row in rows)
        {
            if (only?.Contains(row.Version) ?? true) events.Add(new(row.Position, row.Version, row.Name, row.Body, previous, await MerkleTree.Inclusion(row.Position - 1, size, nodes.Node)));
            previous = row.Leaf;
        }

        var kept = await connection.Rows(texts, new { stream = stream.Value }, row => new KeptText(row.Hex(0), row.GetString(1), row.Hex(2), row.Text(3)!), ct, transaction);
        var (bucket, path) = await new HeadMap(connection, transaction, database, ct).Of(stream.Value);
        return new(stream.Value, events.ToImmutable(), [.. kept], bucket, path);
    }

    public async Task<ImmutableArray<EarlierCheckpoint>> Earlier(IEnumerable<StoredCheckpoint> checkpoints, long size)
    {
        var nodes = new CachedNodes(new LogNodes(connection, transaction, ct).Node);
        var earlier = ImmutableArray.CreateBuilder<EarlierCheckpoint>();
        foreach (var checkpoint in checkpoints) earlier.Add(new(checkpoint, await MerkleTree.Consistency(checkpoint.Checkpoint.Size, size, nodes.Node)));
        return earlier.ToImmutable();
    }

    /// <summary>Neighbouring proofs ask for the same subtrees; those above a few leaves are worth remembering.</summary>
    sealed class CachedNodes(MerkleNodes nodes)
    {
        readonly Dictionary<(int, long), byte[]> known = [];

        public async ValueTask<byte[]> Node(int height, long index) =>
            known.TryGetValue((height, index), out var hash) ? hash : known[(height, index)] = await nodes(height, index);
    }
}

/// <summary>Events by their bytes, for those who check a record without the database it came from.</summary>
public static class EventBytes
{
    /// <summary>The fact and stamp in the bytes; throws <see cref="System.Text.Json.JsonException"/> or <see cref="InvalidOperationException"/> when they are not an event's.</summary>
    public static (Stamp Stamp, Fact Fact) Read(string name, byte[] body, IEnumerable<KeptText> texts) => EventJson.Read(name, body, Stored(texts));

    /// <summary>The same, with what is told of texts that are not there.</summary>
    public static (Stamp Stamp, Fact Fact) Read(string name, byte[] body, IEnumerable<KeptText> texts, IReadOnlyDictionary<string, ErasureMark> marks) => EventJson.Read(name, body, Stored(texts), marks);

    /// <summary>The same of many, in their order: the texts are looked through once.</summary>
    public static IEnumerable<(Stamp Stamp, Fact Fact)> Read(IEnumerable<(string Name, byte[] Body)> events, IEnumerable<KeptText> texts, IReadOnlyDictionary<string, ErasureMark> marks)
    {
        var stored = Stored(texts);
        return events.Select(one => EventJson.Read(one.Name, one.Body, stored, marks));
    }

    /// <summary>Commitments of the texts an event carries; throws as <see cref="Read(string, byte[], IEnumerable{KeptText})"/> does.</summary>
    public static ImmutableArray<string> Texts(string name, byte[] body) => EventJson.Missing(name, body, ErasedTexts.NoTexts);

    /// <summary>The bytes a fact is stored as.</summary>
    public static (string Name, byte[] Body) Of(Fact fact, Stamp stamp)
    {
        var written = EventJson.Write(fact, EventJson.WriteStamp(stamp));
        return (written.Name, written.Body);
    }

    static Dictionary<string, StoredText> Stored(IEnumerable<KeptText> texts) => texts.ToDictionary(text => text.Commitment, text => new StoredText(text.Field, text.Salt, text.Value));
}
