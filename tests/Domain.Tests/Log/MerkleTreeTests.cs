using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace LmsWorkflow.Domain.Tests;

/// <summary>The tree against published roots, and against RFC 6962 §2.1 written out once more as its definitions stand.</summary>
public sealed class MerkleTreeTests
{
    /// <summary>The leaves and roots that implementations of Certificate Transparency are tested with.</summary>
    static readonly string[] Leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public async Task The_published_leaves_have_the_published_roots()
    {
        var hashes = Leaves.Select(leaf => MerkleHash.Leaf(Convert.FromHexString(leaf))).ToArray();

        for (var size = 0; size <= Leaves.Length; size++)
            Convert.ToHexStringLower(await MerkleTree.Root(size, Nodes(hashes))).Should().Be(Roots[size], "of {0} leaves", size);
    }

    [Fact]
    public async Task Roots_and_paths_and_proofs_are_those_of_the_definition_for_every_size_to_70()
    {
        var leaves = Some(70);
        for (var size = 0; size <= leaves.Length; size++)
        {
            (await MerkleTree.Root(size, Nodes(leaves))).Should().Equal(Defined.Root(leaves[..size]));
            for (var index = 0; index < size; index += 3)
                Hex(await MerkleTree.Inclusion(index, size, Nodes(leaves))).Should().Equal(Hex(Defined.Path(index, leaves[..size])));
            for (var from = 1; from <= size; from += 2)
                Hex(await MerkleTree.Consistency(from, size, Nodes(leaves))).Should().Equal(Hex(Defined.Proof(from, leaves[..size])));
        }
    }

    [Fact]
    public void Every_leaf_of_any_tree_is_shown_to_be_in_it() => Prop.ForAll(Sizes, at =>
    {
        var leaves = Some(at.Size);
        var root = Defined.Root(leaves);
        var path = MerkleTree.Inclusion(at.Part, at.Size, Nodes(leaves)).AsTask().Result;
        return MerkleProof.Includes(leaves[at.Part], at.Part, at.Size, path, root)
            && !MerkleProof.Includes(Other(leaves[at.Part]), at.Part, at.Size, path, root)
            && !MerkleProof.Includes(leaves[at.Part], at.Part, at.Size, path, Other(root))
            && !MerkleProof.Includes(leaves[at.Part], at.Part, at.Size, [.. path, root], root)
            && (path.Length == 0 || !MerkleProof.Includes(leaves[at.Part], at.Part, at.Size, path[..^1], root))
            && Enumerable.Range(0, path.Length).All(i => !MerkleProof.Includes(leaves[at.Part], at.Part, at.Size, path.SetItem(i, Other(path[i])), root))
            && Enumerable.Range(0, at.Size).All(index => index == at.Part || !MerkleProof.Includes(leaves[at.Part], index, at.Size, path, root));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_beginning_of_any_tree_is_shown_to_be_its_beginning() => Prop.ForAll(Sizes, at =>
    {
        var leaves = Some(at.Size);
        var (from, to) = (Defined.Root(leaves[..at.Part]), Defined.Root(leaves));
        var path = MerkleTree.Consistency(at.Part, at.Size, Nodes(leaves)).AsTask().Result;
        return MerkleProof.IsConsistent(at.Part, from, at.Size, to, path)
            && !MerkleProof.IsConsistent(at.Part, Other(from), at.Size, to, path)
            && (at.Part == 0 || !MerkleProof.IsConsistent(at.Part, from, at.Size, Other(to), path))
            && !MerkleProof.IsConsistent(at.Part, from, at.Size, to, [.. path, to])
            && (path.Length == 0 || !MerkleProof.IsConsistent(at.Part, from, at.Size, to, path[..^1]))
            && Enumerable.Range(0, path.Length).All(i => !MerkleProof.IsConsistent(at.Part, from, at.Size, to, path.SetItem(i, Other(path[i]))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_tree_with_another_past_is_not_consistent() => Prop.ForAll(Sizes, at =>
    {
        if (at.Part == 0) return true;
        var (leaves, forked) = (Some(at.Size), Some(at.Size));
        forked[at.Part - 1] = Other(forked[at.Part - 1]);
        var path = MerkleTree.Consistency(at.Part, at.Size, Nodes(forked)).AsTask().Result;
        return !MerkleProof.IsConsistent(at.Part, Defined.Root(leaves[..at.Part]), at.Size, Defined.Root(forked), path);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Proofs_of_any_shape_are_answered_and_never_thrown_at()
    {
        byte[] hash = MerkleHash.Empty;
        foreach (var path in new IReadOnlyList<byte[]>[] { [], [[]], [new byte[31]], [hash, hash, hash], [.. Enumerable.Repeat(hash, 80)] })
            foreach (var (a, b) in new[] { (-1L, 5L), (0L, 0L), (5L, 3L), (3L, 5L), (0L, long.MaxValue), (long.MaxValue, long.MaxValue), (long.MaxValue - 1, long.MaxValue) })
            {
                MerkleProof.Includes(hash, a, b, path, hash).Should().BeFalse();
                _ = MerkleProof.IsConsistent(a, hash, b, hash, path);
            }
    }

    static readonly Arbitrary<(int Size, int Part)> Sizes = Arb.From(
        from size in Gen.Choose(1, 90)
        from part in Gen.Choose(0, size - 1)
        select (size, part));

    static byte[][] Some(int count) => [.. Enumerable.Range(0, count).Select(i => MerkleHash.Leaf(BitConverter.GetBytes(i)))];

    static byte[] Other(byte[] hash) => [.. hash[..^1], (byte)(hash[^1] ^ 1)];

    static IEnumerable<string> Hex(IEnumerable<byte[]> hashes) => hashes.Select(Convert.ToHexStringLower);

    static MerkleNodes Nodes(byte[][] leaves) => (height, index) => ValueTask.FromResult(Defined.Root(leaves[(int)(index << height)..(int)((index + 1) << height)]));

    /// <summary>RFC 6962 §2.1, §2.1.1 and §2.1.2 word for word, over leaves in memory.</summary>
    static class Defined
    {
        public static byte[] Root(byte[][] d)
        {
            if (d.Length == 0) return MerkleHash.Empty;
            if (d.Length == 1) return d[0];
            var k = Split(d.Length);
            return MerkleHash.Node(Root(d[..k]), Root(d[k..]));
        }

        public static ImmutableArray<byte[]> Path(int m, byte[][] d)
        {
            if (d.Length == 1) return [];
            var k = Split(d.Length);
            return m < k ? [.. Path(m, d[..k]), Root(d[k..])] : [.. Path(m - k, d[k..]), Root(d[..k])];
        }

        public static ImmutableArray<byte[]> Proof(int m, byte[][] d) => SubProof(m, d, true);

        static ImmutableArray<byte[]> SubProof(int m, byte[][] d, bool b)
        {
            if (m == d.Length) return b ? [] : [Root(d)];
            var k = Split(d.Length);
            return m <= k ? [.. SubProof(m, d[..k], b), Root(d[k..])] : [.. SubProof(m - k, d[k..], false), Root(d[..k])];
        }

        static int Split(int n)
        {
            var k = 1;
            while (k * 2 < n) k *= 2;
            return k;
        }
    }
}
