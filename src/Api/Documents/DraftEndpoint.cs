using System.Collections.Immutable;
using System.Text.Json;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>PUT <c>documents/{kind}</c>: a draft, in the shape its kind has. A plain form is a map from field to value.</summary>
static class DraftEndpoint
{
    public static async Task Put(HttpContext http, CaseLoader loader, Definitions definitions)
    {
        if (await CaseAsked.Of(http) is not { } asked) return;
        if (Address.Choice<DocumentKind>(http, "kind") is not { } kind)
        {
            await Problem.NotFound.Write(http);
            return;
        }

        var draft = (DraftBody)RequestBody.Parse(await RequestBody.Bytes(http), typeof(DraftBody), []);
        var forms = definitions.FormsOf((await loader.Load(asked.Id, http.RequestAborted)).File);
        await ActEndpoint.Run(http, asked.Id, new SaveDraft(kind, Content(kind, forms, draft.Content), draft.BasedOn), asked.Actor);
    }

    static DraftContent Content(DocumentKind kind, FormCatalogue forms, JsonElement content) => kind switch
    {
        DocumentKind.D13 => Typed<ProgrammeDraft>(content),
        DocumentKind.D14 => Typed<BudgetDraft>(content),
        _ => Form(forms[kind] ?? new FormDefinition(kind, Words.Same(""), []), content),
    };

    static T Typed<T>(JsonElement content) => (T)RequestBody.Parse(JsonSerializer.SerializeToUtf8Bytes(content), typeof(T), []);

    static FormDraft Form(FormDefinition form, JsonElement content)
    {
        if (content.ValueKind != JsonValueKind.Object) throw new BadBodyException(Problem.Malformed("$.content"));
        return FormDraft.Read(form, content.EnumerateObject().SelectMany(field => Posted(field.Name, field.Value)), WrittenTextFromString.FreshSalt);
    }

    /// <summary>Rows are a list of objects; a page posts them as one field for each cell.</summary>
    static IEnumerable<KeyValuePair<string, ImmutableArray<string>>> Posted(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Object)
            ? value.EnumerateArray().SelectMany((row, at) => row.EnumerateObject().Select(cell => KeyValuePair.Create($"{name}.{at}.{cell.Name}", Posted(cell.Value))))
            : [KeyValuePair.Create(name, Posted(value))];

    /// <summary>As a form on a page would have posted it; the form knows what type it is.</summary>
    static ImmutableArray<string> Posted(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().Select(Scalar)],
        _ => [Scalar(value)],
    };

    static string Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => PlainText.Checked(value),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "ja",
        JsonValueKind.False => "nei",
        JsonValueKind.Null => "",
        _ => throw new BadBodyException(Problem.Malformed("$.content")),
    };
}

/// <param name="BasedOn">Version and revision the editor had open; left out for the first.</param>
public sealed record DraftBody(JsonElement Content, DraftPosition? BasedOn = null);
