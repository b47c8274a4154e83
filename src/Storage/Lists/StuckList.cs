using System.Data.Common;

namespace LmsWorkflow.Storage;

/// <summary>Cases whose process needs a person, longest waiting first.</summary>
static class StuckList
{
    public static async Task<IReadOnlyList<StuckRow>> Of(DbConnection connection, Sight? sight, CancellationToken ct)
    {
        var (where, values) = SightCondition.Where(sight, "x.stream_no");
        return await connection.Rows($"""
            select s.name, x.item, x.element_id, x.since, x.reasons, c.number, t.value
            from stuck x join streams s on s.stream_no = x.stream_no left join cases c on c.stream_no = x.stream_no
                left join texts t on t.stream_no = c.stream_no and t.commitment = c.title
            {where} order by x.since, x.stream_no, x.item
            """, values, Row, ct);
    }

    static StuckRow Row(DbDataReader row) => new(
        new StreamId(row.GetString(0)).AsCase!.Value, (int)row.GetInt64(1), row.GetString(2), row.Time(3), [.. row.Codes(4)])
    { CaseNumber = row.IsDBNull(5) ? null : row.GetString(5), CaseTitle = row.Text(6) };
}
