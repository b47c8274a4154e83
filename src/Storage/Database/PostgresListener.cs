using LmsWorkflow.Domain;
using Npgsql;

namespace LmsWorkflow.Storage;

/// <summary>
/// Hears of the commits of other nodes. Notices sent while the connection was away are lost, so after each new beginning the listener catches up
/// by position before it listens on.
/// </summary>
sealed class PostgresListener : IAsyncDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    readonly PostgresDatabase database;
    readonly Func<int, bool> isOwn;
    readonly Action<CommitNotice> announce;
    readonly CancellationTokenSource stop = new();
    readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Task hearing;
    long heard = -1;

    /// <param name="isOwn">Whether a server process is this node's own writer, whose commits have been told of already.</param>
    public PostgresListener(PostgresDatabase database, Func<int, bool> isOwn, Action<CommitNotice> announce)
    {
        (this.database, this.isOwn, this.announce) = (database, isOwn, announce);
        hearing = Task.Run(Hear);
    }

    /// <summary>Done when no later commit can be missed.</summary>
    public Task Listening => listening.Task;

    public async ValueTask DisposeAsync()
    {
        if (hearing.IsCompleted) return;
        await stop.CancelAsync();
        await hearing;
        stop.Dispose();
    }

    async Task Hear()
    {
        while (!stop.IsCancellationRequested)
            try
            {
                await Listen();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException or IOException)
            {
                await Task.Delay(Pause, stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
    }

    async Task Listen()
    {
        // a pooled connection would be shared with readers once given back
        var own = new NpgsqlConnectionStringBuilder(database.Source.ConnectionString) { Pooling = false, KeepAlive = 15, ApplicationName = "lmsworkflow listener" };
        await using var connection = new NpgsqlConnection(own.ConnectionString);
        await connection.OpenAsync(stop.Token);
        connection.Notification += (_, told) => Told(told);
        await using (var command = new NpgsqlCommand("listen " + PostgresDatabase.Channel, connection))
            await command.ExecuteNonQueryAsync(stop.Token);
        await CatchUp(connection);
        listening.TrySetResult();
        while (true) await connection.WaitAsync(stop.Token);
    }

    void Told(NpgsqlNotificationEventArgs told)
    {
        foreach (var notice in CommitNoticeText.Read(told.Payload))
        {
            heard = Math.Max(heard, notice.Position);
            if (!isOwn(told.PID)) announce(notice);
        }
    }

    async Task CatchUp(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Missed, connection) { Parameters = { new() { Value = heard < 0 ? long.MaxValue : heard } } };
        await using (var reader = await command.ExecuteReaderAsync(stop.Token))
            while (await reader.ReadAsync(stop.Token))
                announce(new(new(reader.GetString(0)), reader.GetInt64(1), reader.GetInt64(2), [], AfterGap: true));
        await using var last = new NpgsqlCommand("select coalesce(max(position), 0) from events", connection);
        heard = Math.Max(heard, (long)(await last.ExecuteScalarAsync(stop.Token))!);
    }

    const string Missed = """
        select s.name, max(e.stream_version), max(e.position) from events e join streams s on s.stream_no = e.stream_no
        where e.position > $1 group by s.name order by max(e.position)
        """;
}
