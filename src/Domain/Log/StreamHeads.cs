using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace LmsWorkflow.Domain;

/// <summary>Where a stream ends: its last leaf. With it and the chain of previous leaves the whole stream is known to be there.</summary>
/// <param name="Key">SHA-256 of the stream's name.</param>
public sealed record StreamHead(byte[] Key, long Version, byte[] Leaf)
{
    public static byte[] KeyOf(string stream) => SHA256.HashData(Encoding.UTF8.GetBytes(stream));
}

/// <summary>
/// A Merkle map from streams to their heads: 65 536 buckets chosen by the first two bytes of the key, each hashed as one, under a tree of sixteen levels. Small enough to be kept up
/// step by step, and a bucket with its sixteen siblings shows both where a stream ends and that a stream is not there.
/// </summary>
public static class StreamHeads
{
    /// <summary>Levels of the tree above the buckets.</summary>
    public const int Height = 16;

    public const int Buckets = 1 << Height;

    public static int BucketOf(byte[] key) => BinaryPrimitives.ReadUInt16BigEndian(key);

    /// <summary>Hash of a bucket: byte 2, then each head by order of key: key, version (64 bits, big-endian), leaf.</summary>
    public static byte[] Bucket(IEnumerable<StreamHead> heads)
    {
        var all = new MemoryStream();
        Span<byte> version = stackalloc byte[8];
        foreach (var head in heads.OrderBy(head => head.Key, ByteOrder.Instance))
        {
            BinaryPrimitives.WriteInt64BigEndian(version, head.Version);
            all.Write(head.Key);
            all.Write(version);
            all.Write(head.Leaf);
        }

        return MerkleHash.Prefixed(2, all.ToArray(), []);
    }

    /// <summary>Hash of two halves of the map.</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => MerkleHash.Prefixed(3, left, right);

    /// <summary>Whether the map with this root has, in the key's bucket, just these heads.</summary>
    /// <param name="path">Sixteen siblings, lowest first.</param>
    public static bool Holds(byte[] key, IReadOnlyList<StreamHead> bucket, IReadOnlyList<byte[]> path, byte[] root)
    {
        if (key.Length != MerkleHash.Length || path.Count != Height || path.Any(hash => hash.Length != MerkleHash.Length)) return false;
        var index = BucketOf(key);
        if (bucket.Any(head => head.Key.Length != MerkleHash.Length || head.Leaf.Length != MerkleHash.Length || BucketOf(head.Key) != index)) return false;
        var hash = Bucket(bucket);
        foreach (var sibling in path)
        {
            hash = (index & 1) == 1 ? Node(sibling, hash) : Node(hash, sibling);
            index >>= 1;
        }

        return hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>Hashes of all levels over a run of neighbours, the run itself first and its root last.</summary>
    /// <param name="lowest">A power of two of them.</param>
    public static ImmutableArray<byte[][]> Levels(byte[][] lowest)
    {
        var levels = ImmutableArray.CreateBuilder<byte[][]>();
        for (var level = lowest; ; level = Above(level))
        {
            levels.Add(level);
            if (level.Length == 1) return levels.ToImmutable();
        }
    }

    static byte[][] Above(byte[][] level)
    {
        var above = new byte[level.Length / 2][];
        for (var i = 0; i < above.Length; i++) above[i] = Node(level[2 * i], level[(2 * i) + 1]);
        return above;
    }
}

sealed class ByteOrder : IComparer<byte[]>
{
    public static ByteOrder Instance { get; } = new();

    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
