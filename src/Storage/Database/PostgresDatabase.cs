using System.Data;
using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace LmsWorkflow.Storage;

/// <summary>What is PostgreSQL's own: any number of nodes, one sequencer at a time under an advisory lock.</summary>
sealed class PostgresDatabase : IDatabase, IAsyncDisposable
{
    /// <summary>Held by the transaction that gives positions, till it is committed and seen: so positions are dense and in commit order.</summary>
    public const long SequencerLock = 0x4C4D5301;

    /// <summary>Held while the schema is upgraded: nodes may start together.</summary>
    public const long UpgradeLock = 0x4C4D5302;

    /// <summary>Held while a checkpoint is made: each is made on the one before.</summary>
    public const long CheckpointLock = 0x4C4D5303;

    /// <summary>Channel of commit notices.</summary>
    public const string Channel = "lms_commits";

    public PostgresDatabase(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "lmsworkflow" };
        if (given.MaxAutoPrepare == 0) (given.MaxAutoPrepare, given.AutoPrepareMinUsages) = (60, 2);
        Source = NpgsqlDataSource.Create(given);
    }

    public NpgsqlDataSource Source { get; }

    public string ScriptName => "postgres";

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["position"] = "bigint",
        ["clustered"] = "",
        ["unless_held"] = "for update skip locked",
        ["bytes_in"] = "position(@sought in e.body) > 0",
        ["lock_checkpoints"] = $"select pg_advisory_xact_lock({CheckpointLock})",
    };

    public async ValueTask<DbConnection> Open(CancellationToken ct) => await Source.OpenConnectionAsync(ct);

    public DbTransaction Snapshot(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public DbParameter Parameter(int number, object? value) => Parameter(value);

    public static NpgsqlParameter Parameter(object? value) => value switch
    {
        long number => new NpgsqlParameter<long>() { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Bigint },
        string text => new NpgsqlParameter<string>() { TypedValue = text, NpgsqlDbType = NpgsqlDbType.Text },
        byte[] bytes => new NpgsqlParameter<byte[]>() { TypedValue = bytes, NpgsqlDbType = NpgsqlDbType.Bytea },
        // the only column that may be null and is not a text is a time
        null => new NpgsqlParameter() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint },
        _ => throw new ArgumentException($"A {value.GetType().Name} is not among the kinds of value that are stored.", nameof(value)),
    };

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
