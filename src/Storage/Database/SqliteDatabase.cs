using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace LmsWorkflow.Storage;

/// <summary>What is SQLite's own: one file in WAL mode, where readers never wait for the writer.</summary>
sealed class SqliteDatabase : IDatabase
{
    readonly string readers, writer;

    public SqliteDatabase(string connectionString)
    {
        // private cache: a shared one would make readers wait for the writer's table locks
        var given = new SqliteConnectionStringBuilder(connectionString) { Cache = SqliteCacheMode.Private, DefaultTimeout = 30 };
        if (given.DataSource is "" or ":memory:" || given.Mode == SqliteOpenMode.Memory)
            throw new ArgumentException("The record needs a file: a database in memory is gone when the program ends.", nameof(connectionString));
        readers = new SqliteConnectionStringBuilder(given.ConnectionString) { Mode = SqliteOpenMode.ReadWrite, Pooling = true }.ConnectionString;
        writer = new SqliteConnectionStringBuilder(given.ConnectionString) { Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ConnectionString;
    }

    public string ScriptName => "sqlite";

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["position"] = "integer", // exactly this word makes the column the table's own key
        ["clustered"] = "without rowid",
        ["unless_held"] = "", // the one writer is alone
        ["lock_checkpoints"] = "select 1",
        ["bytes_in"] = "instr(e.body, @sought) > 0",
    };

    public async ValueTask<DbConnection> Open(CancellationToken ct)
    {
        var connection = new SqliteConnection(readers);
        await connection.OpenAsync(ct);
        return connection;
    }

    // deferred: one that is begun as a writer's would wait for the writer
    public DbTransaction Snapshot(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    /// <summary>The one connection that writes. Each commit is on the disk before it is answered.</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = new SqliteConnection(writer);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 30000; pragma cache_size = -65536; pragma wal_autocheckpoint = 4000; pragma secure_delete = on;";
        command.ExecuteNonQuery();
        return connection;
    }

    public void ForgetReaders()
    {
        using var connection = new SqliteConnection(readers);
        SqliteConnection.ClearPool(connection);
    }

    public DbParameter Parameter(int number, object? value) => new SqliteParameter("$" + number, value ?? DBNull.Value);
}
