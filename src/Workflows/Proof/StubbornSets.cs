using System.Collections.Immutable;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Which of the things that can happen have to be followed from a state, when the order of independent ones does not matter (strong stubborn sets, Valmari).
/// That the answers stay the same is argued in <c>docs/engine/proof.md</c> and tested against exploration of everything.
/// </summary>
sealed class StubbornSets
{
    readonly TokenNet net;
    readonly int[] inSet;
    readonly int[] enabledIn;
    readonly int[] scopeOf;
    readonly ImmutableArray<int>[] joinsOf;
    readonly int[] joinTransitions;
    readonly PlaceMask[] joinAreas;
    readonly List<int> tracked = [];
    readonly Stack<int> ahead = new();
    readonly List<int> found = [];
    readonly List<int> best = [];
    int round;
    int state;

    public StubbornSets(TokenNet net)
    {
        this.net = net;
        inSet = new int[net.Transitions.Length];
        enabledIn = new int[net.Transitions.Length];
        scopeOf = ScopeOfPlaces();
        joinTransitions = [.. net.Transitions.Where(transition => transition.InclusiveJoin >= 0).Select(transition => transition.Number)];
        joinAreas = [.. joinTransitions.Select(number => Area(net.InclusiveJoins[net.Transitions[number].InclusiveJoin]))];
        joinsOf = [.. net.Transitions.Select(JoinsThatCare)];
        foreach (var transition in net.Transitions)
            if (transition.IsTracked) tracked.Add(transition.Number);
        CanReduce = net.Catchers.IsEmpty;
    }

    /// <summary>Signals reach across everything: there everything is followed.</summary>
    public bool CanReduce { get; }

    /// <summary>Leaves in <paramref name="enabled"/> those that have to be followed.</summary>
    public void Reduce(ReadOnlySpan<ulong> at, List<int> enabled)
    {
        if (!CanReduce || enabled.Count < 2) return;
        state++;
        foreach (var number in enabled) enabledIn[number] = state;
        best.Clear();
        foreach (var seed in enabled)
        {
            if (!Close(seed, at, best.Count == 0 ? enabled.Count : best.Count)) continue;
            best.Clear();
            best.AddRange(found);
            if (best.Count == 1) break;
        }

        if (best.Count == 0) return;
        enabled.Clear();
        enabled.AddRange(best);
    }

    /// <summary>The smallest set from this seed; false when it is not smaller than what is known.</summary>
    bool Close(int seed, ReadOnlySpan<ulong> at, int known)
    {
        round++;
        ahead.Clear();
        found.Clear();
        Include(seed);
        while (ahead.TryPop(out var number))
        {
            var transition = net.Transitions[number];
            if (enabledIn[number] == state)
            {
                found.Add(number);
                if (found.Count >= known) return false;
                IncludeDependent(transition, at);
            }
            else
            {
                IncludeEnabling(transition, at);
            }
        }

        return true;
    }

    void Include(int number)
    {
        if (inSet[number] == round) return;
        inSet[number] = round;
        ahead.Push(number);
    }

    void IncludeAll(ImmutableArray<int> numbers)
    {
        foreach (var number in numbers) Include(number);
    }

    /// <summary>What could be kept from happening by it, keep it from happening, or put a second token where it takes one.</summary>
    void IncludeDependent(NetTransition transition, ReadOnlySpan<ulong> at)
    {
        foreach (var place in Takes(transition))
        {
            IncludeAll(net.Takers[place]);
            IncludeAll(net.Needers[place]);
            if (net.Places[place].Kind is PlaceKind.Flow or PlaceKind.Active && PackedState.Count(at, place) == 1) IncludeAll(net.Givers[place]);
        }

        foreach (var place in transition.Needs) IncludeAll(net.Takers[place]);
        if (transition.Clears is { } clears) IncludeCleared(clears, at);
        if (transition.IsTracked)
            foreach (var number in tracked) Include(number);
        IncludeEnders(transition, at);
        foreach (var join in joinsOf[transition.Number]) Include(join);
        if (transition.InclusiveJoin >= 0) IncludeTakers(Area(net.InclusiveJoins[transition.InclusiveJoin]), at);
    }

    ImmutableArray<int> Takes(NetTransition transition) => transition.InclusiveJoin < 0 ? transition.Takes : net.InclusiveJoins[transition.InclusiveJoin].Incoming;

    /// <summary>What ends a scope from outside commutes with everything inside, when nothing inside is noticed outside.</summary>
    void IncludeEnders(NetTransition transition, ReadOnlySpan<ulong> at)
    {
        for (var scope = transition.Scope; scope >= 0; scope = net.Scopes[scope].Outer)
        {
            if (net.Scopes[scope].IsPure) continue;
            IncludeAll(net.Takers[net.Scopes[scope].Active]);
            IncludeAll(net.Needers[net.Scopes[scope].Active]);
        }
    }

