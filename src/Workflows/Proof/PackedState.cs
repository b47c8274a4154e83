using System.Numerics;

namespace LmsWorkflow.Workflows;

/// <summary>
/// How a state is written down: two bits for each place, so that a place holds none, one, two or three tokens, and last one word that the proof keeps track of.
/// Three means three or more.
/// </summary>
static class PackedState
{
    public const int PerWord = 32;
    public const int Most = 3;

    public static int Words(int places) => (places + PerWord - 1) / PerWord + 1;

    public static ulong Bits(int place) => 3ul << Shift(place);

    public static int Count(ReadOnlySpan<ulong> state, int place) => (int)(state[place / PerWord] >> Shift(place)) & 3;

    /// <summary>False when there was no room for one more.</summary>
    public static bool Add(Span<ulong> state, int place)
    {
        if (Count(state, place) == Most) return false;
        state[place / PerWord] += 1ul << Shift(place);
        return true;
    }

    public static void Remove(Span<ulong> state, int place) => state[place / PerWord] -= 1ul << Shift(place);

    /// <summary>Places with at least one token, lowest first.</summary>
    public static void Marked(ReadOnlySpan<ulong> state, List<int> into)
    {
        into.Clear();
        for (var word = 0; word < state.Length - 1; word++)
        {
            var some = state[word];
            for (var pairs = (some | some >> 1) & 0x5555_5555_5555_5555ul; pairs != 0; pairs &= pairs - 1)
                into.Add(word * PerWord + BitOperations.TrailingZeroCount(pairs) / 2);
        }
    }

    static int Shift(int place) => place % PerWord * 2;
}

/// <summary>All states met, each once, numbered in the order they were met.</summary>
sealed class StateTable(int words)
{
    const int PerBlock = 1024;

    readonly List<ulong[]> blocks = [];
    int[] slots = new int[1024];

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> this[int number] => blocks[number / PerBlock].AsSpan(number % PerBlock * words, words);

    /// <summary>The number of the state, and whether it is new.</summary>
    public (int Number, bool IsNew) Add(ReadOnlySpan<ulong> state)
    {
        if (Count * 2 >= slots.Length) Grow();
        for (var slot = (int)(Hash(state) & (uint)(slots.Length - 1)); ; slot = (slot + 1) & (slots.Length - 1))
        {
            if (slots[slot] == 0)
            {
                slots[slot] = Count + 1;
                Keep(state);
                return (Count++, true);
            }

            if (this[slots[slot] - 1].SequenceEqual(state)) return (slots[slot] - 1, false);
        }
    }

    void Keep(ReadOnlySpan<ulong> state)
    {
        if (Count % PerBlock == 0) blocks.Add(new ulong[PerBlock * words]);
        state.CopyTo(blocks[^1].AsSpan(Count % PerBlock * words, words));
    }

    void Grow()
    {
        slots = new int[slots.Length * 2];
        for (var number = 0; number < Count; number++)
        {
            var slot = (int)(Hash(this[number]) & (uint)(slots.Length - 1));
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = number + 1;
        }
    }

    static uint Hash(ReadOnlySpan<ulong> state)
    {
        var hash = 14695981039346656037ul;
        foreach (var word in state) hash = (hash ^ word) * 1099511628211ul ^ hash >> 29;
        return (uint)(hash ^ hash >> 32);
    }
}
