namespace LmsWorkflow.Domain.Tests;

public class NationalIdentityNumberTests
{
    // Synthetic numbers with valid control digits; month + 80 as in Skatteetaten's test population.
    [Theory]
    [InlineData("01810750045")]
    [InlineData("ring 018107 50045 i morgen")]
    [InlineData("(018107-50045)")]
    [InlineData("018107.50045")]
    public void R046_A_number_with_valid_control_digits_is_found(string text) => NationalIdentityNumber.IsIn(text).Should().BeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("01810750046")]
    [InlineData("telefon 22 33 44 55")]
    [InlineData("0181075004")]
    [InlineData("018107500451")]
    [InlineData("9018107500459")]
    [InlineData("018107  50045")]
    [InlineData("0181 0750045")]
    public void R046_Other_digits_are_left_alone(string? text) => NationalIdentityNumber.IsIn(text).Should().BeFalse();

    [Fact]
    public void N14_Masking_hides_every_number_and_nothing_else() =>
        NationalIdentityNumber.Mask("a 01810750045 b 018107 50045 c 123").Should().Be("a ••••••••••• b •••••••••••• c 123");

    [Fact]
    public void R046_Long_runs_of_digits_are_read_in_one_pass() => NationalIdentityNumber.IsIn(new string('1', 1_000_000)).Should().BeFalse();
}