    void IncludeCleared(PlaceMask mask, ReadOnlySpan<ulong> at) => ForEachMarked(mask, at, place =>
    {
        foreach (var number in net.Takers[place])
            if (enabledIn[number] == state) Include(number);
        foreach (var number in net.Needers[place])
            if (enabledIn[number] == state) Include(number);
    });

    void IncludeTakers(PlaceMask mask, ReadOnlySpan<ulong> at) => ForEachMarked(mask, at, place => IncludeAll(net.Takers[place]));

    static void ForEachMarked(PlaceMask mask, ReadOnlySpan<ulong> at, Action<int> act)
    {
        for (var word = 0; word < mask.Words.Length; word++)
        {
            var some = at[mask.From + word] & mask.Words[word];
            for (var pairs = (some | some >> 1) & 0x5555_5555_5555_5555ul; pairs != 0; pairs &= pairs - 1)
                act((mask.From + word) * PackedState.PerWord + System.Numerics.BitOperations.TrailingZeroCount(pairs) / 2);
        }
    }

    /// <summary>One reason it cannot happen now, and everything that could remove that reason.</summary>
    void IncludeEnabling(NetTransition transition, ReadOnlySpan<ulong> at)
    {
        if (Lacking(transition, at) is var lacking && lacking >= 0) IncludeAll(net.Givers[lacking]);
        else if (transition.Empty is { } empty && !empty.IsEmptyIn(at)) IncludeEmptying(empty, at);
        else if (transition.InclusiveJoin >= 0) IncludeJoinEnabling(net.InclusiveJoins[transition.InclusiveJoin], at);
        else
            foreach (var number in tracked) Include(number);
    }

    int Lacking(NetTransition transition, ReadOnlySpan<ulong> at)
    {
        var lacking = -1;
        foreach (var place in transition.Takes.AsSpan())
            if (PackedState.Count(at, place) == 0 && Better(place, ref lacking)) return lacking;
        foreach (var place in transition.Needs.AsSpan())
            if (PackedState.Count(at, place) == 0 && Better(place, ref lacking)) return lacking;
        return lacking;
    }

    /// <summary>Prefers the place whose givers are in the set already.</summary>
    bool Better(int place, ref int lacking)
    {
        foreach (var number in net.Givers[place])
        {
            if (inSet[number] == round) continue;
            if (lacking < 0) lacking = place;
            return false;
        }

        lacking = place;
        return true;
    }

    void IncludeEmptying(PlaceMask mask, ReadOnlySpan<ulong> at)
    {
        var place = First(mask, at);
        IncludeAll(net.Takers[place]);
        for (var scope = scopeOf[place]; scope >= 0; scope = net.Scopes[scope].Outer)
        {
            IncludeAll(net.Takers[net.Scopes[scope].Active]);
            IncludeAll(net.Needers[net.Scopes[scope].Active]);
            if (!mask.Contains(net.Scopes[scope].Active)) break;
        }
    }

    void IncludeJoinEnabling(NetInclusiveJoin join, ReadOnlySpan<ulong> at)
    {
        if (NetRun.AwaitedAt(join, at) is var awaited && awaited >= 0) IncludeAll(net.Takers[awaited]);
        foreach (var place in join.Incoming)
            if (PackedState.Count(at, place) == 0) IncludeAll(net.Givers[place]);
    }

    static int First(PlaceMask mask, ReadOnlySpan<ulong> at)
    {
        for (var word = 0; ; word++)
            if ((at[mask.From + word] & mask.Words[word]) is var some && some != 0)
                return (mask.From + word) * PackedState.PerWord + System.Numerics.BitOperations.TrailingZeroCount(some) / 2;
    }

    int[] ScopeOfPlaces()
    {
        var scopes = new int[net.Places.Length];
        Array.Fill(scopes, -1);
        for (var number = 0; number < net.Scopes.Length; number++) // inner scopes have higher numbers than those around them
            for (var place = 0; place < scopes.Length; place++)
                if (net.Scopes[number].Everything.Contains(place)) scopes[place] = number;
        return scopes;
    }

    ImmutableArray<int> JoinsThatCare(NetTransition transition) =>
        joinTransitions.Length == 0 ? [] : [.. joinTransitions.Where((_, at) => Takes(transition).Concat(transition.Gives).Any(joinAreas[at].Contains))];

    static PlaceMask Area(NetInclusiveJoin join)
    {
        List<int> places = [.. join.Incoming];
        foreach (var mask in join.CanStillCome)
            for (var place = mask.From * PackedState.PerWord; place < (mask.From + mask.Words.Length) * PackedState.PerWord; place++)
                if (mask.Contains(place)) places.Add(place);
        return PlaceMask.Of(places);
    }
}
