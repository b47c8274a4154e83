using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LmsWorkflow.Storage;

/// <summary>
/// Statements prepared once and used again on the writer's connection. Goes past ADO.NET, whose cost per statement is several times SQLite's own.
/// For one thread.
/// </summary>
sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    readonly sqlite3 db = connection.Handle!;
    readonly Dictionary<string, sqlite3_stmt> prepared = new(StringComparer.Ordinal);

    /// <summary>False once SQLite has ended the transaction by itself, as it does when the disk is full.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(db) == 0;

    public void Execute(Statement statement) => Execute(statement.Sql, statement.Values);

    public void Execute(string sql, params ReadOnlySpan<object?> values)
    {
        var ready = Bind(sql, values);
        try
        {
            Check(raw.sqlite3_step(ready), raw.SQLITE_DONE);
        }
        finally
        {
            _ = raw.sqlite3_reset(ready);
        }
    }

    /// <summary>The first row, or default when there is none.</summary>
    public T? First<T>(string sql, Func<sqlite3_stmt, T> row, params ReadOnlySpan<object?> values)
    {
        var ready = Bind(sql, values);
        try
        {
            var step = raw.sqlite3_step(ready);
            if (step == raw.SQLITE_ROW) return row(ready);
            Check(step, raw.SQLITE_DONE);
            return default;
        }
        finally
        {
            _ = raw.sqlite3_reset(ready);
        }
    }

    public void Dispose()
    {
        foreach (var statement in prepared.Values) statement.Dispose();
    }

    sqlite3_stmt Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var statement))
        {
            // $2 is a name to SQLite, numbered as it is first met; ?2 is the second value wherever it stands
            Check(raw.sqlite3_prepare_v3(db, sql.Replace('$', '?'), raw.SQLITE_PREPARE_PERSISTENT, out statement), raw.SQLITE_OK);
            prepared.Add(sql, statement);
        }
        for (var i = 0; i < values.Length; i++) Check(Bind(statement, i + 1, values[i]), raw.SQLITE_OK);
        return statement;
    }

    static int Bind(sqlite3_stmt statement, int number, object? value) => value switch
    {
        long integer => raw.sqlite3_bind_int64(statement, number, integer),
        string text => raw.sqlite3_bind_text(statement, number, text),
        byte[] bytes => bytes.Length == 0 ? raw.sqlite3_bind_zeroblob(statement, number, 0) : raw.sqlite3_bind_blob(statement, number, bytes),
        null => raw.sqlite3_bind_null(statement, number),
        _ => throw new ArgumentException($"A {value.GetType().Name} is not among the kinds of value that are stored.", nameof(value)),
    };

    void Check(int code, int expected)
    {
        if (code != expected) SqliteException.ThrowExceptionForRC(code, db);
    }
}
