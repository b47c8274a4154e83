using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>Takes in what a witness sends, over the net or in a file: one of our checkpoints with the witness's signature.</summary>
public sealed class Cosigning(ICaseStore store, LogPath path, TimeProvider clock)
{
    /// <summary>What clocks of others may be before ours.</summary>
    static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(5);

    /// <summary>Null when it was kept, else why not.</summary>
    public async Task<Refusal?> Take(string text, CancellationToken ct)
    {
        if (SignedNote.Read(text.ReplaceLineEndings("\n")) is not { } note || Checkpoint.Read(note.Text) is not { } checkpoint) return new CosignatureUnreadable();
        if (await store.Log.At(checkpoint.Size, ct) is not { } ours || ours.Note.Text != note.Text) return new NotOurCheckpoint();
        var witnesses = (await path.Load(ct)).Witnesses.Where(entry => entry.DismissedAt is null).Select(entry => NoteKey.Read(entry.Key)).OfType<NoteKey>().ToList();
        var signed = note.Signatures.SelectMany(signature => witnesses.Where(witness => NoteVerifier.HasSigned(witness, note.Text, signature)).Select(witness => (witness, signature))).ToList();
        if (signed.Count == 0) return new UnknownWitness();
        if (signed.Any(one => one.witness.CosignedAt(one.signature) > clock.GetUtcNow() + MostAhead)) return new CosignatureFromTheFuture();
        // one of each witness: a note holds only so many signatures, and a witness that sends without end must not make it one nobody can read
        bool IsThere(NoteKey witness) => ours.Cosignatures.Any(one => NoteVerifier.HasSigned(witness, note.Text, one.Signature));
        foreach (var (witness, signature) in signed.DistinctBy(one => one.witness).Where(one => !IsThere(one.witness)))
            await store.Log.Cosign(checkpoint.Size, new(witness.Name, witness.CosignedAt(signature)!.Value, signature), ct);
        return null;
    }
}

public sealed record CosignatureUnreadable(string Field = "fil") : Refusal(new Words(
    "Filen kan ikke leses som et kontrollpunkt med underskrift. Send den filen vitneprogrammet skrev, uendret.",
    "Fila kan ikkje lesast som eit kontrollpunkt med underskrift. Send den fila vitneprogrammet skreiv, uendra."));

public sealed record CosignatureFromTheFuture(string Field = "fil") : Refusal(new Words(
    "Underskriften er datert frem i tid. Still klokken på maskinen til vitnet, og skriv under på nytt.",
    "Underskrifta er datert fram i tid. Still klokka på maskina til vitnet, og skriv under på nytt."));

public sealed record NotOurCheckpoint(string Field = "fil") : Refusal(new Words(
    "Kontrollpunktet er ikke ett av dem denne loggen har laget. Hvis det kom herfra, er loggen endret etterpå: ta vare på filen og meld fra til revisor.",
    "Kontrollpunktet er ikkje eitt av dei denne loggen har laga. Dersom det kom herifrå, er loggen endra etterpå: ta vare på fila og meld frå til revisor."));
