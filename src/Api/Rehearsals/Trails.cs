using System.Collections.Concurrent;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>Where the cases of a host have been in each version of each definition. Only a host that is made for scenarios has one.</summary>
public sealed class Trails
{
    readonly ConcurrentDictionary<(string Key, int Version), Trail> all = new();

    public Trail Of(string key, int version) => all.GetOrAdd((key, version), _ => new Trail());
}
