namespace LmsWorkflow.Workflows;

/// <summary>What can happen in a state of a net, and what comes of it.</summary>
sealed class NetRun
{
    readonly TokenNet net;
    readonly (int Waits, int Told)[] told;
    readonly int[] seen;
    readonly List<int> marked = [];
    int round;

    public NetRun(TokenNet net)
    {
        this.net = net;
        told = [.. net.Catchers.Values.SelectMany(all => all)];
        seen = new int[net.Transitions.Length];
        Words = PackedState.Words(net.Places.Length);
    }

    public int Words { get; }

    public ulong[] Initial()
    {
        var state = new ulong[Words];
        foreach (var place in net.Initial) PackedState.Add(state, place);
        return state;
    }

    public bool IsDone(ReadOnlySpan<ulong> state) => net.Unfinished.IsEmptyIn(state);

    /// <summary>Every transition that can fire.</summary>
    public void Enabled(ReadOnlySpan<ulong> state, List<int> into)
    {
        into.Clear();
        round++;
        PackedState.Marked(state, marked);
        foreach (var place in marked)
        {
            foreach (var number in net.Takers[place]) Try(number, state, into);
            foreach (var number in net.Needers[place]) Try(number, state, into);
        }
    }

    void Try(int number, ReadOnlySpan<ulong> state, List<int> into)
    {
        if (seen[number] == round) return;
        seen[number] = round;
        if (IsEnabled(net.Transitions[number], state)) into.Add(number);
    }

    public bool IsEnabled(NetTransition transition, ReadOnlySpan<ulong> state)
    {
        foreach (var place in transition.Takes)
            if (PackedState.Count(state, place) == 0) return false;
        foreach (var place in transition.Needs)
            if (PackedState.Count(state, place) == 0) return false;
        if (transition.Empty is { } empty && !empty.IsEmptyIn(state)) return false;
        if (transition.InclusiveJoin >= 0 && !(HasToken(net.InclusiveJoins[transition.InclusiveJoin], state) && AwaitedAt(net.InclusiveJoins[transition.InclusiveJoin], state) < 0)) return false;
        return transition.Rule is null || transition.Rule.Apply(state[^1]) is not null;
    }

    public static bool HasToken(NetInclusiveJoin join, ReadOnlySpan<ulong> state)
    {
        foreach (var place in join.Incoming)
            if (PackedState.Count(state, place) > 0) return true;
        return false;
    }

    /// <summary>A place whose token can still come by an empty flow and by no filled one, or -1 (BPMN 2.0.2 §13.4.3).</summary>
    public static int AwaitedAt(NetInclusiveJoin join, ReadOnlySpan<ulong> state)
    {
        for (var at = 0; at < join.Incoming.Length; at++)
        {
            if (PackedState.Count(state, join.Incoming[at]) > 0) continue;
            var mask = join.CanStillCome[at];
            for (var word = 0; word < mask.Words.Length; word++)
            {
                var some = state[mask.From + word] & mask.Words[word];
                if (some != 0 && Unfilled(join, state, mask.From + word, some) is var place && place >= 0) return place;
            }
        }

        return -1;
    }

    /// <summary>A token in the place can still come by an empty flow, by no filled one, and not by all.</summary>
    public static bool IsAwaited(NetInclusiveJoin join, ReadOnlySpan<ulong> state, int place)
    {
        var flows = 0;
        for (var flow = 0; flow < join.Incoming.Length; flow++)
        {
            if (!join.CanStillCome[flow].Contains(place)) continue;
            if (PackedState.Count(state, join.Incoming[flow]) > 0) return false;
            flows++;
        }

        return flows > 0 && flows < join.Incoming.Length;
    }

    static int Unfilled(NetInclusiveJoin join, ReadOnlySpan<ulong> state, int word, ulong some)
    {
        for (var bit = 0; bit < PackedState.PerWord; bit++)
        {
            var place = word * PackedState.PerWord + bit;
            if ((some & PackedState.Bits(place)) == 0) continue;
            var also = false;
            for (var at = 0; at < join.Incoming.Length && !also; at++)
                also = PackedState.Count(state, join.Incoming[at]) > 0 && join.CanStillCome[at].Contains(place);
            if (!also) return place;
        }

        return -1;
    }

    /// <summary>Writes the state after the transition; false when a place held more tokens than can be counted.</summary>
    public bool Fire(NetTransition transition, ReadOnlySpan<ulong> from, Span<ulong> into)
    {
        from.CopyTo(into);
        if (transition.InclusiveJoin >= 0)
        {
            foreach (var place in net.InclusiveJoins[transition.InclusiveJoin].Incoming)
                if (PackedState.Count(into, place) > 0) PackedState.Remove(into, place);
        }

        foreach (var place in transition.Takes) PackedState.Remove(into, place);
        if (transition.Clears is { } clears)
            for (var word = 0; word < clears.Words.Length; word++) into[clears.From + word] &= ~clears.Words[word];
        var counted = true;
        foreach (var place in transition.Gives) counted &= PackedState.Add(into, place);
        if (transition.Rule is { } rule) into[^1] = rule.Apply(into[^1])!.Value;
        if (told.Length > 0) Tell(transition.Broadcasts, into);
        return counted;
    }

    /// <summary>A signal reaches those that wait for it now; who no longer waits has not heard it.</summary>
    void Tell(string? signal, Span<ulong> state)
    {
        if (signal is not null && net.Catchers.TryGetValue(signal, out var all))
            foreach (var (waits, heard) in all)
                if (PackedState.Count(state, waits) > 0 && PackedState.Count(state, heard) == 0) PackedState.Add(state, heard);
        foreach (var (waits, heard) in told)
            if (PackedState.Count(state, waits) == 0)
                while (PackedState.Count(state, heard) > 0) PackedState.Remove(state, heard);
    }
}
