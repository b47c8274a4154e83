using System.Globalization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>
/// Reads and type-checks our subset of FEEL (DMN 1.3 §10.3): comparison, <c>and</c>, <c>or</c>, <c>not()</c>, arithmetic, <c>in</c> a list of literals,
/// dates and durations, dotted names. Every name must be declared, so a misspelt variable is found when the definition is read.
/// </summary>
public sealed class FeelParser
{
    public const int LongestText = 1_000;
    public const int DeepestNesting = 40;

    static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">="];

    readonly List<FeelToken> tokens;
    readonly Func<string, FeelType?> schema;
    int next;
    int depth;

    FeelParser(string text, Func<string, FeelType?> schema)
    {
        tokens = FeelLexer.Tokens(text);
        this.schema = schema;
    }

    FeelToken Current => tokens[next];

    /// <param name="text">The condition; a leading <c>=</c>, as some modellers write it, is skipped.</param>
    /// <param name="schema">The type of each declared variable; null for a name that is not declared.</param>
    public static FeelReading Condition(string text, Func<string, FeelType?> schema)
    {
        var reading = Expression(text, schema);
        if (reading.Expression is not { Type: not FeelType.Boolean } wrong) return reading;
        return new FeelReading(null, new FeelError(0, new(
            $"Et vilkår må være sant eller usant, men dette gir {TypeName(wrong.Type).Nb}.",
            $"Eit vilkår må vere sant eller usant, men dette gir {TypeName(wrong.Type).Nn}.")));
    }

    public static FeelReading Expression(string text, Func<string, FeelType?> schema)
    {
        var trimmed = text.Trim();
        if (trimmed.StartsWith('=')) trimmed = trimmed[1..].Trim();
        if (trimmed.Length is 0 or > LongestText) return new FeelReading(null, WrongLength(trimmed.Length));
        try
        {
            var parser = new FeelParser(trimmed, schema);
            return new FeelReading(new FeelExpression(trimmed, parser.Whole()), null);
        }
        catch (FeelSyntaxException e)
        {
            return new FeelReading(null, e.Error);
        }
    }

    static FeelError WrongLength(int length) => length == 0
        ? new(0, new("Vilkåret er tomt. Skriv hva som må være sant.", "Vilkåret er tomt. Skriv kva som må vere sant."))
        : new(LongestText, new($"Vilkåret er for langt. Grensen er {LongestText} tegn.", $"Vilkåret er for langt. Grensa er {LongestText} teikn."));

    FeelNode Whole()
    {
        var node = Or();
        if (Current.Kind != FeelTokenKind.End) throw Unexpected();
        return node;
    }

    FeelNode Or()
    {
        if (++depth > DeepestNesting)
            throw Wrong(Current.At, $"Vilkåret har mer enn {DeepestNesting} nivåer av parenteser.", $"Vilkåret har meir enn {DeepestNesting} nivå av parentesar.");
        var left = And();
        for (var at = Current.At; Take("or"); at = Current.At) left = new FeelOr(Boolean(left, at), Boolean(And(), at));
        depth--;
        return left;
    }

    FeelNode And()
    {
        var left = Comparison();
        for (var at = Current.At; Take("and"); at = Current.At) left = new FeelAnd(Boolean(left, at), Boolean(Comparison(), at));
        return left;
    }

    FeelNode Comparison()
    {
        var left = Sum();
        var at = Current.At;
        if (Take("in")) return new FeelIn(left, List(left.Type));
        if (Current.Kind != FeelTokenKind.Symbol || !Comparisons.Contains(Current.Text)) return left;
        var symbol = Advance().Text;
        var right = Sum();
        if (left.Type != right.Type) throw Mismatch(at, left.Type, right.Type);
        if (left.Type == FeelType.Boolean && symbol is not ("=" or "!="))
            throw Wrong(at, "Sant og usant kan ikke ordnes etter størrelse.", "Sant og usant kan ikkje ordnast etter storleik.");
        return new FeelComparison(symbol, left, right);
    }

    List<FeelValue> List(FeelType type)
    {
        var close = Take("[") ? "]" : ")";
        if (close == ")") Expect("(");
        var values = new List<FeelValue>();
        do
        {
            var at = Current.At;
            var element = Unary();
            if (element is FeelVariable) throw Wrong(at, "Listen kan bare ha faste verdier.", "Lista kan berre ha faste verdiar.");
            if (element.Type != type) throw Mismatch(at, type, element.Type);
            values.Add(element.Value(_ => FeelValue.Null));
        }
        while (Take(","));
        Expect(close);
        return values;
    }

    FeelNode Sum()
    {
        var left = Product();
        while (IsSymbol("+") || IsSymbol("-")) left = Arithmetic(left, Product);
        return left;
    }

    FeelNode Product()
    {
        var left = Unary();
        while (IsSymbol("*") || IsSymbol("/")) left = Arithmetic(left, Unary);
        return left;
    }

    FeelArithmetic Arithmetic(FeelNode left, Func<FeelNode> operand)
    {
        var token = Advance();
        var right = operand();
        var type = FeelArithmetic.Result(token.Text[0], left.Type, right.Type) ?? throw Mismatch(token.At, left.Type, right.Type);
        return new FeelArithmetic(token.Text[0], left, right, type);
    }

    FeelNode Unary()
    {
        var negations = 0;
        var at = Current.At;
        while (Take("-")) negations++;
        var node = Primary();
        if (negations > 0 && node.Type is not (FeelType.Number or FeelType.Duration)) throw Mismatch(at, FeelType.Number, node.Type);
        return negations % 2 == 1 ? new FeelNegation(node) : node;
    }

    FeelNode Primary()
    {
        var token = Advance();
        return token.Kind switch
        {
            FeelTokenKind.Number => Number(token),
            FeelTokenKind.String => new FeelLiteral(FeelValue.Of(token.Text)),
            FeelTokenKind.Name => Named(token),
            FeelTokenKind.Symbol when token.Text == "(" => Parenthesis(),
            _ => throw UnexpectedAt(token),
        };
    }

    static FeelLiteral Number(FeelToken token) =>
        decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new FeelLiteral(FeelValue.Of(number))
            : throw Wrong(token.At, "Tallet er for stort.", "Talet er for stort.");

    FeelNode Parenthesis()
    {
        var inner = Or();
        Expect(")");
        return inner;
    }

    FeelNode Named(FeelToken token)
    {
        switch (token.Text)
        {
            case "true": return new FeelLiteral(FeelValue.True);
            case "false": return new FeelLiteral(FeelValue.False);
            case "not": return Not();
            case "date" when IsSymbol("("): return Date();
            case "duration" when IsSymbol("("): return Duration();
            case "and" or "or" or "in": throw UnexpectedAt(token);
        }

        var type = schema(token.Text) ?? throw Wrong(token.At,
            $"Ordet «{token.Text}» er ikke kjent. Se listen over hva vilkår kan spørre om.",
            $"Ordet «{token.Text}» er ikkje kjent. Sjå lista over kva vilkår kan spørje om.");
        return new FeelVariable(token.Text, type);
    }

    FeelNot Not()
    {
        Expect("(");
        var at = Current.At;
        var operand = Boolean(Or(), at);
        Expect(")");
        return new FeelNot(operand);
    }

    FeelLiteral Date()
    {
        var text = Argument(out var at);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new FeelLiteral(FeelValue.Of(date))
            : throw Wrong(at, "Datoen må skrives slik: date(\"2026-01-31\").", "Datoen må skrivast slik: date(\"2026-01-31\").");
    }

    FeelLiteral Duration()
    {
        var text = Argument(out var at);
        return IsoDuration.TryParse(text) is { Months: 0 } duration
            ? new FeelLiteral(FeelValue.Of(duration.Exact))
            : throw Wrong(at, "Varigheten må skrives i dager og timer, slik: duration(\"P3DT12H\").", "Lengda må skrivast i dagar og timar, slik: duration(\"P3DT12H\").");
    }

    string Argument(out int at)
    {
        Expect("(");
        at = Current.At;
        if (Current.Kind != FeelTokenKind.String) throw Unexpected();
        var text = Advance().Text;
        Expect(")");
        return text;
    }

    static FeelNode Boolean(FeelNode node, int at) => node.Type == FeelType.Boolean ? node : throw Mismatch(at, FeelType.Boolean, node.Type);

    bool IsSymbol(string symbol) => Current.Kind == FeelTokenKind.Symbol && Current.Text == symbol;

    bool Take(string text)
    {
        if (Current.Kind is not (FeelTokenKind.Symbol or FeelTokenKind.Name) || Current.Text != text) return false;
        next++;
        return true;
    }

    FeelToken Advance()
    {
        var token = Current;
        if (token.Kind != FeelTokenKind.End) next++;
        return token;
    }

    void Expect(string symbol)
    {
        if (!Take(symbol))
            throw Wrong(Current.At, $"Her mangler «{symbol}».", $"Her manglar «{symbol}».");
    }

    FeelSyntaxException Unexpected() => UnexpectedAt(Current);

    static FeelSyntaxException UnexpectedAt(FeelToken token) => token.Kind == FeelTokenKind.End
        ? Wrong(token.At, "Vilkåret slutter for tidlig.", "Vilkåret sluttar for tidleg.")
        : Wrong(token.At, $"«{token.Text}» kan ikke stå her.", $"«{token.Text}» kan ikkje stå her.");

    static FeelSyntaxException Mismatch(int at, FeelType left, FeelType right) => Wrong(at,
        $"{TypeName(left).Nb} og {TypeName(right).Nb} kan ikke settes sammen slik.",
        $"{TypeName(left).Nn} og {TypeName(right).Nn} kan ikkje setjast saman slik.");

    static FeelSyntaxException Wrong(int at, string nb, string nn) => new(at, new Words(nb, nn));

    static Words TypeName(FeelType type) => type switch
    {
        FeelType.Boolean => Words.Same("sant/usant"),
        FeelType.Number => new("tall", "tal"),
        FeelType.String => Words.Same("tekst"),
        FeelType.Date => Words.Same("dato"),
        FeelType.Duration => new("varighet", "lengd i tid"),
        _ => Words.Same("ingenting"),
    };
}
