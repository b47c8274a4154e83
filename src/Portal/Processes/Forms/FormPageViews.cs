using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A form of a draft in the list.</summary>
/// <param name="Exists">False: the drawing needs the document, and the draft has no form for it.</param>
/// <param name="Uses">Steps where it is written.</param>
/// <param name="SignOffs">Steps where both sides sign it.</param>
public sealed record DraftFormLine(
    DocumentKind Kind, Words Title, bool Exists, int Questions, int Required, ImmutableArray<Words> Uses, ImmutableArray<Words> SignOffs, ImmutableArray<ChangeLine> Changes);

/// <summary>The forms of a draft.</summary>
public sealed record DraftFormsView(string Key, Words Name, DraftLine Draft, bool IsOpen, ImmutableArray<DraftFormLine> Lines)
{
    /// <summary>Documents that the draft neither has a form for nor needs.</summary>
    public ImmutableArray<(DocumentKind Kind, Words Title)> Others { get; init; } = [];

    public string Path => $"/prosesser/{Key}/utkast/{Draft.Number}";
}

/// <summary>A question, or a heading with questions under it, as it is edited.</summary>
/// <param name="Place">What an edit finds it by; null: it can only be changed in the file.</param>
/// <param name="Field">Null for a heading.</param>
public sealed record FormPart(string? Place, Words Label, FieldDefinition? Field, ImmutableArray<FormPart> Parts);

/// <summary>One time the form was saved.</summary>
/// <param name="Changes">What it meant that the one before did not.</param>
public sealed record FormRevisionLine(int Revision, DateTimeOffset At, string By, ImmutableArray<ChangeLine> Changes, bool IsNow);

/// <summary>One form of a draft, to be edited.</summary>
/// <param name="Form">Null: the draft has none for the document.</param>
/// <param name="Since">When somebody else had saved first: what they changed.</param>
public sealed record DraftFormView(
    string Key, Words Name, DraftLine Draft, bool IsOpen, DraftFormLine Line, FormDefinition? Form, ImmutableArray<FormPart> Parts, ImmutableArray<FormRevisionLine> Revisions,
    ImmutableArray<ChangeLine> Since, bool HasShipped)
{
    public string Path => $"/prosesser/{Key}/utkast/{Draft.Number}/skjemaer/{Line.Kind}";

    public string Download => $"/api/v1/definitions/{Key}/drafts/{Draft.Number}/forms/{Line.Kind}";

    /// <summary>Headings a new question can be put under, and lists it can be asked in each row of.</summary>
    public ImmutableArray<FormPart> Sections => [.. Within(Parts).Where(part => part is { Field: null or { Type: FieldType.Rows }, Place: not null })];

    static IEnumerable<FormPart> Within(ImmutableArray<FormPart> parts) => parts.SelectMany(part => Within(part.Parts).Prepend(part));
}

/// <summary>What types of questions are called.</summary>
public static class FieldTypeNames
{
    public static Words Of(FieldType type) => type switch
    {
        FieldType.Text => new("Kort tekst", "Kort tekst"),
        FieldType.LongText => new("Lang tekst", "Lang tekst"),
        FieldType.Number => new("Tall", "Tal"),
        FieldType.Date => new("Dato", "Dato"),
        FieldType.Choice => new("Ett svar fra en liste", "Eitt svar frå ei liste"),
        FieldType.Choices => new("Flere svar fra en liste", "Fleire svar frå ei liste"),
        FieldType.Rows => new("Liste med rader", "Liste med rader"),
        _ => new("Ja eller nei", "Ja eller nei"),
    };
}
