using Npgsql;

namespace LmsWorkflow.Api;

/// <summary>A database for one scenario, gone afterwards.</summary>
static class TemporaryDatabase
{
    public static (string Connection, Func<ValueTask> CleanUp) Sqlite()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("lms-scenario-").FullName;
        return (Path.Combine(folder, "scenario.db"), () =>
        {
            System.IO.Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }
        );
    }

    public static async Task<(string Connection, Func<ValueTask> CleanUp)> Postgres(string server, CancellationToken ct)
    {
        var name = "lms_scenario_" + Guid.NewGuid().ToString("n")[..12];
        await Execute(server, $"create database {name}", ct);
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        return (connection, async () => await Execute(server, $"drop database if exists {name} with (force)", CancellationToken.None));
    }

    static async Task Execute(string server, string sql, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the name is ours, made of hex digits
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }
}
