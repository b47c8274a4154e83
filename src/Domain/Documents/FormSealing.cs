using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Checks a draft against its form and seals its texts.</summary>
sealed class FormSealing(FormDefinition form, FormContent? before, Role capacity)
{
    const decimal LargestNumber = 1_000_000_000m;
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

    FieldValue? Value(FieldDefinition field, DraftValue typed, FieldValue? earlier)
    {
        if (typed.IsEmpty) return null;
        return field.Type switch
        {
            FieldType.Text or FieldType.LongText when typed.Text is { } text => texts.Seal(field.Key, field.Label, text, earlier?.Text) is { } seal ? FieldValue.Of(seal) : null,
            FieldType.Number when typed.Number is { } number => Number(field, number),
            FieldType.Date when typed.Date is { } date => Date(field, date),
            FieldType.Choice when typed.Choice is { } choice => Choice(field, choice),
            FieldType.Choices when typed.Choices is { } choices => Choices(field, choices),
            FieldType.YesNo when typed.Yes is { } yes => FieldValue.Of(yes),
            _ => Refused(new FieldHasWrongType(field.Key, field.Label, field.Type)),
        };
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
