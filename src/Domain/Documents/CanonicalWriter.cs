using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LmsWorkflow.Domain;

/// <summary>Feeds values, each length-prefixed and in a fixed order, to SHA-256. Texts enter as their commitment, so a text can be erased and the hash still checks.</summary>
public sealed class CanonicalWriter : IDisposable
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Text(string key, SealedText? text) => Value(key, text?.Commitment);

    public void Number(string key, decimal? number) => Value(key, number?.ToString("0.##########", CultureInfo.InvariantCulture));

    public void Date(string key, DateOnly? date) => Value(key, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Value(string key, string? value)
    {
        Prefixed(key);
        Prefixed(value is null ? "-" : "=" + value);
    }

    /// <summary>Lower-case hex of all that was written.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();

    public static string Hash(DocumentContent content)
    {
        using var writer = new CanonicalWriter();
        content.WriteCanonical(writer);
        return writer.Finish();
    }

    void Prefixed(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
