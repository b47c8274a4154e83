using System.Data.Common;
using Dapper;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>Lists hold nothing of their own: emptied and filled again from the streams they are the same as before.</summary>
static class ListRebuild
{
    /// <summary>Tables that are lists.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["cases", "case_keys", "inbox", "due_timers", "stuck", "tilbud", "balances", "compliance", "retention"];

    public static async Task Run(
        DbConnection connection, DbTransaction transaction, IDatabase database, Func<StreamId, IReadOnlyList<RecordedFact>, ListRows> project, CancellationToken ct)
    {
        foreach (var table in Tables) await connection.ExecuteAsync(new CommandDefinition($"delete from {table}", transaction: transaction, cancellationToken: ct));
        foreach (var (no, stream) in await connection.Rows(StreamsWithLists, null, row => (row.GetInt64(0), new StreamId(row.GetString(1))), ct, transaction))
        {
            var facts = await RecordReading.Stream(connection, stream, 0, ct, transaction);
            var statements = new List<Statement>();
            ListDifference.Write(new(stream, ListRows.Empty, project(stream, facts)), no, statements, new HashSet<PersonId>());
            foreach (var statement in statements) await connection.Execute(database, statement, ct, transaction);
        }
    }

    const string StreamsWithLists = "select stream_no, name from streams where name like 'case-%' or name like 'tilbud-%' order by stream_no";
}
