using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>Who may watch a topic now. Asked when watching begins and again before each message: an appointment can end while a page is open.</summary>
public sealed class TopicAccess(CaseLoader loader, People people, TimeProvider clock)
{
    public async Task<bool> May(PersonId person, Topic topic, CancellationToken ct)
    {
        if (topic.Person is { } self) return self == person && people.Find(person) is not null;
        if (people.Find(person) is not { } known) return false;
        var file = (await loader.Load(topic.Case!.Value, ct)).File;
        var actor = new Actor(person, known.Grants, "live");
        return file.Standing != Standing.NotRegistered && CaseAccess.Capacity(actor, Act.ReadCase, file, OsloTime.Date(clock.GetUtcNow())) is not null;
    }

    /// <summary>The version a page would show now; null for an inbox, which has none.</summary>
    public async Task<long?> Version(Topic topic, CancellationToken ct)
    {
        if (topic.Case is not { } id) return null;
        var loaded = await loader.Load(id, ct);
        return (await loader.Newer(loaded, ct) ?? loaded).File.Version;
    }
}
