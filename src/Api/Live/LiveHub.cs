using LmsWorkflow.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace LmsWorkflow.Api;

/// <summary>
/// The hub at <c>/live</c>. A page says which topics it shows; it hears <c>changed(topic, version)</c> after each commit and asks for itself again.
/// Nothing of a case's content passes here.
/// </summary>
[Authorize]
public sealed class LiveHub(Watchers watchers, People people, TopicAccess access) : Hub
{
    /// <summary>The most topics one page can watch.</summary>
    const int MostTopics = 100;

    /// <param name="topics"><c>case:&lt;id&gt;</c> or <c>person:&lt;own id&gt;</c>, each with <c>@&lt;version&gt;</c> behind it when the page knows what it shows: if there is
    /// something newer, the answer comes at once. That is how a lost connection catches up. Topics the reader may not watch are passed over in silence.</param>
    public async Task Watch(string[] topics)
    {
        if (Context.User?.Actor(people) is not { Person: { } person }) throw new HubException("not signed in");
        foreach (var text in (topics ?? []).Take(MostTopics))
        {
            if (Topic.Parse(text) is not { } topic || !await access.May(person, topic, Context.ConnectionAborted)) continue;
            // watch first, look afterwards: a commit in between is then heard twice rather than not at all
            watchers.Add(topic.Name, Context.ConnectionId, person);
            if (topic.Seen is { } seen && await access.Version(topic, Context.ConnectionAborted) is { } version && version > seen)
                await Clients.Caller.SendAsync("changed", topic.Name, version);
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watchers.Remove(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}

/// <summary>What can be watched: one case, or one's own inbox.</summary>
/// <param name="Seen">The version the page shows, when it says so.</param>
public sealed record Topic(CaseId? Case, PersonId? Person, long? Seen)
{
    public string Name => Case is { } id ? Of(id) : Of(Person!.Value);

    public static string Of(CaseId id) => $"case:{id}";

    public static string Of(PersonId id) => $"person:{id}";

    public static Topic? Parse(string? text)
    {
        if (text is null || text.Length > 80) return null;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? text : text[..at];
        long? seen = at >= 0 && long.TryParse(text[(at + 1)..], System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : null;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Guid.TryParse(name[(colon + 1)..], out var id)) return null;
        return name[..colon] switch { "case" => new(new CaseId(id), null, seen), "person" => new(null, new PersonId(id), seen), _ => null };
    }
}
