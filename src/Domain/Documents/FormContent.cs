using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Value of one field: a sealed text, or a typed value that is not personal. Exactly one is set.</summary>
public sealed record FieldValue(
    SealedText? Text = null, decimal? Number = null, DateOnly? Date = null, string? Choice = null, bool? Yes = null, ImmutableArray<string>? Choices = null)
{
    public static FieldValue Of(SealedText text) => new(Text: text);

    public static FieldValue Of(decimal number) => new(Number: number);

    public static FieldValue Of(DateOnly date) => new(Date: date);

    public static FieldValue Of(bool yes) => new(Yes: yes);

    public static FieldValue Of(IEnumerable<string> choices) => new(Choices: [.. choices]);

    public static FieldValue OfChoice(string choice) => new(Choice: choice);

    public bool Equals(FieldValue? other) =>
        other is not null && Equals(Text, other.Text) && Number == other.Number && Date == other.Date && Choice == other.Choice && Yes == other.Yes
        && (Choices ?? []).SequenceEqual(other.Choices ?? []);

    public override int GetHashCode() => HashCode.Combine(Text, Number, Date, Choice, Yes);
}

public sealed record FormField(string Key, FieldValue Value);

/// <summary>Content of a plain form: its filled fields in the order of the form.</summary>
public sealed record FormContent(ImmutableArray<FormField> Fields) : DocumentContent
{
    public FieldValue? this[string key]
    {
        get
        {
            foreach (var field in Fields)
                if (field.Key == key) return field.Value;
            return null;
        }
    }

    public bool Equals(FormContent? other) => other is not null && Fields.SequenceEqual(other.Fields);

    public override int GetHashCode() => Fields.Length;

    public override void WriteCanonical(CanonicalWriter writer)
    {
        foreach (var (key, value) in Fields)
        {
            writer.Value("field", key);
            writer.Text("text", value.Text);
            writer.Number("number", value.Number);
            writer.Date("date", value.Date);
            writer.Value("choice", value.Choice);
            writer.Value("yes", value.Yes switch { true => "true", false => "false", null => null });
            foreach (var choice in value.Choices ?? []) writer.Value("choices", choice);
        }
    }
}
