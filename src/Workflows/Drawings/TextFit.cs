using System.Collections.Immutable;

namespace LmsWorkflow.Workflows;

/// <summary>Lines of a text that fit a place, and the size they are set in.</summary>
public sealed record FittedText(ImmutableArray<string> Lines, double Size)
{
    /// <summary>From one line's foot to the next.</summary>
    public double LineHeight => Size * 1.2;

    public double Height => Lines.Length * LineHeight;

    public double Width => Lines.Select(line => TextFit.Width(line, Size)).DefaultIfEmpty(0).Max();
}

/// <summary>
/// Breaks texts into lines by the widths of Arial and its likes (Helvetica, Liberation Sans), so that a drawing needs nobody to measure for it. Inter, which pages are set
/// in, is a little wider: <see cref="Generous"/>.
/// </summary>
public static class TextFit
{
    const double Generous = 1.08;

    /// <summary>Widths of the printable ASCII characters in thousandths of the size.</summary>
    static readonly int[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    public static double Width(string text, double size) => text.Sum(Thousandths) * size * Generous / 1000;

    /// <summary>The largest size of these in which the text keeps within the place; in the smallest it is cut short if it must be.</summary>
    public static FittedText Within(string text, double width, double height, params ReadOnlySpan<double> sizes)
    {
        foreach (var size in sizes)
            if (Lines(text, width, size) is var (lines, isWhole) && isWhole && lines.Count * size * 1.2 <= height) return new([.. lines], size);
        var smallest = sizes[^1];
        var all = Lines(text, width, smallest).Lines;
        var room = Math.Max(1, (int)(height / (smallest * 1.2)));
        if (all.Count <= room) return new([.. all], smallest);
        return new([.. all.Take(room - 1), Short(all[room - 1], width, smallest)], smallest);
    }

    static (List<string> Lines, bool IsWhole) Lines(string text, double width, double size)
    {
        var (lines, line, whole) = (new List<string>(), "", true);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Width(line.Length == 0 ? word : $"{line} {word}", size) <= width)
            {
                line = line.Length == 0 ? word : $"{line} {word}";
                continue;
            }

            if (line.Length > 0) lines.Add(line);
            line = word;
            while (Width(line, size) > width && Break(line, width, size) is var at && at < line.Length)
            {
                whole = false;
                lines.Add(line[..at] + "-");
                line = line[at..];
            }
        }

        if (line.Length > 0) lines.Add(line);
        return (lines, whole);
    }

    /// <summary>How many characters of a long word stay on the line; never half of a pair.</summary>
    static int Break(string word, double width, double size)
    {
        var at = word.Length;
        while (at > 1 && Width(word[..at] + "-", size) > width) at--;
        return at > 1 && char.IsLowSurrogate(word, Math.Min(at, word.Length - 1)) ? at - 1 : at;
    }

    static string Short(string line, double width, double size)
    {
        while (line.Length > 0 && Width(line + "…", size) > width) line = line[..^(line.Length > 1 && char.IsLowSurrogate(line[^1]) ? 2 : 1)];
        return line + "…";
    }

    static int Thousandths(char c) => c switch
    {
        >= ' ' and <= '~' => Widths[c - ' '],
        'æ' => 889,
        'ø' => 611,
        'å' or '«' or '»' or '–' => 556,
        'Æ' or '…' or '—' => 1000,
        'Ø' => 778,
        'Å' => 667,
        > '\u2e80' => 1000,
        _ => 667,
    };
}
