using System.Data.Common;
using Dapper;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>Facts as they were written, each with the texts that are still there.</summary>
static partial class RecordReading
{
    public static async Task<IReadOnlyList<RecordedFact>> Stream(DbConnection connection, StreamId stream, long afterVersion, CancellationToken ct, DbTransaction? transaction = null)
    {
        const string sql = """
            select e.position, s.name, e.stream_version, e.name, e.body from events e join streams s on s.stream_no = e.stream_no
            where s.name = @stream and e.stream_version > @afterVersion order by e.stream_version;
            select t.commitment, t.field, t.salt, t.value from texts t join streams s on s.stream_no = t.stream_no where s.name = @stream
            """;
        return await Facts(connection, sql, new { stream = stream.Value, afterVersion }, transaction, ct);
    }

    public static async Task<IReadOnlyList<RecordedFact>> All(DbConnection connection, long afterPosition, int limit, CancellationToken ct)
    {
        // positions are dense, so a limit is a range
        const string sql = """
            select e.position, s.name, e.stream_version, e.name, e.body from events e join streams s on s.stream_no = e.stream_no
            where e.position > @afterPosition and e.position <= @last order by e.position;
            select t.commitment, t.field, t.salt, t.value from texts t
            where t.stream_no in (select e.stream_no from events e where e.position > @afterPosition and e.position <= @last)
            """;
        return await Facts(connection, sql, new { afterPosition, last = afterPosition + Math.Max(limit, 0) }, null, ct);
    }

    /// <summary>Oldest first, so many.</summary>
    public static async Task<IReadOnlyList<RecordedFact>> On(DbConnection connection, StreamId stream, long after, int limit, CancellationToken ct)
    {
        const string sql = """
            select e.position, e.stream_version, e.name, e.body, e.stream_no from events e join streams s on s.stream_no = e.stream_no
            where s.name = @stream and e.stream_version > @version order by e.stream_version limit @limit
            """;
        return [.. (await Some(connection, sql, stream, after, limit, ct)).Select(told => told.Recorded)];
    }

    /// <summary>Newest first.</summary>
    public static Task<IReadOnlyList<ToldFact>> Back(DbConnection connection, StreamId stream, long before, int limit, CancellationToken ct)
    {
        const string sql = """
            select e.position, e.stream_version, e.name, e.body, e.stream_no from events e join streams s on s.stream_no = e.stream_no
            where s.name = @stream and e.stream_version < @version order by e.stream_version desc limit @limit
            """;
        return Some(connection, sql, stream, before, limit, ct);
    }

    /// <summary>Texts are found by the commitments in the bytes: all of a long stream's would be too many.</summary>
    static async Task<IReadOnlyList<ToldFact>> Some(DbConnection connection, string sql, StreamId stream, long version, int limit, CancellationToken ct)
    {
        var rows = await connection.Rows(
            sql, new { stream = stream.Value, version, limit }, row => (Position: row.GetInt64(0), Version: row.GetInt64(1), Name: row.GetString(2), Body: row.Bytes(3), StreamNo: row.GetInt64(4), Hashes: Array.Empty<string>()), ct);
        rows = [.. rows.Select(row => row with { Hashes = [.. HashPattern().Matches(System.Text.Encoding.UTF8.GetString(row.Body)).Select(match => match.Groups[1].Value).Distinct()] })];
        var texts = await Texts(connection, rows.Count == 0 ? 0 : rows[0].StreamNo, rows.SelectMany(row => row.Hashes).Distinct(), ct);
        var (facts, marks) = await Read([.. rows.Select(row => new Stored(row.Position, stream, row.Version, row.Name, row.Body))], texts, connection, null, ct);
        return [.. rows.Select((row, at) => new ToldFact(facts[at], [.. row.Hashes.Where(texts.ContainsKey).Select(hash => new KeptText(hash, texts[hash].Field, texts[hash].Salt, texts[hash].Value))]) { Erased = [.. row.Hashes.Where(marks.ContainsKey).Select(hash => marks[hash])] })];
    }

    static async Task<Dictionary<string, StoredText>> Texts(DbConnection connection, long streamNo, IEnumerable<string> hashes, CancellationToken ct)
    {
        const int inQuery = 400;
        var texts = new Dictionary<string, StoredText>(StringComparer.Ordinal);
        foreach (var some in hashes.Chunk(inQuery))
        {
            var values = new DynamicParameters();
            values.Add("streamNo", streamNo);
            var found = await connection.Rows(
                $"select commitment, field, salt, value from texts where stream_no = @streamNo and commitment in {values.AddList("hash", some.Select(Convert.FromHexString))}", values,
                row => (Hash: row.Hex(0), Text: new StoredText(row.GetString(1), row.Hex(2), row.Text(3)!)), ct);
            foreach (var (hash, text) in found) texts[hash] = text;
        }

        return texts;
    }

    [System.Text.RegularExpressions.GeneratedRegex("\"([0-9a-f]{64})\"")]
    private static partial System.Text.RegularExpressions.Regex HashPattern();

    static async Task<IReadOnlyList<RecordedFact>> Facts(DbConnection connection, string sql, object values, DbTransaction? transaction, CancellationToken ct)
    {
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql, values, transaction, cancellationToken: ct));
        var events = await reader.Rows(row => (Position: row.GetInt64(0), Stream: row.GetString(1), Version: row.GetInt64(2), Name: row.GetString(3), Body: row.Bytes(4)), ct);
        await reader.NextResultAsync(ct);
        var texts = new Dictionary<string, StoredText>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) texts[reader.Hex(0)] = new(reader.GetString(1), reader.Hex(2), reader.Text(3)!);
        await reader.DisposeAsync();
        return (await Read([.. events.Select(e => new Stored(e.Position, new(e.Stream), e.Version, e.Name, e.Body))], texts, connection, transaction, ct)).Facts;
    }

    /// <summary>The facts in the bytes. Where a text is not there, it is looked up whether it was erased; that costs nothing as long as none is missing.</summary>
    static async Task<(RecordedFact[] Facts, IReadOnlyDictionary<string, ErasureMark> Marks)> Read(Stored[] stored, Dictionary<string, StoredText> texts, DbConnection connection, DbTransaction? transaction, CancellationToken ct)
    {
        var streams = new HashSet<string>(StringComparer.Ordinal);
        var facts = new RecordedFact[stored.Length];
        for (var at = 0; at < stored.Length; at++)
        {
            facts[at] = Fact(stored[at], texts, null);
            if (SealedTextConverter.Missing.Count > 0) streams.Add(stored[at].Stream.Value);
        }

        if (streams.Count == 0 || await ErasedTexts.Marks(connection, streams, ct, transaction) is not { Count: > 0 } marks) return (facts, NoMarks);
        for (var at = 0; at < stored.Length; at++)
            if (streams.Contains(stored[at].Stream.Value)) facts[at] = Fact(stored[at], texts, marks);
        return (facts, marks);
    }

    static readonly Dictionary<string, ErasureMark> NoMarks = [];

    static RecordedFact Fact(Stored stored, Dictionary<string, StoredText> texts, IReadOnlyDictionary<string, ErasureMark>? marks)
    {
        var (stamp, fact) = EventJson.Read(stored.Name, stored.Body, texts, marks);
        return new(stored.Position, stored.Stream, stored.Version, stored.Name, fact, stamp);
    }

    readonly record struct Stored(long Position, StreamId Stream, long Version, string Name, byte[] Body);
}
