using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LmsWorkflow.Storage;

/// <summary>
/// The one pen. Whoever holds it takes all waiting appends, runs each under a savepoint of its own in ONE transaction, commits, and answers them all: the price of a durable commit is shared by those
/// who wait for it. A thread of its own writes what waits; an append that finds the pen free and nobody waiting is written by its caller, which saves two hand-overs between threads. Other writes wait
/// in the same queue and have a transaction each.
/// </summary>
sealed class SqliteWriter : IDisposable
{
    /// <summary>Above this a group's last command waits longer than it gains.</summary>
    const int LargestGroup = 128;

    readonly SqliteConnection connection;
    readonly SqliteStatements statements;
    readonly Action<CommitNotice> announce;
    readonly object gate = new();
    readonly Queue<Waiting> waiting = new();
    readonly Thread thread;

    /// <summary>What the holder of the pen writes now.</summary>
    readonly List<WaitingAppend> group = new(LargestGroup);

    bool held;
    bool stopping;

    public SqliteWriter(SqliteConnection connection, Action<CommitNotice> announce)
    {
        (this.connection, this.announce) = (connection, announce);
        statements = new(connection);
        thread = new Thread(Write) { IsBackground = true, Name = "record writer" };
        thread.Start();
    }

    public Task<AppendResult> Append(PreparedAppend prepared, CancellationToken ct)
    {
        var append = new WaitingAppend(prepared, ct);
        if (HoldsOrEnqueues(append)) WriteHere(append);
        return append.Answer.Task;
    }

    /// <summary>Runs a write that is no append in a transaction of its own.</summary>
    public Task<T> Run<T>(Func<SqliteConnection, SqliteTransaction, T> write)
    {
        var job = new WaitingJob<T>(write);
        Enqueue(job);
        return job.Answer.Task;
    }

    /// <summary>Runs what cannot be done inside a transaction.</summary>
    public Task<T> RunApart<T>(Func<SqliteConnection, T> run)
    {
        var job = new WaitingApart<T>(run);
        Enqueue(job);
        return job.Answer.Task;
    }

