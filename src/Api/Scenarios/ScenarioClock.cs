namespace LmsWorkflow.Api;

/// <summary>A clock that is set, for scenarios, tests and the seeding of the demonstration. Never runs by itself.</summary>
public sealed class ScenarioClock(DateTimeOffset start) : TimeProvider
{
    long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Moves on; going back is ignored, as time is.</summary>
    public void MoveTo(DateTimeOffset time)
    {
        if (time > GetUtcNow()) Interlocked.Exchange(ref ticks, time.UtcTicks);
    }
}
