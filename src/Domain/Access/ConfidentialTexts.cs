using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// Texts that whoever may read a case is not thereby shown: raw answers of participants, what one person answered on the working together, and what a role clarification says of a person's needs and terms (domain notes §3.5). They are neither
/// searched, nor shown in the history, nor put into dossiers.
/// </summary>
public static class ConfidentialTexts
{
    /// <summary>Names of the sealed fields.</summary>
    public static ImmutableArray<string> Fields { get; } = ["D22.svar", SealedSlip.Field, "D23.annerledes", SealedRatings.Field, "D06.oppgave", "D06.ikkeoppgave", "D06.stotte", "D06.tidsbruk", "D06.vilkar"];

    public static bool Include(string field) => Fields.Contains(field) || field.StartsWith("D06.", StringComparison.Ordinal);
}
