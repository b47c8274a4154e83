using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Value of one field: a sealed text, or a typed value that is not personal. Exactly one is set.</summary>
public sealed record FieldValue(
    SealedText? Text = null, decimal? Number = null, DateOnly? Date = null, string? Choice = null, bool? Yes = null, ImmutableArray<string>? Choices = null,
    ImmutableArray<FormRow>? Rows = null)
{
    public static FieldValue Of(SealedText text) => new(Text: text);

    public static FieldValue Of(decimal number) => new(Number: number);

    public static FieldValue Of(DateOnly date) => new(Date: date);

    public static FieldValue Of(bool yes) => new(Yes: yes);

    public static FieldValue Of(IEnumerable<string> choices) => new(Choices: [.. choices]);

    public static FieldValue Of(IEnumerable<FormRow> rows) => new(Rows: [.. rows]);

    public static FieldValue OfChoice(string choice) => new(Choice: choice);

    public bool Equals(FieldValue? other) =>
        other is not null && Equals(Text, other.Text) && Number == other.Number && Date == other.Date && Choice == other.Choice && Yes == other.Yes
        && (Choices ?? []).SequenceEqual(other.Choices ?? []) && (Rows ?? []).SequenceEqual(other.Rows ?? []);

    public override int GetHashCode() => HashCode.Combine(Text, Number, Date, Choice, Yes);
}

public sealed record FormField(string Key, FieldValue Value);

/// <summary>One row of a list: its filled cells in the order of the columns.</summary>
public sealed record FormRow(ImmutableArray<FormField> Cells)
{
    public FieldValue? this[string column] => Cells.FirstOrDefault(cell => cell.Key == column)?.Value;

    public bool Equals(FormRow? other) => other is not null && Cells.SequenceEqual(other.Cells);

    public override int GetHashCode() => Cells.Length;
}

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
        foreach (var field in Fields) Write(writer, "field", field);
    }

    static void Write(CanonicalWriter writer, string name, FormField field)
    {
        var value = field.Value;
        writer.Value(name, field.Key);
        writer.Text("text", value.Text);
        writer.Number("number", value.Number);
        writer.Date("date", value.Date);
        writer.Value("choice", value.Choice);
        writer.Value("yes", value.Yes switch { true => "true", false => "false", null => null });
        foreach (var choice in value.Choices ?? []) writer.Value("choices", choice);
        foreach (var row in value.Rows ?? [])
        {
            writer.Number("row", row.Cells.Length);
            foreach (var cell in row.Cells) Write(writer, "cell", cell);
        }
    }
}
