using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace LmsWorkflow.Bench;

/// <summary>
/// The hand-written floor of W1: no engine, no rules. A state number per instance, a row per waiting task and a line of history, written by
/// prepared statements. What any product that keeps a history must at least do.
/// </summary>
static class FloorSql
{
    public const string Schema = """
        create table if not exists instances (id text primary key, state integer not null, version integer not null, changed text not null);
        create table if not exists tasks (instance text not null, name text not null, opened text not null, done text, primary key (instance, name));
        create table if not exists history (instance text not null, version integer not null, at text not null, who text not null, what text not null, detail text not null, primary key (instance, version));
        """;

    public const string Start = "insert into instances (id, state, version, changed) values (@id, 1, 1, @at)";
    public const string Advance = "update instances set state = @state, version = version + 1, changed = @at where id = @id and version = @version";
    public const string Open = "insert into tasks (instance, name, opened) values (@id, @name, @at)";
    public const string Done = "update tasks set done = @at where instance = @id and name = @name and done is null";
    public const string Line = "insert into history (instance, version, at, who, what, detail) values (@id, @version, @at, @who, @what, @detail)";

    public const string Detail = """{"element":"godkjenn_kursplan","side":"bruker","document":"D12","version":3,"hash":"5f0c2b8a6f5b0c1d9e7a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e"}""";
}

/// <summary>The four calls of one instance, as statements with parameters.</summary>
readonly record struct FloorCall(string Id, int Step)
{
    public IEnumerable<(string Sql, (string, object)[] Parameters)> Statements()
    {
        var at = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        (string, object) id = ("id", Id), now = ("at", at);
        var version = (long)(Step + 1);
        (string, object)[] Line(string what) => [id, ("version", version), now, ("who", "7d9f1f6e1c7b4f0f9a0d8c1b2e3f4a5b"), ("what", what), ("detail", FloorSql.Detail)];
        if (Step == 0)
        {
            yield return (FloorSql.Start, [id, now]);
            yield return (FloorSql.Open, [id, ("name", "klargjor"), now]);
            yield return (FloorSql.Line, Line("started"));
            yield break;
        }

        yield return (FloorSql.Advance, [id, ("state", (long)(Step + 1)), now, ("version", (long)Step)]);
        yield return (FloorSql.Done, [id, ("name", Step switch { 1 => "klargjor", 2 => "fag", _ => "bruker" }), now]);
        if (Step == 1)
        {
            yield return (FloorSql.Open, [id, ("name", "fag"), now]);
            yield return (FloorSql.Open, [id, ("name", "bruker"), now]);
        }

        yield return (FloorSql.Line, Line("completed"));
    }
}

abstract class Floor : W1Subject
{
    public override async Task RunInstance(int caller, List<double> latencies)
    {
        var id = Guid.NewGuid().ToString("n");
        await Call(caller, new(id, 0));
        for (var step = 1; step <= 3; step++)
        {
            var call = new FloorCall(id, step);
            latencies.Add(await Measure.Milliseconds(() => Call(caller, call)));
        }
    }

    protected abstract Task Call(int caller, FloorCall call);
}

/// <summary>SQLite, WAL, <c>synchronous=FULL</c>; one writer thread, one commit per call or one per group of waiting calls.</summary>
sealed class SqliteFloor : Floor
{
    readonly bool grouped;
    readonly string path;
    readonly BlockingCollection<(FloorCall Call, TaskCompletionSource Done)> waiting = [];
    readonly Thread writer;

    public SqliteFloor(string folder, bool grouped)
    {
        this.grouped = grouped;
        path = Path.Combine(folder, $"floor-{(grouped ? "grouped" : "single")}-{Guid.NewGuid():n}.db");
        writer = new Thread(Write) { IsBackground = true };
        writer.Start();
    }

    public override string Name => grouped ? "floor, SQLite FULL, grouped" : "floor, SQLite FULL, one commit per call";

    protected override Task Call(int caller, FloorCall call)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add((call, done));
        return done.Task;
    }

    void Write()
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        Execute(connection, "pragma journal_mode=wal; pragma synchronous=full;");
        Execute(connection, FloorSql.Schema);
        var prepared = new Dictionary<string, SqliteCommand>();
        var group = new List<TaskCompletionSource>();
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            Run(connection, prepared, "begin immediate", []);
            var item = first;
            do
            {
                foreach (var (sql, parameters) in item.Call.Statements()) Run(connection, prepared, sql, parameters);
                group.Add(item.Done);
            }
            while (grouped && waiting.TryTake(out item));

            Run(connection, prepared, "commit", []);
            foreach (var done in group) done.SetResult();
            group.Clear();
        }

        foreach (var command in prepared.Values) command.Dispose();
    }

    static void Run(SqliteConnection connection, Dictionary<string, SqliteCommand> prepared, string sql, (string Name, object Value)[] parameters)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, _) in parameters) command.Parameters.Add(new SqliteParameter("@" + name, null));
            command.Prepare();
        }

        for (var at = 0; at < parameters.Length; at++) command.Parameters[at].Value = parameters[at].Value;
        command.ExecuteNonQuery();
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public override long Bytes()
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select page_count * page_size from pragma_page_count(), pragma_page_size()";
        return (long)command.ExecuteScalar()!;
    }

    public override ValueTask DisposeAsync()
    {
        waiting.CompleteAdding();
        writer.Join();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*")) File.Delete(file);
        return ValueTask.CompletedTask;
    }
}

/// <summary>PostgreSQL with durability on: a connection per caller, one transaction per call, its statements in one batch.</summary>
sealed class PostgresFloor(string connectionString, int callers) : Floor
{
    readonly NpgsqlConnection[] connections = [.. Enumerable.Range(0, callers).Select(_ => Open(connectionString))];

    public override string Name => "floor, PostgreSQL";

    static NpgsqlConnection Open(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString + ";Max Auto Prepare=20;Auto Prepare Min Usages=1");
        connection.Open();
        return connection;
    }

    public async Task Create()
    {
        await using var command = new NpgsqlCommand("select pg_advisory_lock(1);" + FloorSql.Schema + "select pg_advisory_unlock(1);", connections[0]);
        await command.ExecuteNonQueryAsync();
    }

    protected override async Task Call(int caller, FloorCall call)
    {
        await using var batch = new NpgsqlBatch(connections[caller]);
        foreach (var (sql, parameters) in call.Statements())
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
    }

    public override long Bytes()
    {
        using var command = new NpgsqlCommand("select pg_database_size(current_database())", connections[0]);
        return (long)command.ExecuteScalar()!;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var connection in connections) await connection.DisposeAsync();
    }
}
