namespace LmsWorkflow.Domain;

/// <summary>What one document lacks by itself: mandatory fields (domain notes §4.11), and the rules of the kursplan, programme and budget.</summary>
public static class DocumentCompleteness
{
    public static IEnumerable<Refusal> Unmet(CaseContext context, DocumentKind kind) => Unmet(context.Case, context.Forms[kind], kind);

    public static bool IsComplete(CaseFile file, FormCatalogue forms, DocumentKind kind) => !Unmet(file, forms[kind], kind).Any();

    static IEnumerable<Refusal> Unmet(CaseFile file, FormDefinition? form, DocumentKind kind) => file.Documents.Latest(kind)?.Content switch
    {
        null => [new DocumentMissing(kind, form?.Title ?? Words.Same(kind.ToString()))],
        FormContent content => [.. form is null ? [] : UnmetFields(content, form), .. UnmetRules(content, form, kind)],
        ProgrammeContent programme => [
            .. ProgrammeFindings.Blocks(programme, PlanCompleteness.ForChildren(file)),
            .. CourseThemes.Findings(file.Course?.Kind, programme).Where(finding => finding.Weight == FindingWeight.Block).Select(finding => finding.Reason),
        ],
        BudgetContent { Lines.IsEmpty: true } => [new BudgetIsEmpty()],
        _ => [],
    };

    static IEnumerable<Refusal> UnmetFields(FormContent content, FormDefinition form) =>
        form.Fields.Where(field => field.Required && !IsFilled(content[field.Key])).Concat(form.Fields.SelectMany(field => UnmetCells(content, field)))
            .Select(field => new MandatoryFieldMissing(form.Kind, field.Key, form.Title, field.Label));

    /// <summary>In each row that is there, what each row must say.</summary>
    static IEnumerable<FieldDefinition> UnmetCells(FormContent content, FieldDefinition list) =>
        from entry in (content[list.Key]?.Rows ?? []).Select((row, at) => (Row: row, At: at))
        from column in list.Columns
        where column.Required && !IsFilled(entry.Row[column.Key])
        select list.Cell(column, entry.At, entry.At + 1);

    /// <summary>What a document must say whatever its form calls mandatory: a form may ask for more, never for less.</summary>
    static IEnumerable<Refusal> UnmetRules(FormContent content, FormDefinition? form, DocumentKind kind) => kind switch
    {
        DocumentKind.D08 => KnowledgeSections.Unmet(content, form),
        DocumentKind.D12 => KursplanCompleteness.Unmet(content, form),
        DocumentKind.D18 when form is not null => OpenItems(content, form),
        DocumentKind.D24 => ReportSections.Unmet(content, form),
        _ => [],
    };

    /// <summary>Step 3.3: every item of a mandatory checklist is ticked.</summary>
    static IEnumerable<Refusal> OpenItems(FormContent content, FormDefinition form) =>
        from field in form.Fields
        where field is { Type: FieldType.Choices, Required: true } && content[field.Key] is not null
        from option in field.Options
        where content[field.Key]!.Choices?.Contains(option.Value) != true
        select new ChecklistItemOpen(option.Value, option.Label);

    static bool IsFilled(FieldValue? value) => value switch
    {
        null => false,
        { Text: { } text } => text.Value is null || !string.IsNullOrWhiteSpace(text.Value),
        { Choices: { } choices } => choices.Length > 0,
        { Rows: { } rows } => rows.Length > 0,
        _ => value.Number is not null || value.Date is not null || value.Choice is not null || value.Yes is not null,
    };
}

public sealed record DocumentMissing(DocumentKind Kind, Words Title) : Refusal(new Words(
    $"«{Title.Nb}» er ikke påbegynt. Åpne dokumentet og fyll det ut.", $"«{Title.Nn}» er ikkje påbyrja. Opne dokumentet og fyll det ut."));

public sealed record MandatoryFieldMissing(DocumentKind Kind, string Field, Words Title, Words Label) : Refusal(new Words(
    $"«{Label.Nb}» mangler i «{Title.Nb}». Fyll ut feltet.", $"«{Label.Nn}» manglar i «{Title.Nn}». Fyll ut feltet."));

/// <summary>Step 3.3.</summary>
public sealed record ChecklistItemOpen(string Item, Words Label) : Refusal(new Words(
    $"«{Label.Nb}» er ikke krysset av i sjekklisten. Gjør det ferdig, og kryss av.", $"«{Label.Nn}» er ikkje kryssa av i sjekklista. Gjer det ferdig, og kryss av."));
