using System.Data.Common;
using System.Text;
using Dapper;

namespace LmsWorkflow.Storage;

/// <summary>Reading rows by place, the same way from both databases.</summary>
static class DatabaseReading
{
    public static Task<List<T>> Rows<T>(this DbConnection connection, string sql, object? values, Func<DbDataReader, T> row, CancellationToken ct, DbTransaction? transaction = null) =>
        connection.Rows(new CommandDefinition(sql, values, transaction, cancellationToken: ct), row, ct);

    /// <summary>For what reads a whole table. It takes as long as the table is large, so the limit of time a connection string gives does not hold; whoever asked can give up.</summary>
    public static Task<List<T>> RowsOfAll<T>(this DbConnection connection, string sql, object? values, Func<DbDataReader, T> row, CancellationToken ct) =>
        connection.Rows(new CommandDefinition(sql, values, commandTimeout: 0, cancellationToken: ct), row, ct);

    static async Task<List<T>> Rows<T>(this DbConnection connection, CommandDefinition command, Func<DbDataReader, T> row, CancellationToken ct)
    {
        await using var reader = await connection.ExecuteReaderAsync(command);
        return await reader.Rows(row, ct);
    }

    public static async Task<List<T>> Rows<T>(this DbDataReader reader, Func<DbDataReader, T> row, CancellationToken ct)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(row(reader));
        return rows;
    }

    public static async Task<int> Execute(this DbConnection connection, IDatabase database, Statement statement, CancellationToken ct, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (statement.Sql, transaction);
        for (var i = 0; i < statement.Values.Length; i++) command.Parameters.Add(database.Parameter(i + 1, statement.Values[i]));
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A list of values as SQL for <c>in</c>. Dapper's own lists are arrays to PostgreSQL, which SQLite has not.</summary>
    public static string AddList<T>(this DynamicParameters parameters, string name, IEnumerable<T> values) =>
        $"({string.Join(", ", values.Select((value, at) =>
        {
            parameters.Add(name + at, value);
            return "@" + name + at;
        }))})";

    public static byte[] Bytes(this DbDataReader reader, int column) => (byte[])reader.GetValue(column);

    /// <summary>Hex of a commitment.</summary>
    public static string Hex(this DbDataReader reader, int column) => Convert.ToHexStringLower(reader.Bytes(column));

    /// <summary>A text that lies apart, null when it was erased.</summary>
    public static string? Text(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : Encoding.UTF8.GetString(reader.Bytes(column));

    public static DateTimeOffset Time(this DbDataReader reader, int column) => new(reader.GetInt64(column), TimeSpan.Zero);

    public static DateTimeOffset? TimeOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Time(column);

    public static Guid Id(this DbDataReader reader, int column) => Guid.ParseExact(reader.GetString(column), "n");

    public static string[] Codes(this DbDataReader reader, int column) => reader.GetString(column).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
