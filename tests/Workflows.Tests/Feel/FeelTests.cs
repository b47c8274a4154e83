using FsCheck;
using FsCheck.Fluent;

namespace LmsWorkflow.Workflows.Tests;

public class FeelTests
{
    static readonly Dictionary<string, FeelValue> Values = new()
    {
        ["ferdig"] = FeelValue.True,
        ["omigjen"] = FeelValue.False,
        ["tall"] = FeelValue.Of(7m),
        ["navn"] = FeelValue.Of("ny"),
        ["frist"] = FeelValue.Of(new DateOnly(2026, 3, 10)),
        ["lengde"] = FeelValue.Of(TimeSpan.FromDays(3)),
    };

    [Theory]
    [InlineData("true", true)]
    [InlineData("= ferdig", true)]
    [InlineData("not(ferdig)", false)]
    [InlineData("ferdig and omigjen", false)]
    [InlineData("ferdig or omigjen", true)]
    [InlineData("omigjen or ferdig and not(omigjen)", true)]
    [InlineData("(omigjen or ferdig) and omigjen", false)]
    [InlineData("tall = 7", true)]
    [InlineData("tall != 7", false)]
    [InlineData("tall > 6.5 and tall <= 7", true)]
    [InlineData("tall < 7 or tall >= 8", false)]
    [InlineData("1 + 2 * 3 = 7", true)]
    [InlineData("(1 + 2) * 3 = 9", true)]
    [InlineData("10 / 4 = 2.5", true)]
    [InlineData("10 - 2 - 3 = 5", true)]
    [InlineData("-tall + 8 = 1", true)]
    [InlineData("tall in (1, 7, 9)", true)]
    [InlineData("tall in [1, 2]", false)]
    [InlineData("tall in (-7, 7)", true)]
    [InlineData("navn = \"ny\"", true)]
    [InlineData("navn in (\"gjentak\", \"revisjon\")", false)]
    [InlineData("navn + \"tt\" = \"nytt\"", true)]
    [InlineData("frist = date(\"2026-03-10\")", true)]
    [InlineData("frist < date(\"2026-03-11\")", true)]
    [InlineData("frist + lengde = date(\"2026-03-13\")", true)]
    [InlineData("frist - date(\"2026-03-01\") = duration(\"P9D\")", true)]
    [InlineData("lengde >= duration(\"PT72H\")", true)]
    [InlineData("lengde * 2 = duration(\"P6D\")", true)]
    [InlineData("ferdig = not(omigjen)", true)]
    public void A_condition_is_evaluated(string text, bool holds)
    {
        var (expression, error) = FeelParser.Condition(text, Drawing.Vocabulary.Variables);

        error.Should().BeNull();
        expression!.Holds(name => Values[name]).Should().Be(holds);
    }

    [Theory]
    [InlineData("tall / 0 = 1")]
    [InlineData("not(tall / 0 = 1)")]
    [InlineData("79228162514264337593543950335 + tall > 0")]
    [InlineData("frist + duration(\"P36000D\") * 1000 > frist")]
    public void What_cannot_be_computed_does_not_hold(string text) =>
        FeelParser.Condition(text, Drawing.Vocabulary.Variables).Expression!.Holds(name => Values[name]).Should().BeFalse();

    [Theory]
    [InlineData("tall / 0 = 1 or ferdig", true)]
    [InlineData("tall / 0 = 1 and omigjen", false)]
    public void Null_is_one_of_three_truths(string text, bool holds) =>
        FeelParser.Condition(text, Drawing.Vocabulary.Variables).Expression!.Evaluate(name => Values[name]).Should().Be(FeelValue.Of(holds));

    [Theory]
    [InlineData("", 0)]
    [InlineData("ferdigg", 0)]
    [InlineData("tall", 0)]
    [InlineData("tall + 1", 0)]
    [InlineData("ferdig and", 10)]
    [InlineData("ferdig ferdig", 7)]
    [InlineData("(ferdig", 7)]
    [InlineData("tall = \"7\"", 5)]
    [InlineData("ferdig > omigjen", 7)]
    [InlineData("tall and ferdig", 5)]
    [InlineData("tall in (1, \"to\")", 12)]
    [InlineData("tall in (tall)", 9)]
    [InlineData("navn = \"ny", 7)]
    [InlineData("frist = date(\"10.03.2026\")", 13)]
    [InlineData("lengde = duration(\"P1Y\")", 18)]
    [InlineData("lengde = duration(\"tre dager\")", 18)]
    [InlineData("frist * 2 = frist", 6)]
    [InlineData("ferdig; tall", 6)]
    [InlineData("-ferdig", 0)]
    [InlineData("99999999999999999999999999999999999 = tall", 0)]
    [InlineData("for x in tall return x", 0)]
    [InlineData("function() external", 0)]
    public void What_is_no_condition_is_refused_with_its_place(string text, int at)
    {
        var (expression, error) = FeelParser.Condition(text, Drawing.Vocabulary.Variables);

        expression.Should().BeNull();
        error!.At.Should().Be(at);
        error.Sentence.Nn.Should().NotBeEmpty();
    }

    [Fact]
    public void Length_and_nesting_are_bounded()
    {
        FeelParser.Condition(string.Join(" and ", Enumerable.Repeat("ferdig", 500)), Drawing.Vocabulary.Variables).Error.Should().NotBeNull();
        FeelParser.Condition(new string('(', 400) + "ferdig" + new string(')', 400), Drawing.Vocabulary.Variables).Error.Should().NotBeNull();
        FeelParser.Condition(new string('-', 900) + "tall = 7", Drawing.Vocabulary.Variables).Error.Should().BeNull();
    }

    [Fact]
    public void An_expression_tells_which_variables_it_reads() =>
        FeelParser.Condition("ferdig and tall > 1 or not(ferdig)", Drawing.Vocabulary.Variables).Expression!.Variables.Should().Equal("ferdig", "tall");

    [Fact]
    public void No_text_makes_it_throw() =>
        Prop.ForAll<string>(text => FeelParser.Condition(text ?? "", Drawing.Vocabulary.Variables) is { } reading && reading.Expression is null != reading.Error is null)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_mixture_of_its_own_words_makes_it_throw()
    {
        string[] words = ["ferdig", "tall", "navn", "frist", "lengde", "and", "or", "not", "in", "(", ")", "[", ",", "=", "<", "+", "-", "*", "/", "1", "\"x\"", "date", "duration", "true"];
        var texts = Gen.Elements(words).ArrayOf(12).Select(parts => string.Join(' ', parts)).ToArbitrary();
        Prop.ForAll(texts, text => FeelParser.Condition(text, Drawing.Vocabulary.Variables).Expression?.Evaluate(name => Values[name]).Type is null or FeelType.Boolean or FeelType.Null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }
}
