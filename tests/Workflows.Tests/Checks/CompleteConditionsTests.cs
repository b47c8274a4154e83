using System.Collections.Immutable;

namespace LmsWorkflow.Workflows.Tests;

/// <summary>Whether conditions leave a gap, asked of the conditions alone.</summary>
public class CompleteConditionsTests
{
    [Theory]
    [InlineData("true")]
    [InlineData("ferdig", "not(ferdig)")]
    [InlineData("ferdig = true", "ferdig = false")]
    [InlineData("ferdig != omigjen", "ferdig", "not(ferdig)")]
    [InlineData("ferdig and omigjen", "not(ferdig)", "not(omigjen)")]
    [InlineData("tall < 3", "tall >= 3")]
    [InlineData("tall < 3", "tall = 3", "tall > 3")]
    [InlineData("3 < tall", "tall <= 3")]
    [InlineData("tall != 3", "tall in (3, 4)")]
    [InlineData("tall <= 2.5", "tall > -1")]
    [InlineData("navn = \"a\"", "navn != \"a\"")]
    [InlineData("navn < \"b\"", "navn >= \"b\"")]
    [InlineData("frist < date(\"2026-01-31\")", "frist >= date(\"2026-01-31\")")]
    [InlineData("lengde <= duration(\"P3D\")", "lengde > duration(\"P3D\")")]
    public void One_of_these_always_holds(params string[] conditions) => Gap(conditions).Should().BeEmpty();

    [Theory]
    [InlineData("ferdig")]
    [InlineData("ferdig", "omigjen")]
    [InlineData("ferdig", "not(ferdig) and omigjen")]
    [InlineData("tall < 3", "tall > 3")]
    [InlineData("tall < 3", "tall > 3.5", "tall = 3")]
    [InlineData("tall in (1, 2)")]
    [InlineData("navn = \"a\"", "navn = \"b\"")]
    [InlineData("navn <= \"a\"", "navn >= \"b\"")]
    [InlineData("frist < date(\"2026-01-31\")", "frist > date(\"2026-02-01\")")]
    [InlineData("lengde < duration(\"P3D\")", "lengde > duration(\"P3D\")")]
    public void None_of_these_holds_for_the_values_that_are_told(params string[] conditions)
    {
        var gap = Gap(conditions);

        gap.Should().NotBeEmpty();
        Read(conditions).Should().OnlyContain(condition => !condition.Holds(name => gap![name]));
    }

    [Theory]
    [InlineData("tall + 1 < 3", "tall + 1 >= 3")]
    [InlineData("tall < -tall", "tall >= -tall")]
    [InlineData("false")]
    public void What_computes_is_not_decided(params string[] conditions) => Gap(conditions).Should().BeNull();

    [Fact]
    public void Too_many_tries_are_not_made()
    {
        var tries = 7L;

        FeelDomain.Gap(Read("ferdig and omigjen", "not(ferdig)"), _ => null, ref tries).Should().BeNull();
        tries.Should().Be(7);
    }

    [Fact]
    public void The_sentence_says_which_answer_is_left_out() =>
        CheckDrawings.Single("complete-conditions/invalid-flow-left-out").Sentence.Nb.Should().Contain("«ny, gjentak eller revisjon» er \"revisjon\"");

    static ImmutableSortedDictionary<string, FeelValue>? Gap(params string[] conditions)
    {
        var tries = 10_000L;
        return FeelDomain.Gap(Read(conditions), _ => null, ref tries);
    }

    static FeelExpression[] Read(params string[] conditions) =>
        [.. conditions.Select(text => FeelParser.Condition(text, Drawing.Vocabulary.Variables).Expression ?? throw new ArgumentException(text))];
}
