using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>
/// Signs checkpoints of the whole record: when the host starts, each minute in which something happened, and when it stops. Never over a record that is not what the last one said;
/// that is told to everybody instead.
/// </summary>
public sealed partial class CheckpointMaker(ICaseStore store, LogPath path, LmsOptions options, TimeProvider clock, ILogger<CheckpointMaker> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim one = new(1);
    readonly LogKey key = new(options.LogKeyFile);
    NoteSigner? signer;

    /// <summary>The record does not fit the last checkpoint; null as long as it does.</summary>
    public CheckpointResult.Broken? Broken { get; private set; }

    /// <summary>The key this node signs with now.</summary>
    public NoteKey? Key => signer?.Public;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.IsRehearsal) return;
        await Make(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!options.IsRehearsal) await TryMake(cancellationToken);
    }

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    /// <summary>A checkpoint of all there is now.</summary>
    public async Task<CheckpointResult> Make(CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            // a key an administrator retired, here or on another node, signs nothing more
            if (signer is { } known && (await path.Load(ct)).KeyInUse(known.Public.Write()) is null) signer = null;
            var mine = signer ??= await Introduced(ct);
            var result = await store.Log.Make(mine.Public.Name, text => new(text, [mine.Sign(text)]), clock.GetUtcNow(), ct);
            Broken = result as CheckpointResult.Broken;
            if (Broken is { } broken) NotSigned(logger, broken.Last.Checkpoint.Size, broken.Size);
            return result;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>An administrator changes this node's key. The old one is retired in the log, and the next checkpoint bears the new signature.</summary>
    public async Task<LogResult> ChangeKey(Actor actor, CancellationToken ct)
    {
        var old = signer;
        if (old is null) return new LogResult.Refused([new UnknownLogKey()]);
        if (await path.Run(new RetireLogKey(old.Public.Write()), actor, ct) is LogResult.Refused refused) return refused;
        await one.WaitAsync(ct);
        try
        {
            signer = key.Renew(old.Public.Name);
            return await path.Run(new IntroduceLogKey(signer.Public.Write()), Actor.System, ct);
        }
        finally
        {
            one.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // a clock that is set by hand is also driven by hand
        if (clock is ScenarioClock) return;
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TryMake(stoppingToken);
    }

    async Task TryMake(CancellationToken ct)
    {
        try
        {
            await Make(ct);
        }
        catch (Exception mistake) when (mistake is not OperationCanceledException)
        {
            NotMade(logger, mistake.GetType().Name);
        }
    }

    /// <summary>The key of this node, known to the log. One that was retired is replaced.</summary>
    async Task<NoteSigner> Introduced(CancellationToken ct)
    {
        var kept = key.Read();
        var origin = await store.Log.Origin(kept?.Public.Name ?? NewOrigin(), ct);
        if (kept is not null && kept.Public.Name != origin)
            throw new CannotStartException($"Nøkkelfilen {options.LogKeyFile} hører til en annen logg enn den i databasen. Flytt filen bort hvis databasen er den rette; da lages en ny nøkkel, og byttet vises i loggen.");
        var mine = kept ?? key.Renew(origin);
        if (await path.Run(new IntroduceLogKey(mine.Public.Write()), Actor.System, ct) is LogResult.Done) return mine;
        mine = key.Renew(origin);
        await path.Run(new IntroduceLogKey(mine.Public.Write()), Actor.System, ct);
        return mine;
    }

    /// <summary>Names of logs must be unlike each other wherever they are compared.</summary>
    static string NewOrigin() => $"lmsworkflow/{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8))}";

    [LoggerMessage(EventId = 4200, EventName = "RecordDiffersFromCheckpoint", Level = LogLevel.Critical, Message = "The record is not what the checkpoint of {Size} events says; there are {Now} events. No checkpoint is signed")]
    static partial void NotSigned(ILogger logger, long size, long now);

    [LoggerMessage(EventId = 4201, EventName = "CheckpointNotMade", Level = LogLevel.Error, Message = "No checkpoint was made: {Kind}. It is tried again in a minute")]
    static partial void NotMade(ILogger logger, string kind);
}
