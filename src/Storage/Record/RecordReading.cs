using System.Data.Common;
using Dapper;

namespace LmsWorkflow.Storage;

/// <summary>Facts as they were written, each with the texts that are still there.</summary>
static class RecordReading
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

    static async Task<IReadOnlyList<RecordedFact>> Facts(DbConnection connection, string sql, object values, DbTransaction? transaction, CancellationToken ct)
    {
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql, values, transaction, cancellationToken: ct));
        var events = await reader.Rows(row => (Position: row.GetInt64(0), Stream: row.GetString(1), Version: row.GetInt64(2), Name: row.GetString(3), Body: row.Bytes(4)), ct);
        await reader.NextResultAsync(ct);
        var texts = new Dictionary<string, StoredText>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) texts[reader.Hex(0)] = new(reader.GetString(1), reader.Hex(2), reader.Text(3)!);
        return [.. events.Select(e => Fact(e.Position, new(e.Stream), e.Version, e.Name, e.Body, texts))];
    }

    static RecordedFact Fact(long position, StreamId stream, long version, string name, byte[] body, Dictionary<string, StoredText> texts)
    {
        var (stamp, fact) = EventJson.Read(name, body, texts);
        return new(position, stream, version, name, fact, stamp);
    }
}
