using System.Collections.Immutable;
using System.Globalization;

namespace LmsWorkflow.Domain;

/// <summary>What a person typed into one field. At most one is set; none set, or a blank text, empties the field.</summary>
public sealed record DraftValue(
    WrittenText? Text = null, decimal? Number = null, DateOnly? Date = null, string? Choice = null, bool? Yes = null, ImmutableArray<string>? Choices = null)
{
    public static DraftValue Empty { get; } = new();

    internal bool IsEmpty =>
        Text is null or { IsBlank: true } && Number is null && Date is null && string.IsNullOrEmpty(Choice) && Yes is null && Choices is null or { Length: 0 };
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
        new(posted.DistinctBy(field => field.Key).ToImmutableDictionary(field => field.Key, field => Read(form.Field(field.Key)?.Type, field.Value, salt)));

    static DraftValue Read(FieldType? type, ImmutableArray<string> posted, Func<string> salt)
    {
        var value = posted.IsDefaultOrEmpty ? "" : posted[^1].Trim();
        return type switch
        {
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
