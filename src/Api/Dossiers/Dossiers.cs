using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>Dossiers made in the background. That one was made is a fact of the case's reads.</summary>
public sealed partial class Dossiers(DossierBuilder builder, ICaseStore store, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<Dossiers> logger) : IDisposable
{
    static readonly Words Broken = new("Bevisloggen stemmer ikke, så saksmappen kan ikke lages. Se siden Bevislogg.", "Bevisloggen stemmer ikkje, så saksmappa kan ikkje lagast. Sjå sida Bevislogg.");

    readonly FileJobs<MadeDossier> jobs = new(clock, lifetime, mistake => NotMade(logger, mistake.GetType().Name, mistake.StackTrace ?? ""));

    public void Dispose() => jobs.Dispose();

    /// <summary>Asked for again before it is done, it is the same.</summary>
    public FileJob<MadeDossier> Start(CaseFile file, Actor actor, Role capacity) => jobs.Waiting(file.Id.ToString(), actor.Person!.Value) ?? jobs.Start(file.Id.ToString(), actor.Person!.Value, async (tell, ct) =>
    {
        if (await builder.Make(file, tell, ct) is not { } made) return (null, Broken);
        await store.Append(Append.To(StreamId.Reads(file.Id), StreamAppend.Any, new(clock.GetUtcNow(), actor.Person, capacity, actor.SignIn), new DossierMade(made.Size, made.Sha256)), ct);
        return (made, null);
    });

    public void Heard(CommitNotice notice) => jobs.Heard(notice);

    public FileJob<MadeDossier>? Find(Guid id, CaseId @case, PersonId? person) => jobs.Find(id, @case.ToString(), person);

    public ImmutableArray<FileJob<MadeDossier>> Of(CaseId @case, PersonId? person) => jobs.Of(@case.ToString(), person);

    [LoggerMessage(EventId = 4203, EventName = "DossierNotMade", Level = LogLevel.Error, Message = "A dossier was not made: {Kind}{Place}")]
    static partial void NotMade(ILogger logger, string kind, string place);
}
