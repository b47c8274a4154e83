using Npgsql;
using NpgsqlTypes;

namespace LmsWorkflow.Storage;

/// <summary>
/// Writes a group's rows of one table with one statement. To SQLite a statement is a function call; to PostgreSQL each is a message to be bound,
/// run and answered, which costs more than the row.
/// </summary>
static class PostgresRows
{
    /// <summary>Statements on tables that are only added to: the one for a row, and for many.</summary>
    static readonly (string One, string Many)[] Added = [Adding(Sequencer.InsertStream), Adding(Sequencer.InsertEvent), Adding(Sequencer.InsertLeaf), (Sequencer.InsertText, Sequencer.InsertTexts), Adding(Sequencer.InsertKey)];

    /// <summary>Statements on rows of lists, in the order in which one change of a stream's rows has them.</summary>
    static readonly (string One, string Many)[] Listed =
    [
        Adding(ListDifference.UpsertCase),
        (ListDifference.UpdateCase, """
            update cases set standing = v.standing, version = v.version, waiting_for = v.waiting_for, next_due = v.next_due, changed_at = v.changed_at
            from unnest($1, $2, $3, $4, $5, $6) as v (stream_no, standing, version, waiting_for, next_due, changed_at) where cases.stream_no = v.stream_no
            """),
        (ListDifference.DeleteKey, "delete from case_keys using unnest($1, $2) as v (key, stream_no) where case_keys.key = v.key and case_keys.stream_no = v.stream_no"),
        Adding(ListDifference.InsertKey),
        (ListDifference.DeleteInbox, """
            delete from inbox using unnest($1, $2, $3) as v (person, stream_no, item)
            where inbox.person = v.person and inbox.stream_no = v.stream_no and inbox.item = v.item
            """),
        Adding(ListDifference.UpsertInbox),
        (ListDifference.DeleteTimer, """
            delete from due_timers using unnest($1, $2, $3) as v (due_at, stream_no, timer)
            where due_timers.due_at = v.due_at and due_timers.stream_no = v.stream_no and due_timers.timer = v.timer
            """),
        Adding(ListDifference.InsertTimer),
    ];

    /// <summary>An insert, with what it says of rows that are there already, takes a column of each value as well as a value.</summary>
    static (string One, string Many) Adding(string insert) => (insert, insert.Replace("values (", "select * from unnest(", StringComparison.Ordinal));

    static readonly Dictionary<string, string> AddedSql = Added.ToDictionary(both => both.One, both => both.Many);
    static readonly Dictionary<string, int> ListedAt = Listed.Index().ToDictionary(both => both.Item.One, both => both.Index);

    /// <summary>
    /// What the group must run. Rows of lists are put together only while no stream is changed twice in the group: a row that one change adds may be what the next
    /// takes away.
    /// </summary>
    public static IEnumerable<NpgsqlBatchCommand> Commands(IReadOnlyList<Ruling> rulings)
    {
        var statements = rulings.SelectMany(ruling => ruling.Statements).ToLookup(statement => AddedSql.GetValueOrDefault(statement.Sql, ""));
        foreach (var rows in statements)
            if (rows.Key.Length > 0) yield return Many(rows.Key, [.. rows]);
        var listed = ChangesAStreamTwice(rulings) ? null : new List<Statement>?[Listed.Length];
        foreach (var statement in statements[""])
        {
            if (listed is null || !ListedAt.TryGetValue(statement.Sql, out var at)) yield return One(statement);
            else (listed[at] ??= []).Add(statement);
        }

        for (var at = 0; at < listed?.Length; at++)
            if (listed[at] is { } rows) yield return rows.Count == 1 ? One(rows[0]) : Many(Listed[at].Many, rows);
    }

    static bool ChangesAStreamTwice(IReadOnlyList<Ruling> rulings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return rulings.Any(ruling => ruling.Ends.Keys.Any(stream => !seen.Add(stream)));
    }

    static NpgsqlBatchCommand One(Statement statement)
    {
        var command = new NpgsqlBatchCommand(statement.Sql);
        foreach (var value in statement.Values) command.Parameters.Add(PostgresDatabase.Parameter(value));
        return command;
    }

    static NpgsqlBatchCommand Many(string sql, List<Statement> rows)
    {
        var command = new NpgsqlBatchCommand(sql);
        for (var column = 0; column < rows[0].Values.Length; column++) command.Parameters.Add(Column(rows, column));
        return command;
    }

    static NpgsqlParameter Column(List<Statement> rows, int column) => rows.Select(row => row.Values[column]).FirstOrDefault(value => value is not null) switch
    {
        string => Column<string?>(rows, column, NpgsqlDbType.Text),
        byte[] => Column<byte[]?>(rows, column, NpgsqlDbType.Bytea),
        // the only column that may be null and is not a text is a time
        _ => Column<long?>(rows, column, NpgsqlDbType.Bigint),
    };

    static NpgsqlParameter<T[]> Column<T>(List<Statement> rows, int column, NpgsqlDbType type)
    {
        var values = new T[rows.Count];
        for (var row = 0; row < values.Length; row++) values[row] = (T)rows[row].Values[column]!;
        return new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
