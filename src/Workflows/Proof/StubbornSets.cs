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
    readonly ImmutableArray<int>[] joinsAt;
    readonly int[][] comes;
    readonly int[] tokensFor;
    readonly int[] ranks;
    readonly List<int> marked = [];
    readonly int[] joinTransitions;
    readonly PlaceMask[] joinAreas;
    readonly List<NetTransition> tracked = [];
    readonly Stack<int> ahead = new();
    readonly List<int> leftOut = [];
    readonly int[] enters;
    readonly ImmutableArray<int>[] beginners;
    readonly int[] within;
    int common;
    readonly List<int> found = [];
    readonly List<int> best = [];
    int round;
    int state;
    int seed;
    int lowest;

    public StubbornSets(TokenNet net)
    {
        this.net = net;
        inSet = new int[net.Transitions.Length];
        enabledIn = new int[net.Transitions.Length];
        scopeOf = ScopeOfPlaces();
        joinTransitions = [.. net.Transitions.Where(transition => transition.InclusiveJoin >= 0).Select(transition => transition.Number)];
        joinAreas = [.. joinTransitions.Select(number => Area(net.InclusiveJoins[net.Transitions[number].InclusiveJoin]))];
        comes = [.. joinTransitions.Select(number => Comes(net.InclusiveJoins[net.Transitions[number].InclusiveJoin]))];
        joinsAt = [.. Enumerable.Range(0, net.Places.Length).Select(place => Enumerable.Range(0, joinTransitions.Length).Where(join => comes[join][place] != 0).ToImmutableArray())];
        joinsOf = [.. net.Transitions.Select(transition => Takes(transition).Concat(transition.Gives).SelectMany(place => joinsAt[place]).Distinct().Where(join => Changes(transition, join)).ToImmutableArray())];
        tokensFor = new int[joinTransitions.Length];
        ranks = PlaceOrder.Ranks(net);
        foreach (var transition in net.Transitions)
            if (transition.Rule is not null) tracked.Add(transition);
        enters = [.. net.Transitions.Select(EnteredBy)];
        within = [.. net.Transitions.Select(EndsWith)];
        beginners = [.. net.Scopes.Select((scope, number) => scope.Active >= 0 ? [] : net.Transitions.Where(transition => transition.Handles == number).Select(transition => transition.Number).ToImmutableArray())];
        CanReduce = net.Catchers.IsEmpty;
    }

    /// <summary>Signals reach across everything: there everything is followed.</summary>
    public bool CanReduce { get; }

    /// <summary>Leaves in <paramref name="enabled"/> those that have to be followed.</summary>
    public void Reduce(ReadOnlySpan<ulong> at, List<int> enabled)
    {
        if (!CanReduce || enabled.Count < 2) return;
        state++;
        Look(at);
        foreach (var number in enabled) enabledIn[number] = state;
        best.Clear();
        enabled.Sort(InnermostFirst);
        foreach (var from in enabled)
        {
            if (!Close(from, at, best.Count == 0 ? enabled.Count : best.Count)) continue;
            best.Clear();
            best.AddRange(found);
            if (best.Count == 1) break;
        }

        if (best.Count == 0) return;
        enabled.Clear();
        enabled.AddRange(best);
    }

    void Look(ReadOnlySpan<ulong> at)
    {
        PackedState.Marked(at, marked);
        lowest = int.MaxValue;
        Array.Clear(tokensFor);
        foreach (var place in marked)
        {
            lowest = Math.Min(lowest, ranks[place]);
            foreach (var join in joinsAt[place]) tokensFor[join]++;
        }
    }

    /// <summary>What runs beside comes to its end before the rest goes on: fewer states in between.</summary>
    int InnermostFirst(int one, int other) =>
        net.Transitions[other].Scope.CompareTo(net.Transitions[one].Scope) is var order && order != 0 ? order : one.CompareTo(other);

    /// <summary>The smallest set from this seed; false when it is not smaller than what is known.</summary>
    bool Close(int from, ReadOnlySpan<ulong> at, int known)
    {
        seed = from;
        round++;
        ahead.Clear();
        found.Clear();
        leftOut.Clear();
        common = within[seed];
        Include(seed);
        while (ahead.TryPop(out var number))
        {
            var transition = net.Transitions[number];
            if (enabledIn[number] == state)
            {
                found.Add(number);
                if (found.Count >= known) return false;
                Widen(within[number]);
                IncludeDependent(transition, at);
            }
            else
            {
                IncludeEnabling(transition, at);
            }
        }

        return true;
    }

    /// <summary>
    /// What would begin anew a scope that all of the set lies in is left out: by then the scope has ended, and everything in it that the set is about is gone. Whether
    /// the scope may be entered twice is asked when its end is followed.
    /// </summary>
    void Include(int number)
    {
        if (inSet[number] == round) return;
        if (enters[number] >= 0 && IsAround(enters[number], common))
        {
            leftOut.Add(number);
            return;
        }

        inSet[number] = round;
        ahead.Push(number);
    }

    void Widen(int scope)
    {
        if (IsAround(common, scope)) return;
        while (common >= 0 && !IsAround(common, scope)) common = net.Scopes[common].Outer;
        foreach (var number in leftOut.ToArray()) Include(number);
    }

    /// <summary>Is the one the other, or around it? No scope (-1) is around all.</summary>
    bool IsAround(int outer, int inner)
    {
        for (var scope = inner; scope >= 0; scope = net.Scopes[scope].Outer)
            if (scope == outer) return true;
        return outer < 0;
    }

    int EnteredBy(NetTransition transition)
    {
        for (var scope = 0; scope < net.Scopes.Length; scope++)
            if (net.Scopes[scope].Active < 0 ? transition.Handles == scope : transition.Gives.Contains(net.Scopes[scope].Active)) return scope;
        return -1;
    }

    /// <summary>The innermost scope that still goes on when it has happened.</summary>
    int EndsWith(NetTransition transition)
    {
        var scope = transition.Scope;
        while (scope >= 0 && net.Scopes[scope].Active >= 0 && transition.Takes.Contains(net.Scopes[scope].Active)) scope = net.Scopes[scope].Outer;
        return scope;
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
        if (transition.Clears is { } clears) IncludeCleared(transition, clears, at);
        if (transition.Rule is { } rule)
            foreach (var other in tracked)
                if (rule.DependsOn(other.Rule!)) Include(other.Number);
        IncludeEnders(transition);
        IncludeJoins(transition, at);
        if (transition.InclusiveJoin >= 0) IncludeTakers(Area(net.InclusiveJoins[transition.InclusiveJoin]), at);
    }

    /// <summary>Inclusive joins that look at where its tokens are, unless they look at no other token.</summary>
    void IncludeJoins(NetTransition transition, ReadOnlySpan<ulong> at)
    {
        foreach (var join in joinsOf[transition.Number])
        {
            var own = 0;
            foreach (var place in Takes(transition))
                if (PackedState.Count(at, place) > 0 && joinAreas[join].Contains(place)) own++;
            if (tokensFor[join] > own) Include(joinTransitions[join]);
        }
    }

    ImmutableArray<int> Takes(NetTransition transition) => transition.InclusiveJoin < 0 ? transition.Takes : net.InclusiveJoins[transition.InclusiveJoin].Incoming;

    /// <summary>What ends a scope from outside commutes with everything inside, when nothing inside is noticed outside.</summary>
    void IncludeEnders(NetTransition transition)
    {
        foreach (var scope in transition.NoticedOutside)
        {
            IncludeAll(beginners[scope]);
            if (net.Scopes[scope].Active < 0) continue;
            foreach (var number in net.Takers[net.Scopes[scope].Active])
                if (net.Transitions[number] is { IsInert: false, Step: not NetStep.Leaves }) Include(number);
            foreach (var number in net.Needers[net.Scopes[scope].Active])
                if (net.Transitions[number] is { Step: NetStep.Interrupts, IsInert: false }) Include(number);
        }
    }

    /// <summary>
    /// What the end of a scope keeps from happening. Only what is noticed outside need be followed for it, as long as something inside is followed at all: the rest
    /// comes to the same, and is followed from there.
    /// </summary>
    void IncludeCleared(NetTransition ender, PlaceMask mask, ReadOnlySpan<ulong> at) => ForEachMarked(mask, at, place =>
    {
        foreach (var number in net.Takers[place]) IncludeKept(number, ender);
        foreach (var number in net.Needers[place]) IncludeKept(number, ender);
    });

    void IncludeKept(int number, NetTransition ender)
    {
        if (enabledIn[number] == state && (ender.Number == seed || net.Transitions[number].NoticedOutside.Contains(ender.Ends))) Include(number);
    }

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
        if (Lacking(transition, at) is var lacking && lacking >= 0)
        {
            if (ranks[lacking] >= lowest) IncludeAll(net.Givers[lacking]);
        }
        else if (transition.Empty is { } empty && !empty.IsEmptyIn(at)) IncludeEmptying(empty, at);
        else if (transition.InclusiveJoin >= 0) IncludeJoinEnabling(net.InclusiveJoins[transition.InclusiveJoin], at);
        else
            foreach (var other in tracked)
                if (transition.Rule!.MayBeEnabledBy(other.Rule!)) Include(other.Number);
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
            if (net.Scopes[scope].Active < 0)
            {
                IncludeAll(beginners[scope]);
                continue;
            }

            IncludeAll(net.Takers[net.Scopes[scope].Active]);
            IncludeAll(net.Needers[net.Scopes[scope].Active]);
            if (!mask.Contains(net.Scopes[scope].Active)) break;
        }
    }

    void IncludeJoinEnabling(NetInclusiveJoin join, ReadOnlySpan<ulong> at)
    {
        var waitedFor = WaitedFor(join, at);
        if (waitedFor >= 0) IncludeAll(net.Takers[waitedFor]);
        for (var flow = 0; flow < join.Incoming.Length; flow++)
            if ((waitedFor < 0 || join.CanStillCome[flow].Contains(waitedFor)) && ranks[join.Incoming[flow]] >= lowest) IncludeAll(net.Givers[join.Incoming[flow]]);
    }

    /// <summary>
    /// A place whose token the join waits for, or would once it has one: it cannot fire before that token has moved, or another has come by a flow that it can come by.
    /// If possible one that is followed already; -1 when the join merely has no token and waits for none in particular.
    /// </summary>
    int WaitedFor(NetInclusiveJoin join, ReadOnlySpan<ulong> at)
    {
        var first = -1;
        foreach (var place in marked)
        {
            if (!NetRun.IsAwaited(join, at, place)) continue;
            if (AllIn(net.Takers[place])) return place;
            if (first < 0) first = place;
        }

        return NetRun.HasToken(join, at) ? first : -1;
    }

    bool AllIn(ImmutableArray<int> numbers)
    {
        foreach (var number in numbers)
            if (inSet[number] != round) return false;
        return true;
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

    /// <summary>
    /// A step changes nothing for a join when every token it takes or gives can still come by the same flows: where there was such a token before, there is one after.
    /// </summary>
    bool Changes(NetTransition transition, int join)
    {
        if (transition.Gives.IsEmpty || Takes(transition).IsEmpty) return true;
        var comesBy = -1;
        return ChangesAmong(Takes(transition), join, ref comesBy) || ChangesAmong(transition.Gives, join, ref comesBy);
    }

    bool ChangesAmong(ImmutableArray<int> among, int join, ref int comesBy)
    {
        foreach (var place in among)
        {
            if (net.Places[place].Kind is not (PlaceKind.Flow or PlaceKind.Active)) continue;
            var here = comes[join][place];
            if (here == AtTheJoin || (comesBy >= 0 && here != comesBy)) return true;
            comesBy = here;
        }

        return false;
    }

    const int AtTheJoin = 1 << 30;

    /// <summary>For each place, by which incoming flows of the join a token there can still come, a bit for each; with more flows than bits every step counts.</summary>
    int[] Comes(NetInclusiveJoin join)
    {
        var comesBy = new int[net.Places.Length];
        for (var flow = 0; flow < join.Incoming.Length; flow++)
        {
            var mask = join.CanStillCome[flow];
            for (var place = mask.From * PackedState.PerWord; place < Math.Min(net.Places.Length, (mask.From + mask.Words.Length) * PackedState.PerWord); place++)
                if (mask.Contains(place)) comesBy[place] = join.Incoming.Length < 30 ? comesBy[place] | (1 << flow) : AtTheJoin;
        }

        foreach (var place in join.Incoming) comesBy[place] = AtTheJoin;
        return comesBy;
    }

    static PlaceMask Area(NetInclusiveJoin join)
    {
        List<int> places = [.. join.Incoming];
        foreach (var mask in join.CanStillCome)
            for (var place = mask.From * PackedState.PerWord; place < (mask.From + mask.Words.Length) * PackedState.PerWord; place++)
                if (mask.Contains(place)) places.Add(place);
        return PlaceMask.Of(places);
    }
}
