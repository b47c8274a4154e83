using System.Collections.Concurrent;
using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>Who watches what on this node.</summary>
public sealed class Watchers
{
    readonly ConcurrentDictionary<string, ImmutableDictionary<string, PersonId>> byTopic = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, ImmutableHashSet<string>> byConnection = new(StringComparer.Ordinal);

    public void Add(string topic, string connection, PersonId person)
    {
        byTopic.AddOrUpdate(topic, _ => ImmutableDictionary<string, PersonId>.Empty.Add(connection, person), (_, watching) => watching.SetItem(connection, person));
        byConnection.AddOrUpdate(connection, _ => [topic], (_, topics) => topics.Add(topic));
    }

    public void Remove(string connection)
    {
        if (!byConnection.TryRemove(connection, out var topics)) return;
        foreach (var topic in topics)
        {
            var left = byTopic.AddOrUpdate(topic, _ => ImmutableDictionary<string, PersonId>.Empty, (_, watching) => watching.Remove(connection));
            if (left.IsEmpty) byTopic.TryRemove(new(topic, left));
        }
    }

    public ImmutableDictionary<string, PersonId> Of(string topic) => byTopic.GetValueOrDefault(topic) ?? ImmutableDictionary<string, PersonId>.Empty;

    /// <summary>People whose own inbox is on somebody's screen here.</summary>
    public IEnumerable<PersonId> InboxesOpen() => byTopic
        .Where(entry => entry.Key.StartsWith("person:", StringComparison.Ordinal))
        .SelectMany(entry => entry.Value.Values)
        .Distinct();
}
