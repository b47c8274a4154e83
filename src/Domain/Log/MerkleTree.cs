using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Hash of the perfect subtree over leaves <c>index·2^height</c> up to <c>(index+1)·2^height</c>.</summary>
public delegate ValueTask<byte[]> MerkleNodes(int height, long index);

/// <summary>
/// Roots and proofs of a Merkle tree over leaves that are only ever added (RFC 6962 §2.1). All that is asked for is perfect subtrees, which never change once they are full, so they
/// can be kept; where they come from is the caller's business.
/// </summary>
public static class MerkleTree
{
    /// <summary>MTH of the first <paramref name="size"/> leaves.</summary>
    public static ValueTask<byte[]> Root(long size, MerkleNodes nodes) => size == 0 ? ValueTask.FromResult(MerkleHash.Empty) : Range(0, size, nodes);

    /// <summary>The way from a leaf to the root of a tree of <paramref name="size"/> leaves (RFC 6962 §2.1.1), lowest first.</summary>
    /// <param name="index">Of the leaf, from 0.</param>
    public static async ValueTask<ImmutableArray<byte[]>> Inclusion(long index, long size, MerkleNodes nodes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = ImmutableArray.CreateBuilder<byte[]>();
        await Path(index, 0, size, nodes, path);
        return path.ToImmutable();
    }

    /// <summary>What shows that the first leaves of a tree are still the same (RFC 6962 §2.1.2). Nothing for an empty or an equal tree.</summary>
    public static async ValueTask<ImmutableArray<byte[]>> Consistency(long from, long to, MerkleNodes nodes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        var path = ImmutableArray.CreateBuilder<byte[]>();
        if (from > 0 && from < to) await SubProof(from, 0, to, whole: true, nodes, path);
        return path.ToImmutable();
    }

    static async ValueTask Path(long index, long start, long count, MerkleNodes nodes, ImmutableArray<byte[]>.Builder path)
    {
        if (count == 1) return;
        var left = LargestPowerBelow(count);
        if (index < left) await Path(index, start, left, nodes, path);
        else await Path(index - left, start + left, count - left, nodes, path);
        path.Add(index < left ? await Range(start + left, count - left, nodes) : await Range(start, left, nodes));
    }

    /// <param name="whole">Whether the old tree's root is this very subtree, which the verifier then has.</param>
    static async ValueTask SubProof(long old, long start, long count, bool whole, MerkleNodes nodes, ImmutableArray<byte[]>.Builder path)
    {
        if (old == count)
        {
            if (!whole) path.Add(await Range(start, count, nodes));
            return;
        }

        var left = LargestPowerBelow(count);
        if (old <= left)
        {
            await SubProof(old, start, left, whole, nodes, path);
            path.Add(await Range(start + left, count - left, nodes));
        }
        else
        {
            await SubProof(old - left, start + left, count - left, false, nodes, path);
            path.Add(await Range(start, left, nodes));
        }
    }

    /// <summary>MTH of a run of leaves that begins where the tree splits, so that each left half is perfect.</summary>
    static async ValueTask<byte[]> Range(long start, long count, MerkleNodes nodes)
    {
        if (long.IsPow2(count)) return await nodes((int)long.Log2(count), start / count);
        var left = LargestPowerBelow(count);
        var (first, second) = (await Range(start, left, nodes), await Range(start + left, count - left, nodes));
        return MerkleHash.Node(first, second);
    }

    static long LargestPowerBelow(long count) => 1L << (int)long.Log2(count - 1);
}
