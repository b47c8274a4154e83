using System.Collections.Immutable;

namespace LmsWorkflow.Workflows;

/// <summary>
/// A rank for each place such that tokens only ever bring about tokens in places of the same or a higher rank. A place ranked lower than every place that is marked can
/// never be marked again.
/// </summary>
static class PlaceOrder
{
    public static int[] Ranks(TokenNet net)
    {
        var next = new List<int>[net.Places.Length];
        foreach (var transition in net.Transitions)
            foreach (var from in Before(net, transition)) (next[from] ??= []).AddRange(transition.Gives);
        return RanksOf(next);
    }

    /// <summary>Places whose tokens, or whose emptying, can make it happen.</summary>
    static IEnumerable<int> Before(TokenNet net, NetTransition transition)
    {
        foreach (var place in transition.Takes) yield return place;
        foreach (var place in transition.Needs) yield return place;
        if (transition.InclusiveJoin >= 0)
            foreach (var place in net.InclusiveJoins[transition.InclusiveJoin].Incoming) yield return place;
        if (transition.Empty is { } empty)
            for (var place = empty.From * PackedState.PerWord; place < (empty.From + empty.Words.Length) * PackedState.PerWord; place++)
                if (empty.Contains(place)) yield return place;
    }

    /// <summary>Components that can reach each other share a rank (Tarjan, without recursion); what is found last comes first.</summary>
    static int[] RanksOf(List<int>?[] next)
    {
        var (index, low, rank) = (new int[next.Length], new int[next.Length], new int[next.Length]);
        var stack = new Stack<int>();
        var walk = new Stack<(int Place, int At)>();
        int met = 1, found = next.Length;
        for (var root = 0; root < next.Length; root++)
        {
            if (index[root] == 0) walk.Push((root, 0));
            while (walk.TryPop(out var here))
            {
                var (place, at) = here;
                if (at == 0)
                {
                    index[place] = low[place] = met++;
                    stack.Push(place);
                }

                if (at < (next[place]?.Count ?? 0))
                {
                    var to = next[place]![at];
                    walk.Push((place, at + 1));
                    if (index[to] == 0) walk.Push((to, 0));
                    else if (rank[to] == 0) low[place] = Math.Min(low[place], index[to]);
                    continue;
                }

                if (walk.TryPeek(out var before)) low[before.Place] = Math.Min(low[before.Place], low[place]);
                if (low[place] == index[place]) Close(place);
            }
        }

        return rank;

        void Close(int place)
        {
            int member;
            do
            {
                member = stack.Pop();
                rank[member] = found;
            }
            while (member != place);
            found--;
        }
    }
}
