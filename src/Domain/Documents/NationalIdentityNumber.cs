namespace LmsWorkflow.Domain;

/// <summary>Finds Norwegian national identity numbers (and D numbers) in free text, so that none is ever stored (R46, R173, N14).</summary>
public static class NationalIdentityNumber
{
    const int Digits = 11;
    static ReadOnlySpan<int> FirstWeights => [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    static ReadOnlySpan<int> SecondWeights => [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    public static bool IsIn(string? text) => Find(text) is not null;

    /// <summary>Where the first number stands: eleven digits with valid control digits, perhaps with a space, hyphen or full stop after the date. Null when there is none.</summary>
    public static Range? Find(string? text) => text is null ? null : Find(text, 0);

    /// <summary>The text with every number replaced by dots of the same length.</summary>
    public static string Mask(string text)
    {
        var masked = text.ToCharArray();
        for (var found = Find(text, 0); found is { } range; found = Find(text, range.End.Value))
            masked.AsSpan(range).Fill('•');
        return new string(masked);
    }

    static Range? Find(string text, int from)
    {
        for (var start = from; start < text.Length; start++)
        {
            if (!char.IsAsciiDigit(text[start]) || start > 0 && char.IsAsciiDigit(text[start - 1])) continue;
            if (EndOfNumber(text, start) is { } end) return start..end;
        }

        return null;
    }

    static int? EndOfNumber(string text, int start)
    {
        Span<int> digits = stackalloc int[Digits];
        int at = start, count = 0;
        for (; at < text.Length && count < Digits; at++)
        {
            if (char.IsAsciiDigit(text[at])) digits[count++] = text[at] - '0';
            else if (count != 6 || !IsSeparator(text[at]) || IsSeparator(text[at - 1])) return null;
        }

        var endsHere = at == text.Length || !char.IsAsciiDigit(text[at]);
        return count == Digits && endsHere && Checks(digits, FirstWeights) && Checks(digits, SecondWeights) ? at : null;
    }

    static bool IsSeparator(char character) => character is ' ' or '-' or '.' or '\u00a0';

    static bool Checks(ReadOnlySpan<int> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var at = 0; at < weights.Length; at++) sum += digits[at] * weights[at];
        return sum % 11 == 0;
    }
}
