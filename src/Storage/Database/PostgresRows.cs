using Npgsql;
using NpgsqlTypes;

namespace LmsWorkflow.Storage;

/// <summary>
/// Inserts a group's rows of one table with one statement. To SQLite a statement is a function call; to PostgreSQL each is a message to be bound,
/// run and answered, which costs more than the row. Only for tables that are added to: rows of lists must stay in order.
/// </summary>
static class PostgresRows
{
    /// <summary>The statement for one row, and for many.</summary>
    public static IReadOnlyDictionary<string, string> InsertSql { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Sequencer.InsertStream] = "insert into streams (stream_no, name) select * from unnest($1, $2)",
        [Sequencer.InsertEvent] = "insert into events (position, stream_no, stream_version, name, body) select * from unnest($1, $2, $3, $4, $5)",
        [Sequencer.InsertText] = "insert into texts (stream_no, commitment, field, salt, value) select * from unnest($1, $2, $3, $4, $5) on conflict (stream_no, commitment) do nothing",
        [Sequencer.InsertKey] = "insert into idempotency (key, person, request_hash, response, at) select * from unnest($1, $2, $3, $4, $5)",
    };

    public static NpgsqlBatchCommand Insert(string sql, IReadOnlyList<Statement> rows)
    {
        var command = new NpgsqlBatchCommand(sql);
        for (var column = 0; column < rows[0].Values.Length; column++) command.Parameters.Add(Column(rows, column));
        return command;
    }

    static NpgsqlParameter Column(IReadOnlyList<Statement> rows, int column) => rows[0].Values[column] switch
    {
        long => Column<long>(rows, column, NpgsqlDbType.Bigint),
        string => Column<string>(rows, column, NpgsqlDbType.Text),
        _ => Column<byte[]>(rows, column, NpgsqlDbType.Bytea),
    };

    static NpgsqlParameter<T[]> Column<T>(IReadOnlyList<Statement> rows, int column, NpgsqlDbType type)
    {
        var values = new T[rows.Count];
        for (var row = 0; row < values.Length; row++) values[row] = (T)rows[row].Values[column]!;
        return new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
