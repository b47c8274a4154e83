using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Checks a draft against its form and seals its texts.</summary>
sealed class FormSealing(FormDefinition form, FormContent? before, Role capacity)
{
    const decimal LargestNumber = 1_000_000_000m;
    const int MostRows = 100;
    readonly TextSealing texts = new(form.Kind);

    public DraftSealing Seal(FormDraft draft)
    {
        foreach (var key in draft.Values.Keys.Order(StringComparer.Ordinal))
            if (form.Field(key) is null) texts.Refuse(new UnknownField(key));
        return texts.Answer(new FormContent([.. Fields(draft)]));
    }

    IEnumerable<FormField> Fields(FormDraft draft)
    {
        foreach (var field in form.Fields)
        {
            var earlier = before?[field.Key];
            var value = draft.Values.TryGetValue(field.Key, out var typed) ? Value(field, typed, earlier) : earlier;
            if (!Equals(value, earlier)) texts.Refuse(NotTheirs(field));
            if (value is not null) yield return new(field.Key, value);
        }
    }

    /// <summary>A section that one side writes is changed by that side alone; the koordinator writes neither (D08).</summary>
    WrittenByOtherSide? NotTheirs(FieldDefinition field) =>
        KnowledgeSections.WriterOf(form.Kind, field) is { } side && capacity != side.Role() ? new WrittenByOtherSide(field.Key, field.Label, side) : null;

    FieldValue? Value(FieldDefinition field, DraftValue typed, FieldValue? earlier, string? sealedAs = null)
    {
        if (typed.IsEmpty) return null;
        return field.Type switch
        {
            FieldType.Rows when typed.Rows is { } rows => Rows(field, rows, earlier),
            FieldType.Text or FieldType.LongText when typed.Text is { } text => texts.Seal(field.Key, field.Label, text, earlier?.Text, sealedAs) is { } seal ? FieldValue.Of(seal) : null,
            FieldType.Number when typed.Number is { } number => Number(field, number),
            FieldType.Date when typed.Date is { } date => Date(field, date),
            FieldType.Choice when typed.Choice is { } choice => Choice(field, choice),
            FieldType.Choices when typed.Choices is { } choices => Choices(field, choices),
            FieldType.YesNo when typed.Yes is { } yes => FieldValue.Of(yes),
            _ => Refused(new FieldHasWrongType(field.Key, field.Label, field.Type)),
        };
    }

    FieldValue? Rows(FieldDefinition list, ImmutableArray<DraftRow> typed, FieldValue? earlier)
    {
        if (typed.Length > MostRows) return Refused(new TooManyRows(list.Key, list.Label, MostRows));
        var had = (earlier?.Rows ?? []).SelectMany(row => row.Cells).ToList();
        ImmutableArray<FormRow> rows = [.. typed.Where(row => !row.IsEmpty).Select((row, at) => Row(list, row, at + 1, had)).Where(row => !row.Cells.IsEmpty)];
        return rows.IsEmpty ? null : FieldValue.Of(rows);
    }

    FormRow Row(FieldDefinition list, DraftRow typed, int number, List<FormField> had)
    {
        foreach (var key in typed.Cells.Keys.Order(StringComparer.Ordinal))
            if (list.Columns.All(column => column.Key != key)) texts.Refuse(new UnknownField(key));
        return new([.. list.Columns.Select(column => typed.Cells.TryGetValue(column.Key, out var cell) ? Cell(list, column, cell, typed.Place, number, had) : null).OfType<FormField>()]);
    }

    /// <summary>A text that has moved with its row keeps its seal; each seal is kept by one cell.</summary>
    FormField? Cell(FieldDefinition list, FieldDefinition column, DraftValue typed, int place, int number, List<FormField> had)
    {
        var same = typed.Text is { } text ? had.FirstOrDefault(cell => cell.Key == column.Key && cell.Value.Text?.Value is { } value && value == TextSealing.Tidy(text).Value) : null;
        if (same is not null) had.Remove(same);
        return Value(list.Cell(column, place, number), typed, same?.Value, $"{list.Key}.{column.Key}") is { } value ? new(column.Key, value) : null;
    }

    FieldValue? Number(FieldDefinition field, decimal number) =>
        Math.Abs(number) > LargestNumber || decimal.Round(number, 2) != number ? Refused(new NumberOutOfRange(field.Key, field.Label))
        : number < field.Least || number > field.Most ? Refused(new NumberOutsideLimits(field.Key, field.Label, field.Least, field.Most))
        : FieldValue.Of(number);

    FieldValue? Date(FieldDefinition field, DateOnly date) =>
        date.Year is >= 1900 and <= 2200 ? FieldValue.Of(date) : Refused(new FieldHasWrongType(field.Key, field.Label, field.Type));

    FieldValue? Choice(FieldDefinition field, string choice) =>
        Offers(field, choice) ? FieldValue.OfChoice(choice) : Refused(new UnknownOption(field.Key, field.Label));

    FieldValue? Choices(FieldDefinition field, ImmutableArray<string> choices) =>
        choices.All(choice => Offers(field, choice))
            ? FieldValue.Of(field.Options.Select(option => option.Value).Where(choices.Contains))
            : Refused(new UnknownOption(field.Key, field.Label));

    static bool Offers(FieldDefinition field, string choice) => field.Options.Any(option => option.Value == choice);

    FieldValue? Refused(Refusal reason)
    {
        texts.Refuse(reason);
        return null;
    }
}
