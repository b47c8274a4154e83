using System.Collections.Immutable;

namespace LmsWorkflow.Workflows;

/// <summary>
/// The values conditions tell apart. A variable that is only compared with fixed values has, as far as the conditions can see, as many values as there are fixed values and
/// gaps between them; one value from each stands for all.
/// </summary>
/// <param name="known">All values a variable can have, where they are known; null elsewhere.</param>
sealed class FeelDomain(Func<string, ImmutableArray<FeelValue>?> known)
{
    readonly SortedDictionary<string, HashSet<FeelValue>> told = new(StringComparer.Ordinal);

    public void Tells(string variable, FeelValue value)
    {
        if (!told.TryGetValue(variable, out var values)) told[variable] = values = [];
        values.Add(value);
    }

    /// <summary>
    /// Values of the variables for which none of the conditions holds; empty when always one of them does; null when that cannot be decided, because they compute with
    /// variables or ask about too many.
    /// </summary>
    /// <param name="tries">How many times a condition may be tried; what is used is taken off.</param>
    public static ImmutableSortedDictionary<string, FeelValue>? Gap(
        IReadOnlyList<FeelExpression> conditions, Func<string, ImmutableArray<FeelValue>?> known, ref long tries)
    {
        var domain = new FeelDomain(known);
        return conditions.All(condition => condition.Tells(domain)) ? domain.FirstGap(conditions, ref tries) : null;
    }

    ImmutableSortedDictionary<string, FeelValue>? FirstGap(IReadOnlyList<FeelExpression> conditions, ref long tries)
    {
        var names = told.Keys.ToArray();
        var samples = names.Select(Samples).ToArray();
        long combinations = 1;
        foreach (var sample in samples)
            if ((combinations *= sample.Length) * conditions.Count > tries) return null;
        tries -= combinations * conditions.Count;
        for (var at = 0; at < combinations; at++)
        {
            var values = Combination(at, names, samples);
            if (!conditions.Any(condition => condition.Holds(name => values[name]))) return names.Length > 0 ? values : null;
        }

        return ImmutableSortedDictionary<string, FeelValue>.Empty;
    }

    static ImmutableSortedDictionary<string, FeelValue> Combination(int at, string[] names, FeelValue[][] samples)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, FeelValue>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            values[names[i]] = samples[i][at % samples[i].Length];
            at /= samples[i].Length;
        }

        return values.ToImmutable();
    }

    FeelValue[] Samples(string name)
    {
        if (known(name) is { } all) return [.. all];
        var values = told[name];
        return values.First().Type == FeelType.Boolean ? [FeelValue.False, FeelValue.True] : [.. values.SelectMany(value => Around(value, values)).Distinct()];
    }

    /// <summary>The value itself, and one from the gap on each side.</summary>
    static IEnumerable<FeelValue> Around(FeelValue value, HashSet<FeelValue> all)
    {
        yield return value;
        switch (value.Type)
        {
            case FeelType.String:
                // nothing lies between a text and the same text with the least character after it
                yield return FeelValue.Of("");
                yield return FeelValue.Of(value.AsString + '\0');
                break;
            case FeelType.Number:
                yield return FeelValue.Of(Between(value.AsNumber, all.Select(other => other.AsNumber).Where(other => other > value.AsNumber), 1));
                yield return FeelValue.Of(Between(value.AsNumber, all.Select(other => other.AsNumber).Where(other => other < value.AsNumber).OrderDescending(), -1));
                break;
            case FeelType.Date:
                if (value.AsDate > DateOnly.MinValue) yield return FeelValue.Of(value.AsDate.AddDays(-1));
                if (value.AsDate < DateOnly.MaxValue) yield return FeelValue.Of(value.AsDate.AddDays(1));
                break;
            case FeelType.Duration:
                yield return FeelValue.Of(value.AsDuration - TimeSpan.FromTicks(1));
                yield return FeelValue.Of(value.AsDuration + TimeSpan.FromTicks(1));
                break;
        }
    }

    static decimal Between(decimal value, IEnumerable<decimal> beyond, int step)
    {
        var next = beyond.Order().Cast<decimal?>().Aggregate((decimal?)null, (best, other) => best is null || Math.Abs(other!.Value - value) < Math.Abs(best.Value - value) ? other : best);
        return next is { } nearest ? value / 2 + nearest / 2 : Math.Abs(value) < decimal.MaxValue / 2 ? value + step : value;
    }
}
