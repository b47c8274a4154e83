using System.Collections.Immutable;
using System.Globalization;

namespace LmsWorkflow.Domain;

/// <summary>
/// What a witness is asked to sign, in the form of C2SP tlog-witness: <c>old N</c>, the consistency proof from N one hash a line, an empty line, the checkpoint. One text, so that it can go
/// by file as well as over the net.
/// </summary>
/// <param name="Old">Size the witness saw last; 0: none.</param>
public sealed record WitnessRequest(long Old, ImmutableArray<byte[]> Proof, SignedNote Note)
{
    const string OldLine = "old ";

    /// <summary>More than any proof needs.</summary>
    const int MostHashes = 63;

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{OldLine}{Old}\n") + string.Concat(Proof.Select(hash => Convert.ToBase64String(hash) + "\n")) + "\n" + Note.Write();

    /// <summary>Null when it is not such a text. A bare checkpoint is one that goes on from nothing.</summary>
    public static WitnessRequest? Read(string text)
    {
        if (!text.StartsWith(OldLine, StringComparison.Ordinal)) return SignedNote.Read(text) is { } bare ? new(0, [], bare) : null;
        if (text.IndexOf("\n\n", StringComparison.Ordinal) is not (> 0 and var split) || SignedNote.Read(text[(split + 2)..]) is not { } note) return null;
        var lines = text[..split].Split('\n');
        if (lines.Length > 1 + MostHashes || !long.TryParse(lines[0][OldLine.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var old)) return null;
        var proof = lines.Skip(1).Select(Hash).ToList();
        return proof.Contains(null) ? null : new(old, [.. proof.OfType<byte[]>()], note);
    }

    static byte[]? Hash(string line)
    {
        var hash = new byte[MerkleHash.Length];
        return line.Length == 44 && Convert.TryFromBase64String(line, hash, out var length) && length == MerkleHash.Length ? hash : null;
    }
}
