using FluentAssertions;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;
using Xunit;

namespace LmsWorkflow.Api.Tests;

public sealed class AttemptWordsTests
{
    [Fact]
    public void Every_kind_of_request_can_be_told_as_something_tried()
    {
        Type[] roots = [typeof(CaseRequest), typeof(DefinitionRequest), typeof(LogRequest), typeof(DirectoryRequest)];
        var requests = new[] { typeof(CaseRequest), typeof(CaseWorkflow), typeof(AttemptWords) }.SelectMany(type => type.Assembly.GetTypes())
            .Where(type => !type.IsAbstract && roots.Any(type.IsSubclassOf)).ToList();

        requests.Should().NotBeEmpty();
        requests.Where(type => AttemptWords.Tried(type.Name).Nb.Contains(type.Name, StringComparison.Ordinal)).Select(type => type.Name).Should().BeEmpty("an auditor reads sentences, not names of ours");
    }

    [Fact]
    public void A_refusal_that_names_its_field_is_told_in_words_too() =>
        AttemptWords.Of(new("SetRetentionRules", [nameof(RetentionTooShort), nameof(RetentionNotOut)]), "Lise", "Lise").Nb
            .Should().Be($"Lise prøvde å endre hvor lenge noe oppbevares, og svaret var: {new RetentionTooShort().Sentence.Nb} (RetentionNotOut)", "a sentence that depends on what was asked is not made up");

    [Fact]
    public void An_attempt_says_what_was_tried_and_what_the_person_was_told()
    {
        var words = AttemptWords.Of(new(nameof(GiveSignOff), [nameof(AlreadySigned), "NoLongerARefusal"]), "Kari", "Kari");

        words.Nb.Should().Be($"Kari prøvde å godkjenne en låst tekst, og svaret var: {new AlreadySigned().Sentence.Nb} (NoLongerARefusal)");
        words.Nn.Should().StartWith("Kari prøvde å godkjenne ein låst tekst, og svaret var: ");
    }
}
