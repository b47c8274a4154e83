using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Storage.Tests;

/// <summary>The list of cases whose times of retention run: which kinds have texts is what lies there, also after an erasure, and the same when the lists are made again.</summary>
public sealed class RetentionListTests(PgCluster cluster)
{
    static readonly string[] Fields =
    [
        "title", "contact.who", "hold.reason", "objection.reason", "D22.svar", "D22.omskrevet", "D23.annerledes", "D22.tema", "D06.vilkar", "D13.post.tittel", "D1", "D99.x", "d12.x", "D12", "D122.x", "noe annet",
        .. Enum.GetNames<DocumentKind>().Select(kind => kind + ".felt"),
    ];

    static readonly CaseRetention Ended = new([], new(2026, 4, 17), new(2026, 4, 10), null, [new(RetentionKind.D12, new(2040, 1, 1))]);

    [Theory, OnBothDatabases]
    public async Task The_database_knows_a_field_s_kind_as_the_rule_does(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        foreach (var (field, number) in Fields.Select((field, number) => (field, number))) await Case(store, number, Ended, field);

        var found = (await store.Retention(null, null, default)).ToDictionary(row => row.Number, row => row.Kinds);

        foreach (var (field, number) in Fields.Select((field, number) => (field, number)))
            found.GetValueOrDefault(NumberOf(number), []).Should().Equal(RetentionKinds.Of(field) is { } kind ? [kind] : [], field);
    }

    [Theory, OnBothDatabases]
    public async Task A_case_is_in_the_list_with_its_days_while_its_time_runs_and_it_has_texts_that_fall_due(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var (stream, rows) = await Case(store, 1, null, "D12.mal", "D22.svar", "title");
        (await store.Retention(null, null, default)).Should().BeEmpty("no time runs");

        var ended = rows with { Retention = Ended };
        await store.MustAppend(Given.To(stream, 3, new RegisteredText("contact.who").Fact) with { Lists = ListChanges.Of(stream, rows, ended) });

        var row = (await store.Retention(null, null, default)).Should().ContainSingle().Subject;
        (row.Retention.Ended, row.Retention.Reported, row.Retention.Decided).Should().Be((Ended.Ended, Ended.Reported, Ended.Decided));
        row.Retention.Kept.Should().Equal(Ended.Kept);
        row.Retention.Units.Should().Equal([ListSamples.Units[0], .. rows.Case!.Owners]);
        row.Kinds.Should().Equal(RetentionKind.D12, RetentionKind.RawAnswers, RetentionKind.Contacts);
        (await store.TextsOf(stream, default)).Select(place => place.Field).Should().Equal("D12.mal", "D22.svar", "contact.who", "title");
    }

    [Theory, OnBothDatabases]
    public async Task An_erased_kind_leaves_the_list_with_the_commit_and_is_not_back_when_the_lists_are_made_again(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var (stream, rows) = await Case(store, 1, Ended, "D12.mal", "D22.svar");
        var place = (await store.TextsOf(stream, default)).Single(one => one.Field == "D22.svar");

        await store.MustAppend(Given.To(StreamId.Erasures, 0, new ErasureConfirmed(1)) with { Erase = [place] });

        (await store.Retention(null, null, default)).Single().Kinds.Should().Equal(RetentionKind.D12);
        var live = await database.Dump("retention");
        await store.RebuildLists((_, _) => rows, default);
        (await database.Dump("retention")).Should().Equal(live);
        await store.MustAppend(Given.To(StreamId.Erasures, 1, new ErasureConfirmed(2)) with { Erase = [.. await store.TextsOf(stream, default)] });
        (await store.Retention(null, null, default)).Should().BeEmpty("nothing is left to fall due");
    }

    [Theory, OnBothDatabases]
    public async Task Unit_and_sight_narrow_the_list_and_an_ended_case_without_a_row_means_the_lists_are_behind(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        var (_, rows) = await Case(store, 1, Ended, "D12.mal");
        var (owner, other) = (rows.Case!.Owners[0], ListSamples.Units.First(unit => unit != ListSamples.Units[0] && unit != rows.Case!.Owners[0]));

        foreach (var (unit, sight, found) in new (UnitId?, Sight?, int)[]
            { (owner, null, 1), (ListSamples.Units[0], null, 1), (other, null, 0), (null, new(ListSamples.People[5], [owner]), 1), (null, new(ListSamples.People[5], [other]), 0), (owner, new(ListSamples.People[5], []), 0) })
            (await store.Retention(unit, sight, default)).Should().HaveCount(found);
        (await store.ListsAreBehind(default)).Should().Be(await Behind(database));
        await database.Execute("update cases set standing = 'Closed'");
        await database.Execute("delete from retention");
        (await Behind(database)).Should().BeTrue();
        (await store.ListsAreBehind(default)).Should().BeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task An_open_case_whose_report_is_signed_and_that_has_no_row_means_the_lists_are_behind(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        var store = await database.Open();
        await Case(store, 1, Ended, "D22.svar");
        await database.Execute("update cases set standing = 'Open', phase = 'Continuation'");
        (await store.ListsAreBehind(default)).Should().BeFalse();
        await database.Execute("delete from retention");
        (await store.ListsAreBehind(default)).Should().BeTrue("the answers' time runs from the report");
        await database.Execute("update cases set phase = 'Evaluation'");
        (await store.ListsAreBehind(default)).Should().BeFalse("no time has begun");
    }

    static async Task<bool> Behind(TestDatabase database) =>
        (await database.Query<long>("select count(*) from cases c where (c.standing in ('Closed', 'Cancelled') or c.phase in ('Continuation', 'Ended')) and not exists (select 1 from retention r where r.stream_no = c.stream_no)"))[0] > 0;

    static string NumberOf(int number) => $"2026-{number:0000}";

    static async Task<(StreamId Stream, ListRows Rows)> Case(ICaseStore store, int number, CaseRetention? retention, params string[] fields)
    {
        var id = new CaseId(new Guid(700 + number, 0, 0, new byte[8]));
        var row = ListSamples.Of(id, 1).Case! with { Number = NumberOf(number), Members = [] };
        var rows = ListRows.Empty with { Case = row, Compliance = ListSamples.Compliance(new Random(number)), Retention = retention };
        var stream = StreamId.Case(id);
        await store.MustAppend(Given.To(stream, 0, [.. fields.Select(field => new RegisteredText(field).Fact)]) with { Lists = ListChanges.Of(stream, ListRows.Empty, rows) });
        return (stream, rows);
    }

    /// <summary>A fact with one text under a field.</summary>
    sealed record RegisteredText(string Field)
    {
        public Fact Fact => new LearningPointRecorded(SealedText.Seal(Field, $"tekst i {Field}", "0123456789abcdef0123456789abcdef"));
    }
}
