namespace LmsWorkflow.Workflows;

/// <summary>The states that can be reached, and how. Exact as far as it goes; <see cref="IsWhole"/> says whether it went all the way.</summary>
sealed class Exploration
{
    readonly TokenNet net;
    readonly NetRun run;
    readonly StubbornSets? reduction;
    readonly List<(int Transition, int To, int Next)> edges = [];
    readonly List<int> firstEdge = [];
    readonly List<(int State, int Transition)> cameFrom = [];
    readonly List<int> enabled = [];
    readonly ulong[] next;
    readonly CancellationToken enough;

    public Exploration(TokenNet net, bool reduced, int mostStates, CancellationToken enough = default)
    {
        this.enough = enough;
        this.net = net;
        run = new NetRun(net);
        reduction = reduced ? new StubbornSets(net) : null;
        next = new ulong[run.Words];
        MostStates = (int)Math.Min(mostStates, LargestMemory / (run.Words * 8L + 48));
        States = new StateTable(run.Words);
        Fired = new bool[net.Transitions.Length];
    }

    /// <summary>Bytes of states at most; beyond it the answer is that it was not decided.</summary>
    const long LargestMemory = 300L * 1024 * 1024;

    /// <summary>A state that nothing is followed from.</summary>
    public EndOf? IsEnd { get; init; }

    public delegate bool EndOf(ReadOnlySpan<ulong> state);

    public int MostStates { get; }
    public StateTable States { get; }
    public bool[] Fired { get; }

    /// <summary>False when there were more states than were looked at.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>False when a place held more tokens than are counted.</summary>
    public bool IsCounted { get; private set; } = true;

    public TokenNet Net => net;

    public bool IsDone(int state) => run.IsDone(States[state]);

    /// <summary>Explores from the start. Stops early when <paramref name="stop"/> says so of a state, and answers it; else -1.</summary>
    public int Run(Func<int, bool>? stop = null)
    {
        Meet(run.Initial(), (-1, -1));
        var met = Onwards(0, stop);
        if (met >= 0 || reduction is not { CanReduce: true } || !IsWhole) return met;
        while (new Ignored(this).Find() is { Count: > 0 } ignoring)
        {
            var from = States.Count;
            foreach (var state in ignoring) Expand(state, whole: true);
            met = Onwards(from, stop);
            if (met >= 0 || !IsWhole) return met;
        }

        return -1;
    }

    int Onwards(int from, Func<int, bool>? stop)
    {
        for (var state = from; state < States.Count; state++)
        {
            if (stop?.Invoke(state) == true) return state;
            IsWhole &= !enough.IsCancellationRequested;
            if (!IsWhole) return -1;
            Expand(state, whole: false);
        }

        return -1;
    }

    void Expand(int state, bool whole)
    {
        if (IsEnd?.Invoke(States[state]) == true) return;
        run.Enabled(States[state], enabled);
        if (!whole) reduction?.Reduce(States[state], enabled);
        firstEdge[state] = -1;
        foreach (var number in enabled)
        {
            Fired[number] = true;
            IsCounted &= run.Fire(net.Transitions[number], States[state], next);
            edges.Add((number, Meet(next, (state, number)), firstEdge[state]));
            firstEdge[state] = edges.Count - 1;
        }
    }

    int Meet(ReadOnlySpan<ulong> state, (int, int) from)
    {
        var (number, isNew) = States.Add(state);
        if (!isNew) return number;
        firstEdge.Add(-1);
        cameFrom.Add(from);
        IsWhole &= States.Count <= MostStates;
        return number;
    }

    public IEnumerable<(int Transition, int To)> From(int state)
    {
        for (var edge = firstEdge[state]; edge >= 0; edge = edges[edge].Next) yield return (edges[edge].Transition, edges[edge].To);
    }

    public bool IsDead(int state) => firstEdge[state] < 0;

    public void EnabledIn(int state, List<int> into)
    {
        into.Clear();
        if (IsEnd?.Invoke(States[state]) != true) run.Enabled(States[state], into);
    }

    /// <summary>What happened on the way to a state.</summary>
    public List<NetTransition> PathTo(int state)
    {
        List<NetTransition> path = [];
        for (var (at, by) = cameFrom[state]; at >= 0; (at, by) = cameFrom[at]) path.Add(net.Transitions[by]);
        path.Reverse();
        return path;
    }

    /// <summary>States from which one of the given can be reached.</summary>
    public bool[] Reaching(Func<int, bool> goal)
    {
        var reaching = new bool[States.Count];
        var into = new List<int>[States.Count];
        for (var state = 0; state < States.Count; state++)
            foreach (var (_, to) in From(state)) (into[to] ??= []).Add(state);
        var ahead = new Stack<int>();
        for (var state = 0; state < States.Count; state++)
            if (goal(state)) ahead.Push(state);
        while (ahead.TryPop(out var state))
        {
            if (reaching[state]) continue;
            reaching[state] = true;
            foreach (var before in into[state] ?? []) ahead.Push(before);
        }

        return reaching;
    }
}
