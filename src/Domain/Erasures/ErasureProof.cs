namespace LmsWorkflow.Domain;

/// <summary>Whether what is told of an erasure where the texts were, is what two persons decided. Asked by the check of the record and by whoever checks a dossier.</summary>
public static class ErasureProof
{
    /// <remarks>The same text may lie in several streams, as a case's title does in its tilbud; its commitment is one.</remarks>
    /// <param name="confirmed">Who confirmed, by the stamp of <paramref name="told"/>.</param>
    public static bool IsDecided(Erasure? erasure, PersonId? confirmed, TextsErased told) =>
        erasure is { Standing: ErasureStanding.Confirmed, DecidedBy: { } decided } && decided == confirmed && decided != erasure.ProposedBy && erasure.ProposedBy == told.ProposedBy && erasure.Ground == told.Ground
        && told.Texts.All(text => erasure.Texts.Any(place => place.Text == text));
}
