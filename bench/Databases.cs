using Microsoft.Data.Sqlite;
using Npgsql;

namespace LmsWorkflow.Bench;

static class Databases
{
    /// <summary>A new database on the server of the connection string.</summary>
    public static async Task<string> Fresh(string postgres)
    {
        var name = "bench_" + Guid.NewGuid().ToString("n")[..10];
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(postgres) { Database = name }.ConnectionString;
    }

    public static long PostgresBytes(string database)
    {
        using var connection = new NpgsqlConnection(database);
        connection.Open();
        using var command = new NpgsqlCommand("select pg_database_size(current_database())", connection);
        return (long)command.ExecuteScalar()!;
    }

    public static long SqliteBytes(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select page_count * page_size from pragma_page_count(), pragma_page_size()";
        return (long)command.ExecuteScalar()!;
    }
}
