using System.Globalization;

namespace LmsWorkflow.Domain;

/// <summary>
/// What the record was at one moment, in the C2SP tlog-checkpoint format: whose log it is, how many leaves, the root over them; and, as one more line, the root of the map of where every
/// stream ends, so that what is shown of a case can be seen to be all of it.
/// </summary>
/// <param name="Origin">Name of the log, also the name of its key.</param>
/// <param name="Size">Number of leaves.</param>
/// <param name="Heads">Root of <see cref="StreamHeads"/>.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root, byte[] Heads)
{
    const string HeadsLine = "heads ";

    public string Text() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n{HeadsLine}{Convert.ToBase64String(Heads)}\n");

    /// <summary>Null when the text is not one of these.</summary>
    public static Checkpoint? Read(string text) =>
        text.Split('\n') is [{ Length: > 0 } origin, var size, var root, var heads, ""]
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var leaves) && (size == "0" || size[0] != '0')
        && Hash(root) is { } rootHash && heads.StartsWith(HeadsLine, StringComparison.Ordinal) && Hash(heads[HeadsLine.Length..]) is { } headsHash
            ? new(origin, leaves, rootHash, headsHash) : null;

    static byte[]? Hash(string base64)
    {
        var bytes = new byte[MerkleHash.Length];
        return base64.Length == 44 && Convert.TryFromBase64String(base64, bytes, out var length) && length == MerkleHash.Length ? bytes : null;
    }
}
