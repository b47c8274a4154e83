namespace LmsWorkflow.Workflows;

/// <summary>
/// Where a reduced exploration goes round for ever without following something that could happen: such a round must be followed on (the ignoring proviso). It is
/// enough to look at rounds that nothing leads out of.
/// </summary>
sealed class Ignored(Exploration exploration)
{
    readonly int count = exploration.States.Count;

    /// <summary>A state in each such round where something ignored can happen.</summary>
    public List<int> Find()
    {
        var component = Components(out var components);
        var leaves = new bool[components];
        var size = new int[components];
        for (var state = 0; state < count; state++)
        {
            size[component[state]]++;
            foreach (var (_, to) in exploration.From(state)) leaves[component[state]] |= component[to] != component[state];
        }

        return [.. Ends(component, leaves, size)];
    }

    IEnumerable<int> Ends(int[] component, bool[] leaves, int[] size)
    {
        var fired = new Dictionary<int, HashSet<int>>();
        for (var state = 0; state < count; state++)
        {
            if (leaves[component[state]] || exploration.IsDead(state)) continue;
            if (!fired.TryGetValue(component[state], out var all)) fired[component[state]] = all = [];
            foreach (var (transition, _) in exploration.From(state)) all.Add(transition);
        }

        var enabled = new List<int>();
        var answered = new HashSet<int>();
        for (var state = 0; state < count; state++)
        {
            if (!fired.TryGetValue(component[state], out var all) || answered.Contains(component[state])) continue;
            exploration.EnabledIn(state, enabled);
            if (enabled.TrueForAll(all.Contains)) continue;
            answered.Add(component[state]);
            yield return state;
        }
    }

    /// <summary>Strongly connected components (Tarjan), without recursion.</summary>
    int[] Components(out int components)
    {
        var index = new int[count];
        var low = new int[count];
        var component = new int[count];
        Array.Fill(component, -1);
        var stack = new Stack<int>();
        var walk = new Stack<(int State, IEnumerator<(int Transition, int To)> Edges)>();
        int next = 1, found = 0;
        for (var root = 0; root < count; root++)
        {
            if (index[root] != 0) continue;
            Enter(root);
            while (walk.TryPeek(out var at))
            {
                if (at.Edges.MoveNext())
                {
                    var to = at.Edges.Current.To;
                    if (index[to] == 0) Enter(to);
                    else if (component[to] < 0) low[at.State] = Math.Min(low[at.State], index[to]);
                    continue;
                }

                walk.Pop();
                if (walk.TryPeek(out var before)) low[before.State] = Math.Min(low[before.State], low[at.State]);
                if (low[at.State] == index[at.State]) Close(at.State);
            }
        }

        components = found;
        return component;

        void Enter(int state)
        {
            index[state] = low[state] = next++;
            stack.Push(state);
            walk.Push((state, exploration.From(state).GetEnumerator()));
        }

        void Close(int state)
        {
            int member;
            do
            {
                member = stack.Pop();
                component[member] = found;
            }
            while (member != state);
            found++;
        }
    }
}
