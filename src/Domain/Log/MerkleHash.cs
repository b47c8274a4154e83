using System.Security.Cryptography;

namespace LmsWorkflow.Domain;

/// <summary>The two hash functions of a Merkle tree, kept apart by their first byte so that no node can be shown as a leaf (RFC 6962 §2.1).</summary>
public static class MerkleHash
{
    /// <summary>Bytes in a hash: SHA-256.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>Root of a tree without leaves.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    public static byte[] Leaf(ReadOnlySpan<byte> data) => Prefixed(0, data, []);

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => Prefixed(1, left, right);

    internal static byte[] Prefixed(byte prefix, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var length = 1 + first.Length + second.Length;
        Span<byte> all = length <= 1024 ? stackalloc byte[length] : new byte[length];
        all[0] = prefix;
        first.CopyTo(all[1..]);
        second.CopyTo(all[(1 + first.Length)..]);
        return SHA256.HashData(all);
    }
}
