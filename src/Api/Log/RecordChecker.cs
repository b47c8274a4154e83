using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>How a check of the whole record goes.</summary>
/// <param name="Ended">Null while it runs.</param>
public sealed record RecordCheckRun(DateTimeOffset Began, DateTimeOffset? Ended, LogCheckState State);

/// <summary>Looks the whole record through in the background, one check at a time, for revisor and administrator. That it was done is a fact.</summary>
public sealed partial class RecordChecker(ICaseStore store, LogPath path, CheckpointMaker maker, Attempts attempts, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<RecordChecker> logger)
{
    readonly Lock starting = new();
    Task running = Task.CompletedTask;

    /// <summary>The latest check since the host started; null when there was none.</summary>
    public RecordCheckRun? Latest { get; private set; }

    /// <summary>Begins a check, or lets the one that runs go on. False when the actor may not.</summary>
    public async Task<bool> Start(Actor actor, CancellationToken ct)
    {
        if (CaseAccess.Capacity(actor, Act.CheckRecord, []) is null)
        {
            await attempts.Record(nameof(RecordCheck), actor, [new NotAllowed(Act.CheckRecord)], clock.GetUtcNow(), ct);
            return false;
        }

        lock (starting)
            if (running.IsCompleted)
            {
                Latest = new(clock.GetUtcNow(), null, new(0, 0, [], 0));
                running = Task.Run(() => Run(actor, lifetime.ApplicationStopping), CancellationToken.None);
            }

        return true;
    }

    /// <summary>When the check that runs is done.</summary>
    public Task Finished => running;

    async Task Run(Actor actor, CancellationToken ct)
    {
        var began = Latest!.Began;
        try
        {
            await maker.Make(ct);
            var book = await path.Load(ct);
            var state = await store.Log.Check([.. book.Keys.Select(entry => NoteKey.Read(entry.Key)).OfType<NoteKey>()], state => Latest = new(began, null, state), ct);
            await path.Run(new RecordCheck(state.Size, state.Faults.Length), actor, ct);
            Latest = new(began, clock.GetUtcNow(), state);
        }
        catch (Exception mistake)
        {
            // a check that did not get through must not look like one that runs for ever
            Latest = null;
            if (mistake is not OperationCanceledException) NotChecked(logger, mistake.GetType().Name);
        }
    }

    [LoggerMessage(EventId = 4202, EventName = "RecordNotChecked", Level = LogLevel.Error, Message = "The check of the record did not get through: {Kind}")]
    static partial void NotChecked(ILogger logger, string kind);
}
