namespace LmsWorkflow.Workflows.Tests;

/// <summary>Draws without any plan: most are unsound in one way or another.</summary>
sealed class RandomSketch(int seed)
{
    static readonly string[] Middle =
        ["task", "task", "user", "xor", "xor", "and", "and", "or", "timer", "message", "event", "sub", "sub", "call", "signal", "throw", "escalate"];

    static readonly string[] Ends = ["end", "end", "end", "terminate", "error", "escalation"];
    static readonly string[] Edges = ["timer@", "timer~", "message@", "message~", "error@", "escalate@", "escalate~", "signal@"];

    readonly Random chance = new(seed);
    readonly List<string> words = [];
    readonly bool quiet = seed % 4 != 0;

    public static string Of(int seed)
    {
        var sketch = new RandomSketch(seed);
        sketch.Scope("", 0);
        return string.Join(' ', sketch.words);
    }

    void Scope(string prefix, int depth)
    {
        List<string> nodes = [];
        for (var i = 0; i < 2 + chance.Next(depth == 0 ? 6 : 3); i++) nodes.Add(Middling($"{prefix}n{i}", depth));
        List<string> hosts = [.. nodes.Where(node => Kind(node) is "task" or "user" or "sub" or "call")];
        List<string> sources = [.. nodes];
        foreach (var host in hosts)
        {
            if (chance.Next(3) != 0) continue;
            var edge = Edges[chance.Next(quiet ? Edges.Length - 1 : Edges.Length)];
            if (edge.StartsWith("es", StringComparison.Ordinal) && Kind(host) != "sub") edge = "timer~";
            words.Add($"{host}b:{edge}{host}");
            sources.Add(host + "b");
        }

        words.Add($"{prefix}s:start");
        List<string> ends = [];
        for (var i = 0; i < 1 + chance.Next(2); i++) words.Add($"{ends.AddAnd($"{prefix}e{i}")}:{Ends[chance.Next(depth == 0 ? 4 : Ends.Length)]}");
        Flows(prefix, nodes, sources, ends);
        if (depth == 0 && chance.Next(6) == 0)
        {
            words.Add($"{prefix}v:eventsub");
            words.Add($"{prefix}v/start:message{(chance.Next(2) == 0 ? "!" : "")}");
            words.AddRange([$"{prefix}v/a:task", $"{prefix}v/e:end", $"{prefix}v/start>{prefix}v/a", $"{prefix}v/a>{prefix}v/e"]);
        }
    }

    void Flows(string prefix, List<string> nodes, List<string> sources, List<string> ends)
    {
        HashSet<string> flows = [$"{prefix}s>{nodes[0]}"];
        for (var at = 0; at < nodes.Count; at++) flows.Add($"{nodes[at]}>{(at + 1 < nodes.Count ? nodes[at + 1] : ends[0])}");
        foreach (var source in sources.Skip(nodes.Count)) flows.Add($"{source}>{Target(nodes, ends)}");
        for (var extra = chance.Next(nodes.Count + 1); extra > 0; extra--)
            if (nodes[chance.Next(nodes.Count)] is var source && Kind(source) is "xor" or "and" or "or" || chance.Next(6) == 0) flows.Add($"{source}>{Target(nodes, ends)}");
        if (chance.Next(3) == 0) flows.Remove(flows.ElementAt(chance.Next(flows.Count - 1) + 1));
        words.AddRange(flows.Where(flow => flow.Split('>') is var end && end[0] != end[1]));
    }

    string Target(List<string> nodes, List<string> ends) => chance.Next(3) == 0 ? ends[chance.Next(ends.Count)] : nodes[chance.Next(nodes.Count)];

    string Middling(string id, int depth)
    {
        var kind = Middle[chance.Next(Middle.Length)];
        if (quiet && kind is "signal" or "throw") kind = "task";
        if (depth == 2 && kind == "sub") kind = "task";
        words.Add($"{id}:{kind}");
        if (kind == "sub") Scope(id + "/", depth + 1);
        return id;
    }

    string Kind(string id) => words.First(word => word.StartsWith(id + ":", StringComparison.Ordinal))[(id.Length + 1)..];
}

static class Lists
{
    public static string AddAnd(this List<string> list, string item)
    {
        list.Add(item);
        return item;
    }
}
