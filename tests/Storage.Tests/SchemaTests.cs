using LmsWorkflow.Domain;
using LmsWorkflow.TestSupport;

namespace LmsWorkflow.Storage.Tests;

public sealed class SchemaTests(PgCluster cluster)
{
    [Theory, OnBothDatabases]
    public async Task An_empty_database_gets_the_whole_schema(Db db)
    {
        await using var database = await TestDatabase.Empty(db, cluster);
        var store = await database.Open();

        (await store.MustAppend(Given.WithLists(Given.Case, 0))).Should().HaveCount(1);
        (await database.Query<long>("select version from schema_versions order by version")).Should().Equal(SchemaUpgrade.Versions(Dialect(db))).And.HaveCountGreaterThan(8).And.OnlyHaveUniqueItems();
    }

    [Theory, OnBothDatabases]
    public async Task An_older_schema_is_upgraded_when_the_store_is_opened(Db db)
    {
        await using var database = await TestDatabase.Empty(db, cluster);
        await using (var connection = await database.Connect()) await SchemaUpgrade.Run(connection, Dialect(db), default, upTo: 1);
        (await database.Query<long>("select max(version) from schema_versions")).Should().Equal(1);

        var store = await database.Open();

        await store.MustAppend(Given.To(Given.Stream, 0, Given.Role1));
        (await database.Query<long>("select max(version) from schema_versions")).Should().Equal(SchemaUpgrade.Latest(Dialect(db)));
    }

    [Theory, OnBothDatabases]
    public async Task Cases_are_found_by_their_people_and_units_after_an_upgrade(Db db)
    {
        await using var database = await TestDatabase.Empty(db, cluster);
        var (person, other) = (new PersonId(Guid.NewGuid()), new PersonId(Guid.NewGuid()));
        await using (var connection = await database.Connect()) await SchemaUpgrade.Run(connection, Dialect(db), default, upTo: 10);
        foreach (var (key, stream) in new[] { (person, 7L), (person, 8L), (other, 7L) }) await database.Execute("insert into case_keys (key, stream_no) values (@key, @stream)", new { key = key.ToString(), stream });

        await database.Open();

        (await database.Query<long>("select stream_no from case_keys where key = @key order by stream_no", new { key = CaseKey.Of(person) })).Should().Equal(7, 8);
        (await database.Query<long>("select stream_no from case_keys where key = @key", new { key = CaseKey.Of(other) })).Should().Equal(7);
        (await database.Query<long>("select count(*) from case_keys")).Should().Equal(3);
    }

    [Theory, OnBothDatabases]
    public async Task Opening_again_changes_nothing(Db db)
    {
        await using var database = await TestDatabase.New(db, cluster);
        await database.Open();
        var before = await database.Dump("schema_versions");

        await (await database.Open()).Ping(default);

        (await database.Dump("schema_versions")).Should().Equal(before);
    }

    [Theory, OnBothDatabases]
    public async Task A_newer_schema_is_refused(Db db)
    {
        await using var database = await TestDatabase.Empty(db, cluster);
        await (await database.Open()).DisposeAsync();
        await database.Execute("insert into schema_versions (version, script) values (9999, 'from the future')");

        await database.Invoking(d => d.Open()).Should().ThrowAsync<SchemaTooNewException>().WithMessage("*9999*");
    }

    [Fact]
    public async Task Nodes_that_start_together_upgrade_once()
    {
        await using var database = await TestDatabase.Empty(Db.Postgres, cluster);

        var stores = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => database.Open()));

        stores.Should().HaveCount(5);
        (await database.Query<long>("select count(*) from schema_versions")).Should().Equal(SchemaUpgrade.Latest(Dialect(Db.Postgres)));
    }

    [Fact]
    public async Task A_SQLite_record_is_in_WAL_mode()
    {
        await using var database = await TestDatabase.New(Db.Sqlite, cluster);
        await database.Open();

        (await database.Query<string>("pragma journal_mode")).Should().Equal("wal");
    }

    [Fact]
    public async Task A_database_in_memory_is_refused() =>
        await FluentActions.Invoking(() => RecordStore.Open("Data Source=:memory:")).Should().ThrowAsync<ArgumentException>();

    [Theory]
    [InlineData("Host=/tmp/x;Database=lms", true)]
    [InlineData("Server=db;Database=lms", true)]
    [InlineData("Data Source=lms.db", false)]
    [InlineData("/var/lib/lms/record.db", false)]
    public void A_connection_string_says_which_database_it_means(string connectionString, bool postgres) => RecordStore.IsPostgres(connectionString).Should().Be(postgres);

    static IDatabase Dialect(Db db) => db == Db.Sqlite ? new SqliteDatabase("Data Source=unused.db") : new PostgresDatabase("Host=unused");
}
