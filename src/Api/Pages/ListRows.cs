using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;
using Microsoft.Extensions.Primitives;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>A document's form with lists of rows: a button asks for a row more or a row less, and everything typed stays.</summary>
static class ListRows
{
    const string Add = "rad:";
    const string Remove = "fjern:";

    public static PageAct Act(Func<CaseAskedFor, PageForm, (CaseRequest?, ImmutableArray<Refusal>)> read) =>
        new(nameof(SaveDraft), (asked, form) => ValueTask.FromResult(read(asked, form)), Preview: Preview);

    /// <summary>A field of the form, or a cell of one of its lists.</summary>
    public static bool IsOf(FormDefinition form, string name) => form.Field(name) is not null || name.Split('.') is [var list, _, _] && form.Field(list) is { Type: FieldType.Rows };

    static FormState? Preview(PageForm form)
    {
        var wish = form.Fields.GetValueOrDefault("gjor").ToString();
        var fields = wish.StartsWith(Add, StringComparison.Ordinal) ? With(form, wish[Add.Length..]) : wish.StartsWith(Remove, StringComparison.Ordinal) ? Without(form, wish[Remove.Length..]) : null;
        return fields is null ? null : (form with { Fields = fields }).State([]) with { IsPreview = true };
    }

    static Dictionary<string, StringValues> With(PageForm form, string list)
    {
        var next = form.Fields.Keys.Select(name => name.Split('.') is [var its, var row, ..] && its == list && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number + 1 : 0).DefaultIfEmpty(0).Max();
        return form.Fields.Append(KeyValuePair.Create($"{list}.{next}.", new StringValues(""))).ToDictionary();
    }

    /// <param name="row"><c>list.2.</c></param>
    static Dictionary<string, StringValues> Without(PageForm form, string row) => form.Fields.Where(field => !field.Key.StartsWith(row, StringComparison.Ordinal)).ToDictionary();
}
