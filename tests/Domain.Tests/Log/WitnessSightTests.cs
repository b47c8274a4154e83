namespace LmsWorkflow.Domain.Tests;

/// <summary>What somebody outside refuses to sign.</summary>
public sealed class WitnessSightTests
{
    static readonly Checkpoint Seen = new("lmsworkflow/a", 5, Hash(1), Hash(2));

    [Fact]
    public void The_same_checkpoint_again_is_no_news() => Unmet(Seen).Should().BeNull();

    [Fact]
    public void Two_that_say_the_same_of_the_log_and_not_of_where_cases_end_are_two() => Unmet(Seen with { Heads = Hash(3) }).Should().Contain("to kontrollpunkter med 5 hendelser er forskjellige");

    [Fact]
    public void Two_with_as_many_events_and_unlike_are_two() => Unmet(Seen with { Root = Hash(3) }).Should().Contain("to kontrollpunkter med 5 hendelser er forskjellige");

    [Fact]
    public void One_of_another_log_is_not_the_next() => Unmet(Seen with { Origin = "lmsworkflow/b" }).Should().Contain("fra en annen logg (lmsworkflow/b)");

    [Fact]
    public void One_that_is_shorter_or_comes_without_proof_is_refused()
    {
        Unmet(Seen with { Size = 4 }).Should().Contain("kortere");
        Unmet(Seen with { Size = 6, Root = Hash(3) }, old: 0).Should().Contain("følger ikke med bevis");
        Unmet(Seen with { Size = 6, Root = Hash(3) }, old: 5).Should().Contain("går ikke videre");
    }

    static string? Unmet(Checkpoint now, long old = 0) => WitnessSight.Unmet(Seen, new(old, [], new(now.Text(), [])))?.Nb;

    static byte[] Hash(byte value) => [.. Enumerable.Repeat(value, MerkleHash.Length)];
}
