using System.Collections.Concurrent;
using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>A dossier on its way.</summary>
/// <param name="Made">Null until it is done.</param>
public sealed record DossierJob(Guid Id, CaseId Case, PersonId Person, DateTimeOffset Began, Words Progress, bool Failed, MadeDossier? Made);

/// <summary>Makes dossiers in the background, one after another, and keeps each for an hour for whoever asked for it. That one was made is a fact of the case's reads.</summary>
public sealed partial class Dossiers(DossierBuilder builder, ICaseStore store, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<Dossiers> logger) : IDisposable
{
    const int MostKept = 20;

    static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    readonly ConcurrentDictionary<Guid, DossierJob> jobs = new();
    readonly SemaphoreSlim one = new(1);

    public void Dispose() => one.Dispose();

    public DossierJob Start(CaseFile file, Actor actor, Role capacity)
    {
        Forget();
        var job = new DossierJob(Guid.NewGuid(), file.Id, actor.Person!.Value, clock.GetUtcNow(), new("Venter på tur", "Ventar på tur"), false, null);
        jobs[job.Id] = job;
        _ = Task.Run(() => Make(job, file, actor, capacity, lifetime.ApplicationStopping));
        return job;
    }

    /// <summary>A job of this person's; another's is not there.</summary>
    public DossierJob? Find(Guid id, CaseId @case, PersonId? person) => jobs.TryGetValue(id, out var job) && job.Case == @case && job.Person == person ? job : null;

    public ImmutableArray<DossierJob> Of(CaseId @case, PersonId? person) => [.. jobs.Values.Where(job => job.Case == @case && job.Person == person && clock.GetUtcNow() - job.Began < Kept).OrderByDescending(job => job.Began)];

    async Task Make(DossierJob job, CaseFile file, Actor actor, Role capacity, CancellationToken ct)
    {
        try
        {
            await one.WaitAsync(ct);
            try
            {
                var made = await builder.Make(file, progress => jobs[job.Id] = job with { Progress = progress }, ct);
                if (made is null)
                {
                    jobs[job.Id] = job with { Failed = true, Progress = new("Bevisloggen stemmer ikke, så saksmappen kan ikke lages. Se siden Bevislogg.", "Bevisloggen stemmer ikkje, så saksmappa kan ikkje lagast. Sjå sida Bevislogg.") };
                    return;
                }

                await store.Append(Append.To(StreamId.Reads(file.Id), StreamAppend.Any, new(clock.GetUtcNow(), actor.Person, capacity, actor.SignIn), new DossierMade(made.Size, made.Sha256)), ct);
                jobs[job.Id] = job with { Made = made, Progress = new("Ferdig", "Ferdig") };
            }
            finally
            {
                one.Release();
            }
        }
        catch (Exception mistake)
        {
            jobs[job.Id] = job with { Failed = true, Progress = new("Noe gikk galt hos oss. Prøv igjen.", "Noko gjekk gale hos oss. Prøv igjen.") };
            if (mistake is not OperationCanceledException) NotMade(logger, mistake.GetType().Name, mistake.StackTrace ?? "");
        }
    }

    void Forget()
    {
        foreach (var old in jobs.Values.OrderByDescending(job => job.Began).Where((job, index) => index >= MostKept || clock.GetUtcNow() - job.Began >= Kept)) jobs.TryRemove(old.Id, out _);
    }

    [LoggerMessage(EventId = 4203, EventName = "DossierNotMade", Level = LogLevel.Error, Message = "A dossier was not made: {Kind}{Place}")]
    static partial void NotMade(ILogger logger, string kind, string place);
}
