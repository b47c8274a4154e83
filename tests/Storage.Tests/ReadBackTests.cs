using LmsWorkflow.Domain;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Storage.Tests;

public sealed class ReadBackTests(PgCluster cluster)
{
    [Theory, OnBothDatabases]
    public async Task Facts_come_newest_first_each_with_its_own_texts_and_no_more_than_asked(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.To(Given.Stream, 0, [.. Enumerable.Range(1, 7).Select(number => (Fact)Given.Person("Navn " + number))]));

        var page = await store.ReadBack(Given.Stream, long.MaxValue, 3, default);
        var next = await store.ReadBack(Given.Stream, page[^1].Recorded.Version, 100, default);

        page.Select(told => told.Recorded.Version).Should().Equal(7, 6, 5);
        page.Select(told => told.Texts.Should().ContainSingle().Which.Value).Should().Equal("Navn 7", "Navn 6", "Navn 5");
        page.Select(told => ((PersonRegistered)told.Recorded.Fact).Name.Value).Should().Equal("Navn 7", "Navn 6", "Navn 5");
        next.Select(told => told.Recorded.Version).Should().Equal(4, 3, 2, 1);
        (await store.ReadBack(Given.Stream, 1, 10, default)).Should().BeEmpty();
        (await store.ReadBack(new("case-none"), long.MaxValue, 10, default)).Should().BeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_text_that_is_erased_is_not_there_and_the_fact_is(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.To(Given.Stream, 0, Given.Person("Kari")));
        await database.Execute("delete from texts");

        (await store.ReadBack(Given.Stream, long.MaxValue, 10, default)).Should().ContainSingle().Which.Should().Match<ToldFact>(told => told.Texts.IsEmpty && ((PersonRegistered)told.Recorded.Fact).Name.Value == null);
    }

    [Theory, OnBothDatabases]
    public async Task A_stream_read_on_in_parts_is_the_stream_read_at_once(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.To(Given.Stream, 0, [.. Enumerable.Range(1, 2_001).Select(number => number % 2 == 0 ? (Fact)Given.Role1 : Given.Person("Navn " + number))]));

        (await store.ReadOn(Given.Stream, 0, default).ToListAsync()).Should().BeEquivalentTo(await store.Read(Given.Stream, 0, default), options => options.WithStrictOrdering());
        (await store.ReadOn(Given.Stream, 2_000, default).ToListAsync()).Should().ContainSingle().Which.Version.Should().Be(2_001);
        (await store.ReadOn(Given.Stream, 2_001, default).ToListAsync()).Should().BeEmpty();
    }
}
