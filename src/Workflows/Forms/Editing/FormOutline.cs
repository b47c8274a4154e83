using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Workflows;

/// <summary>A form as it is edited: its questions and sections in order, each with the name an edit finds it by.</summary>
public sealed record FormOutline(FormDefinition Form, ImmutableArray<FormItem> Items)
{
    /// <summary>Null when the file cannot be read.</summary>
    public static FormOutline? Of(ReadOnlyMemory<byte> form) =>
        FormReader.Read(form).Form is { } definition && FormTree.Open(form) is { } tree ? new(definition, [.. Under(tree.Root, definition)]) : null;

    /// <summary>Questions that stand in the form, in sections too.</summary>
    public IEnumerable<FormItem> Questions => Flat(Items);

    static IEnumerable<FormItem> Flat(ImmutableArray<FormItem> items) => items.SelectMany(item => item.Field is null ? Flat(item.Items) : [item]);

    static IEnumerable<FormItem> Under(JsonObject parent, FormDefinition form)
    {
        foreach (var component in (parent["components"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var place = FormPlace.Name(component);
            if (component.Text("type") == "group") yield return new(place, new(component.Text("label") ?? "", component.Property("labelNn") ?? ""), null, [.. Under(component, form)]);
            else if (place is not null && form.Field(place) is { } field) yield return new(place, field.Label, field, [.. field.Columns.Select(column => new FormItem($"{place}.{column.Key}", column.Label, column, []))]);
        }
    }
}

/// <param name="Place">What an edit finds it by; null: the file gives it no name, so it can only be changed there.</param>
/// <param name="Field">Null for a section.</param>
/// <param name="Items">Of a section: what stands in it. Of a list: what each row asks.</param>
public sealed record FormItem(string? Place, Words Label, FieldDefinition? Field, ImmutableArray<FormItem> Items);
