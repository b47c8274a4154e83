using System.Data.Common;
using System.Text.Json;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>What ended cases bring into their units' participation balance: one row each, written when the case ends. Figures are JSON, and made again when their shape changes.</summary>
static class BalanceList
{
    /// <summary>Raised when what is counted changes: rows of another format are as if they were not there.</summary>
    const int Format = 1;

    public static void Write(long stream, EndedCase? before, EndedCase? after, List<Statement> statements)
    {
        if (ReferenceEquals(before, after)) return;
        var (was, now) = (Json(before), Json(after));
        if (was == now) return;
        statements.Add(now is null ? new("delete from balances where stream_no = $1", stream) : new(Upsert, stream, (long)Format, now));
    }

    /// <param name="unit">The LMS or an owning unit; null: all.</param>
    public static async Task<IReadOnlyList<EndedCase>> Of(DbConnection connection, UnitId? unit, CancellationToken ct)
    {
        var narrowing = unit is null ? "" : "and b.stream_no in (select k.stream_no from case_keys k where k.key = @unit)";
        return await connection.Rows($"select b.figures from balances b where b.format = @format {narrowing} order by b.stream_no", new { format = (long)Format, unit = unit is { } one ? CaseKey.Of(one) : null },
            row => JsonSerializer.Deserialize<EndedCase>(row.GetString(0), EventJsonOptions.Instance)!, ct);
    }

    /// <summary>A case ended before this list was kept, or before it was kept in this format.</summary>
    public static async Task<bool> IsBehind(DbConnection connection, CancellationToken ct) => (await connection.Rows("""
        select c.stream_no from cases c
        where c.standing in ('Closed', 'Cancelled') and not exists (select 1 from balances b where b.stream_no = c.stream_no and b.format = @format) limit 1
        """, new { format = (long)Format }, row => row.GetInt64(0), ct)).Count > 0;

    static string? Json(EndedCase? ended) => ended is null ? null : JsonSerializer.Serialize(ended, EventJsonOptions.Instance);

    const string Upsert = """
        insert into balances (stream_no, format, figures) values ($1, $2, $3)
        on conflict (stream_no) do update set format = excluded.format, figures = excluded.figures
        """;
}
