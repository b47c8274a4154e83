namespace LmsWorkflow.Domain;

/// <summary>What one document lacks by itself: mandatory fields (domain notes §4.11), and the rules of the kursplan, programme and budget.</summary>
public static class DocumentCompleteness
{
    public static IEnumerable<Refusal> Unmet(CaseContext context, DocumentKind kind) => Unmet(context.Case, context.Forms[kind], kind);

    public static bool IsComplete(CaseFile file, FormCatalogue forms, DocumentKind kind) => !Unmet(file, forms[kind], kind).Any();

    static IEnumerable<Refusal> Unmet(CaseFile file, FormDefinition? form, DocumentKind kind) => file.Documents.Latest(kind)?.Content switch
    {
        null => [new DocumentMissing(kind, form?.Title ?? Words.Same(kind.ToString()))],
        FormContent content => [.. form is null ? [] : UnmetFields(content, form), .. kind == DocumentKind.D12 ? KursplanCompleteness.Unmet(content, form) : []],
        ProgrammeContent programme => ProgrammeFindings.Blocks(programme, PlanCompleteness.ForChildren(file)),
        BudgetContent { Lines.IsEmpty: true } => [new BudgetIsEmpty()],
        _ => [],
    };

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
