using FluentAssertions;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal.Tests;

public sealed class RecordSentencesTests
{
    public static TheoryData<string> Facts =>
        [.. typeof(DefinitionFact).Assembly.GetTypes().Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(DefinitionFact)) || type.IsSubclassOf(typeof(DirectoryFact)))).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public void Every_fact_on_definitions_people_and_units_has_a_sentence_in_both_written_forms(string name)
    {
        var type = typeof(DefinitionFact).Assembly.GetTypes().Single(candidate => candidate.Name == name);
        var words = RecordSentences.Of((Fact)FactSentencesTests.Example(type), new(DateTimeOffset.UnixEpoch, null, Role.System, "test"), Viewer.Nobody(Language.Nb, DateTimeOffset.UnixEpoch));

        words.Should().NotBeNull($"{name} needs a line in RecordSentences");
        words!.Nb.Should().EndWith(".");
        words.Nn.Should().EndWith(".");
    }
}
