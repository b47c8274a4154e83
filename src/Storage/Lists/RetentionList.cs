using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>A case whose times of retention run.</summary>
/// <param name="Title">Null when erased.</param>
/// <param name="Kinds">Those it still has texts of.</param>
public sealed record RetentionRow(CaseId Id, string Number, string? Title, UnitId LmsUnit, Standing Standing, CaseRetention Retention, ImmutableArray<RetentionKind> Kinds);

/// <summary>
/// From when each case's times of retention are counted. When something falls due is worked out when the list is read, by the rules of that day. Which kinds have texts is counted among the texts themselves, when a case
/// whose times run is written to and when texts are erased, so that it is always what is there.
/// </summary>
static class RetentionList
{
    /// <summary>Raised when what is kept changes: rows of another format are as if they were not there.</summary>
    const long Format = 2;

    public static void Write(long stream, CaseRetention? before, CaseRetention? after, List<Statement> statements)
    {
        if (after is not null)
            statements.Add(new(Upsert, stream, Format, Day(after.Ended), Day(after.Reported), Day(after.Decided), string.Join(' ', after.Kept.Select(kept => string.Create(CultureInfo.InvariantCulture, $"{kept.Kind}:{kept.Until.DayNumber}")))));
        else if (before is not null) statements.Add(new("delete from retention where stream_no = $1", stream));
    }

    /// <param name="unit">The LMS or an owning unit; null: all.</param>
    public static async Task<IReadOnlyList<RetentionRow>> Of(DbConnection connection, UnitId? unit, Sight? sight, CancellationToken ct)
    {
        var values = new DynamicParameters(new { format = Format, unit = unit is { } one ? CaseKey.Of(one) : null });
        var where = "where r.format = @format and r.kinds > 0";
        if (unit is not null) where += " and exists (select 1 from case_keys k where k.key = @unit and k.stream_no = r.stream_no)";
        if (sight is not null) where += " and " + SightCondition.Of(sight, "r.stream_no", values);
        return await connection.Rows($"""
            select s.name, c.number, t.value, c.lms_unit, c.owners, c.standing, r.ended, r.reported, r.decided, r.kept, r.kinds
            from retention r join cases c on c.stream_no = r.stream_no join streams s on s.stream_no = r.stream_no left join texts t on t.stream_no = c.stream_no and t.commitment = c.title
            {where} order by r.stream_no
            """, values, Row, ct);
    }

    /// <summary>A case has ended, or its report is signed, from before this list was kept or before it was kept in this format.</summary>
    public static async Task<bool> IsBehind(DbConnection connection, CancellationToken ct) => (await connection.Rows("""
        select c.stream_no from cases c
        where (c.standing in ('Closed', 'Cancelled') or c.phase in ('Continuation', 'Ended')) and not exists (select 1 from retention r where r.stream_no = c.stream_no and r.format = @format) limit 1
        """, new { format = Format }, row => row.GetInt64(0), ct)).Count > 0;

    static RetentionRow Row(DbDataReader row)
    {
        var (lms, kinds) = (new UnitId(row.Id(3)), row.GetInt64(10));
        return new(
            new StreamId(row.GetString(0)).AsCase!.Value, row.GetString(1), row.Text(2), lms, Enum.Parse<Standing>(row.GetString(5)),
            new([.. row.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(owner => new UnitId(Guid.Parse(owner))).Prepend(lms).Distinct()], DayAt(row, 6), DayAt(row, 7), DayAt(row, 8), [.. row.GetString(9).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Kept)]),
            [.. RetentionKinds.All.Where(kind => (kinds & Bit(kind)) != 0)]);
    }

    static KeptLonger Kept(string written)
    {
        var parts = written.Split(':');
        return new(Enum.Parse<RetentionKind>(parts[0]), DateOnly.FromDayNumber(int.Parse(parts[1], CultureInfo.InvariantCulture)));
    }

    static long? Day(DateOnly? day) => day?.DayNumber;

    static DateOnly? DayAt(DbDataReader row, int column) => row.IsDBNull(column) ? null : DateOnly.FromDayNumber((int)row.GetInt64(column));

    static long Bit(RetentionKind kind) => 1L << (int)kind;

    /// <summary>The same as <see cref="RetentionKinds.Of"/>, as one bit; a test compares them.</summary>
    static readonly string BitOfField = $"""
        case when t.field = '{RetentionKinds.TitleField}' then 0
            when t.field in ({string.Join(", ", RetentionKinds.RawAnswerFields.Select(field => $"'{field}'"))}) then {Bit(RetentionKind.RawAnswers)}
            when t.field = '{RetentionKinds.ContactField}' then {Bit(RetentionKind.Contacts)}
            {string.Join(' ', RetentionKinds.All.Where(kind => kind.Document() is not null).Select(kind => $"when substr(t.field, 1, 4) = '{kind}.' then {Bit(kind)}"))}
            else {Bit(RetentionKind.CaseTexts)} end
        """;

    static readonly string Upsert = $"""
        insert into retention (stream_no, format, ended, reported, decided, kept, kinds)
        values ($1, $2, $3, $4, $5, $6, (select cast(coalesce(sum(distinct {BitOfField}), 0) as bigint) from texts t where t.stream_no = $1))
        on conflict (stream_no) do update set format = excluded.format, ended = excluded.ended, reported = excluded.reported, decided = excluded.decided, kept = excluded.kept, kinds = excluded.kinds
        """;

    /// <summary>After texts of a stream were erased.</summary>
    internal static readonly string LookAgain = $"""
        update retention set kinds = (select cast(coalesce(sum(distinct {BitOfField}), 0) as bigint) from texts t where t.stream_no = retention.stream_no)
        where stream_no = (select stream_no from streams where name = $1)
        """;
}
