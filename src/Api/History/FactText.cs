using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>Whether a word stands in what a fact says.</summary>
static class FactText
{
    /// <summary>In the sentence, in either written form, or in the texts people wrote that may be shown.</summary>
    public static bool Holds(ImmutableArray<KeptText> texts, Func<Words?> sentence, string text)
    {
        bool In(string words) => words.Contains(text, StringComparison.CurrentCultureIgnoreCase);
        return (sentence() is { } words && (In(words.Nb) || In(words.Nn))) || texts.Any(one => !ConfidentialTexts.Include(one.Field) && In(one.Value));
    }
}
