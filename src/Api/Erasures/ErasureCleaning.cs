using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>
/// After a confirmed erasure: sees to it that the database's own files hold nothing of the texts, and says so as a fact. What was not done when the host stopped, is done when it starts.
/// </summary>
public sealed partial class ErasureCleaning(ICaseStore store, TimeProvider clock, ILogger<ErasureCleaning> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim asked = new(1);

    /// <summary>There is something to do now.</summary>
    public void Begin() => asked.Release();

    public override void Dispose()
    {
        asked.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await asked.WaitAsync(Pause, stoppingToken);
            try
            {
                await Clean(stoppingToken);
            }
            catch (Exception mistake) when (mistake is not OperationCanceledException)
            {
                // a full disk, a database that is away: tried again, and the page says that it is not done
                NotCleaned(logger, mistake.GetType().Name);
            }
        }
    }

    /// <summary>Cleans after what is confirmed; false when somebody still looks at how it was.</summary>
    public async Task<bool> Clean(CancellationToken ct)
    {
        var book = await ErasurePath.Load(store, ct);
        ImmutableArray<Fact> done = [.. book.Erasures.Where(erasure => erasure is { Standing: ErasureStanding.Confirmed, CleanedAt: null }).Select(erasure => new ErasureCleaned(erasure.Number))];
        if (done.IsEmpty) return true;
        if (!await store.Scrub(ct)) return false;
        // when another host was first, its facts say the same
        await store.Append(new(new(clock.GetUtcNow(), null, Role.System, Actor.System.SignIn), [new(StreamId.Erasures, book.Version, done)], ListChanges.None, null), ct);
        return true;
    }

    [LoggerMessage(EventId = 4205, EventName = "ErasureNotCleaned", Level = LogLevel.Warning, Message = "The database was not cleaned after an erasure, and will be tried again: {Kind}")]
    static partial void NotCleaned(ILogger logger, string kind);
}
