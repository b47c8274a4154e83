using System.Data.Common;
using Dapper;

namespace LmsWorkflow.Storage;

/// <summary>Timers whose time has come. Claiming one keeps other nodes from it for a while, so that a node that dies loses nothing.</summary>
static class DueTimers
{
    static readonly TimeSpan Held = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<DueTimerRow>> Claim(DbConnection connection, DbTransaction? transaction, IDatabase database, DateTimeOffset now, int limit, CancellationToken ct)
    {
        var claimed = await connection.Rows(database.In(ClaimSql), new { now = now.UtcTicks, until = (now + Held).UtcTicks, limit },
            row => (Stream: row.GetInt64(0), Timer: row.GetString(1), DueAt: row.Time(2)), ct, transaction);
        if (claimed.Count == 0) return [];
        var values = new DynamicParameters();
        var numbers = values.AddList("number", claimed.Select(c => c.Stream).Distinct());
        var names = await connection.Rows($"select stream_no, name from streams where stream_no in {numbers}", values,
            row => (No: row.GetInt64(0), Name: row.GetString(1)), ct, transaction);
        var cases = names.ToDictionary(name => name.No, name => new StreamId(name.Name).AsCase!.Value);
        return [.. claimed.OrderBy(c => c.DueAt).Select(c => new DueTimerRow(cases[c.Stream], c.Timer, c.DueAt))];
    }

    const string ClaimSql = """
        with due as (
            select due_at, stream_no, timer from due_timers where due_at <= @now and (held_until is null or held_until <= @now) order by due_at limit @limit {unless_held}
        )
        update due_timers set held_until = @until from due
        where due_timers.due_at = due.due_at and due_timers.stream_no = due.stream_no and due_timers.timer = due.timer
        returning due_timers.stream_no, due_timers.timer, due_timers.due_at
        """;
}
