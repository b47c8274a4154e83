using System.Data.Common;
using System.Globalization;
using Dapper;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>The list of cases, latest registered first; a page is found by where the one before ended.</summary>
static class CaseList
{
    public static async Task<CasePage> Page(DbConnection connection, CaseQuery query, CancellationToken ct)
    {
        var limit = Math.Clamp(query.Limit, 1, CaseQuery.LargestPage);
        var narrowing = new Narrowing(query, withPhase: true);
        if (long.TryParse(query.After, NumberStyles.None, CultureInfo.InvariantCulture, out var after)) narrowing.Add("c.stream_no < @after", "after", after);
        narrowing.Values.Add("limit", limit + 1);
        var rows = await connection.Rows($"""
            select s.name, c.number, c.title, c.lms_unit, c.owners, c.koordinator, c.phase, c.standing, c.version, c.waiting_for, c.next_due, c.changed_at,
                c.members, t.value, c.stream_no
            from cases c join streams s on s.stream_no = c.stream_no left join texts t on t.stream_no = c.stream_no and t.commitment = c.title
            {narrowing} order by c.stream_no desc limit @limit
            """, narrowing.Values, row => (Case: Row(row), No: row.GetInt64(14)), ct);
        var more = rows.Count > limit;
        return new([.. rows.Take(limit).Select(row => row.Case)], more ? rows[limit - 1].No.ToString(CultureInfo.InvariantCulture) : null);
    }

    public static async Task<IReadOnlyDictionary<Phase, int>> CountByPhase(DbConnection connection, CaseQuery query, CancellationToken ct)
    {
        var narrowing = new Narrowing(query, withPhase: false);
        var counts = await connection.Rows(
            $"select c.phase, count(*) from cases c {narrowing} group by c.phase", narrowing.Values, row => (Enum.Parse<Phase>(row.GetString(0)), row.GetInt64(1)), ct);
        return counts.ToDictionary(count => count.Item1, count => (int)count.Item2);
    }

    static CaseRow Row(DbDataReader row) => new(
        new StreamId(row.GetString(0)).AsCase!.Value, row.GetString(1), row.Hex(2), new(row.Id(3)), [.. row.Codes(4).Select(id => new UnitId(Guid.ParseExact(id, "n")))],
        new(row.Id(5)), Enum.Parse<Phase>(row.GetString(6)), Enum.Parse<Standing>(row.GetString(7)), row.GetInt64(8), [.. row.Codes(9)],
        row.TimeOrNull(10), row.Time(11), [.. row.Codes(12).Select(id => new PersonId(Guid.ParseExact(id, "n")))])
    { Title = row.Text(13) };

    /// <summary>The conditions of a query and their values.</summary>
    sealed class Narrowing
    {
        readonly List<string> conditions = [];

        public Narrowing(CaseQuery query, bool withPhase)
        {
            if (withPhase && query.Phase is { } phase) Add("c.phase = @phase", "phase", phase.ToString());
            if (query.Standing is { } standing) Add("c.standing = @standing", "standing", standing.ToString());
            // a unit has many cases: look whether each is its; a person has few: look them up
            if (query.Unit is { } unit) Add("exists (select 1 from case_keys k where k.key = @unit and k.stream_no = c.stream_no)", "unit", CaseKey.Of(unit));
            if (query.Member is { } member) Add("c.stream_no in (select k.stream_no from case_keys k where k.key = @member)", "member", CaseKey.Of(member));
            if (query.Sight is { } sight) conditions.Add(SightCondition.Of(sight, "c.stream_no", Values));
        }

        public DynamicParameters Values { get; } = new();

        public void Add(string condition, string name, object value)
        {
            conditions.Add(condition);
            Values.Add(name, value);
        }

        public override string ToString() => conditions.Count == 0 ? "" : "where " + string.Join(" and ", conditions);
    }
}
