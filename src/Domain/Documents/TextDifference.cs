using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A run of text that is the same in both versions, was removed, or was added.</summary>
public sealed record TextRun(DifferenceKind? Kind, string Text);

/// <summary>Word for word difference between two texts, for people to read. Long rewritten passages are shown as one removal and one addition.</summary>
public static class TextDifference
{
    const int MostWords = 1_500;

    public static ImmutableArray<TextRun> Of(string before, string after)
    {
        var (old, fresh) = (Split(before), Split(after));
        var same = Common(old, fresh);
        var end = Common(Reversed(old[same..]), Reversed(fresh[same..]));
        var runs = new List<TextRun>();
        Add(runs, null, old.AsSpan(0, same));
        Middle(runs, old[same..^end], fresh[same..^end]);
        Add(runs, null, old.AsSpan(old.Length - end));
        return [.. runs];
    }

    static int Common(ReadOnlySpan<string> one, ReadOnlySpan<string> other) => one.CommonPrefixLength(other);

    static string[] Reversed(string[] words) => [.. words.AsEnumerable().Reverse()];

    static void Middle(List<TextRun> runs, string[] old, string[] fresh)
    {
        if (old.Length > MostWords || fresh.Length > MostWords)
        {
            Add(runs, DifferenceKind.Removed, old);
            Add(runs, DifferenceKind.Added, fresh);
            return;
        }

        var lengths = Lengths(old, fresh);
        int at = 0, to = 0;
        while (at < old.Length || to < fresh.Length)
        {
            if (at < old.Length && to < fresh.Length && old[at] == fresh[to]) (at, to) = (at + 1, to + Kept(runs, old[at]));
            else if (to == fresh.Length || at < old.Length && lengths[at + 1, to] >= lengths[at, to + 1]) Add(runs, DifferenceKind.Removed, old[at++]);
            else Add(runs, DifferenceKind.Added, fresh[to++]);
        }
    }

    /// <summary>Longest common subsequence of what remains from each pair of places.</summary>
    static int[,] Lengths(string[] old, string[] fresh)
    {
        var lengths = new int[old.Length + 1, fresh.Length + 1];
        for (var at = old.Length - 1; at >= 0; at--)
            for (var to = fresh.Length - 1; to >= 0; to--)
                lengths[at, to] = old[at] == fresh[to] ? lengths[at + 1, to + 1] + 1 : Math.Max(lengths[at + 1, to], lengths[at, to + 1]);
        return lengths;
    }

    static int Kept(List<TextRun> runs, string word)
    {
        Add(runs, null, word);
        return 1;
    }

    static void Add(List<TextRun> runs, DifferenceKind? kind, params ReadOnlySpan<string> words)
    {
        if (words.IsEmpty) return;
        var text = string.Concat(words);
        if (runs.Count > 0 && runs[^1].Kind == kind) runs[^1] = new(kind, runs[^1].Text + text);
        else runs.Add(new(kind, text));
    }

    /// <summary>Words with the white space before them, so that what is added at the end leaves the last word as it was: joined again they are the text.</summary>
    static string[] Split(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var at = 1; at <= text.Length; at++)
            if (at == text.Length || !char.IsWhiteSpace(text[at - 1]) && char.IsWhiteSpace(text[at]))
            {
                words.Add(text[start..at]);
                start = at;
            }

        return [.. words];
    }
}
