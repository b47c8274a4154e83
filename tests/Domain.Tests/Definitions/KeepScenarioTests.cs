using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Domain.Tests;

public sealed class KeepScenarioTests
{
    static readonly string First = new('a', 64), Second = new('b', 64);

    static readonly Rehearsed Ran = new([new("fristen-gar-ut", First)], 3, 4, 2, 5);

    [Fact]
    public void A_scenario_is_kept_replaced_and_removed()
    {
        var file = After(Kept("fristen-gar-ut", First));
        file.Scenario("fristen-gar-ut").Should().Match<ScenarioChange>(kept => kept.ContentHash == First && kept.By == TestCase.Admin && kept.At == TestCase.Start);
        file = After(file, Kept("fristen-gar-ut", Second));
        file.Scenarios.Should().ContainSingle().Which.ContentHash.Should().Be(Second);
        Facts(file, new RemoveScenario("fristen-gar-ut")).Should().Equal(new ScenarioRemoved("fristen-gar-ut"));
        file = After(file, new ScenarioRemoved("fristen-gar-ut"));
        file.Scenarios.Should().ContainSingle().Which.IsRemoved.Should().BeTrue();
        Reasons(file, new RemoveScenario("fristen-gar-ut")).Should().Equal(nameof(NoSuchScenario));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("Stor")]
    [InlineData("a/b")]
    [InlineData("møte")]
    public void A_name_that_cannot_stand_in_an_address_is_refused(string name) =>
        Reasons(After(), new KeepScenario(name, First)).Should().Equal(nameof(ScenarioNameIsNotUsable));

    [Fact]
    public void The_same_text_again_is_nothing_to_keep() =>
        Reasons(After(Kept("a", First)), new KeepScenario("a", First)).Should().Equal(nameof(ScenarioIsUnchanged));

    [Fact]
    public void One_that_comes_with_the_product_can_be_removed_and_counts()
    {
        Facts(After(), new RemoveScenario("example-a"), "example-a").Should().ContainSingle();
        Reasons(After(new ScenarioRemoved("example-a")), new RemoveScenario("example-a"), "example-a").Should().Equal(nameof(NoSuchScenario));
        var almost = After([.. Enumerable.Range(1, KeepScenario.Most - 1).Select(number => Kept($"s{number}", First))]);
        Facts(almost, new KeepScenario("one-more", First)).Should().ContainSingle();
        Reasons(almost, new KeepScenario("one-more", First), "example-a").Should().Equal(nameof(TooManyScenarios));
        Facts(almost, new KeepScenario("example-a", First), "example-a").Should().ContainSingle("it takes the place of the one there is");
    }

    [Fact]
    public void A_scenario_that_does_not_hold_keeps_a_draft_from_being_published()
    {
        var failed = new ScenarioDoesNotHold("fristen-gar-ut", 12, "Br1 signs G2", new("Ventet at det ble gjort.", "Venta at det vart gjort."));
        var refused = (Decision.Refused)Publish(Draft(), new(Ran, [failed]));
        refused.Reasons.Should().Equal(failed);
        failed.Sentence.Nb.Should().Contain("«fristen-gar-ut»").And.Contain("linje 12").And.Contain("«Br1 signs G2»").And.Contain("Ventet at det ble gjort.");
        failed.Sentence.Nn.Should().Contain("Venta at det vart gjort.");
    }

    [Fact]
    public void What_was_rehearsed_is_part_of_the_version()
    {
        var published = ((Decision.Accepted)Publish(Draft(), new(Ran, []))).Facts.Should().ContainSingle().Which.Should().BeOfType<DefinitionPublished>().Subject;
        published.Rehearsal.Should().Be(Ran);
        After(Draft(), published).Latest!.Rehearsal.Should().Be(Ran);
    }

    [Fact]
    public void What_was_rehearsed_before_both_sides_were_asked_follows_to_the_version_they_consent_to()
    {
        var proposed = new DefinitionProposed(1, 1, 0, First, [], TestCase.Sealed("hvorfor"), Second, TestCase.Lms, Ran);
        var file = After(Draft(), proposed, new DefinitionConsentGiven(1, Side.Fag, Second));
        var context = new DefinitionContext(file, TestCase.Empty().Actor(TestCase.Br1), TestCase.Empty().Directory, [Side.Bruker], null);
        ((Decision.Accepted)new ConsentToDefinition(1, Side.Bruker, Second).Decide(context)).Facts.OfType<DefinitionPublished>().Should().ContainSingle().Which.Rehearsal.Should().Be(Ran);
    }

    static ScenarioKept Kept(string name, string hash) => new(name, hash);

    static DefinitionFile Draft() => After(new DefinitionDraftSaved(1, 1, 0, First, [], null, null, null));

    static Decision Publish(DefinitionFile file, RehearsalOutcome rehearsal) => new PublishDefinition(1, 1, 0, TestCase.Written("fordi vi har lært noe"), null)
        .Decide(Context(file) with { Judgement = new([], false, Second), Rehearsal = rehearsal });

    static DefinitionFile After(params Fact[] facts) => After(DefinitionFile.Unknown("var_metode"), facts);

    static DefinitionFile After(DefinitionFile file, params Fact[] facts) =>
        facts.Aggregate(file, (now, fact) => now.After(fact, new(TestCase.Start, TestCase.Admin, Role.Administrator, "test")));

    static DefinitionContext Context(DefinitionFile file, params string[] shipped) =>
        new(file, TestCase.Empty().Actor(TestCase.Admin), TestCase.Empty().Directory, [], null) { ShippedScenarios = [.. shipped] };

    static ImmutableArray<Fact> Facts(DefinitionFile file, DefinitionRequest request, params string[] shipped) => ((Decision.Accepted)request.Decide(Context(file, shipped))).Facts;

    static IEnumerable<string> Reasons(DefinitionFile file, DefinitionRequest request, params string[] shipped) =>
        ((Decision.Refused)request.Decide(Context(file, shipped))).Reasons.Select(reason => reason.Code);
}
