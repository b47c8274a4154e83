using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

enum FeelTokenKind { Number, String, Name, Symbol, End }

readonly record struct FeelToken(FeelTokenKind Kind, string Text, int At);

/// <summary>A condition's text is not understood at this place; caught where reading began.</summary>
sealed class FeelSyntaxException(int at, Words sentence) : Exception
{
    public FeelError Error { get; } = new(at, sentence);
}

/// <summary>Cuts a condition into tokens.</summary>
static class FeelLexer
{
    static readonly string[] Symbols = ["<=", ">=", "!=", "(", ")", "[", "]", ",", "=", "<", ">", "+", "-", "*", "/"];

    public static List<FeelToken> Tokens(string text)
    {
        var tokens = new List<FeelToken>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = Next(text, at, out at);
            tokens.Add(token);
        }

        tokens.Add(new FeelToken(FeelTokenKind.End, "", text.Length));
        return tokens;
    }

    static FeelToken Next(string text, int at, out int end)
    {
        if (text[at] == '"') return String(text, at, out end);
        if (char.IsAsciiDigit(text[at])) return Number(text, at, out end);
        if (char.IsAsciiLetter(text[at]) || text[at] == '_') return Name(text, at, out end);
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) != 0) continue;
            end = at + symbol.Length;
            return new FeelToken(FeelTokenKind.Symbol, symbol, at);
        }

        throw new FeelSyntaxException(at, new(
            $"Tegnet «{text[at]}» kan ikke brukes i et vilkår.", $"Teiknet «{text[at]}» kan ikkje brukast i eit vilkår."));
    }

    static FeelToken String(string text, int at, out int end)
    {
        var close = text.IndexOf('"', at + 1);
        if (close < 0)
            throw new FeelSyntaxException(at, new("Teksten mangler avsluttende anførselstegn.", "Teksten manglar avsluttande hermeteikn."));
        end = close + 1;
        return new FeelToken(FeelTokenKind.String, text[(at + 1)..close], at);
    }

    static FeelToken Number(string text, int at, out int end)
    {
        end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        }

        return new FeelToken(FeelTokenKind.Number, text[at..end], at);
    }

    static FeelToken Name(string text, int at, out int end)
    {
        end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_' || IsInnerDot(text, end))) end++;
        return new FeelToken(FeelTokenKind.Name, text[at..end], at);
    }

    static bool IsInnerDot(string text, int at) => text[at] == '.' && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]);
}
