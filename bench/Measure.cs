using System.Diagnostics;

namespace LmsWorkflow.Bench;

/// <summary>One figure of a run: instances per second and the latency of each external completion.</summary>
sealed record W1Result(string Name, int Callers, double InstancesPerSecond, double P50Ms, double P99Ms, double BytesPerInstance, double CpuMsPerInstance);

/// <summary>Something that can run workload W1: one start and three completions, each durable before the call returns.</summary>
abstract class W1Subject : IAsyncDisposable
{
    public abstract string Name { get; }

    /// <summary>Runs one instance; adds each completion's milliseconds to <paramref name="latencies"/>.</summary>
    public abstract Task RunInstance(int caller, List<double> latencies);

    /// <summary>Bytes the database takes now.</summary>
    public abstract long Bytes();

    public abstract ValueTask DisposeAsync();
}

static class Measure
{
    /// <summary>Warms up, then runs the workload with the callers for the time given.</summary>
    public static async Task<W1Result> W1(W1Subject subject, int callers, TimeSpan time)
    {
        await Callers(subject, callers, TimeSpan.FromSeconds(Math.Min(2, time.TotalSeconds)));
        var bytes = subject.Bytes();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var runs = await Callers(subject, callers, time);
        var seconds = watch.Elapsed.TotalSeconds;
        var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds;
        var instances = runs.Sum(run => run.Instances);
        var latencies = runs.SelectMany(run => run.Latencies).Order().ToArray();
        return new(subject.Name, callers, instances / seconds, At(latencies, 0.5), At(latencies, 0.99), (subject.Bytes() - bytes) / (double)instances, used / instances);
    }

    public static async Task<double> Milliseconds(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public static double At(double[] sorted, double quantile) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(quantile * sorted.Length))];

    static async Task<(int Instances, List<double> Latencies)[]> Callers(W1Subject subject, int callers, TimeSpan time)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        return await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var latencies = new List<double>(10_000);
            var instances = 0;
            for (; Stopwatch.GetTimestamp() < until; instances++) await subject.RunInstance(caller, latencies);
            return (instances, latencies);
        })));
    }
}
