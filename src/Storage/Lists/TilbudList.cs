using System.Data.Common;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>The catalogue of tilbud, as the cases leave them.</summary>
static class TilbudList
{
    public static async Task<IReadOnlyList<TilbudRow>> Of(DbConnection connection, Sight? sight, CancellationToken ct)
    {
        var (where, values) = SightCondition.Where(sight, "x.stream_no");
        return await connection.Rows($"""
            select x.tilbud, x.case_id, x.title, x.lms_unit, x.type, x.standing, x.since, t.value
            from tilbud x left join texts t on t.stream_no = x.stream_no and t.commitment = x.title
            {where} order by x.standing, x.since, x.tilbud, x.case_id
            """, values, Row, ct);
    }

    static TilbudRow Row(DbDataReader row) => new(
        new(row.Id(0)), new(row.Id(1)), row.Hex(2), new(row.Id(3)), Enum.Parse<TilbudType>(row.GetString(4)), row.GetString(5), row.Time(6))
    { Title = row.Text(7) };
}
