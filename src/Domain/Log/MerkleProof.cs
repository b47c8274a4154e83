namespace LmsWorkflow.Domain;

/// <summary>
/// Checks proofs as whoever receives them must: by the steps of RFC 9162 §2.1.3.2 and §2.1.4.2, which know nothing of how <see cref="MerkleTree"/> makes them. Whatever is handed in,
/// the answer is yes or no.
/// </summary>
public static class MerkleProof
{
    /// <summary>Whether the leaf stands at the index of the tree with this root.</summary>
    public static bool Includes(byte[] leaf, long index, long size, IReadOnlyList<byte[]> path, byte[] root)
    {
        if (index < 0 || index >= size || !AllHashes(path)) return false;
        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in path)
        {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = MerkleHash.Node(sibling, hash);
                while ((node & 1) == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = MerkleHash.Node(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether the tree with the first root is the beginning of the tree with the second.</summary>
    public static bool IsConsistent(long from, byte[] fromRoot, long to, byte[] toRoot, IReadOnlyList<byte[]> path)
    {
        if (from < 0 || from > to || !AllHashes(path)) return false;
        if (from == to) return path.Count == 0 && fromRoot.AsSpan().SequenceEqual(toRoot);
        if (from == 0) return path.Count == 0 && fromRoot.AsSpan().SequenceEqual(MerkleHash.Empty);
        if (path.Count == 0) return false;
        return long.IsPow2(from) ? Walk([fromRoot, .. path]) : Walk([.. path]);

        bool Walk(byte[][] all)
        {
            var (node, last) = (from - 1, to - 1);
            while ((node & 1) == 1) (node, last) = (node >> 1, last >> 1);
            var (old, now) = (all[0], all[0]);
            foreach (var sibling in all.AsSpan(1))
            {
                if (last == 0) return false;
                if ((node & 1) == 1 || node == last)
                {
                    (old, now) = (MerkleHash.Node(sibling, old), MerkleHash.Node(sibling, now));
                    while ((node & 1) == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
                }
                else
                {
                    now = MerkleHash.Node(now, sibling);
                }

                (node, last) = (node >> 1, last >> 1);
            }

            return last == 0 && old.AsSpan().SequenceEqual(fromRoot) && now.AsSpan().SequenceEqual(toRoot);
        }
    }

    static bool AllHashes(IReadOnlyList<byte[]> path) => path.All(hash => hash.Length == MerkleHash.Length);
}