    /// <summary>What waits is still written; what comes later is refused.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            stopping = true;
            Monitor.Pulse(gate);
        }
        thread.Join();
        statements.Dispose();
        connection.Dispose();
    }

    /// <summary>Whether the caller has got the pen; otherwise the append waits for the thread.</summary>
    bool HoldsOrEnqueues(WaitingAppend append)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopping, this);
            if (!held && waiting.Count == 0) return held = true;
            waiting.Enqueue(append);
            Monitor.Pulse(gate);
            return false;
        }
    }

    void WriteHere(WaitingAppend append)
    {
        try
        {
            group.Clear();
            group.Add(append);
            WriteGroup();
        }
        finally
        {
            Release();
        }
    }

    void Release()
    {
        lock (gate)
        {
            held = false;
            if (waiting.Count > 0 || stopping) Monitor.Pulse(gate);
        }
    }

    void Enqueue(Waiting one)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopping, this);
            waiting.Enqueue(one);
            Monitor.Pulse(gate);
        }
    }

    void Write()
    {
        while (Take() is { } taken)
        {
            if (taken is WaitingAppend) WriteGroup();
            else taken.RunAlone(connection);
            Release();
        }
    }

    /// <summary>Null when there is nothing more to come; else what is next, with all appends that wait behind it in <see cref="group"/>.</summary>
    Waiting? Take()
    {
        lock (gate)
        {
            while (held || waiting.Count == 0)
            {
                if (stopping && !held) return null;
                Monitor.Wait(gate);
            }
            held = true;
            group.Clear();
            var first = waiting.Dequeue();
            if (first is not WaitingAppend append) return first;
            group.Add(append);
            while (group.Count < LargestGroup && waiting.TryPeek(out var next) && next is WaitingAppend follower)
            {
                group.Add(follower);
                waiting.Dequeue();
            }
            return first;
        }
    }

    void WriteGroup()
    {
        group.RemoveAll(append => append.GivenUp());
        if (group.Count == 0) return;
        try
        {
            statements.Execute("begin immediate");
            var sequencer = Look(group);
            foreach (var append in group) WriteOne(append, sequencer, alone: group.Count == 1);
            statements.Execute("commit");
        }
        catch (Exception failure)
        {
            if (statements.InTransaction) statements.Execute("rollback");
            foreach (var append in group) append.Answer.TrySetException(failure);
            return;
        }
        foreach (var append in group) Answer(append);
    }

    void Answer(WaitingAppend append)
    {
        if (append.Failure is { } failure)
        {
            append.Answer.TrySetException(failure);
            return;
        }
        append.Answer.TrySetResult(append.Ruling!.Result);
        foreach (var notice in append.Ruling.Notices) announce(notice);
    }

    /// <summary>One append's mistake costs that append only.</summary>
    void WriteOne(WaitingAppend append, Sequencer sequencer, bool alone)
    {
        if (!alone) statements.Execute("savepoint one");
        try
        {
            var ruling = sequencer.Rule(append.Prepared);
            foreach (var statement in ruling.Statements) statements.Execute(statement);
            if (ruling.Writes) sequencer.Keep(ruling);
            append.Ruling = ruling;
        }
        catch (Exception mistake) when (!alone && statements.InTransaction)
        {
            append.Failure = mistake;
            statements.Execute("rollback to one");
        }
        if (!alone) statements.Execute("release one");
    }

    Sequencer Look(List<WaitingAppend> group)
    {
        var ends = new Dictionary<string, StreamEnd>(StringComparer.Ordinal);
        var keys = new Dictionary<(string, string), IdempotencyEntry>();
        foreach (var append in group)
        {
            foreach (var name in append.Prepared.StreamNames())
                if (!ends.ContainsKey(name)) ends[name] = statements.First(FindStream, End, name);
            if (append.Prepared.Append.Idempotency is { } entry && !keys.ContainsKey((entry.Key, entry.Person))
                && statements.First(FindKey, row => Entry(row, entry), entry.Key, entry.Person) is { } found)
                keys[(entry.Key, entry.Person)] = found;
        }
        return new(statements.First("select coalesce(max(position), 0) from events", row => raw.sqlite3_column_int64(row, 0)), ends, keys);
    }

    static StreamEnd End(sqlite3_stmt row) =>
        new(raw.sqlite3_column_int64(row, 0), raw.sqlite3_column_int64(row, 1), raw.sqlite3_column_type(row, 2) == raw.SQLITE_NULL ? null : raw.sqlite3_column_blob(row, 2).ToArray());

    static IdempotencyEntry Entry(sqlite3_stmt row, IdempotencyEntry asked) =>
        asked with { RequestHash = raw.sqlite3_column_text(row, 0).utf8_to_string(), Response = raw.sqlite3_column_text(row, 1).utf8_to_string() };

    const string FindStream = """
        select s.stream_no, coalesce(e.stream_version, 0), l.hash
        from streams s
        left join events e on e.stream_no = s.stream_no and e.stream_version = (select max(n.stream_version) from events n where n.stream_no = s.stream_no)
        left join leaves l on l.position = e.position
        where s.name = $1
        """;

    const string FindKey = "select request_hash, response from idempotency where key = $1 and person = $2";

    abstract class Waiting
    {
        public virtual void RunAlone(SqliteConnection connection) => throw new NotSupportedException("Appends are run in groups.");
    }

    sealed class WaitingAppend(PreparedAppend prepared, CancellationToken ct) : Waiting
    {
        public PreparedAppend Prepared => prepared;

        public TaskCompletionSource<AppendResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Ruling? Ruling { get; set; }

        public Exception? Failure { get; set; }

        /// <summary>Whoever asked has gone before the writer came to it; from then on there is no way back.</summary>
        public bool GivenUp() => ct.IsCancellationRequested && Answer.TrySetCanceled(ct);
    }

    sealed class WaitingJob<T>(Func<SqliteConnection, SqliteTransaction, T> write) : Waiting
    {
        public TaskCompletionSource<T> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void RunAlone(SqliteConnection connection)
        {
            try
            {
                using var transaction = connection.BeginTransaction();
                var result = write(connection, transaction);
                transaction.Commit();
                Answer.TrySetResult(result);
            }
            catch (Exception failure)
            {
                Answer.TrySetException(failure);
            }
        }
    }
    sealed class WaitingApart<T>(Func<SqliteConnection, T> run) : Waiting
    {
        public TaskCompletionSource<T> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override void RunAlone(SqliteConnection connection)
        {
            try
            {
                Answer.TrySetResult(run(connection));
            }
            catch (Exception failure)
            {
                Answer.TrySetException(failure);
            }
        }
    }
}
