using System.Data.Common;
using Dapper;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>Gives leaves to events that were stored before there was a proof log. Nothing is done where each event has one.</summary>
static class LeafBackfill
{
    const int AtATime = 5_000;

    public static async Task Run(DbConnection connection, IDatabase database, CancellationToken ct)
    {
        var ends = new Dictionary<long, byte[]>();
        while (await Some(connection, database, ends, ct))
        {
        }
    }

    static async Task<bool> Some(DbConnection connection, IDatabase database, Dictionary<long, byte[]> ends, CancellationToken ct)
    {
        const string missing = """
            select e.position, e.stream_no, s.name, e.stream_version, e.name, e.body from events e join streams s on s.stream_no = e.stream_no
            where e.position > (select coalesce(max(position), 0) from leaves) order by e.position limit @limit
            """;
        var events = await connection.Rows(
            missing, new { limit = AtATime }, row => (Position: row.GetInt64(0), StreamNo: row.GetInt64(1), Stream: row.GetString(2), Version: row.GetInt64(3), Name: row.GetString(4), Body: row.Bytes(5)), ct);
        if (events.Count == 0) return false;
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var e in events)
        {
            var previous = ends.GetValueOrDefault(e.StreamNo) ?? await Before(connection, e.StreamNo, e.Version, transaction, ct);
            var leaf = new LogLeaf(e.Position, e.Stream, e.Version, e.Name, LogLeaf.HashOf(e.Body), previous).Hash();
            await connection.Execute(database, new(Sequencer.InsertLeaf, e.Position, leaf), ct, transaction);
            ends[e.StreamNo] = leaf;
        }

        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>The stream began before this run did.</summary>
    static async Task<byte[]> Before(DbConnection connection, long streamNo, long version, DbTransaction transaction, CancellationToken ct)
    {
        const string sql = "select l.hash from events e join leaves l on l.position = e.position where e.stream_no = @streamNo and e.stream_version = @before";
        return await connection.ExecuteScalarAsync<byte[]?>(new CommandDefinition(sql, new { streamNo, before = version - 1 }, transaction, cancellationToken: ct)) ?? LogLeaf.None;
    }
}
