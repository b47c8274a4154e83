namespace LmsWorkflow.Domain;

/// <summary>Mandatory fields of one document (domain notes §4.11).</summary>
public static class DocumentCompleteness
{
    public static IEnumerable<Refusal> Unmet(CaseContext context, DocumentKind kind) =>
        Unmet(context.Case.Documents.Latest(kind), context.Forms[kind], kind);

    public static bool IsComplete(CaseFile file, FormCatalogue forms, DocumentKind kind) => !Unmet(file.Documents.Latest(kind), forms[kind], kind).Any();

    static IEnumerable<Refusal> Unmet(DocumentVersion? latest, FormDefinition? form, DocumentKind kind)
    {
        if (latest is null) return [new DocumentMissing(kind, form?.Title ?? Words.Same(kind.ToString()))];
        return latest.Content is FormContent content && form is not null ? UnmetFields(content, form) : [];
    }

    static IEnumerable<Refusal> UnmetFields(FormContent content, FormDefinition form) =>
        form.Fields.Where(field => field.Required && !IsFilled(content[field.Key])).Select(field => new MandatoryFieldMissing(form.Kind, field.Key, form.Title, field.Label));

    static bool IsFilled(FieldValue? value) => value switch
    {
        null => false,
        { Text: { } text } => text.Value is null || !string.IsNullOrWhiteSpace(text.Value),
        { Choices: { } choices } => choices.Length > 0,
        _ => value.Number is not null || value.Date is not null || value.Choice is not null || value.Yes is not null,
    };
}

public sealed record DocumentMissing(DocumentKind Kind, Words Title) : Refusal(new Words(
    $"«{Title.Nb}» er ikke påbegynt. Åpne dokumentet og fyll det ut.", $"«{Title.Nn}» er ikkje påbyrja. Opne dokumentet og fyll det ut."));

public sealed record MandatoryFieldMissing(DocumentKind Kind, string Field, Words Title, Words Label) : Refusal(new Words(
    $"«{Label.Nb}» mangler i «{Title.Nb}». Fyll ut feltet.", $"«{Label.Nn}» manglar i «{Title.Nn}». Fyll ut feltet."));
