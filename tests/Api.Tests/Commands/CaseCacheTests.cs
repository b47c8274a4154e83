using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Tests;

public sealed class CaseCacheTests
{
    [Fact]
    public void The_least_recently_used_goes_when_there_is_no_room()
    {
        var cache = new CaseCache(3 * 4096);
        var (one, two, three, four) = (New(0), New(0), New(0), New(0));
        cache.Keep(one);
        cache.Keep(two);
        cache.Keep(three);
        cache.Find(one.File.Id).Should().NotBeNull();
        cache.Keep(four);
        cache.Find(two.File.Id).Should().BeNull("it was used longest ago");
        cache.Find(one.File.Id).Should().NotBeNull();
        cache.Count.Should().Be(3);
    }

    [Fact]
    public void An_older_version_never_takes_the_place_of_a_newer()
    {
        var cache = new CaseCache(1_000_000);
        var newer = New(5);
        cache.Keep(newer);
        cache.Keep(newer with { File = newer.File with { Version = 4 } });
        cache.Find(newer.File.Id)!.File.Version.Should().Be(5);
    }

    [Fact]
    public void A_command_and_a_reader_at_once_leave_nothing_in_memory_that_lacks_what_either_wrote()
    {
        var cache = new CaseCache(1_000_000);
        var before = New(4);
        cache.Keep(before with { ReadingsVersion = 1 });
        cache.Keep(before with { File = before.File with { Version = 5 } });
        cache.Find(before.File.Id).Should().BeNull("the command's case lacks the reading, and the reader's lacks what the command did");
    }

    [Fact]
    public void A_case_larger_than_the_cache_is_kept_alone()
    {
        var cache = new CaseCache(1);
        cache.Keep(New(0));
        cache.Keep(New(0));
        cache.Count.Should().Be(1);
    }

    static LoadedCase New(long version) => new(CaseFile.Unregistered(new CaseId(Guid.NewGuid())) with { Version = version }, Readings.None, 0);
}
