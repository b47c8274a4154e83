using System.Data.Common;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>
/// Perfect subtrees of the record's tree out of one reading of the database. Those of 2^8, 2^16 … leaves are kept once they are full; all others are put together from at most 128 of the
/// next kept level below.
/// </summary>
sealed class LogNodes(DbConnection connection, DbTransaction transaction, CancellationToken ct)
{
    /// <summary>Levels from one kept one to the next.</summary>
    public const int Step = 8;

    public async ValueTask<byte[]> Node(int height, long index)
    {
        var kept = height - (height % Step);
        var count = 1L << (height - kept);
        return Folded(await Kept(kept, index * count, count));
    }

    /// <summary>Neighbours of a kept level. A level that is not filled so far up yet is put together from the one below.</summary>
    public async ValueTask<byte[][]> Kept(int height, long first, long count)
    {
        var found = height == 0
            ? await Rows("select hash from leaves where position > @first and position <= @last order by position", new { first, last = first + count })
            : await Rows("select hash from log_nodes where height = @height and place >= @first and place < @last order by place", new { height, first, last = first + count });
        if (found.Count == count) return [.. found];
        if (height == 0) throw new LogIncompleteException(first + found.Count + 1);
        var made = new byte[count][];
        found.CopyTo(made);
        for (var i = found.Count; i < count; i++) made[i] = await FromBelow(height, first + i);
        return made;
    }

    /// <summary>A node of a kept level from the 256 of the kept level below it.</summary>
    public async ValueTask<byte[]> FromBelow(int height, long index) => Folded(await Kept(height - Step, index << Step, 1 << Step));

    /// <summary>Root of neighbours that are a power of two.</summary>
    static byte[] Folded(byte[][] hashes)
    {
        for (var count = hashes.Length / 2; count > 0; count /= 2)
            for (var i = 0; i < count; i++) hashes[i] = MerkleHash.Node(hashes[2 * i], hashes[(2 * i) + 1]);
        return hashes[0];
    }

    Task<List<byte[]>> Rows(string sql, object values) => connection.Rows(sql, values, row => row.Bytes(0), ct, transaction);
}

/// <summary>The record lacks a leaf that it must have: something was taken out past the product.</summary>
public sealed class LogIncompleteException(long position) : Exception($"The proof log has no leaf at position {position}.")
{
    public long Position => position;
}
