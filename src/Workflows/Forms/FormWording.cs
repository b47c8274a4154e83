using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What differs between two savings of a form beside its meaning (<see cref="FormChanges"/>): new questions, other words, another order. For those who look for the saving to go back to.</summary>
public static class FormWording
{
    public static IEnumerable<Words> Of(FormDefinition before, FormDefinition after)
    {
        var (was, now) = (Asked(before), Asked(after));
        if (before.Title != after.Title) yield return new($"Skjemaet heter nå «{after.Title.Nb}».", $"Skjemaet heiter no «{after.Title.Nn}».");
        if (before.Intro != after.Intro) yield return new("Innledningen er endret.", "Innleiinga er endra.");
        // a mandatory question that is new is told as what it means
        foreach (var field in now.Where(field => !field.Required && was.All(other => other.Key != field.Key))) yield return new($"«{field.Label.Nb}» er lagt til.", $"«{field.Label.Nn}» er lagt til.");
        foreach (var field in was)
            if (now.Find(other => other.Key == field.Key) is { } same && Wording(field, same) is { } words) yield return words;
        var (left, right) = (was.Where(field => now.Any(other => other.Key == field.Key)), now.Where(field => was.Any(other => other.Key == field.Key)));
        if (!left.Select(field => field.Key).SequenceEqual(right.Select(field => field.Key))) yield return new("Rekkefølgen er endret.", "Rekkjefølgja er endra.");
    }

    /// <summary>Questions, and those of each row of a list under the list's name.</summary>
    static List<FieldDefinition> Asked(FormDefinition form) =>
        [.. form.Fields.SelectMany(field => field.Columns.Select(column => column with { Key = $"{field.Key}.{column.Key}" }).Prepend(field))];

    static Words? Wording(FieldDefinition was, FieldDefinition now) =>
        was.Label != now.Label ? new($"«{was.Label.Nb}» heter nå «{now.Label.Nb}».", $"«{was.Label.Nn}» heiter no «{now.Label.Nn}».")
        : was.Section != now.Section ? new($"«{now.Label.Nb}» står under en annen overskrift.", $"«{now.Label.Nn}» står under ei anna overskrift.")
        : (was.Least, was.Most) != (now.Least, now.Most) ? new($"Grensene for «{now.Label.Nb}» er endret.", $"Grensene for «{now.Label.Nn}» er endra.")
        : was.Help != now.Help ? new($"Hjelpeteksten til «{now.Label.Nb}» er endret.", $"Hjelpeteksten til «{now.Label.Nn}» er endra.")
        : !was.Options.SequenceEqual(now.Options) ? new($"Svarene på «{now.Label.Nb}» er endret.", $"Svara på «{now.Label.Nn}» er endra.")
        : null;
}
