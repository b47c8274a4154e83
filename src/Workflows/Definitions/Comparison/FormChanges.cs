using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What the documents' forms ask for. Only required fields and who must write them are meaning; wording is not.</summary>
public static class FormChanges
{
    /// <summary>What one document's form means that it did not before; null: there is none.</summary>
    public static ImmutableArray<MeaningChange> OfOne(DocumentKind kind, FormDefinition? before, FormDefinition? after) => [.. Of(Only(kind, before), Only(kind, after))];

    public static IEnumerable<MeaningChange> Of(FormCatalogue before, FormCatalogue after)
    {
        foreach (var (kind, was) in before.Forms.OrderBy(entry => entry.Key))
        {
            if (after[kind] is not { } now)
            {
                yield return new("formRemoved", null, new($"Skjemaet {kind} «{was.Title.Nb}» er borte.", $"Skjemaet {kind} «{was.Title.Nn}» er borte."), Weakens: true);
                continue;
            }

            foreach (var change in was.Fields.Select(field => Of(kind, field, now.Field(field.Key))).Concat(now.Fields.Select(field => Required(kind, was.Field(field.Key), field))).OfType<MeaningChange>()) yield return change;
        }

        foreach (var (kind, now) in after.Forms.OrderBy(entry => entry.Key).Where(entry => before[entry.Key] is null))
            yield return new("formAdded", null, new($"Skjemaet {kind} «{now.Title.Nb}» er nytt.", $"Skjemaet {kind} «{now.Title.Nn}» er nytt."), Weakens: false);
    }

    static FormCatalogue Only(DocumentKind kind, FormDefinition? form) => form is null ? FormCatalogue.Empty : new(FormCatalogue.Empty.Forms.Add(kind, form));

    static MeaningChange? Of(DocumentKind kind, FieldDefinition was, FieldDefinition? now)
    {
        if (now is null) return new("fieldRemoved", null, new($"Feltet «{was.Label.Nb}» i {kind} er borte.", $"Feltet «{was.Label.Nn}» i {kind} er borte."), was.Required || was.WrittenBy is not null);
        if (was.Required && !now.Required) return new("fieldNotRequired", null, new($"Feltet «{now.Label.Nb}» i {kind} må ikke lenger fylles ut.", $"Feltet «{now.Label.Nn}» i {kind} må ikkje lenger fyllast ut."), Weakens: true);
        return was.WrittenBy is { } side && now.WrittenBy != side
            ? new("fieldWriterChanged", null, new($"Feltet «{now.Label.Nb}» i {kind} må ikke lenger skrives av {side.Words().Nb}.", $"Feltet «{now.Label.Nn}» i {kind} må ikkje lenger skrivast av {side.Words().Nn}."), Weakens: true)
            : null;
    }

    static MeaningChange? Required(DocumentKind kind, FieldDefinition? was, FieldDefinition now) => now.Required && was is not { Required: true }
        ? new("fieldRequired", null, new($"Feltet «{now.Label.Nb}» i {kind} må nå fylles ut.", $"Feltet «{now.Label.Nn}» i {kind} må no fyllast ut."), Weakens: false)
        : null;
}
