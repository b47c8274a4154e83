using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Storage;

/// <summary>What cases bring into the compliance report: one row each, figures added up by the database, and the cases behind each figure found by the same condition.</summary>
static class ComplianceList
{
    /// <summary>Raised when what is computed changes: rows of another format are as if they were not there.</summary>
    const long Format = 1;

    public static void Write(long stream, CaseCompliance? before, CaseCompliance? after, List<Statement> statements)
    {
        if (before == after) return;
        statements.Add(after is null ? new("delete from compliance where stream_no = $1", stream) : new(
            Upsert, stream, Format, (long)after.RegisteredOn.DayNumber, (long?)after.EndedOn?.DayNumber, after.Grad.ToString(), after.G1.ToString(), after.G2.ToString(), after.G3.ToString(), after.G4.ToString(),
            (long)after.MeetingsHeld, (long)after.Invalid, (long)after.Unsettled, (long)after.Deviations,
            (long)after.Objections.Raised, (long)after.Objections.Agreed, (long)after.Objections.Withdrawn, (long)after.Objections.Dissent, (long)after.Objections.Stopped));
    }

    public static async Task<UnitCompliance> Figures(DbConnection connection, ComplianceQuery query, CancellationToken ct)
    {
        var (where, values) = Narrowed(query);
        var counts = ComplianceFigures.All.SelectMany(figure => new[] { Sum($"case when {Conditions[figure]} then 1 else 0 end"), Sum($"case when p.ended is not null and {Conditions[figure]} then 1 else 0 end") });
        return (await connection.Rows(
            $"select count(*), count(p.ended), {string.Join(", ", Sums.Select(Sum).Concat(counts))} from compliance p {where}", values, Figures, ct)).Single();
    }

    static string Sum(string what) => $"cast(coalesce(sum({what}), 0) as bigint)";

    static UnitCompliance Figures(DbDataReader row)
    {
        int At(int column) => (int)row.GetInt64(column);
        return new(
            At(0), At(1), [.. ComplianceFigures.All.Select((figure, index) => new ComplianceCount(figure, At(2 + Sums.Length + (2 * index)), At(3 + Sums.Length + (2 * index))))],
            At(2), At(2) - At(3), At(4), new(At(5), At(6), At(7), At(8), At(9)));
    }

    public static async Task<CompliancePage> Page(DbConnection connection, ComplianceQuery query, CancellationToken ct)
    {
        var limit = Math.Clamp(query.Limit, 1, CaseQuery.LargestPage);
        var (where, values) = Narrowed(query);
        if (query.Figure is { } figure) where += $" and {Conditions[figure]}";
        if (long.TryParse(query.After, NumberStyles.None, CultureInfo.InvariantCulture, out var after))
        {
            where += " and p.stream_no < @after";
            values.Add("after", after);
        }

        values.Add("limit", limit + 1);
        // the page is found before anything is looked up for it, whatever a planner makes of tables it has not counted yet
        var rows = await connection.Rows($"""
            select s.name, c.number, t.value, c.lms_unit, c.phase, c.standing, p.registered, p.ended, p.grad, p.g1, p.g2, p.g3, p.g4, p.held, p.invalid, p.unsettled, p.deviations,
                p.raised, p.agreed, p.withdrawn, p.dissent, p.stopped, p.stream_no
            from (select p.* from compliance p {where} order by p.stream_no desc limit @limit) p join cases c on c.stream_no = p.stream_no join streams s on s.stream_no = p.stream_no left join texts t on t.stream_no = c.stream_no and t.commitment = c.title
            order by p.stream_no desc
            """, values, row => (Line: Line(row), No: row.GetInt64(22)), ct);
        return new([.. rows.Take(limit).Select(row => row.Line)], rows.Count > limit ? rows[limit - 1].No.ToString(CultureInfo.InvariantCulture) : null);
    }

    static (string Where, DynamicParameters Values) Narrowed(ComplianceQuery query)
    {
        var values = new DynamicParameters(new { format = Format, first = (long)query.From.DayNumber, last = (long)query.To.DayNumber, unit = query.Unit is { } unit ? CaseKey.Of(unit) : null });
        var where = "where p.format = @format and p.registered <= @last and (p.ended is null or p.ended >= @first)";
        if (query.Unit is not null) where += " and exists (select 1 from case_keys k where k.key = @unit and k.stream_no = p.stream_no)";
        if (query.Sight is { } sight) where += " and " + SightCondition.Of(sight, "p.stream_no", values);
        return (where, values);
    }

