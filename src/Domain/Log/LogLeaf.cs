using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LmsWorkflow.Domain;

/// <summary>
/// One stored event as a leaf of the proof log. It commits to the event's place in the record and in its stream, to the exact bytes that are stored, and to the leaf before it in
/// the same stream, so that a stream whose last leaf is known can be seen to be whole.
/// </summary>
/// <param name="Position">Place in the whole record, from 1.</param>
/// <param name="Stream">Name of the stream.</param>
/// <param name="Version">Place in the stream, from 1.</param>
/// <param name="Name">Stored name of the event.</param>
/// <param name="BodyHash">SHA-256 of the stored bytes.</param>
/// <param name="Previous">Hash of the stream's leaf before this one; <see cref="None"/> for its first.</param>
public sealed record LogLeaf(long Position, string Stream, long Version, string Name, byte[] BodyHash, byte[] Previous)
{
    /// <summary>Stands for the leaf before a stream's first: 32 zero bytes.</summary>
    public static byte[] None => new byte[MerkleHash.Length];

    public static byte[] HashOf(ReadOnlySpan<byte> body) => SHA256.HashData(body);

    /// <summary>The leaf's hash in the tree (RFC 6962 §2.1).</summary>
    public byte[] Hash() => MerkleHash.Leaf(Data());

    /// <summary>
    /// What is hashed: <c>lms1</c>, position, stream version, hash of the stream's previous leaf, hash of the stored bytes, then the names of stream and event (UTF-8), each after its
    /// length. Numbers are big-endian, 64 bits for places and 16 for lengths.
    /// </summary>
    public byte[] Data()
    {
        var (stream, name) = (Encoding.UTF8.GetBytes(Stream), Encoding.UTF8.GetBytes(Name));
        var data = new byte[Fixed + 2 + stream.Length + 2 + name.Length];
        "lms1"u8.CopyTo(data);
        BinaryPrimitives.WriteInt64BigEndian(data.AsSpan(4), Position);
        BinaryPrimitives.WriteInt64BigEndian(data.AsSpan(12), Version);
        Previous.CopyTo(data.AsSpan(20));
        BodyHash.CopyTo(data.AsSpan(20 + MerkleHash.Length));
        Prefixed(data.AsSpan(Fixed), stream);
        Prefixed(data.AsSpan(Fixed + 2 + stream.Length), name);
        return data;
    }

    const int Fixed = 4 + 8 + 8 + (2 * MerkleHash.Length);

    static void Prefixed(Span<byte> to, byte[] text)
    {
        BinaryPrimitives.WriteUInt16BigEndian(to, checked((ushort)text.Length));
        text.CopyTo(to[2..]);
    }
}
