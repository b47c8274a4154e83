namespace LmsWorkflow.Workflows;

/// <summary>A condition that has been read and type-checked. Evaluating it changes nothing and cannot fail: what cannot be computed is null (DMN 1.3 §10.3.4).</summary>
public sealed class FeelExpression
{
    readonly FeelNode root;

    internal FeelExpression(string text, FeelNode root)
    {
        Text = text;
        this.root = root;
        var names = new SortedSet<string>(StringComparer.Ordinal);
        root.Names(names);
        Variables = [.. names];
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    public FeelType Type => root.Type;

    /// <summary>Names of the variables it reads, in order.</summary>
    public IReadOnlyList<string> Variables { get; }

    public FeelValue Evaluate(Func<string, FeelValue> variables) => root.Value(variables);

    /// <summary>Whether it holds. Null does not hold.</summary>
    public bool Holds(Func<string, FeelValue> variables) => root.Value(variables).IsTrue;

    /// <summary>Says which values it tells apart; false when it computes with variables, so that no list of values stands for all.</summary>
    internal bool Tells(FeelDomain domain) => root.Tells(domain);

    public override string ToString() => Text;
}

/// <summary>A node of a condition's tree.</summary>
abstract class FeelNode(FeelType type)
{
    public FeelType Type { get; } = type;

    public abstract FeelValue Value(Func<string, FeelValue> variables);

    public abstract void Names(ISet<string> names);

    /// <summary>Says which values of its variables it tells apart; false when that cannot be listed.</summary>
    public abstract bool Tells(FeelDomain domain);

    protected bool IsFixed
    {
        get
        {
            var names = new HashSet<string>();
            Names(names);
            return names.Count == 0;
        }
    }

    protected FeelValue Fixed => Value(static _ => FeelValue.Null);

    /// <summary>A variable told apart from a fixed value; or nothing told at all.</summary>
    protected static bool Tells(FeelDomain domain, FeelNode left, FeelNode right)
    {
        if (left.IsFixed && right.IsFixed) return true;
        if (left.Type == FeelType.Boolean) return left.Tells(domain) && right.Tells(domain);
        if (left.IsFixed) (left, right) = (right, left);
        if (!right.IsFixed || right.Fixed.Type == FeelType.Null) return false;
        if (left is not FeelVariable variable) return false;
        domain.Tells(variable.Name, right.Fixed);
        return true;
    }
}

sealed class FeelLiteral(FeelValue value) : FeelNode(value.Type)
{
    public override FeelValue Value(Func<string, FeelValue> variables) => value;

    public override void Names(ISet<string> names)
    {
    }

    public override bool Tells(FeelDomain domain) => true;
}

sealed class FeelVariable(string name, FeelType type) : FeelNode(type)
{
    public string Name => name;

    public override FeelValue Value(Func<string, FeelValue> variables) => variables(name);

    public override void Names(ISet<string> names) => names.Add(name);

    public override bool Tells(FeelDomain domain)
    {
        domain.Tells(name, FeelValue.True);
        return Type == FeelType.Boolean;
    }
}

sealed class FeelNot(FeelNode operand) : FeelNode(FeelType.Boolean)
{
    public override FeelValue Value(Func<string, FeelValue> variables)
    {
        var value = operand.Value(variables);
        return value.Type == FeelType.Boolean ? FeelValue.Of(!value.IsTrue) : FeelValue.Null;
    }

    public override void Names(ISet<string> names) => operand.Names(names);

    public override bool Tells(FeelDomain domain) => operand.Tells(domain);
}

/// <summary>Three-valued <c>and</c>: false wins over null.</summary>
sealed class FeelAnd(FeelNode left, FeelNode right) : FeelNode(FeelType.Boolean)
{
    public override FeelValue Value(Func<string, FeelValue> variables)
    {
        var first = left.Value(variables);
        if (first.IsFalse) return FeelValue.False;
        var second = right.Value(variables);
        if (second.IsFalse) return FeelValue.False;
        return first.IsTrue && second.IsTrue ? FeelValue.True : FeelValue.Null;
    }

    public override void Names(ISet<string> names)
    {
        left.Names(names);
        right.Names(names);
    }

    public override bool Tells(FeelDomain domain) => left.Tells(domain) && right.Tells(domain);
}

/// <summary>Three-valued <c>or</c>: true wins over null.</summary>
sealed class FeelOr(FeelNode left, FeelNode right) : FeelNode(FeelType.Boolean)
{
    public override FeelValue Value(Func<string, FeelValue> variables)
    {
        var first = left.Value(variables);
        if (first.IsTrue) return FeelValue.True;
        var second = right.Value(variables);
        if (second.IsTrue) return FeelValue.True;
        return first.IsFalse && second.IsFalse ? FeelValue.False : FeelValue.Null;
    }

    public override void Names(ISet<string> names)
    {
        left.Names(names);
        right.Names(names);
    }

    public override bool Tells(FeelDomain domain) => left.Tells(domain) && right.Tells(domain);
}

sealed class FeelComparison(string symbol, FeelNode left, FeelNode right) : FeelNode(FeelType.Boolean)
{
    public override FeelValue Value(Func<string, FeelValue> variables) =>
        FeelValue.Compare(left.Value(variables), right.Value(variables)) is { } order ? FeelValue.Of(Holds(order)) : FeelValue.Null;

    public override void Names(ISet<string> names)
    {
        left.Names(names);
        right.Names(names);
    }

