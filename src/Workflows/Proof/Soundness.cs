using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>The four properties of soundness, judged for any drawing, executable or not.</summary>
sealed record Soundness(PropertyVerdict Safeness, PropertyVerdict OptionToComplete, PropertyVerdict ProperCompletion, PropertyVerdict NoDeadActivities, int States, bool IsDecided)
{
    public static Soundness NotApplicable { get; } =
        new(PropertyVerdict.NotApplicable, PropertyVerdict.NotApplicable, PropertyVerdict.NotApplicable, PropertyVerdict.NotApplicable, 0, true);
}

/// <summary>
/// Explores what can be reached and judges it. A broken property is searched for again without reduction, so that the way there is as short as can be.
/// </summary>
sealed class SoundnessJudge(TokenNet net, int mostStates, bool reduced = true, CancellationToken enough = default)
{
    /// <summary>Where the search for a shorter counter-example gives up; the one that is known is then used.</summary>
    const int MostForShortest = 20_000;

    readonly Exploration exploration = new(net, reduced, mostStates, enough);

    public Soundness Judge()
    {
        exploration.Run();
        var whole = exploration.IsWhole && exploration.IsCounted;
        return new(Safeness(whole), OptionToComplete(whole), ProperCompletion(whole), NoDeadActivities(whole), exploration.States.Count, exploration.IsWhole);
    }

    PropertyVerdict Safeness(bool whole) => Crowded(PlaceKind.Flow, PlaceKind.Active) is { } crowd
        ? Told(crowd, [.. crowd.Places.Select(place => net.Places[place].Flow?.Id ?? net.Places[place].Element!.Id).Distinct()], new(
            $"to ting|kan|være i gang på samme sted samtidig, ved {At(crowd).Nb}", $"to ting|kan|vere i gang på same stad samtidig, ved {At(crowd).Nn}"))
        : Otherwise(whole);

    PropertyVerdict ProperCompletion(bool whole) => Crowded(PlaceKind.Reached) is { } crowd
        ? Told(crowd, [.. crowd.Places.Select(place => net.Places[place].Element!.Id).Distinct()], new(
            $"slutten {At(crowd).Nb}|kan|nås mer enn én gang", $"slutten {At(crowd).Nn}|kan|bli nådd meir enn éin gong"))
        : Otherwise(whole);

    PropertyVerdict OptionToComplete(bool whole)
    {
        var canComplete = exploration.Reaching(state => exploration.IsDone(state) || !IsLookedAt(state));
        var doomed = Array.IndexOf(canComplete, false);
        if (doomed < 0) return Otherwise(whole);
        for (var state = doomed; state < canComplete.Length; state++)
            if (!canComplete[state] && exploration.IsDead(state) && IsLookedAt(state)) return Deadlock(state);
        return Doomed(doomed, exploration.PathTo(doomed), new("saken|kan|gå i ring og aldri bli ferdig", "saka|kan|gå i ring og aldri bli ferdig"));
    }

    /// <summary>The last states of an exploration that was cut short have not been looked at.</summary>
    bool IsLookedAt(int state) => exploration.IsWhole || !exploration.IsDead(state);

    PropertyVerdict Deadlock(int state)
    {
        var shortest = new Exploration(net, reduced: false, MostForShortest, enough);
        var met = shortest.Run(at => Nothing(shortest, at));
        return met >= 0
            ? Doomed(shortest.States[met].ToArray(), shortest.PathTo(met), Stuck)
            : Doomed(state, exploration.PathTo(state), Stuck);
    }

    static Words Stuck => new("saken|kan|bli stående uten at noe kan skje", "saka|kan|bli ståande utan at noko kan skje");

    static bool Nothing(Exploration in_, int state)
    {
        var enabled = new List<int>();
        in_.EnabledIn(state, enabled);
        return enabled.Count == 0 && !in_.IsDone(state);
    }

    PropertyVerdict Doomed(int state, List<NetTransition> path, Words consequence) => Doomed(exploration.States[state].ToArray(), path, consequence);

    PropertyVerdict Doomed(ulong[] state, List<NetTransition> path, Words consequence)
    {
        var marked = new List<int>();
        PackedState.Marked(state, marked);
        ImmutableArray<ProcessElement> waiting = [.. marked.Select(place => net.Places[place]).Where(place => place.Kind is PlaceKind.Flow || (place.Kind == PlaceKind.Active && place.Element is { Kind: var kind } && !kind.IsScope()))
            .Select(place => place.Flow?.Target ?? place.Element!).Distinct()];
        if (waiting.IsEmpty) waiting = [.. marked.Select(place => net.Places[place].Element).OfType<ProcessElement>().Distinct()];
        return Verdict([.. waiting.Select(element => element.Id)], path, new($"{consequence.Nb}, ved {Names(waiting).Nb}", $"{consequence.Nn}, ved {Names(waiting).Nn}"));
    }

