namespace LmsWorkflow.Domain.Tests;

public sealed class CheckpointTests
{
    static readonly Checkpoint Some = new("lms.example/record", 42, MerkleHash.Leaf("root"u8), MerkleHash.Leaf("heads"u8));

    [Fact]
    public void A_checkpoint_is_written_in_lines_and_read_back()
    {
        Some.Text().Split('\n').Should().Equal(
            "lms.example/record", "42", Convert.ToBase64String(Some.Root), "heads " + Convert.ToBase64String(Some.Heads), "");

        Checkpoint.Read(Some.Text()).Should().BeEquivalentTo(Some);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n\n")]
    [InlineData("o\n042\nR\nheads H\n")]
    [InlineData("o\n-1\nR\nheads H\n")]
    [InlineData("o\n+1\nR\nheads H\n")]
    [InlineData("o\n1\nR\n")]
    [InlineData("o\n1\nR\nheads H")]
    [InlineData("o\n1\nR\nheads H\nmore\n")]
    [InlineData("o\n1\nAAAA\nheads H\n")]
    [InlineData("o\n1\nR\nhodes H\n")]
    [InlineData("\n1\nR\nheads H\n")]
    [InlineData("o\n99999999999999999999\nR\nheads H\n")]
    public void What_is_no_checkpoint_is_not_read_as_one(string text) =>
        Checkpoint.Read(text.Replace("R", Convert.ToBase64String(Some.Root)).Replace(" H", " " + Convert.ToBase64String(Some.Heads))).Should().BeNull();

    [Fact]
    public void A_note_and_its_signatures_are_read_back()
    {
        var note = new SignedNote(Some.Text(), [new("a.example", 0xc74f20a3, [1, 2, 3]), new("b.example", 1, [4])]);

        SignedNote.Read(note.Write()).Should().BeEquivalentTo(note);
        note.With(note.Signatures[0]).Signatures.Should().HaveCount(2);
        note.With(new("c.example", 2, [5])).Signatures.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name AAAAAAA=")]
    [InlineData("text\n\n- name AAAAAAA=\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n— name ¤¤¤\n")]
    [InlineData("text\n\n— name AAAAAA==\n")]
    [InlineData("text\n\n— na+me AAAAAAA=\n")]
    [InlineData("te\u0001xt\n\n— name AAAAAAA=\n")]
    public void What_is_no_note_is_not_read_as_one(string note) => SignedNote.Read(note).Should().BeNull();

    [Fact]
    public void A_key_is_read_only_under_its_own_name_and_id()
    {
        const string published = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

        NoteKey.Read(published)!.Write().Should().Be(published);
        foreach (var wrong in new[] { "", "PeterNeumann", published.Replace("c74f20a3", "c74f20a4"), published.Replace("Peter", "Meter"), published[..^1], published.Replace("ARpc", "AhpC"), "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW" })
            NoteKey.Read(wrong).Should().BeNull();
    }

    [Fact]
    public void A_leaf_commits_to_everything_about_the_event()
    {
        var leaf = new LogLeaf(3, "case-1", 2, "role-granted", LogLeaf.HashOf("x"u8), LogLeaf.None);

        LogLeaf[] others =
        [
            leaf with { Position = 4 }, leaf with { Stream = "case-2" }, leaf with { Version = 1 }, leaf with { Name = "role-ended" }, leaf with { BodyHash = LogLeaf.HashOf("y"u8) },
            leaf with { Previous = leaf.Hash() }, leaf with { Stream = "case-1r", Name = "ole-granted" },
        ];
        others.Append(leaf).Select(other => Convert.ToHexStringLower(other.Hash())).Should().OnlyHaveUniqueItems();
    }
}
