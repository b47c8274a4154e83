using System.Collections.Immutable;
using System.Globalization;

namespace LmsWorkflow.Domain;

/// <summary>What a person typed into one field. At most one is set; none set, or a blank text, empties the field.</summary>
public sealed record DraftValue(
    WrittenText? Text = null, decimal? Number = null, DateOnly? Date = null, string? Choice = null, bool? Yes = null, ImmutableArray<string>? Choices = null,
    ImmutableArray<DraftRow>? Rows = null)
{
    public static DraftValue Empty { get; } = new();

    internal bool IsEmpty =>
        Text is null or { IsBlank: true } && Number is null && Date is null && string.IsNullOrEmpty(Choice) && Yes is null && Choices is null or { Length: 0 }
        && (Rows is not { } rows || rows.All(row => row.IsEmpty));
}

/// <summary>What a person typed into one row of a list. A row in which nothing is typed is no row.</summary>
/// <param name="Place">The number it was sent under; what its fields are named by when something is refused.</param>
public sealed record DraftRow(int Place, ImmutableDictionary<string, DraftValue> Cells)
{
    internal bool IsEmpty => Cells.Values.All(cell => cell.IsEmpty);
}

/// <summary>What a person typed into a plain form, field by field. A field that is left out keeps what it had; a page with checkboxes sends an empty value when none is ticked.</summary>
public sealed record FormDraft(ImmutableDictionary<string, DraftValue> Values) : DraftContent
{
    public override DraftSealing Seal(CaseContext context, DocumentKind kind, DocumentContent? before)
    {
        if (!PlainForms.Has(kind)) return TextSealing.Refused(new DocumentIsNotAForm());
        if (context.Forms[kind] is not { } form) return TextSealing.Refused(new FormIsMissing());
        return new FormSealing(form, before as FormContent, context.Capacity).Seal(this);
    }

    /// <summary>Reads posted strings by the form's types. Never fails: what cannot be read stays a text, which <see cref="Seal"/> refuses with the field's name.</summary>
    /// <param name="salt">Fresh salt for each text (32 hex digits); the domain knows no chance.</param>
    public static FormDraft Read(FormDefinition form, IEnumerable<KeyValuePair<string, ImmutableArray<string>>> posted, Func<string> salt) =>
        new(ReadFields(form, [.. posted.DistinctBy(field => field.Key)], salt));

    static ImmutableDictionary<string, DraftValue> ReadFields(FormDefinition form, ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> posted, Func<string> salt)
    {
        var cells = posted.Select(field => (Field: field, Cell: PostedCell.Of(form, field.Key))).ToList();
        var values = cells.Where(posted => posted.Cell is null).ToImmutableDictionary(posted => posted.Field.Key, posted => Read(form.Field(posted.Field.Key)?.Type, posted.Field.Value, salt));
        return values.SetItems(cells.Where(posted => posted.Cell is not null).GroupBy(posted => posted.Cell!.List).Select(list =>
            KeyValuePair.Create(list.Key.Key, new DraftValue(Rows: [.. list.GroupBy(posted => posted.Cell!.Row).OrderBy(row => row.Key).Select(row => new DraftRow(row.Key, Cells(row)))]))));

        ImmutableDictionary<string, DraftValue> Cells(IEnumerable<(KeyValuePair<string, ImmutableArray<string>> Field, PostedCell? Cell)> row) =>
            row.DistinctBy(posted => posted.Cell!.Column).ToImmutableDictionary(posted => posted.Cell!.Column, posted => Read(posted.Cell!.Type, posted.Field.Value, salt));
    }

    static DraftValue Read(FieldType? type, ImmutableArray<string> posted, Func<string> salt)
    {
        var value = posted.IsDefaultOrEmpty ? "" : posted[^1].Trim();
        return type switch
        {
            FieldType.Rows => DraftValue.Empty,
            FieldType.Choices => new(Choices: [.. posted.IsDefault ? [] : posted.Where(choice => !string.IsNullOrWhiteSpace(choice))]),
            _ when value.Length == 0 => DraftValue.Empty,
            FieldType.Choice => new(Choice: value),
            FieldType.Number when Typed.Number(value) is { } number => new(Number: number),
            FieldType.Date when Typed.Date(value) is { } date => new(Date: date),
            FieldType.YesNo when Typed.YesNo(value) is { } yes => new(Yes: yes),
            _ => new(Text: new(value, salt())),
        };
    }
}

/// <summary>A posted field that is one cell of a list: <c>list.row.column</c>, rows counted from 0.</summary>
sealed record PostedCell(FieldDefinition List, int Row, string Column)
{
    const int LongestNumber = 4;

    public FieldType? Type => List.Columns.FirstOrDefault(column => column.Key == Column)?.Type;

    public static PostedCell? Of(FormDefinition form, string key) =>
        key.Split('.') is [var list, { Length: > 0 and <= LongestNumber } row, { Length: > 0 } column] && row.All(char.IsAsciiDigit) && form.Field(list) is { Type: FieldType.Rows } field
            ? new(field, int.Parse(row, CultureInfo.InvariantCulture), column) : null;
}

/// <summary>Numbers, dates and times as Norwegians write them.</summary>
public static class Typed
{
    static readonly string[] DateFormats = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy"];
    static readonly string[] TimeFormats = ["HH:mm", "HH.mm", "H:mm", "H.mm", "HH:mm:ss"];

    public static decimal? Number(string value) =>
        decimal.TryParse(value.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateOnly? Date(string value) =>
        DateOnly.TryParseExact(value.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static TimeOnly? Time(string value) =>
        TimeOnly.TryParseExact(value.Trim(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static bool? YesNo(string value) => value.Trim() switch
    {
        "ja" or "true" or "on" or "yes" => true,
        "nei" or "false" or "no" => false,
        _ => null,
    };
}