    public override bool Tells(FeelDomain domain) => Tells(domain, left, right);

    bool Holds(int order) => symbol switch
    {
        "=" => order == 0,
        "!=" => order != 0,
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        _ => order >= 0,
    };
}

sealed class FeelIn(FeelNode operand, IReadOnlyList<FeelValue> list) : FeelNode(FeelType.Boolean)
{
    public override FeelValue Value(Func<string, FeelValue> variables)
    {
        var value = operand.Value(variables);
        return value.Type == FeelType.Null ? FeelValue.Null : FeelValue.Of(list.Contains(value));
    }

    public override void Names(ISet<string> names) => operand.Names(names);

    public override bool Tells(FeelDomain domain)
    {
        if (operand is not FeelVariable variable) return IsFixed;
        foreach (var value in list) domain.Tells(variable.Name, value);
        return true;
    }
}

sealed class FeelNegation(FeelNode operand) : FeelNode(operand.Type)
{
    public override FeelValue Value(Func<string, FeelValue> variables)
    {
        var value = operand.Value(variables);
        return value.Type switch
        {
            FeelType.Number => FeelValue.Of(-value.AsNumber),
            FeelType.Duration => FeelArithmetic.Guarded(() => FeelValue.Of(-value.AsDuration)),
            _ => FeelValue.Null,
        };
    }

    public override void Names(ISet<string> names) => operand.Names(names);

    public override bool Tells(FeelDomain domain) => IsFixed;
}

/// <summary>Arithmetic; out of range and division by zero give null, as FEEL has it.</summary>
sealed class FeelArithmetic(char symbol, FeelNode left, FeelNode right, FeelType type) : FeelNode(type)
{
    /// <summary>The type of the result, or null when the two do not go together.</summary>
    public static FeelType? Result(char symbol, FeelType left, FeelType right) => (symbol, left, right) switch
    {
        (_, FeelType.Number, FeelType.Number) => FeelType.Number,
        ('+' or '-', FeelType.Duration, FeelType.Duration) => FeelType.Duration,
        ('+' or '-', FeelType.Date, FeelType.Duration) => FeelType.Date,
        ('+', FeelType.Duration, FeelType.Date) => FeelType.Date,
        ('-', FeelType.Date, FeelType.Date) => FeelType.Duration,
        ('*' or '/', FeelType.Duration, FeelType.Number) => FeelType.Duration,
        ('*', FeelType.Number, FeelType.Duration) => FeelType.Duration,
        ('+', FeelType.String, FeelType.String) => FeelType.String,
        _ => null,
    };

    public override FeelValue Value(Func<string, FeelValue> variables)
    {
        var first = left.Value(variables);
        var second = right.Value(variables);
        return first.Type == FeelType.Null || second.Type == FeelType.Null ? FeelValue.Null : Guarded(() => Compute(first, second));
    }

    public override void Names(ISet<string> names)
    {
        left.Names(names);
        right.Names(names);
    }

    public override bool Tells(FeelDomain domain) => IsFixed;

    public static FeelValue Guarded(Func<FeelValue> compute)
    {
        try
        {
            return compute();
        }
        catch (Exception e) when (e is ArithmeticException or ArgumentException)
        {
            return FeelValue.Null;
        }
    }

    FeelValue Compute(FeelValue a, FeelValue b) => (symbol, a.Type, b.Type) switch
    {
        ('+', FeelType.Number, FeelType.Number) => FeelValue.Of(a.AsNumber + b.AsNumber),
        ('-', FeelType.Number, FeelType.Number) => FeelValue.Of(a.AsNumber - b.AsNumber),
        ('*', FeelType.Number, FeelType.Number) => FeelValue.Of(a.AsNumber * b.AsNumber),
        ('/', FeelType.Number, FeelType.Number) => b.AsNumber == 0 ? FeelValue.Null : FeelValue.Of(a.AsNumber / b.AsNumber),
        ('+', FeelType.Duration, FeelType.Duration) => FeelValue.Of(a.AsDuration + b.AsDuration),
        ('-', FeelType.Duration, FeelType.Duration) => FeelValue.Of(a.AsDuration - b.AsDuration),
        ('+', FeelType.Date, FeelType.Duration) => FeelValue.Of(a.AsDate.AddDays(b.AsDuration.Days)),
        ('-', FeelType.Date, FeelType.Duration) => FeelValue.Of(a.AsDate.AddDays(-b.AsDuration.Days)),
        ('+', FeelType.Duration, FeelType.Date) => FeelValue.Of(b.AsDate.AddDays(a.AsDuration.Days)),
        ('-', FeelType.Date, FeelType.Date) => FeelValue.Of(TimeSpan.FromDays(a.AsDate.DayNumber - b.AsDate.DayNumber)),
        ('*', FeelType.Duration, FeelType.Number) => FeelValue.Of(Scaled(a.AsDuration, b.AsNumber)),
        ('*', FeelType.Number, FeelType.Duration) => FeelValue.Of(Scaled(b.AsDuration, a.AsNumber)),
        ('/', FeelType.Duration, FeelType.Number) => b.AsNumber == 0 ? FeelValue.Null : FeelValue.Of(Scaled(a.AsDuration, 1 / b.AsNumber)),
        ('+', FeelType.String, FeelType.String) => FeelValue.Of(a.AsString + b.AsString),
        _ => FeelValue.Null,
    };

    static TimeSpan Scaled(TimeSpan duration, decimal factor) => new((long)(duration.Ticks * factor));
}
