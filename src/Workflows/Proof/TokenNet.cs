using System.Collections.Immutable;

namespace LmsWorkflow.Workflows;

/// <summary>What a place of the net stands for.</summary>
enum PlaceKind
{
    /// <summary>A token on a sequence flow.</summary>
    Flow,

    /// <summary>Something going on in an activity or scope.</summary>
    Active,

    /// <summary>A message on its way between pools.</summary>
    Message,

    /// <summary>An end event that has been reached in this instance of its scope. No token: it keeps nothing from completing.</summary>
    Reached,

    /// <summary>A mark the rules need, e.g. that a timer has not fired yet. No token.</summary>
    Mark,
}

/// <param name="Element">The flow node it belongs to; of a flow, its source.</param>
/// <param name="Flow">The sequence flow, of a <see cref="PlaceKind.Flow"/>.</param>
readonly record struct NetPlace(PlaceKind Kind, ProcessElement? Element, SequenceFlow? Flow);

/// <summary>What a firing transition means, for the telling of a path.</summary>
enum NetStep { Begins, Passes, Enters, Completes, Chooses, Catches, Interrupts, Accompanies, Throws, Ends, Terminates, Leaves }

/// <summary>A set of places, as a mask over the packed state.</summary>
readonly struct PlaceMask(int from, ulong[] words)
{
    public int From { get; } = from;
    public ulong[] Words { get; } = words;

    public bool IsEmptyIn(ReadOnlySpan<ulong> state)
    {
        for (var i = 0; i < Words.Length; i++)
            if ((state[From + i] & Words[i]) != 0) return false;
        return true;
    }

    public bool Contains(int place) =>
        place / PackedState.PerWord - From is var word && word >= 0 && word < Words.Length && (Words[word] & PackedState.Bits(place)) != 0;

    public static PlaceMask Of(IReadOnlyCollection<int> places)
    {
        if (places.Count == 0) return new(0, []);
        var from = places.Min() / PackedState.PerWord;
        var words = new ulong[places.Max() / PackedState.PerWord - from + 1];
        foreach (var place in places) words[place / PackedState.PerWord - from] |= PackedState.Bits(place);
        return new(from, words);
    }
}

/// <summary>One thing that can happen. Takes tokens, gives tokens; some also look at, or empty, whole scopes.</summary>
sealed class NetTransition
{
    public required int Number { get; init; }
    public required NetStep Step { get; init; }
    public required ImmutableArray<int> Takes { get; init; }
    public required ImmutableArray<int> Gives { get; init; }

    /// <summary>Places that must have a token and keep it.</summary>
    public ImmutableArray<int> Needs { get; init; } = [];

    /// <summary>What happens: the element, and for a choice the flows chosen.</summary>
    public ProcessElement? Element { get; init; }

    public ImmutableArray<SequenceFlow> Chosen { get; init; } = [];

    /// <summary>Another element done by the same step, e.g. the receive task after an event-based gateway.</summary>
    public ProcessElement? Also { get; init; }

    /// <summary>No token may be in these places.</summary>
    public PlaceMask? Empty { get; set; }

    /// <summary>These places are emptied, before anything is given.</summary>
    public PlaceMask? Clears { get; set; }

    /// <summary>The inclusive join this is, or -1.</summary>
    public int InclusiveJoin { get; init; } = -1;

    /// <summary>The handler that it begins anew, as a scope; -1 for none.</summary>
    public int Handles { get; set; } = -1;

    /// <summary>Signal thrown: catchers that wait for it now will have it.</summary>
    public string? Broadcasts { get; init; }

    /// <summary>What the step does to what the proof keeps track of; null: nothing.</summary>
    public NetRule? Rule { get; init; }

    /// <summary>The scope that it clears; -1 for none.</summary>
    public int Ends { get; set; } = -1;

    /// <summary>
    /// Scopes around it outside which it is noticed before they end. Where it is not, ending the scope comes to the same whether this has happened or not.
    /// </summary>
    public ImmutableArray<int> NoticedOutside { get; set; } = [];

    /// <summary>It ends a scope from outside or above, and nothing that is tracked can come of it.</summary>
    public bool IsInert { get; set; }

    /// <summary>Scope it lies in.</summary>
    public required int Scope { get; init; }

    public override string ToString() => $"{Step} {Element}";
}

/// <summary>An inclusive join (BPMN 2.0.2 §13.4.3).</summary>
/// <param name="Incoming">Places of its incoming flows.</param>
/// <param name="CanStillCome">For each of them, the places from which a token can come by it.</param>
sealed record NetInclusiveJoin(ImmutableArray<int> Incoming, ImmutableArray<PlaceMask> CanStillCome);

/// <summary>A scope whose tokens go when it goes.</summary>
/// <param name="Active">The place that says it is going on.</param>
sealed record NetScopeInfo(int Outer, int Active, PlaceMask Everything);

/// <summary>A process, or several that send each other messages, compiled to places and transitions. Immutable.</summary>
sealed class TokenNet
{
    public required ImmutableArray<NetPlace> Places { get; init; }
    public required ImmutableArray<NetTransition> Transitions { get; init; }
    public required ImmutableArray<NetInclusiveJoin> InclusiveJoins { get; init; }
    public required ImmutableArray<NetScopeInfo> Scopes { get; init; }

    /// <summary>Marked at the start.</summary>
    public required ImmutableArray<int> Initial { get; init; }

    /// <summary>Places that are all empty when everything is done.</summary>
    public required PlaceMask Unfinished { get; init; }

    /// <summary>Of a signal thrown in the file: (what waits, what is told).</summary>
    public required ImmutableDictionary<string, ImmutableArray<(int Waits, int Told)>> Catchers { get; init; }

    /// <summary>What should be done on some path: activities that stand in the normal flow.</summary>
    public required ImmutableArray<ProcessElement> Activities { get; init; }

    /// <summary>Why nothing can be said of the drawing, e.g. an element whose meaning no standard fixes; null when it can be judged.</summary>
    public ProcessElement? Unjudgeable { get; init; }

    /// <summary>Transitions that take from a place, by place.</summary>
    public required ImmutableArray<ImmutableArray<int>> Takers { get; init; }

    public required ImmutableArray<ImmutableArray<int>> Needers { get; init; }
    public required ImmutableArray<ImmutableArray<int>> Givers { get; init; }
}
