using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace LmsWorkflow.Domain;

/// <summary>One signature line of a note.</summary>
/// <param name="Name">Name of the key.</param>
/// <param name="KeyId">The first four bytes of a hash over name, kind and key; tells keys of one name apart.</param>
/// <param name="Signature">What the kind of key says: 64 bytes of Ed25519, after eight bytes of time for a witness.</param>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Signature)
{
    public string Line()
    {
        var bytes = new byte[4 + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Signature.CopyTo(bytes.AsSpan(4));
        return $"— {Name} {Convert.ToBase64String(bytes)}\n";
    }
}

/// <summary>A text with signatures, in the C2SP signed-note format: the text, an empty line, then a line for each signature.</summary>
/// <param name="Text">With its last line break.</param>
public sealed record SignedNote(string Text, ImmutableArray<NoteSignature> Signatures)
{
    /// <summary>Longest note read, in UTF-16 units.</summary>
    public const int Longest = 64 * 1024;

    const int MostSignatures = 100;

    public string Write() => Text + "\n" + string.Concat(Signatures.Select(signature => signature.Line()));

    /// <summary>Null when it is not such a note.</summary>
    public static SignedNote? Read(string note)
    {
        if (note.Length > Longest || note.Any(c => c < ' ' && c != '\n') || note.LastIndexOf("\n\n", StringComparison.Ordinal) is var split && split < 0) return null;
        var (text, lines) = (note[..(split + 1)], note[(split + 2)..]);
        if (!lines.EndsWith('\n')) return null;
        var parts = lines[..^1].Split('\n');
        if (parts.Length > MostSignatures) return null;
        var signatures = parts.Select(Signature).ToList();
        return signatures.Contains(null) ? null : new(text, [.. signatures.OfType<NoteSignature>()]);
    }

    /// <summary>The same text with one more signature; one that is there already is not repeated.</summary>
    public SignedNote With(NoteSignature signature) => Signatures.Any(there => there.Line() == signature.Line()) ? this : this with { Signatures = Signatures.Add(signature) };

    static NoteSignature? Signature(string line)
    {
        if (!line.StartsWith("— ", StringComparison.Ordinal) || line[2..].Split(' ') is not [{ Length: > 0 } name, var base64] || name.Contains('+')) return null;
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length > 4
            ? new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[4..length])
            : null;
    }
}

/// <summary>A public Ed25519 key as signed notes name it: <c>name+id+base64</c>.</summary>
/// <param name="Kind">1: signs notes. 4: a witness, which signs the note and the time (C2SP tlog-cosignature).</param>
/// <param name="Key">32 bytes.</param>
public sealed record NoteKey(string Name, byte Kind, byte[] Key)
{
    public const byte Ed25519 = 1, Cosignature = 4;

    const int Length = 32;

    public uint Id
    {
        get
        {
            byte[] hashed = [.. Encoding.UTF8.GetBytes(Name), (byte)'\n', Kind, .. Key];
            return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(hashed));
        }
    }

    public string Write() => $"{Name}+{Id:x8}+{Convert.ToBase64String([Kind, .. Key])}";

    /// <summary>Null when it is not such a key, or its id is not of the key.</summary>
    public static NoteKey? Read(string text)
    {
        // base64 may hold a plus sign, names and ids never do
        if (text.Trim().Split('+', 3) is not [{ Length: > 0 and <= 200 } name, { Length: 8 } id, { Length: <= 100 } base64] || name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return null;
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length) || length != 1 + Length || bytes[0] is not (Ed25519 or Cosignature)) return null;
        var key = new NoteKey(name, bytes[0], bytes[1..length]);
        return key.Id.ToString("x8", System.Globalization.CultureInfo.InvariantCulture) == id ? key : null;
    }

    public bool Equals(NoteKey? other) => other is not null && other.Write() == Write();

    public override int GetHashCode() => Write().GetHashCode(StringComparison.Ordinal);

    /// <summary>What the key signs of a note, and the signature, for whoever can check Ed25519; null when it is none of this key's.</summary>
    public (byte[] Message, byte[] Signature)? SignedBy(string text, NoteSignature signature)
    {
        if (signature.Name != Name || signature.KeyId != Id) return null;
        if (Kind == Ed25519) return signature.Signature.Length == 64 ? (Encoding.UTF8.GetBytes(text), signature.Signature) : null;
        if (CosignedAt(signature) is null) return null;
        return (CosignedMessage(text, BinaryPrimitives.ReadUInt64BigEndian(signature.Signature)), signature.Signature[8..]);
    }

    /// <summary>The time inside a witness's signature; null when it is no such signature, or of a time nobody can mean.</summary>
    public DateTimeOffset? CosignedAt(NoteSignature signature) =>
        Kind == Cosignature && signature.Signature.Length == 72 && BinaryPrimitives.ReadUInt64BigEndian(signature.Signature) is var seconds and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;

    /// <summary>What a witness signs (C2SP tlog-cosignature).</summary>
    /// <param name="seconds">Since 1970, UTC.</param>
    public static byte[] CosignedMessage(string text, ulong seconds) =>
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n{text}"));
}
