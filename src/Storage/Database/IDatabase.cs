using System.Data.Common;

namespace LmsWorkflow.Storage;

/// <summary>What the two databases do or call differently. All other SQL is the same text for both.</summary>
interface IDatabase
{
    /// <summary>Middle part of the names of scripts for this database only, e.g. <c>0002_guards.sqlite.sql</c>.</summary>
    string ScriptName { get; }

    /// <summary>What stands for a word in braces in SQL.</summary>
    IReadOnlyDictionary<string, string> Words { get; }

    /// <summary>An open connection for reading.</summary>
    ValueTask<DbConnection> Open(CancellationToken ct);

    /// <summary>A transaction in which all readings are of one moment.</summary>
    DbTransaction Snapshot(DbConnection connection);

    /// <summary>The value for <c>$number</c>.</summary>
    DbParameter Parameter(int number, object? value);
}

static class DatabaseWords
{
    public static string In(this IDatabase database, string sql) =>
        database.Words.Aggregate(sql, (text, word) => text.Replace("{" + word.Key + "}", word.Value, StringComparison.Ordinal));
}
