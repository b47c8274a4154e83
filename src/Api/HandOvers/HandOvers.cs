using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>Hand-overs made in the background. That one was made is a fact of the reads of each case in it.</summary>
public sealed partial class HandOvers(HandOverBuilder builder, ICaseStore store, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<HandOvers> logger) : IDisposable
{
    readonly FileJobs<MadeHandOver> jobs = new(clock, lifetime, mistake => NotMade(logger, mistake.GetType().Name, mistake.StackTrace ?? ""));

    public void Dispose() => jobs.Dispose();

    public FileJob<MadeHandOver> Start(CaseId id, Actor actor, Role capacity) => Start(id.ToString(), actor, capacity, (tell, ct) => builder.Of(id, tell, ct));

    public FileJob<MadeHandOver> Start(UnitId unit, DateOnly from, DateOnly to, Actor actor) => Start(
        unit.ToString(), actor, actor.Has(Role.Koordinator, unit) ? Role.Koordinator : Role.Leder, (tell, ct) => builder.Of(unit, from, to, actor, OsloTime.Date(clock.GetUtcNow()), tell, ct));

    public void Heard(CommitNotice notice) => jobs.Heard(notice);

    /// <param name="of">Id of the case or the unit.</param>
    public FileJob<MadeHandOver>? Find(Guid id, string of, PersonId? person) => jobs.Find(id, of, person);

    public ImmutableArray<FileJob<MadeHandOver>> Of(string of, PersonId? person) => jobs.Of(of, person);

    FileJob<MadeHandOver> Start(string of, Actor actor, Role capacity, MakeFile<MadeHandOver> make) => jobs.Start(of, actor.Person!.Value, async (tell, ct) =>
    {
        var (made, refused) = await make(tell, ct);
        if (made is null) return (null, refused);
        foreach (var id in made.Cases)
            await store.Append(Append.To(StreamId.Reads(id), StreamAppend.Any, new(clock.GetUtcNow(), actor.Person, capacity, actor.SignIn), new CaseHandedOver(made.Sha256, made.Cases.Length)), ct);
        return (made, null);
    });

    [LoggerMessage(EventId = 4204, EventName = "HandOverNotMade", Level = LogLevel.Error, Message = "A hand-over was not made: {Kind}{Place}")]
    static partial void NotMade(ILogger logger, string kind, string place);
}