    static ComplianceLine Line(DbDataReader row)
    {
        int At(int column) => (int)row.GetInt64(column);
        return new(
            new StreamId(row.GetString(0)).AsCase!.Value, row.GetString(1), row.Text(2), new(row.Id(3)), Enum.Parse<Phase>(row.GetString(4)), Enum.Parse<Standing>(row.GetString(5)),
            new(DateOnly.FromDayNumber(At(6)), row.IsDBNull(7) ? null : DateOnly.FromDayNumber(At(7)), Enum.Parse<Medvirkningsgrad>(row.GetString(8)),
                Enum.Parse<GateAgreement>(row.GetString(9)), Enum.Parse<GateAgreement>(row.GetString(10)), Enum.Parse<GateAgreement>(row.GetString(11)), Enum.Parse<GateAgreement>(row.GetString(12)),
                At(13), At(14), At(15), At(16), new(At(17), At(18), At(19), At(20), At(21))));
    }

    /// <summary>A case is from before this list was kept, or before it was kept in this format.</summary>
    public static async Task<bool> IsBehind(DbConnection connection, CancellationToken ct) => (await connection.Rows(
        "select c.stream_no from cases c where not exists (select 1 from compliance p where p.stream_no = c.stream_no and p.format = @format) limit 1",
        new { format = Format }, row => row.GetInt64(0), ct)).Count > 0;

    static readonly ImmutableArray<string> Sums = ["p.held", "p.invalid", "p.deviations", "p.raised", "p.agreed", "p.withdrawn", "p.dissent", "p.stopped"];

    static readonly ImmutableDictionary<ComplianceFigure, string> Conditions = ComplianceFigures.All.ToImmutableDictionary(figure => figure, Condition);

    /// <summary>The same as <see cref="ComplianceFigures.Counts"/>; a test compares them.</summary>
    static string Condition(ComplianceFigure figure) => figure switch
    {
        ComplianceFigure.Full => "p.grad = 'Full'",
        ComplianceFigure.Delvis => "p.grad = 'Delvis'",
        ComplianceFigure.IkkeDokumentert => "p.grad = 'IkkeDokumentert'",
        ComplianceFigure.InvalidMeeting => "p.invalid > 0",
        ComplianceFigure.UnsettledMeeting => "p.unsettled > 0",
        ComplianceFigure.Deviation => "p.deviations > 0",
        ComplianceFigure.ObjectionOpen => "p.raised > p.agreed + p.withdrawn + p.dissent + p.stopped",
        ComplianceFigure.ObjectionAgreed => "p.agreed > 0",
        ComplianceFigure.ObjectionWithdrawn => "p.withdrawn > 0",
        ComplianceFigure.ObjectionDissent => "p.dissent > 0",
        ComplianceFigure.ObjectionStopped => "p.stopped > 0",
        _ => AtGate(figure, ComplianceFigures.GateOf(figure)!.Value),
    };

    static string AtGate(ComplianceFigure figure, Gate gate) =>
        $"p.{gate.ToString().ToLowerInvariant()} in ({string.Join(", ", Enum.GetValues<GateAgreement>().Where(agreement => ComplianceFigures.AtGate(gate, agreement) == figure).Select(agreement => $"'{agreement}'"))})";

    const string Upsert = """
        insert into compliance (stream_no, format, registered, ended, grad, g1, g2, g3, g4, held, invalid, unsettled, deviations, raised, agreed, withdrawn, dissent, stopped)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
        on conflict (stream_no) do update set format = excluded.format, registered = excluded.registered, ended = excluded.ended, grad = excluded.grad, g1 = excluded.g1, g2 = excluded.g2,
            g3 = excluded.g3, g4 = excluded.g4, held = excluded.held, invalid = excluded.invalid, unsettled = excluded.unsettled, deviations = excluded.deviations, raised = excluded.raised,
            agreed = excluded.agreed, withdrawn = excluded.withdrawn, dissent = excluded.dissent, stopped = excluded.stopped
        """;
}
