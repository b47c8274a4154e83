using System.Data.Common;
using Dapper;

namespace LmsWorkflow.Storage;

/// <summary>The record in PostgreSQL, shared by any number of equal nodes.</summary>
public sealed class PostgresStore : RecordStore
{
    readonly PostgresDatabase database;
    readonly PostgresWriter writer;
    readonly PostgresListener listener;

    PostgresStore(PostgresDatabase database)
    {
        this.database = database;
        writer = new(database, Announcer.Announce);
        listener = new(database, process => process == writer.ServerProcess, Announcer.Announce);
    }

    private protected override IDatabase Database => database;

    public static new async Task<PostgresStore> Open(string connectionString, CancellationToken ct = default)
    {
        var database = new PostgresDatabase(connectionString);
        try
        {
            await Upgrade(database, ct);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
        var store = new PostgresStore(database);
        await store.listener.Listening.WaitAsync(ct);
        return store;
    }

    public override Task<AppendResult> Append(Append append, CancellationToken ct) => writer.Append(PreparedAppend.Of(append), ct);

    /// <summary>Holds the sequencer's lock, so no node appends meanwhile.</summary>
    public override Task RebuildLists(Func<StreamId, IReadOnlyList<RecordedFact>, ListRows> project, CancellationToken ct) => Write(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(@key)", new { key = PostgresDatabase.SequencerLock }, transaction, cancellationToken: ct));
            await ListRebuild.Run(connection, transaction, database, project, ct);
            return true;
        }, ct);

    /// <summary>
    /// VACUUM alone leaves the bytes of deleted rows on their pages; FULL writes the table anew and the old file is removed. It would carry over rows that a transaction begun before the deletion can still
    /// see, so those are waited for first. WAL, archives and replicas are the operator's (docs/administrator/sletting.md).
    /// </summary>
    public override async Task<bool> Scrub(CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        var now = await connection.ExecuteScalarAsync<string>(new CommandDefinition("select pg_current_xact_id()::text", cancellationToken: ct));
        for (var waited = 0; await IsSeenByOthers(connection, now!, ct); waited++)
        {
            if (waited == ScrubPatience) return false;
            await Task.Delay(TimeSpan.FromMilliseconds(250), ct);
        }

        await connection.ExecuteAsync(new CommandDefinition("vacuum (full) texts", commandTimeout: 0, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition("vacuum (full) idempotency", commandTimeout: 0, cancellationToken: ct));
        try
        {
            await connection.ExecuteAsync(new CommandDefinition("checkpoint", commandTimeout: 0, commandType: System.Data.CommandType.Text, cancellationToken: ct));
        }
        catch (Npgsql.PostgresException unprivileged) when (unprivileged.SqlState == Npgsql.PostgresErrorCodes.InsufficientPrivilege)
        {
            // the server makes one by itself within its checkpoint_timeout
        }

        return true;
    }

    /// <summary>Times a quarter of a second that older transactions are waited for.</summary>
    const int ScrubPatience = 40;

    static async Task<bool> IsSeenByOthers(DbConnection connection, string transaction, CancellationToken ct) => await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
        "select exists (select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_xmin is not null and age(backend_xmin) > age(@transaction::xid8::xid))",
        new { transaction }, cancellationToken: ct));

    public override async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await listener.DisposeAsync();
        await Announcer.DisposeAsync();
        await database.DisposeAsync();
    }

    internal override async Task<T> Write<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var result = await write(connection, transaction);
        await transaction.CommitAsync(ct);
        return result;
    }

    /// <summary>Nodes may start together; the first upgrades, the others find it done.</summary>
    static async Task Upgrade(PostgresDatabase database, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_lock(@key)", new { key = PostgresDatabase.UpgradeLock }, cancellationToken: ct));
        try
        {
            await SchemaUpgrade.Run(connection, database, ct);
            await LeafBackfill.Run(connection, database, ct);
        }
        finally
        {
            await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_unlock(@key)", new { key = PostgresDatabase.UpgradeLock }, cancellationToken: CancellationToken.None));
        }
    }
}
