namespace LmsWorkflow.Domain.Tests;

public sealed class SealedTextTests
{
    [Fact]
    public void The_commitment_is_SHA_256_over_length_prefixed_salt_field_and_value()
    {
        var salt = "000102030405060708090a0b0c0d0e0f";
        byte[] expected = [0, 0, 0, 16, .. Convert.FromHexString(salt), 0, 0, 0, 1, (byte)'f', 0, 0, 0, 2, .. "å"u8];

        SealedText.Seal("f", "å", salt).Commitment.Should().Be(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(expected)));
    }

    [Fact]
    public void Another_salt_field_or_value_gives_another_commitment()
    {
        string[] all =
        [
            SealedText.Commit("a", "bc", new string('0', 32)), SealedText.Commit("ab", "c", new string('0', 32)),
            SealedText.Commit("a", "bc", new string('1', 32)), SealedText.Commit("a", "bd", new string('0', 32)),
        ];

        all.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Printing_one_never_shows_the_text() => SealedText.Seal("felt", "hemmelig", new string('0', 32)).ToString().Should().NotContain("hemmelig");

    [Fact]
    public void An_erased_text_equals_itself_before_erasure()
    {
        var text = SealedText.Seal("felt", "tekst", new string('0', 32));

        (text with { Value = null, Salt = null }).Should().Be(text);
    }

    [Fact]
    public void A_document_hash_stays_the_same_when_its_text_is_erased()
    {
        var text = SealedText.Seal("felt", "tekst", new string('0', 32));
        string Hash(SealedText value) => CanonicalWriter.Hash(new FormContent([new("felt", FieldValue.Of(value))]));

        Hash(text with { Value = null, Salt = null }).Should().Be(Hash(text));
    }
}
