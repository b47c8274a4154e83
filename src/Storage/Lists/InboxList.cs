using System.Data.Common;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>What one person must do, soonest due first; what has no date comes last.</summary>
static class InboxList
{
    public static async Task<IReadOnlyList<InboxRow>> Of(DbConnection connection, PersonId person, CancellationToken ct) =>
        await connection.Rows("""
            select s.name, i.item, i.person, i.element_id, i.kind, i.role, i.due, i.opened, c.number, t.value
            from inbox i join streams s on s.stream_no = i.stream_no left join cases c on c.stream_no = i.stream_no
                left join texts t on t.stream_no = c.stream_no and t.commitment = c.title
            where i.person = @person order by i.due is null, i.due, i.opened, i.stream_no, i.item
            """, new { person = person.ToString() }, Row, ct);

    static InboxRow Row(DbDataReader row) => new(
        new StreamId(row.GetString(0)).AsCase!.Value, (int)row.GetInt64(1), new(row.Id(2)), row.GetString(3), row.GetString(4), row.GetString(5), row.TimeOrNull(6), row.Time(7))
    { CaseNumber = row.IsDBNull(8) ? null : row.GetString(8), CaseTitle = row.Text(9) };
}
