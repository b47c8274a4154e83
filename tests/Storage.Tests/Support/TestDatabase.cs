using System.Data.Common;
using System.Reflection;
using Dapper;
using LmsWorkflow.Storage;
using LmsWorkflow.TestSupport;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(PgCluster))]

namespace LmsWorkflow.Storage.Tests;

public enum Db { Sqlite, Postgres }

/// <summary>The test runs once on each database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow<Db>(Db.Sqlite), new TheoryDataRow<Db>(Db.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A database of its own for one test, and a way past the store to what really lies in it.</summary>
sealed class TestDatabase : IAsyncDisposable
{
    readonly List<ICaseStore> opened = [];
    readonly string? folder;

    TestDatabase(string connectionString, string? folder) => (ConnectionString, this.folder) = (connectionString, folder);

    public string ConnectionString { get; }

    public static async Task<TestDatabase> New(Db db, PgCluster cluster) =>
        db == Db.Postgres ? new(await cluster.NewDatabase(), null) : InFolder();

    public static async Task<TestDatabase> Empty(Db db, PgCluster cluster) =>
        db == Db.Postgres ? new(await cluster.EmptyDatabase(), null) : InFolder();

    public async Task<ICaseStore> Open()
    {
        var store = await RecordStore.Open(ConnectionString);
        opened.Add(store);
        return store;
    }

    /// <summary>A store that was opened already, else a new one: opening mends what it can.</summary>
    public async Task<ICaseStore> Reader() => opened is [.., var last] ? last : await Open();

    public async Task<int> Execute(string sql, object? values = null)
    {
        await using var connection = await Connect();
        return await connection.ExecuteAsync(sql, values);
    }

    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? values = null)
    {
        await using var connection = await Connect();
        return [.. await connection.QueryAsync<T>(sql, values)];
    }

    /// <summary>Every row of a table as text, sorted.</summary>
    public async Task<IReadOnlyList<string>> Dump(string table)
    {
        await using var connection = await Connect();
        var rows = await connection.Rows("select * from " + table, null, row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => Text(row.GetValue(i)))), default);
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    public async Task<IReadOnlyList<string>> DumpLists()
    {
        var all = new List<string>();
        foreach (var table in ListRebuild.Tables) all.AddRange((await Dump(table)).Select(row => table + ": " + row));
        return all;
    }

    public async Task<DbConnection> Connect()
    {
        DbConnection connection = RecordStore.IsPostgres(ConnectionString)
            ? new NpgsqlConnection(ConnectionString + ";Pooling=false")
            : new SqliteConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened) await store.DisposeAsync();
        if (folder is not null) Directory.Delete(folder, true);
    }

    static TestDatabase InFolder()
    {
        var folder = Directory.CreateTempSubdirectory("lms-storage-").FullName;
        return new($"Data Source={Path.Combine(folder, "record.db")}", folder);
    }

    static string Text(object value) => value is byte[] bytes ? Convert.ToHexStringLower(bytes) : value.ToString()!;
}
