using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage.Tests;

public sealed class NoteSignerTests
{
    /// <summary>The example in the documentation of Go's note package.</summary>
    const string Secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
        Public = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        Text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
        Signature = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    [Fact]
    public void The_published_key_signs_as_published()
    {
        var signer = NoteSigner.Read(Secret)!;

        signer.Public.Write().Should().Be(Public);
        signer.Write().Should().Be(Secret);
        signer.Sign(Text).Line().Should().Be(Signature);
    }

    [Fact]
    public void The_published_note_is_found_to_be_signed()
    {
        var (note, key) = (SignedNote.Read(Text + "\n" + Signature)!, NoteKey.Read(Public)!);

        NoteVerifier.Signers(note, [key]).Should().Equal(key);
        NoteVerifier.Signers(note with { Text = Text.Replace("answer", "anzwer") }, [key]).Should().BeEmpty();
        NoteVerifier.Signers(note, [NoteSigner.New("PeterNeumann").Public]).Should().BeEmpty();
    }

    [Fact]
    public void A_witness_signs_the_text_and_the_time()
    {
        var (witness, at) = (NoteSigner.New("vitne.example", NoteKey.Cosignature), new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var signature = witness.Cosign("text\n", at);

        NoteVerifier.HasSigned(witness.Public, "text\n", signature).Should().BeTrue();
        NoteVerifier.HasSigned(witness.Public, "text\n", signature with { Signature = [.. signature.Signature[..7], (byte)(signature.Signature[7] ^ 1), .. signature.Signature[8..]] }).Should().BeFalse("the time is signed too");
        NoteVerifier.HasSigned(witness.Public, "other\n", signature).Should().BeFalse();
        NoteVerifier.HasSigned(witness.Public with { Kind = NoteKey.Ed25519 }, "text\n", signature).Should().BeFalse();
        NoteSigner.Read(witness.Write())!.Public.Should().Be(witness.Public);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PRIVATE+KEY+")]
    [InlineData("PRIVATE+KEY+a+b+c")]
    [InlineData("PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")]
    [InlineData("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr")]
    public void What_is_no_key_is_not_read_as_one(string text) => NoteSigner.Read(text).Should().BeNull();

    [Fact]
    public void A_key_that_is_no_point_of_the_curve_signs_nothing()
    {
        var (signer, nonsense) = (NoteSigner.New("a"), new NoteKey("a", NoteKey.Ed25519, new byte[32]));

        NoteVerifier.HasSigned(nonsense, "text\n", signer.Sign("text\n") with { KeyId = nonsense.Id }).Should().BeFalse();
    }
}
