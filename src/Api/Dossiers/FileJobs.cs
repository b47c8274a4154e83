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
    /// <summary>In all, and of one person: nobody pushes out everybody else's.</summary>
    const int MostKept = 20, MostOfOne = 5;

    /// <summary>Begun anew each time a text was erased meanwhile.</summary>
    const int MostRounds = 5;

    static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<Guid, FileJob<T>> jobs = new();
    readonly SemaphoreSlim one = new(1);
    readonly Lock keeping = new();
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

    /// <summary>One that is on its way.</summary>
    public FileJob<T>? Waiting(string of, PersonId person) => jobs.Values.FirstOrDefault(job => job.Of == of && job.Person == person && job is { Made: null, Failed: false });

    /// <summary>A job of this person's; another's is not there.</summary>
    public FileJob<T>? Find(Guid id, string of, PersonId? person) => jobs.TryGetValue(id, out var job) && job.Of == of && job.Person == person ? job : null;

    public ImmutableArray<FileJob<T>> Of(string of, PersonId? person) => [.. jobs.Values.Where(job => job.Of == of && job.Person == person && clock.GetUtcNow() - job.Began < Kept).OrderByDescending(job => job.Began)];

    /// <summary>A text was erased: files that were made before still have it, and are thrown away. Whoever took one home keeps it (docs/administrator/sletting.md).</summary>
    public void Heard(CommitNotice notice)
    {
        if (notice.Stream.AsErasedOf is null) return;
        lock (keeping)
        {
            erasures++;
            foreach (var job in jobs.Values.Where(job => job.Made is not null)) jobs.TryRemove(job.Id, out _);
        }
    }

    async Task Make(FileJob<T> job, MakeFile<T> make, CancellationToken ct)
    {
        try
        {
            await one.WaitAsync(ct);
            try
            {
                for (var round = 1; ; round++)
                {
                    var before = Volatile.Read(ref erasures);
                    var (made, refused) = await make(progress => jobs[job.Id] = job with { Progress = progress }, ct);
                    if (made is not null && Keep(job with { Made = made, Progress = new("Ferdig", "Ferdig") }, before)) return;
                    if (made is not null && round < MostRounds) continue;
                    jobs[job.Id] = job with { Failed = true, Progress = refused ?? new("Noe ble slettet mens filen ble laget. Prøv igjen.", "Noko vart sletta medan fila vart laga. Prøv igjen.") };
                    return;
                }
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

    /// <summary>False when a text was erased since it was begun: it is not to leave with this.</summary>
    bool Keep(FileJob<T> job, int before)
    {
        lock (keeping)
        {
            if (erasures != before) return false;
            jobs[job.Id] = job;
            return true;
        }
    }

    void Forget()
    {
        var latest = jobs.Values.OrderByDescending(job => job.Began).ToList();
        var own = latest.GroupBy(job => job.Person).SelectMany(person => person.Skip(MostOfOne));
        foreach (var old in own.Concat(latest.Where((job, index) => index >= MostKept || clock.GetUtcNow() - job.Began >= Kept))) jobs.TryRemove(old.Id, out _);
    }
}
