using System.Threading.Channels;
using Npgsql;

namespace LmsWorkflow.Storage;

/// <summary>
/// This node's sequencer. It takes all waiting appends and puts them into one transaction that holds the cluster-wide advisory lock from its first
/// statement until it is committed and visible, so positions are dense and in commit order whichever node writes. When a node dies its lock is
/// gone with its session and the next node goes on: there is nothing to fail over.
/// </summary>
sealed class PostgresWriter : IAsyncDisposable
{
    const int LargestGroup = 64;

    readonly PostgresDatabase database;
    readonly Action<CommitNotice> announce;
    readonly Channel<Waiting> waiting = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    readonly Task writing;
    readonly OwnEnds own = new();
    NpgsqlConnection? connection;

    public PostgresWriter(PostgresDatabase database, Action<CommitNotice> announce)
    {
        (this.database, this.announce) = (database, announce);
        writing = Task.Run(Write);
    }

    /// <summary>The server process that this node's commits come from.</summary>
    public int ServerProcess { get; private set; }

    public Task<AppendResult> Append(PreparedAppend prepared, CancellationToken ct)
    {
        var append = new Waiting(prepared, ct);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(append), this);
        return append.Answer.Task;
    }

    /// <summary>What waits is still written; what comes later is refused.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing;
        await Disconnect();
    }

    async Task Write()
    {
        var group = new List<Waiting>(LargestGroup);
        while (await waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < LargestGroup && waiting.Reader.TryRead(out var next))
                if (!next.GivenUp()) group.Add(next);
            if (group.Count > 0) await WriteGroup(group);
        }
    }

    /// <summary>PostgreSQL ends a transaction at its first error, so after one each append of the group gets a transaction of its own.</summary>
    async Task WriteGroup(List<Waiting> group)
    {
        try
        {
            await Commit(group);
        }
        catch (Exception mistake) when (group.Count > 1 && !IsDisconnected(mistake))
        {
            await Rollback();
            foreach (var append in group) await WriteGroup([append]);
        }
        catch (Exception failure)
        {
            await Rollback();
            own.Forget();
            foreach (var append in group) append.Answer.TrySetException(failure);
        }
    }

    async Task Commit(List<Waiting> group)
    {
        var rulings = await CommitAtOnce(group) ?? await CommitLookedUp(group);
        own.Learn(rulings);
        for (var i = 0; i < group.Count; i++)
        {
            group[i].Answer.TrySetResult(rulings[i].Result);
            foreach (var notice in rulings[i].Notices) announce(notice);
        }
    }

    /// <summary>One round trip, on what this node knows from its own last group; null when that is not enough, or was no longer so.</summary>
    async Task<List<Ruling>?> CommitAtOnce(List<Waiting> group)
    {
        if (own.For(group.Select(append => append.Prepared)) is not { } sequencer) return null;
        var rulings = group.ConvertAll(append => Rule(sequencer, append));
        // a no is only given on what was looked up
        if (!rulings.TrueForAll(ruling => ruling.Writes)) return null;
        try
        {
            await using var batch = new NpgsqlBatch(connection ??= await Connect());
            Begin(batch);
            await Execute(batch, rulings);
            return rulings;
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            await Rollback();
            own.Forget();
            return null;
        }
    }

    /// <summary>Two round trips: the lock and what the group is judged on, then the writes.</summary>
    async Task<List<Ruling>> CommitLookedUp(List<Waiting> group)
    {
        var sequencer = await Look(connection ??= await Connect(), group);
        var rulings = group.ConvertAll(append => Rule(sequencer, append));
        await using var batch = new NpgsqlBatch(connection);
        await Execute(batch, rulings);
        return rulings;
    }

    async Task<NpgsqlConnection> Connect()
    {
        var opened = await database.Source.OpenConnectionAsync();
        await using (var plans = new NpgsqlCommand(ByKeyAlone, opened)) await plans.ExecuteNonQueryAsync();
        ServerProcess = opened.ProcessID;
        return opened;
    }

    static Ruling Rule(Sequencer sequencer, Waiting append)
    {
        var ruling = sequencer.Rule(append.Prepared);
        if (ruling.Writes) sequencer.Keep(ruling);
        return ruling;
    }

    static void Begin(NpgsqlBatch batch)
    {
        Add(batch, "begin isolation level read committed");
        Add(batch, "select pg_advisory_xact_lock($1)", PostgresDatabase.SequencerLock);
    }

    /// <summary>One round trip: the lock, and all the group must be judged on, looked up after the lock was given.</summary>
    static async Task<Sequencer> Look(NpgsqlConnection connection, List<Waiting> group)
    {
        string[] names = [.. group.SelectMany(append => append.Prepared.StreamNames()).Distinct()];
        string[] keys = [.. group.Select(append => append.Prepared.Append.Idempotency?.Key).OfType<string>().Distinct()];
        await using var batch = new NpgsqlBatch(connection);
        Begin(batch);
        Add(batch, "select coalesce(max(position), 0) from events");
        Add(batch, FindStreams).Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = names });
        if (keys.Length > 0) Add(batch, FindKeys).Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = keys });
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        var last = reader.GetInt64(0);
        await reader.NextResultAsync();
        var ends = new Dictionary<string, StreamEnd>(StringComparer.Ordinal);
        while (await reader.ReadAsync()) ends[reader.GetString(0)] = new(reader.GetInt64(1), reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.Bytes(3));
        var remembered = new Dictionary<(string, string), IdempotencyEntry>();
        if (await reader.NextResultAsync())
            while (await reader.ReadAsync())
                remembered[(reader.GetString(0), reader.GetString(1))] = new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3));
        return new(last, ends, remembered);
    }

    /// <summary>All writes, the notices that PostgreSQL holds back until the commit, and the commit.</summary>
    static async Task Execute(NpgsqlBatch batch, List<Ruling> rulings)
    {
        foreach (var command in PostgresRows.Commands(rulings)) batch.BatchCommands.Add(command);
        foreach (var payload in CommitNoticeText.Write(rulings.SelectMany(ruling => ruling.Notices))) Add(batch, "select pg_notify($1, $2)", PostgresDatabase.Channel, payload);
        Add(batch, "commit");
        await batch.ExecuteNonQueryAsync();
    }

    static NpgsqlBatchCommand Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(PostgresDatabase.Parameter(value));
        batch.BatchCommands.Add(command);
        return command;
    }

    /// <summary>A connection that fails to roll back is thrown away; the server then does it.</summary>
    async Task Rollback()
    {
        try
        {
            if (connection is null) return;
            await using var command = new NpgsqlCommand("rollback", connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
        {
            await Disconnect();
        }
    }

    async Task Disconnect()
    {
        if (connection is { } lost) await lost.DisposeAsync();
        connection = null;
    }

    /// <summary>
    /// The connection broke, or the server is going (classes 08, 57). Whether the group was committed is then not known, so it must not be tried
    /// again here: whoever asked may, under the same idempotency key.
    /// </summary>
    static bool IsDisconnected(Exception mistake) => mistake switch
    {
        PostgresException told => told.SqlState.StartsWith("08", StringComparison.Ordinal) || told.SqlState.StartsWith("57", StringComparison.Ordinal),
        NpgsqlException => true,
        _ => false,
    };

    // all this connection runs finds its rows by key, and its plans are kept: one made while a table was small must not read the whole of it when it has grown
    const string ByKeyAlone = "set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off";

    const string FindStreams = """
        select s.name, s.stream_no, coalesce(e.stream_version, 0), l.hash
        from streams s
        left join events e on e.stream_no = s.stream_no and e.stream_version = (select max(n.stream_version) from events n where n.stream_no = s.stream_no)
        left join leaves l on l.position = e.position
        where s.name = any($1)
        """;

    const string FindKeys = "select key, person, request_hash, response from idempotency where key = any($1)";

    sealed class Waiting(PreparedAppend prepared, CancellationToken ct)
    {
        public PreparedAppend Prepared => prepared;

        public TaskCompletionSource<AppendResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Whoever asked has gone before the writer came to it; from then on there is no way back.</summary>
        public bool GivenUp() => ct.IsCancellationRequested && Answer.TrySetCanceled(ct);
    }
}
