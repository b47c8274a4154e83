using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LmsWorkflow.Domain;

/// <summary>Text as a person wrote it, with the 128 random bits that will seal it. The host brings the salt: the domain knows no chance.</summary>
public sealed record WrittenText(string Value, string Salt)
{
    /// <summary>Longest text accepted in one field, in UTF-16 units.</summary>
    public const int Longest = 20_000;

    public bool IsBlank => string.IsNullOrWhiteSpace(Value);

    public SealedText Seal(string field) => SealedText.Seal(field, Value.Trim(), Salt);
}

/// <summary>
/// A personal or free text as the record keeps it: only <see cref="Commitment"/> is in the event; salt and value lie apart and can be erased
/// without breaking a hash. <see cref="Value"/> is null once erased.
/// </summary>
/// <param name="Commitment">Lower-case hex of SHA-256 over length-prefixed salt, field name and value (UTF-8).</param>
public sealed record SealedText(string Commitment, string? Field, string? Salt, string? Value)
{
    /// <summary>The decision the text was erased by; null while it is there, and when it is gone without one.</summary>
    public ErasureMark? Erased { get; init; }

    /// <param name="field">Name of the field, part of what is committed to.</param>
    /// <param name="value">The text.</param>
    /// <param name="salt">32 hex digits, 128 random bits, fresh for each field and version.</param>
    public static SealedText Seal(string field, string value, string salt) => new(Commit(field, value, salt), field, salt, value);

    /// <summary>The commitment that a salt, field name and value must give.</summary>
    public static string Commit(string field, string value, string salt)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendPrefixed(hash, Convert.FromHexString(salt));
        AppendPrefixed(hash, Encoding.UTF8.GetBytes(field));
        AppendPrefixed(hash, Encoding.UTF8.GetBytes(value));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Two sealed texts are the same when they commit to the same: erasing one changes nothing in the state.</summary>
    public bool Equals(SealedText? other) => other is not null && Commitment == other.Commitment;

    public override int GetHashCode() => Commitment.GetHashCode(StringComparison.Ordinal);

    /// <summary>For a program's eyes; people are shown <see cref="Value"/> through a page that may.</summary>
    public override string ToString() => $"sealed:{Commitment[..8]}";

    static void AppendPrefixed(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
