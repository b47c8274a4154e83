using System.Collections.Concurrent;
using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>
/// Records refused attempts in the case's companion stream: kinds and reasons, never what was typed. Limited per person and stream, so that nobody can fill the record; that there were more is recorded too, and
/// noise in one place hides nothing in another.
/// An attempt to sign without the right is a security event as well (N2).
/// </summary>
public sealed partial class Attempts(ICaseStore store, ILogger<Attempts> logger)
{
    public const int MostPerMinute = 20;

    /// <summary>What is recorded, once, of all that comes after the most in a minute.</summary>
    public const string More = "MoreAttempts";

    const int MostRemembered = 10_000;

    readonly ConcurrentDictionary<(PersonId, StreamId), (DateTimeOffset Minute, int Count)> recent = new();

    public async Task Record(CaseFile file, CaseRequest request, Actor actor, CommandResult.Refused refused, DateTimeOffset now, CancellationToken ct)
    {
        if (actor.Person is { } person && file.Standing != Standing.NotRegistered && refused.Forbidden && request.Act is Act.SignOff) SignOffWithoutRight(logger, person, file.Id, request.GetType().Name);
        await Record(file, request.GetType().Name, actor, refused.Reasons, now, ct);
    }

    /// <summary>The same for what is asked of a case beside its commands.</summary>
    public async Task Record(CaseFile file, string request, Actor actor, ImmutableArray<Refusal> reasons, DateTimeOffset now, CancellationToken ct)
    {
        if (actor.Person is { } person && file.Standing != Standing.NotRegistered) await Record(StreamId.Attempts(file.Id), request, reasons, new(now, person, Capacity(actor, file, now), actor.SignIn), ct);
    }

    /// <summary>The same for a process definition.</summary>
    public async Task Record(DefinitionFile file, DefinitionRequest request, Actor actor, ImmutableArray<Refusal> reasons, DateTimeOffset now, CancellationToken ct)
    {
        if (file.Version > 0) await Record(StreamId.DefinitionAttempts(file.Key), request.GetType().Name, actor, reasons, now, ct);
    }

    /// <summary>The same for the proof log's keys and witnesses.</summary>
    public Task Record(LogRequest request, Actor actor, ImmutableArray<Refusal> reasons, DateTimeOffset now, CancellationToken ct) => Record(request.GetType().Name, actor, reasons, now, ct);

    /// <summary>The same for what is asked of the log and is refused before there is a request: a check is one when it is done and has something to tell.</summary>
    public Task Record(string request, Actor actor, ImmutableArray<Refusal> reasons, DateTimeOffset now, CancellationToken ct) => Record(StreamId.LogAttempts, request, actor, reasons, now, ct);

    /// <summary>The same for people and units.</summary>
    public Task Record(DirectoryRequest request, Actor actor, ImmutableArray<Refusal> reasons, DateTimeOffset now, CancellationToken ct) => Record(StreamId.DirectoryAttempts, request.GetType().Name, actor, reasons, now, ct);

    /// <summary>The same for what is asked of a unit's cases all at once.</summary>
    public Task RecordOfUnit(string request, Actor actor, ImmutableArray<Refusal> reasons, DateTimeOffset now, CancellationToken ct) => Record(StreamId.DirectoryAttempts, request, actor, reasons, now, ct);

    /// <summary>The same for erasures.</summary>
    public Task Record(ErasureRequest request, Actor actor, ImmutableArray<Refusal> reasons, DateTimeOffset now, CancellationToken ct) => Record(StreamId.ErasureAttempts, request.GetType().Name, actor, reasons, now, ct);

    async Task Record(StreamId stream, string request, Actor actor, ImmutableArray<Refusal> reasons, DateTimeOffset now, CancellationToken ct)
    {
        if (actor.Person is { } person) await Record(stream, request, reasons, new(now, person, actor.Grants.IsEmpty ? Role.System : actor.Grants[0].Role, actor.SignIn), ct);
    }

    async Task Record(StreamId stream, string request, ImmutableArray<Refusal> reasons, Stamp stamp, CancellationToken ct)
    {
        var count = Counted(stamp.Person!.Value, stream, stamp.At);
        if (count > MostPerMinute + 1) return;
        var fact = count > MostPerMinute ? new AttemptRefused(More, []) : new AttemptRefused(request, [.. reasons.Select(reason => reason.Code)]);
        await store.Append(Append.To(stream, StreamAppend.Any, stamp, fact), ct);
    }

    /// <summary>Which of the person's attempts in this minute it is.</summary>
    int Counted(PersonId person, StreamId stream, DateTimeOffset now)
    {
        if (recent.Count > MostRemembered)
            foreach (var old in recent.Where(one => now - one.Value.Minute >= TimeSpan.FromMinutes(1))) recent.TryRemove(old);
        return recent.AddOrUpdate((person, stream), _ => (now, 1), (_, old) => now - old.Minute < TimeSpan.FromMinutes(1) ? (old.Minute, old.Count + 1) : (now, 1)).Count;
    }

    /// <summary>The first role the person holds towards the case, else what the directory grants them. A person without any is recorded under the system's name for "none".</summary>
    static Role Capacity(Actor actor, CaseFile file, DateTimeOffset now)
    {
        foreach (var role in Enum.GetValues<Role>())
            if (CaseAccess.Holds(actor, role, file, OsloTime.Date(now))) return role;
        return actor.Grants.IsEmpty ? Role.System : actor.Grants[0].Role;
    }

    [LoggerMessage(EventId = 4100, EventName = "SignOffWithoutRight", Level = LogLevel.Warning, Message = "Security event: person {Person} tried {Request} on case {Case} without the right to sign")]
    static partial void SignOffWithoutRight(ILogger logger, PersonId person, CaseId @case, string request);
}
