using LmsWorkflow.Domain;
using LmsWorkflow.Portal;

namespace LmsWorkflow.Api;

/// <summary>Parts of a dossier as its verifier tells of them, with the name they have in the files so that they can be found there.</summary>
static class DossierWords
{
    public static string OfStream(string name) =>
        name.StartsWith("case-", StringComparison.Ordinal) ? $"Det som har hendt i saken ({name})"
        : name.StartsWith("attempts-", StringComparison.Ordinal) ? $"Avviste forsøk ({name})"
        : name.StartsWith("reads-", StringComparison.Ordinal) ? $"Hvem som har åpnet og tatt ut ({name})"
        : name.StartsWith("erased-", StringComparison.Ordinal) ? $"Slettede tekster ({name})"
        : name;

    /// <param name="fields">As <c>D22.svar</c>.</param>
    public static string OfFields(IEnumerable<string> fields) => string.Join("; ", fields.GroupBy(DocumentOf).OrderBy(some => some.Key).Select(some =>
        some.Key is { } document ? $"{DocumentNames.Of(document).Nb} ({string.Join(", ", some)})" : string.Join(", ", some)));

    static DocumentKind? DocumentOf(string field) => Enum.TryParse<DocumentKind>(field.Split('.')[0], out var kind) && Enum.IsDefined(kind) ? kind : null;
}