    PropertyVerdict NoDeadActivities(bool whole)
    {
        var alive = new HashSet<ProcessElement>();
        foreach (var transition in net.Transitions)
            if (exploration.Fired[transition.Number])
                foreach (var element in (ProcessElement?[])[transition.Element, transition.Also])
                    if (element is not null && (transition.Step != NetStep.Leaves || element.Kind != ElementKind.EventSubProcess)) alive.Add(element);
        ImmutableArray<ProcessElement> dead = [.. net.Activities.Where(activity => !alive.Contains(activity))];
        if (dead.IsEmpty) return PropertyVerdict.Kept;
        if (!whole) return PropertyVerdict.NotApplicable;
        return PropertyVerdict.Broken(dead.Select(element => element.Id), []) with
        {
            Sentence = new($"{Names(dead).Nb} kan aldri bli gjort: ingen vei fører dit.", $"{Names(dead).Nn} kan aldri bli gjort: ingen veg fører dit."),
        };
    }

    static PropertyVerdict Otherwise(bool whole) => whole ? PropertyVerdict.Kept : PropertyVerdict.NotApplicable;

    /// <summary>The first state where a place of these kinds holds two, all such places, and the way there.</summary>
    Crowd? Crowded(params PlaceKind[] kinds)
    {
        ImmutableArray<int> watched = [.. Enumerable.Range(0, net.Places.Length).Where(place => kinds.Contains(net.Places[place].Kind))];
        if (watched.IsEmpty) return null;
        var mask = PlaceMask.Of(watched);
        var crowded = new SortedSet<int>();
        var first = -1;
        for (var state = 0; state < exploration.States.Count; state++)
        {
            if (!AnyTwo(exploration.States[state], mask)) continue;
            foreach (var place in CrowdedIn(exploration.States[state], watched)) crowded.Add(place);
            if (first < 0 && crowded.Count > 0) first = state;
        }

        if (first < 0) return null;
        var shortest = new Exploration(net, reduced: false, MostForShortest, enough);
        var met = shortest.Run(state => AnyTwo(shortest.States[state], mask) && CrowdedIn(shortest.States[state], watched).Count > 0);
        return new(first, [.. crowded], met >= 0 ? shortest.PathTo(met) : exploration.PathTo(first));
    }

    /// <summary>Places with two tokens. Where a whole scope goes on twice it is the scope that is crowded, not what is inside: there each instance has its own.</summary>
    List<int> CrowdedIn(ReadOnlySpan<ulong> state, ImmutableArray<int> watched)
    {
        List<int> crowded = [];
        foreach (var place in watched)
            if (PackedState.Count(state, place) > 1 && !IsInsideCrowd(state, place)) crowded.Add(place);
        return crowded;
    }

    bool IsInsideCrowd(ReadOnlySpan<ulong> state, int place)
    {
        foreach (var scope in net.Scopes)
            if (scope.Active >= 0 && PackedState.Count(state, scope.Active) > 1 && scope.Everything.Contains(place)) return true;
        return false;
    }

    static bool AnyTwo(ReadOnlySpan<ulong> state, PlaceMask mask)
    {
        for (var word = 0; word < mask.Words.Length; word++)
            if ((state[mask.From + word] & mask.Words[word] & 0xAAAA_AAAA_AAAA_AAAAul) != 0) return true;
        return false;
    }

    sealed record Crowd(int State, ImmutableArray<int> Places, List<NetTransition> Path);

    Words At(Crowd crowd) => Names([.. crowd.Places.Select(place => net.Places[place].Flow?.Target ?? net.Places[place].Element!).Distinct()]);

    static PropertyVerdict Told(Crowd crowd, ImmutableArray<string> elements, Words consequence) => Verdict(elements, crowd.Path, consequence);

    static PropertyVerdict Verdict(ImmutableArray<string> elements, List<NetTransition> path, Words consequence) =>
        PropertyVerdict.Broken(elements, ToldPath.Elements(path)) with { Sentence = ToldPath.If(path, consequence) };

    static Words Names(ImmutableArray<ProcessElement> elements)
    {
        var names = elements.Take(3).Select(ToldPath.Name).ToList();
        var more = elements.Length - names.Count;
        var (nb, nn) = (names.Select(name => name.Nb), names.Select(name => name.Nn));
        return more > 0
            ? new(ToldPath.Listed([.. nb, $"{more} til"], "og"), ToldPath.Listed([.. nn, $"{more} til"], "og"))
            : new(ToldPath.Listed(nb, "og"), ToldPath.Listed(nn, "og"));
    }
}
