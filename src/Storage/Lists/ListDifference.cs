using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>Statements that turn the rows before into the rows after, and whose inbox that changes.</summary>
static class ListDifference
{
    public static void Write(ListChange change, long stream, List<Statement> statements, ISet<PersonId> inboxes)
    {
        var (before, after) = (change.Before, change.After);
        Cases(stream, before.Case, after.Case, statements);
        Keys(stream, before.Case, after.Case, statements);
        Inbox(stream, before.Inbox, after.Inbox, statements, inboxes);
        Timers(stream, before.Timers, after.Timers, statements);
        Stuck(stream, before.Stuck, after.Stuck, statements);
        Tilbud(stream, before.Tilbud, after.Tilbud, statements);
        BalanceList.Write(stream, before.Balance, after.Balance, statements);
        ComplianceList.Write(stream, before.Compliance, after.Compliance, statements);
        RetentionList.Write(stream, before.Retention, after.Retention, statements);
    }

    static void Cases(long stream, CaseRow? before, CaseRow? after, List<Statement> statements)
    {
        if (after is not null && before is not null && SameButForProgress(before, after))
        {
            if (!SameProgress(before, after))
                statements.Add(new(UpdateCase, stream, after.Standing.ToString(), after.Version, string.Join(' ', after.WaitingFor), after.NextDue?.UtcTicks, after.ChangedAt.UtcTicks));
        }
        else if (after is not null)
            statements.Add(new(UpsertCase, stream, after.Number, Convert.FromHexString(after.TitleCommitment), after.LmsUnit.ToString(), Join(after.Owners),
                after.Koordinator.ToString(), after.Phase.ToString(), after.Standing.ToString(), after.Version, string.Join(' ', after.WaitingFor),
                after.NextDue?.UtcTicks, after.ChangedAt.UtcTicks, Join(after.Members)));
        else if (before is not null)
            statements.Add(new(DeleteCase, stream));
    }

    /// <summary>Most commands move a case on and change nothing that is searched by; then no index is touched.</summary>
    static bool SameButForProgress(CaseRow before, CaseRow after) =>
        before.Phase == after.Phase && before.Number == after.Number && before.TitleCommitment == after.TitleCommitment && SameKeys(before, after);

    static bool SameProgress(CaseRow before, CaseRow after) =>
        before.Version == after.Version && before.Standing == after.Standing && before.NextDue == after.NextDue && before.ChangedAt == after.ChangedAt
        && before.WaitingFor.SequenceEqual(after.WaitingFor);

    /// <summary>Record equality compares immutable arrays by identity; a projection makes new ones each time.</summary>
    static bool SameKeys(CaseRow before, CaseRow after) =>
        before.LmsUnit == after.LmsUnit && before.Koordinator == after.Koordinator
        && before.Owners.AsSpan().SequenceEqual(after.Owners.AsSpan()) && before.Members.AsSpan().SequenceEqual(after.Members.AsSpan());

    static void Keys(long stream, CaseRow? before, CaseRow? after, List<Statement> statements)
    {
        if (before is not null && after is not null && SameKeys(before, after)) return;
        var (old, now) = (KeysOf(before), KeysOf(after));
        foreach (var key in old)
            if (!now.Contains(key)) statements.Add(new(DeleteKey, CaseKey.Of(key), stream));
        foreach (var key in now)
            if (!old.Contains(key)) statements.Add(new(InsertKey, CaseKey.Of(key), stream));
    }

    /// <summary>Ids of people and units are random, so one table of keys answers "whose", "which unit's" and "who may see".</summary>
    static HashSet<string> KeysOf(CaseRow? row) =>
        row is null ? [] : [row.LmsUnit.ToString(), row.Koordinator.ToString(), .. row.Owners.Select(o => o.ToString()), .. row.Members.Select(m => m.ToString())];

    static void Inbox(long stream, ImmutableArray<InboxRow> before, ImmutableArray<InboxRow> after, List<Statement> statements, ISet<PersonId> inboxes)
    {
        foreach (var row in Gone(before, after, row => (row.Item, row.Person)))
        {
            statements.Add(new(DeleteInbox, row.Person.ToString(), stream, (long)row.Item));
            inboxes.Add(row.Person);
        }
        foreach (var row in New(before, after))
        {
            statements.Add(new(UpsertInbox, stream, (long)row.Item, row.Person.ToString(), row.ElementId, row.Kind, row.Role, row.Due?.UtcTicks, row.Opened.UtcTicks));
            inboxes.Add(row.Person);
        }
    }

