using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Tests;

public sealed class TopicTests
{
    [Fact]
    public void A_topic_may_say_which_version_is_on_the_screen()
    {
        var id = new CaseId(Guid.NewGuid());
        Topic.Parse($"case:{id}@12").Should().Be(new Topic(id, null, 12));
        Topic.Parse($"case:{id}").Should().Be(new Topic(id, null, null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("case:")]
    [InlineData("case:1; drop table")]
    [InlineData("everything:00000000000000000000000000000001")]
    [InlineData("case:00000000000000000000000000000001@00000000000000000000000000000000000000000000000000")]
    public void What_is_not_a_topic_is_none(string? text) => Topic.Parse(text).Should().BeNull();

    [Fact]
    public void Watching_ends_with_the_connection()
    {
        var watchers = new Watchers();
        var person = new PersonId(Guid.NewGuid());
        watchers.Add("case:a", "one", person);
        watchers.Add("case:a", "two", person);
        watchers.Remove("one");
        watchers.Of("case:a").Keys.Should().Equal("two");
        watchers.Remove("two");
        watchers.Of("case:a").Should().BeEmpty();
    }
}
