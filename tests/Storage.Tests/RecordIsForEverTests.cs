using System.Data.Common;
using LmsWorkflow.Domain;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Storage.Tests;

public sealed class RecordIsForEverTests(PgCluster cluster)
{
    [Theory, OnBothDatabases]
    public async Task The_database_itself_refuses_to_change_or_delete_events(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.To(Given.Stream, 0, Given.Role1, Given.Person("Kari")));
        var before = await database.Dump("events");

        await Refused(database, "update events set name = 'another'");
        await Refused(database, "delete from events where position = 2");
        await Refused(database, "update streams set name = 'another'");
        await Refused(database, "delete from streams");
        if (db == Db.Postgres) await Refused(database, "truncate events");
        if (db == Db.Sqlite)
        {
            await Refused(database, "insert or replace into events (position, stream_no, stream_version, name, body) values (1, 1, 1, 'x', x'00')");
            await Refused(database, "insert or replace into events (position, stream_no, stream_version, name, body) values (3, 1, 1, 'x', x'00')");
        }

        (await database.Dump("events")).Should().Equal(before);
    }

    [Theory, OnBothDatabases]
    public async Task A_stream_has_each_version_once(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.To(Given.Stream, 0, Given.Role1));

        var inserting = () => database.Execute("insert into events (position, stream_no, stream_version, name, body) values (2, 1, 1, 'x', '')");

        await inserting.Should().ThrowAsync<DbException>();
    }

    [Theory, OnBothDatabases]
    public async Task No_text_lies_in_the_bytes_of_events_or_lists(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await store.MustAppend(Given.To(Given.Stream, 0, Given.Person("Gunnhild Hemmelig"), Given.TitleFact) with
        {
            Lists = ListChanges.Of(Given.Stream, ListRows.Empty, ListSamples.Of(Given.Case, 2)),
        });

        string[] tables = ["streams", "events", "idempotency", .. ListRebuild.Tables];
        foreach (var table in tables)
        {
            var rows = string.Join('\n', await database.Dump(table));
            foreach (var text in new[] { "Gunnhild Hemmelig", "sjelden" })
                rows.Should().NotContain(text).And.NotContain(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(text)));
        }
        (await database.Dump("texts")).Should().HaveCount(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_case_whose_texts_are_erased_still_loads_with_the_same_commitments(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var person = Given.Person("Kari");
        await store.MustAppend(Given.To(Given.Stream, 0, person, Given.Role1));
        var bytes = await database.Dump("events");

        await database.Execute("delete from texts");
        var erased = await store.Read(Given.Stream, 0, default);

        erased.Should().HaveCount(2);
        ((PersonRegistered)erased[0].Fact).Name.Should().Match<SealedText>(name => name.Commitment == person.Name.Commitment && name.Value == null && name.Salt == null);
        erased[0].Fact.Should().Be(person with { EmployedIn = ((PersonRegistered)erased[0].Fact).EmployedIn }, "erasing changes nothing in the state");
        (await database.Dump("events")).Should().Equal(bytes);
    }

    [Theory, OnBothDatabases]
    public async Task Any_text_a_person_can_send_comes_back_exactly(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        string[] texts = ["", " ", "æøå ÆØÅ čšž", "😀 'quoted' \"double\" \\ $1 @p {x}", "null \0 inside", "line\r\nline\u2028", new string('ø', WrittenText.Longest)];

        await store.MustAppend(Given.To(Given.Stream, 0, [.. texts.Select(Given.Person)]));

        (await store.Read(Given.Stream, 0, default)).Select(fact => ((PersonRegistered)fact.Fact).Name).Should().AllSatisfy(
            name => SealedText.Commit(name.Field!, name.Value!, name.Salt!).Should().Be(name.Commitment));
        (await store.Read(Given.Stream, 0, default)).Select(fact => ((PersonRegistered)fact.Fact).Name.Value).Should().Equal(texts);
    }

    [Theory, OnBothDatabases]
    public async Task A_text_carried_by_several_facts_lies_in_one_place(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var person = Given.Person("Kari");

        await store.MustAppend(Given.To(Given.Stream, 0, person, person with { Language = Language.Nb }));
        await store.MustAppend(Given.To(Given.Stream, 2, person));

        (await database.Dump("texts")).Should().ContainSingle();
        (await store.Read(Given.Stream, 0, default)).Should().OnlyContain(fact => ((PersonRegistered)fact.Fact).Name.Value == "Kari");
    }

    static async Task Refused(TestDatabase database, string sql) =>
        (await database.Invoking(d => d.Execute(sql)).Should().ThrowAsync<DbException>(sql)).WithMessage("*are for ever*");
}
