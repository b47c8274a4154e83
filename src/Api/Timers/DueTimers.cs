using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>Fires due timers. A timer is a command like any other and goes down the same road, as the system; it never approves anything.</summary>
public sealed partial class DueTimers(ICaseStore store, CommandPath path, TimeProvider clock, ILogger<DueTimers> logger) : BackgroundService
{
    const int AtATime = 50;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>How long a command can be repeated under its idempotency key.</summary>
    static readonly TimeSpan KeysLast = TimeSpan.FromDays(7);

    DateTimeOffset keysForgotten;

    /// <summary>Fires all that is due now; returns how many.</summary>
    public async Task<int> Fire(CancellationToken ct)
    {
        var fired = 0;
        while (await store.ClaimDue(clock.GetUtcNow(), AtATime, ct) is { Count: > 0 } due)
        {
            foreach (var timer in due) fired += await Fire(timer, ct) ? 1 : 0;
        }

        return fired;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // a clock that is set by hand is also driven by hand
        if (clock is ScenarioClock) return;
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Fire(stoppingToken);
                await ForgetKeys(stoppingToken);
            }
            catch (Exception mistake) when (mistake is not OperationCanceledException)
            {
                NotFired(logger, "", mistake.GetType().Name);
            }
        }
    }

    async Task ForgetKeys(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - keysForgotten < TimeSpan.FromHours(1)) return;
        keysForgotten = now;
        await store.ForgetIdempotent(now - KeysLast, ct);
    }

    async Task<bool> Fire(DueTimerRow timer, CancellationToken ct)
    {
        var request = new FireDueTimer(int.Parse(timer.Timer, System.Globalization.CultureInfo.InvariantCulture));
        var result = await path.Run(timer.Case, request, Actor.System, CommandOptions.None, ct);
        if (result is CommandResult.Done) return true;
        NotFired(logger, timer.Case.ToString(), result.GetType().Name);
        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A due timer of case {Case} did not fire: {Result}")]
    static partial void NotFired(ILogger logger, string @case, string result);
}
