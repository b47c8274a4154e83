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
    public void Every_reason_is_told_in_words_in_both_written_forms_also_where_the_sentence_depended_on_what_was_asked()
    {
        var reasons = new[] { typeof(Refusal), typeof(CaseWorkflow), typeof(AttemptWords) }.SelectMany(type => type.Assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract).ToList();

        reasons.Should().HaveCountGreaterThan(100);
        reasons.Where(type => AttemptWords.Of(new(nameof(GiveSignOff), [type.Name]), "Kari", "Kari") is var told && new[] { told.Nb, told.Nn }.Any(words => words.Contains($"({type.Name})", StringComparison.Ordinal)))
            .Select(type => type.Name).Should().BeEmpty("an auditor reads sentences, not names of ours");
    }

    [Fact]
    public void A_reason_that_named_a_day_or_a_number_is_told_without_it()
    {
        AttemptWords.Of(new(nameof(RecordAttendance), [nameof(SamlingNotYet)]), "Frida", "Frida").Nb
            .Should().Be("Frida prøvde å registrere oppmøte, og svaret var: Samlingen har ikke vært ennå.");
        AttemptWords.Of(new("SetRetentionRules", [nameof(RetentionTooShort), nameof(RetentionNotOut)]), "Lise", "Lise").Nb
            .Should().Be($"Lise prøvde å endre hvor lenge noe oppbevares, og svaret var: {new RetentionTooShort().Sentence.Nb} Oppbevaringstiden er ikke ute.");
    }

    [Fact]
    public void A_reason_that_always_says_the_same_is_told_as_it_was_said() =>
        AttemptWords.Of(new(nameof(SaveDraft), [nameof(DraftIsStale)]), "Kari", "Kari").Nn.Should().EndWith(new DraftIsStale(3, 2).Sentence.Nn);

    [Fact]
    public void An_attempt_says_what_was_tried_and_what_the_person_was_told()
    {
        var words = AttemptWords.Of(new(nameof(GiveSignOff), [nameof(AlreadySigned), "NoLongerARefusal"]), "Kari", "Kari");

        words.Nb.Should().Be($"Kari prøvde å godkjenne en låst tekst, og svaret var: {new AlreadySigned().Sentence.Nb} (NoLongerARefusal)");
        words.Nn.Should().StartWith("Kari prøvde å godkjenne ein låst tekst, og svaret var: ");
    }
}
