using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>What falls due together: the texts of one document of the method (domain notes §4.11), or texts of a case that are in no document. The place in the list is stored, so new kinds come last.</summary>
public enum RetentionKind
{
    D01, D02, D03, D04, D05, D06, D07, D08, D09, D10, D11, D12, D13, D14, D15,
    D16, D17, D18, D19, D20, D21, D22, D23, D24, D25,

    /// <summary>What single participants and members answered: in their own words, and what they ticked off (R188). The figures of all of them are the document's.</summary>
    RawAnswers,

    /// <summary>Whom there was contact with on each side (R3).</summary>
    Contacts,

    /// <summary>Reasons, objections and change wishes.</summary>
    CaseTexts,
}

public static class RetentionKinds
{
    public static ImmutableArray<RetentionKind> All { get; } = [.. Enum.GetValues<RetentionKind>()];

    /// <summary>Fields of raw answers: they lie under their document's name, and fall due long before it.</summary>
    public static ImmutableArray<string> RawAnswerFields { get; } = ["D22.svar", SealedSlip.Field, "D22.omskrevet", "D23.annerledes", SealedRatings.Field];

    /// <summary>Field of a contact.</summary>
    public const string ContactField = "contact.who";

    /// <summary>Field of the title. It is the case's entry in the journal (R185), stands in the tilbud and its re-runs, and falls due by no rule.</summary>
    public const string TitleField = "title";

    /// <param name="field">Name of a sealed field of a case's stream; null for what falls due by no rule.</param>
    public static RetentionKind? Of(string field) =>
        field == TitleField ? null
        : RawAnswerFields.Contains(field) ? RetentionKind.RawAnswers
        : field == ContactField ? RetentionKind.Contacts
        : DocumentOf(field) ?? RetentionKind.CaseTexts;

    /// <summary>Null for what is no document.</summary>
    public static DocumentKind? Document(this RetentionKind kind) => kind <= RetentionKind.D25 ? (DocumentKind)(int)kind : null;

    static RetentionKind? DocumentOf(string field) =>
        field.Length > 4 && field[3] == '.' && field[0] == 'D' && Enum.TryParse<RetentionKind>(field.AsSpan(0, 3), out var kind) && Enum.IsDefined(kind) ? kind : null;
}
