using System.Collections.Concurrent;
using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A file on its way.</summary>
/// <param name="Of">What it is of: a case, a unit.</param>
/// <param name="Made">Null until it is done.</param>
public sealed record FileJob<T>(Guid Id, string Of, PersonId Person, DateTimeOffset Began, Words Progress, bool Failed, T? Made) where T : class;

/// <summary>Makes one file; tells how far it has come, and gives what was made or why it cannot be.</summary>
public delegate Task<(T? Made, Words? Refused)> MakeFile<T>(Action<Words> tell, CancellationToken ct) where T : class;

/// <summary>Files made in the background, one after another, each kept for an hour for whoever asked for it.</summary>
public sealed class FileJobs<T>(TimeProvider clock, IHostApplicationLifetime lifetime, Action<Exception> log) : IDisposable where T : class
{
    const int MostKept = 20;

    static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<Guid, FileJob<T>> jobs = new();
    readonly SemaphoreSlim one = new(1);
    int erasures;

    public void Dispose() => one.Dispose();

    public FileJob<T> Start(string of, PersonId person, MakeFile<T> make)
    {
        Forget();
        var job = new FileJob<T>(Guid.NewGuid(), of, person, clock.GetUtcNow(), new("Venter på tur", "Ventar på tur"), false, null);
        jobs[job.Id] = job;
        _ = Task.Run(() => Make(job, make, lifetime.ApplicationStopping));
        return job;
    }

    /// <summary>A job of this person's; another's is not there.</summary>
    public FileJob<T>? Find(Guid id, string of, PersonId? person) => jobs.TryGetValue(id, out var job) && job.Of == of && job.Person == person ? job : null;

    public ImmutableArray<FileJob<T>> Of(string of, PersonId? person) => [.. jobs.Values.Where(job => job.Of == of && job.Person == person && clock.GetUtcNow() - job.Began < Kept).OrderByDescending(job => job.Began)];

    /// <summary>A text was erased: files that were made before still have it, and are thrown away. Whoever took one home keeps it (docs/administrator/sletting.md).</summary>
    public void Heard(CommitNotice notice)
    {
        if (notice.Stream.AsErasedOf is null) return;
        Interlocked.Increment(ref erasures);
        foreach (var job in jobs.Values.Where(job => job.Made is not null)) jobs.TryRemove(job.Id, out _);
    }

    async Task Make(FileJob<T> job, MakeFile<T> make, CancellationToken ct)
    {
        try
        {
            await one.WaitAsync(ct);
            try
            {
                var before = Volatile.Read(ref erasures);
                var (made, refused) = await make(progress => jobs[job.Id] = job with { Progress = progress }, ct);
                // a text was erased meanwhile: it is not to leave with this
                if (Volatile.Read(ref erasures) != before) (made, refused) = await make(progress => jobs[job.Id] = job with { Progress = progress }, ct);
                jobs[job.Id] = made is null ? job with { Failed = true, Progress = refused! } : job with { Made = made, Progress = new("Ferdig", "Ferdig") };
            }
            finally
            {
                one.Release();
            }
        }
        catch (Exception mistake)
        {
            jobs[job.Id] = job with { Failed = true, Progress = new("Noe gikk galt hos oss. Prøv igjen.", "Noko gjekk gale hos oss. Prøv igjen.") };
            if (mistake is not OperationCanceledException) log(mistake);
        }
    }

    void Forget()
    {
        foreach (var old in jobs.Values.OrderByDescending(job => job.Began).Where((job, index) => index >= MostKept || clock.GetUtcNow() - job.Began >= Kept)) jobs.TryRemove(old.Id, out _);
    }
}
