using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

public enum FieldType { Text, LongText, Number, Date, Choice, Choices, YesNo, Rows }

public sealed record FieldOption(string Value, Words Label);

/// <summary>One field of a form.</summary>
/// <param name="WrittenBy">The side that must have written it, where a form has a section for each (D08); null when anybody may.</param>
public sealed record FieldDefinition(
    string Key, Words Label, Words? Help, FieldType Type, bool Required, Side? WrittenBy, ImmutableArray<FieldOption> Options, Words? Section)
{
    /// <summary>Of a number: the least and the most that may be answered; null where there is no limit.</summary>
    public decimal? Least { get; init; }

    /// <inheritdoc cref="Least"/>
    public decimal? Most { get; init; }

    /// <summary>Of a list of rows: what is asked in each row. None of them is itself a list.</summary>
    public ImmutableArray<FieldDefinition> Columns { get; init; } = [];

    /// <summary>A column as it is asked in one row, by the name its input has.</summary>
    /// <param name="row">As the row was sent; counted from 0.</param>
    public FieldDefinition Cell(FieldDefinition column, int row, int number) => column with
    {
        Key = $"{Key}.{row}.{column.Key}",
        Label = new($"{column.Label.Nb} (rad {number} i «{Label.Nb}»)", $"{column.Label.Nn} (rad {number} i «{Label.Nn}»)"),
    };
}

/// <summary>A document's form.</summary>
/// <param name="Intro">What the person should know before filling it in.</param>
public sealed record FormDefinition(DocumentKind Kind, Words Title, ImmutableArray<FieldDefinition> Fields, Words? Intro = null)
{
    public FieldDefinition? Field(string key) => Fields.FirstOrDefault(field => field.Key == key);
}

/// <summary>The forms pinned with a case's process definition.</summary>
public sealed record FormCatalogue(ImmutableDictionary<DocumentKind, FormDefinition> Forms)
{
    public static FormCatalogue Empty { get; } = new(ImmutableDictionary<DocumentKind, FormDefinition>.Empty);

    public FormDefinition? this[DocumentKind kind] => Forms.GetValueOrDefault(kind);
}
