using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>What the documents' forms ask for. Only required fields and who must write them are meaning; wording is not.</summary>
public static class FormChanges
{
    /// <summary>What one document's form means that it did not before; null: there is none.</summary>
    public static ImmutableArray<MeaningChange> OfOne(DocumentKind kind, FormDefinition? before, FormDefinition? after) => [.. Of(Only(kind, before), Only(kind, after))];

    /// <summary>The same of all, and where both sides sign a form that asks less, that they do.</summary>
    public static IEnumerable<MeaningChange> Of(FormCatalogue before, FormCatalogue after, ProcessDefinition process)
    {
        var signed = FormUses.Of(process).Where(use => use.IsSignOff).ToLookup(use => use.Kind, use => use.Name);
        return before.Forms.Keys.Union(after.Forms.Keys).Order().SelectMany(kind => OfOne(kind, before[kind], after[kind]).Select(change => change.Weakens && signed.Contains(kind) ? Signed(change, signed[kind]) : change));
    }

    static MeaningChange Signed(MeaningChange change, IEnumerable<Words> steps)
    {
        var names = steps.Distinct().ToList();
        var (nb, nn) = (string.Join(", ", names.Select(name => $"«{name.Nb}»")), string.Join(", ", names.Select(name => $"«{name.Nn}»")));
        return change with { Sentence = new($"{change.Sentence.Nb} Begge sider godkjenner skjemaet i {nb}.", $"{change.Sentence.Nn} Begge sider godkjenner skjemaet i {nn}.") };
    }

    static IEnumerable<MeaningChange> Of(FormCatalogue before, FormCatalogue after)
    {
        foreach (var (kind, was) in before.Forms.OrderBy(entry => entry.Key))
        {
            if (after[kind] is not { } now)
            {
                yield return new("formRemoved", null, new($"Skjemaet {kind} «{was.Title.Nb}» er borte.", $"Skjemaet {kind} «{was.Title.Nn}» er borte."), Weakens: true);
                continue;
            }

            var (fields, old) = (Flat(now), Flat(was));
            foreach (var change in old.Where(field => !IsOfNoList(field, fields)).SelectMany(field => Of(kind, field, fields.Find(other => other.Key == field.Key)))
                .Concat(fields.Select(field => Required(kind, old.Find(other => other.Key == field.Key), field)).OfType<MeaningChange>())) yield return change;
        }

        foreach (var (kind, now) in after.Forms.OrderBy(entry => entry.Key).Where(entry => before[entry.Key] is null))
            yield return new("formAdded", null, new($"Skjemaet {kind} «{now.Title.Nb}» er nytt.", $"Skjemaet {kind} «{now.Title.Nn}» er nytt."), Weakens: false);
    }

    /// <summary>Fields, and what is asked in each row of a list under the list's name.</summary>
    static List<FieldDefinition> Flat(FormDefinition form) =>
    [
        .. form.Fields.SelectMany(field => field.Columns
            .Select(column => column with { Key = $"{field.Key}.{column.Key}", Label = new($"{field.Label.Nb}: {column.Label.Nb}", $"{field.Label.Nn}: {column.Label.Nn}") }).Prepend(field)),
    ];

    /// <summary>The whole list is gone, which is said of the list.</summary>
    static bool IsOfNoList(FieldDefinition field, List<FieldDefinition> now) => field.Key.Split('.') is [var list, _] && now.All(other => other.Key != list);

    static FormCatalogue Only(DocumentKind kind, FormDefinition? form) => form is null ? FormCatalogue.Empty : new(FormCatalogue.Empty.Forms.Add(kind, form));

    static IEnumerable<MeaningChange> Of(DocumentKind kind, FieldDefinition was, FieldDefinition? now)
    {
        if (now is null) return [new("fieldRemoved", null, new($"Feltet «{was.Label.Nb}» i {kind} er borte.", $"Feltet «{was.Label.Nn}» i {kind} er borte."), was.Required || was.WrittenBy is not null)];
        return new[] { NotRequired(kind, was, now), OtherWriter(kind, was, now), OtherType(kind, was, now) }.OfType<MeaningChange>().Concat(ItemsGone(kind, was, now));
    }

    static MeaningChange? NotRequired(DocumentKind kind, FieldDefinition was, FieldDefinition now) => was.Required && !now.Required
        ? new("fieldNotRequired", null, new($"Feltet «{now.Label.Nb}» i {kind} må ikke lenger fylles ut.", $"Feltet «{now.Label.Nn}» i {kind} må ikkje lenger fyllast ut."), Weakens: true)
        : null;

    static MeaningChange? OtherWriter(DocumentKind kind, FieldDefinition was, FieldDefinition now) => was.WrittenBy is { } side && now.WrittenBy != side
        ? new("fieldWriterChanged", null, new($"Feltet «{now.Label.Nb}» i {kind} må ikke lenger skrives av {side.Words().Nb}.", $"Feltet «{now.Label.Nn}» i {kind} må ikkje lenger skrivast av {side.Words().Nn}."), Weakens: true)
        : null;

    /// <summary>What must be answered by choosing can no longer be told apart when it is answered otherwise; people judge, so it weakens where an answer is mandatory.</summary>
    static MeaningChange? OtherType(DocumentKind kind, FieldDefinition was, FieldDefinition now) => was.Type == now.Type || (IsText(was.Type) && IsText(now.Type)) ? null
        : new("fieldTypeChanged", null, new($"Feltet «{now.Label.Nb}» i {kind} besvares på en annen måte enn før.", $"Feltet «{now.Label.Nn}» i {kind} blir svart på på ein annan måte enn før."), was.Required);

    /// <summary>Every item of a mandatory checklist must be ticked: one that is gone is one less.</summary>
    static IEnumerable<MeaningChange> ItemsGone(DocumentKind kind, FieldDefinition was, FieldDefinition now) =>
        from option in was.Options
        where was is { Type: FieldType.Choices, Required: true } && now.Type == FieldType.Choices && now.Options.All(other => other.Value != option.Value)
        select new MeaningChange("fieldItemRemoved", null, new($"«{option.Label.Nb}» er borte fra «{now.Label.Nb}» i {kind}.", $"«{option.Label.Nn}» er borte frå «{now.Label.Nn}» i {kind}."), Weakens: true);

    static bool IsText(FieldType type) => type is FieldType.Text or FieldType.LongText;

    static MeaningChange? Required(DocumentKind kind, FieldDefinition? was, FieldDefinition now) => now.Required && was is not { Required: true }
        ? new("fieldRequired", null, new($"Feltet «{now.Label.Nb}» i {kind} må nå fylles ut.", $"Feltet «{now.Label.Nn}» i {kind} må no fyllast ut."), Weakens: false)
        : null;
}
