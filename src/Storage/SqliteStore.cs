using System.Data.Common;

namespace LmsWorkflow.Storage;

/// <summary>The record in one SQLite file. One program at a time writes to it.</summary>
public sealed class SqliteStore : RecordStore
{
    readonly SqliteDatabase database;
    readonly SqliteWriter writer;

    SqliteStore(SqliteDatabase database)
    {
        this.database = database;
        writer = new(database.OpenWriter(), Announcer.Announce);
    }

    private protected override IDatabase Database => database;

    /// <param name="connectionString">A SQLite connection string or a bare file name. The file is made when it is not there.</param>
    public static new async Task<SqliteStore> Open(string connectionString, CancellationToken ct = default)
    {
        var database = new SqliteDatabase(connectionString.Contains('=', StringComparison.Ordinal) ? connectionString : "Data Source=" + connectionString);
        await using (var connection = database.OpenWriter())
        {
            await SchemaUpgrade.Run(connection, database, ct);
            await LeafBackfill.Run(connection, database, ct);
        }

        return new(database);
    }

    public override Task<AppendResult> Append(Append append, CancellationToken ct) => writer.Append(PreparedAppend.Of(append), ct);

    public override Task RebuildLists(Func<StreamId, IReadOnlyList<RecordedFact>, ListRows> project, CancellationToken ct) => Write(
        async (connection, transaction) =>
        {
            await ListRebuild.Run(connection, transaction, database, project, ct);
            return true;
        }, ct);

    /// <summary>
    /// What is deleted is written over with zeros at once (secure_delete), but pages that were split or moved before keep what lay on them: only packing the file anew leaves nothing. Then the
    /// write-ahead log is written into the file and cut to nothing.
    /// </summary>
    public override Task<bool> Scrub(CancellationToken ct) => writer.RunApart(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "vacuum";
        command.ExecuteNonQuery();
        command.CommandText = "pragma wal_checkpoint(truncate)";
        using var row = command.ExecuteReader();
        // the first column says whether a reader held on to the log
        return row.Read() && row.GetInt64(0) == 0;
    });

    public override async ValueTask DisposeAsync()
    {
        await Task.Run(writer.Dispose);
        await Announcer.DisposeAsync();
        database.ForgetReaders();
    }

    // SQLite's asynchronous methods are synchronous: nothing leaves the writer's thread, and nothing blocks there but the database
    internal override Task<T> Write<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken ct) =>
        writer.Run((connection, transaction) => write(connection, transaction).GetAwaiter().GetResult());
}