    static void Timers(long stream, ImmutableArray<DueTimerRow> before, ImmutableArray<DueTimerRow> after, List<Statement> statements)
    {
        // a timer set anew is another row: the table is kept in order of time
        foreach (var row in New(after, before))
            statements.Add(new(DeleteTimer, row.DueAt.UtcTicks, stream, row.Timer));
        foreach (var row in New(before, after))
            statements.Add(new(InsertTimer, row.DueAt.UtcTicks, stream, row.Timer));
    }

    static void Stuck(long stream, ImmutableArray<StuckRow> before, ImmutableArray<StuckRow> after, List<Statement> statements)
    {
        foreach (var row in Gone(before, after, row => (row.Item, row.ElementId)))
            statements.Add(new("delete from stuck where stream_no = $1 and item = $2 and element_id = $3", stream, (long)row.Item, row.ElementId));
        foreach (var row in after)
            if (!before.Any(old => old with { ReasonCodes = row.ReasonCodes } == row && old.ReasonCodes.SequenceEqual(row.ReasonCodes)))
                statements.Add(new(UpsertStuck, stream, (long)row.Item, row.ElementId, row.Since.UtcTicks, string.Join(' ', row.ReasonCodes)));
    }

    static void Tilbud(long stream, ImmutableArray<TilbudRow> before, ImmutableArray<TilbudRow> after, List<Statement> statements)
    {
        foreach (var row in Gone(before, after, row => (row.Tilbud, row.Case)))
            statements.Add(new("delete from tilbud where stream_no = $1 and tilbud = $2 and case_id = $3", stream, row.Tilbud.ToString(), row.Case.ToString()));
        foreach (var row in New(before, after))
            statements.Add(new(UpsertTilbud, stream, row.Tilbud.ToString(), row.Case.ToString(), Convert.FromHexString(row.TitleCommitment),
                row.LmsUnit.ToString(), row.Type.ToString(), row.Standing, row.Since.UtcTicks));
    }

    static IEnumerable<T> Gone<T, TKey>(ImmutableArray<T> before, ImmutableArray<T> after, Func<T, TKey> key) where TKey : notnull =>
        before.IsEmpty ? [] : before.ExceptBy(after.Select(key), key);

    static IEnumerable<T> New<T>(ImmutableArray<T> before, ImmutableArray<T> after) => after.IsEmpty ? [] : after.Except(before);

    static string Join<T>(ImmutableArray<T> ids) => string.Join(' ', ids);

    internal const string UpsertCase = """
        insert into cases (stream_no, number, title, lms_unit, owners, koordinator, phase, standing, version, waiting_for, next_due, changed_at, members)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        on conflict (stream_no) do update set number = excluded.number, title = excluded.title, lms_unit = excluded.lms_unit, owners = excluded.owners,
            koordinator = excluded.koordinator, phase = excluded.phase, standing = excluded.standing, version = excluded.version,
            waiting_for = excluded.waiting_for, next_due = excluded.next_due, changed_at = excluded.changed_at, members = excluded.members
        """;

    const string DeleteCase = "delete from cases where stream_no = $1";

    internal const string UpdateCase = "update cases set standing = $2, version = $3, waiting_for = $4, next_due = $5, changed_at = $6 where stream_no = $1";

    internal const string DeleteKey = "delete from case_keys where key = $1 and stream_no = $2";

    internal const string InsertKey = "insert into case_keys (key, stream_no) values ($1, $2) on conflict (key, stream_no) do nothing";

    internal const string DeleteInbox = "delete from inbox where person = $1 and stream_no = $2 and item = $3";

    internal const string UpsertInbox = """
        insert into inbox (stream_no, item, person, element_id, kind, role, due, opened) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (person, stream_no, item) do update set element_id = excluded.element_id, kind = excluded.kind, role = excluded.role,
            due = excluded.due, opened = excluded.opened
        """;

    internal const string DeleteTimer = "delete from due_timers where due_at = $1 and stream_no = $2 and timer = $3";

    internal const string InsertTimer = "insert into due_timers (due_at, stream_no, timer) values ($1, $2, $3) on conflict (due_at, stream_no, timer) do nothing";

    const string UpsertStuck = """
        insert into stuck (stream_no, item, element_id, since, reasons) values ($1, $2, $3, $4, $5)
        on conflict (stream_no, item, element_id) do update set since = excluded.since, reasons = excluded.reasons
        """;

    const string UpsertTilbud = """
        insert into tilbud (stream_no, tilbud, case_id, title, lms_unit, type, standing, since) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (stream_no, tilbud, case_id) do update set title = excluded.title, lms_unit = excluded.lms_unit, type = excluded.type,
            standing = excluded.standing, since = excluded.since
        """;
}
