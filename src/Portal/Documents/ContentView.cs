using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>One field as it reads, for text and for difference.</summary>
public sealed record ReadField(string Key, Words Label, Words? Section, string Text)
{
    /// <summary>Of a list: its rows, in columns.</summary>
    public ReadTable? Table { get; init; }
}

public sealed record ReadTable(ImmutableArray<Words> Columns, ImmutableArray<ImmutableArray<string>> Rows);

/// <summary>One field that differs between two versions.</summary>
public sealed record FieldChange(Words Label, string Before, string After);

/// <summary>A document's content as text, whatever its type: what is read, compared and signed.</summary>
public static partial class ContentView
{
    public static ImmutableArray<ReadField> Read(DocumentContent? content, FormDefinition? form, Viewer me) => content switch
    {
        FormContent fields => ReadForm(fields, form, me),
        _ => ReadTyped(content, me),
    };

    /// <summary>Fields that differ; a field only one version has is compared with nothing.</summary>
    public static ImmutableArray<FieldChange> Changes(ImmutableArray<ReadField> before, ImmutableArray<ReadField> after)
    {
        var old = before.ToDictionary(field => field.Key);
        var changes = after
            .Where(field => !old.TryGetValue(field.Key, out var was) || was.Text != field.Text)
            .Select(field => new FieldChange(field.Label, old.TryGetValue(field.Key, out var was) ? was.Text : "", field.Text));
        var gone = before.Where(field => after.All(now => now.Key != field.Key)).Select(field => new FieldChange(field.Label, field.Text, ""));
        return [.. changes.Concat(gone).Where(change => change.Before != change.After)];
    }

    /// <summary>First and last signs of a hash, enough for people to compare.</summary>
    public static string ShortHash(string hash) => hash.Length <= 12 ? hash : $"{hash[..4]} {hash[4..8]} {hash[8..12]}";

    static ImmutableArray<ReadField> ReadForm(FormContent content, FormDefinition? form, Viewer me)
    {
        if (form is null) return [.. content.Fields.Select(field => new ReadField(field.Key, Words.Same(field.Key), null, Shown(field.Value, null, me)))];
        return
        [
            .. form.Fields.Select(field => new ReadField(field.Key, field.Label, field.Section, content[field.Key] is { } value ? Shown(value, field, me) : "") { Table = Table(content[field.Key], field, me) }),
            .. content.Fields.Where(field => form.Field(field.Key) is null).Select(field => new ReadField(field.Key, Words.Same(field.Key), null, Shown(field.Value, null, me))),
        ];
    }

    static ReadTable? Table(FieldValue? value, FieldDefinition list, Viewer me) => value?.Rows is not { } rows ? null : new(
        [.. list.Columns.Select(column => column.Label)], [.. rows.Select(row => list.Columns.Select(column => row[column.Key] is { } cell ? Shown(cell, column, me) : "").ToImmutableArray())]);

    /// <summary>One line for each row, so that two versions can be compared.</summary>
    static string Row(FormRow row, FieldDefinition? list, Viewer me) => string.Join("; ", row.Cells.Select(cell =>
        list?.Columns.FirstOrDefault(column => column.Key == cell.Key) is { } column ? $"{me.Say(column.Label)}: {Shown(cell.Value, column, me)}" : $"{cell.Key}: {Shown(cell.Value, null, me)}"));

    static string Shown(FieldValue value, FieldDefinition? field, Viewer me) => value switch
    {
        { Text: { } text } => me.Text(text),
        { Number: { } number } => Viewer.Number(number, number == decimal.Truncate(number) ? 0 : 2),
        { Date: { } date } => me.Date(date),
        { Yes: { } yes } => yes ? me.Say("Ja", "Ja") : me.Say("Nei", "Nei"),
        { Choice: { } choice } => Label(choice, field, me),
        { Choices: { } choices } => string.Join(", ", choices.Select(choice => Label(choice, field, me))),
        { Rows: { } rows } => string.Join('\n', rows.Select((row, at) => $"{at + 1}. {Row(row, field, me)}")),
        _ => "",
    };

    static string Label(string choice, FieldDefinition? field, Viewer me) =>
        field?.Options.FirstOrDefault(option => option.Value == choice) is { } option ? me.Say(option.Label) : choice;

    /// <summary>A value as it stands in its input.</summary>
    public static string? Typed(FieldValue? value) => value switch
    {
        null => null,
        { Text: { } text } => text.Value,
        { Number: { } number } => number.ToString("0.##########", CultureInfo.InvariantCulture).Replace('.', ','),
        { Date: { } date } => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { Yes: { } yes } => yes ? "true" : "false",
        { Choice: { } choice } => choice,
        _ => null,
    };
}
