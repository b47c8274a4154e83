using System.Diagnostics;
using System.Threading.Channels;

namespace LmsWorkflow.Storage;

/// <summary>Tells of commits in their order, away from the writer, so that a slow listener delays no command.</summary>
sealed class CommitAnnouncer : IAsyncDisposable
{
    readonly Channel<CommitNotice> notices = Channel.CreateUnbounded<CommitNotice>(new() { SingleReader = true });
    readonly Task telling;

    public CommitAnnouncer() => telling = Task.Run(Tell);

    public event Action<CommitNotice>? Committed;

    public void Announce(CommitNotice notice) => notices.Writer.TryWrite(notice);

    public async ValueTask DisposeAsync()
    {
        notices.Writer.TryComplete();
        await telling;
    }

    async Task Tell()
    {
        await foreach (var notice in notices.Reader.ReadAllAsync())
            foreach (var listener in Committed?.GetInvocationList() ?? [])
                Tell((Action<CommitNotice>)listener, notice);
    }

    /// <summary>A listener that fails must not keep the others from hearing.</summary>
    static void Tell(Action<CommitNotice> listener, CommitNotice notice)
    {
        try
        {
            listener(notice);
        }
        catch (Exception mistake) when (mistake is not OutOfMemoryException)
        {
            // its message could hold what a person wrote; where it happened cannot
            Trace.TraceError("A listener to commits failed at position {0}: {1}{2}{3}", notice.Position, mistake.GetType(), Environment.NewLine, mistake.StackTrace);
        }
    }
}
