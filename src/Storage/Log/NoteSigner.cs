using System.Collections.Immutable;
using LmsWorkflow.Domain;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;
using Org.BouncyCastle.Security;

namespace LmsWorkflow.Storage;

/// <summary>A private Ed25519 key (RFC 8032) that signs notes, written as the tools for C2SP signed notes write theirs: <c>PRIVATE+KEY+name+id+base64</c>.</summary>
public sealed class NoteSigner
{
    const string Mark = "PRIVATE+KEY+";

    readonly Ed25519PrivateKeyParameters key;

    NoteSigner(string name, byte kind, Ed25519PrivateKeyParameters key)
    {
        this.key = key;
        Public = new(name, kind, key.GeneratePublicKey().GetEncoded());
    }

    public NoteKey Public { get; }

    /// <summary>A new key from the machine's own source of chance.</summary>
    public static NoteSigner New(string name, byte kind = NoteKey.Ed25519) => new(name, kind, new(new SecureRandom()));

    /// <summary>Null when it is not such a key.</summary>
    public static NoteSigner? Read(string text)
    {
        if (!text.StartsWith(Mark, StringComparison.Ordinal) || text.Trim()[Mark.Length..].Split('+', 3) is not [{ Length: > 0 } name, var id, var base64]) return null;
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length) || length != 1 + Ed25519.SecretKeySize || bytes[0] is not (NoteKey.Ed25519 or NoteKey.Cosignature)) return null;
        var signer = new NoteSigner(name, bytes[0], new(bytes, 1));
        return signer.Public.Id.ToString("x8", System.Globalization.CultureInfo.InvariantCulture) == id ? signer : null;
    }

    /// <summary>The secret itself, to be kept in a file nobody else can read.</summary>
    public string Write() => $"{Mark}{Public.Name}+{Public.Id:x8}+{Convert.ToBase64String([Public.Kind, .. key.GetEncoded()])}";

    /// <summary>Signs a text with its last line break.</summary>
    public NoteSignature Sign(string text) => new(Public.Name, Public.Id, Signature(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>A witness's signature: over the text and the time it was seen (C2SP tlog-cosignature).</summary>
    public NoteSignature Cosign(string text, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds();
        var time = new byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(time, seconds);
        return new(Public.Name, Public.Id, [.. time, .. Signature(NoteKey.CosignedMessage(text, (ulong)seconds))]);
    }

    byte[] Signature(byte[] message)
    {
        var signature = new byte[Ed25519.SignatureSize];
        key.Sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.Length, signature, 0);
        return signature;
    }
}

/// <summary>Whether a note was signed by a key.</summary>
public static class NoteVerifier
{
    /// <summary>The keys among these that have signed the note.</summary>
    public static ImmutableArray<NoteKey> Signers(SignedNote note, IEnumerable<NoteKey> keys) => [.. keys.Where(key => note.Signatures.Any(signature => HasSigned(key, note.Text, signature)))];

    public static bool HasSigned(NoteKey key, string text, NoteSignature signature) =>
        key.SignedBy(text, signature) is var (message, bytes) && Ed25519.ValidatePublicKeyFull(key.Key, 0) && Ed25519.Verify(bytes, 0, key.Key, 0, message, 0, message.Length);
}
