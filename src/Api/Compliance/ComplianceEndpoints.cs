using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>One thing that keeps a case from full participation.</summary>
public sealed record ComplianceReason(Words Says, Gate? Gate, GateAgreement? Agreement, int? Meeting, int? Samling)
{
    public static ComplianceReason Of(Shortfall shortfall) => shortfall switch
    {
        Shortfall.AtGate at => new(at.Says, at.Gate, at.Agreement, null, null),
        Shortfall.InMeeting meeting => new(meeting.Says, null, null, meeting.Meeting, null),
        Shortfall.Deviated deviated => new(deviated.Says, null, null, null, deviated.Samling),
        _ => new(shortfall.Says, null, null, null, null),
    };
}

/// <summary>The compliance report of a case, for programs.</summary>
/// <param name="Mark">What may be said of the case; "Utviklet etter Standard metode" for full participation alone (N12).</param>
public sealed record CaseComplianceView(Medvirkningsgrad Participation, Words Mark, ImmutableArray<ComplianceReason> Lacking, ImmutableArray<ComplianceRow> Rows)
{
    public static CaseComplianceView Of(ComplianceMatrix matrix) => new(matrix.Judged.Grad, matrix.Judged.Grad.Mark(), [.. matrix.Judged.Shortfalls.Select(ComplianceReason.Of)], matrix.Rows);
}

/// <summary>The compliance report of a unit, for programs.</summary>
/// <param name="Unit">Null: the whole organisation.</param>
public sealed record UnitComplianceView(UnitId? Unit, DateOnly From, DateOnly To, UnitCompliance Report);

static class ComplianceEndpoints
{
    public static async Task<IResult> OfCase(HttpContext http, ComplianceReports reports)
    {
        CaseFile? file = null;
        var allowed = await CaseReads.Read(http, Act.ReadCase, (_, loaded, _) => file = loaded.File, isTimed: true);
        return file is null ? allowed : new ViewResult(CaseComplianceView.Of(await reports.Of(file, http.RequestAborted)));
    }

    public static Task<IResult> OfUnit(HttpContext http, ComplianceReports reports, ICaseStore store) => Asked(
        http, reports, async (unit, query) => new ViewResult(new UnitComplianceView(unit, query.From, query.To, await store.Compliance(query, http.RequestAborted))));

    /// <summary>The cases behind a figure.</summary>
    public static Task<IResult> Cases(HttpContext http, ComplianceReports reports, ICaseStore store) => Asked(http, reports, async (_, query) =>
    {
        var (asked, limit) = (http.Request.Query["figure"].FirstOrDefault(), http.Request.Query["limit"].FirstOrDefault());
        var figure = FigureNamed(asked);
        if (asked is { Length: > 0 } && figure is null) return new ProblemResult(Problem.Malformed());
        var most = query.Limit;
        if (limit is { Length: > 0 } && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out most) || most is < 1 or > CaseQuery.LargestPage)) return new ProblemResult(Problem.Malformed());
        query = query with { Figure = figure, After = http.Request.Query["after"].FirstOrDefault(), Limit = most };
        return TakeOut.IsAsked(http) ? TakeOut.Of(http, ComplianceSheets.Cases.With(Every(store, query, http.RequestAborted))) : new ViewResult(await store.ComplianceCases(query, http.RequestAborted));
    });

    static async Task<IResult> Asked(HttpContext http, ComplianceReports reports, Func<UnitId?, ComplianceQuery, Task<IResult>> answer)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        if (UnitPeriod.Read(http.Request.Query, reports.First, reports.Today) is not var (unit, from, to)) return new ProblemResult(Problem.Malformed());
        return ComplianceReports.MayRead(actor, unit) ? await answer(unit, ComplianceReports.Query(actor, unit, from, to)) : new ProblemResult(Problem.NotAllowed);
    }

    /// <summary>Null for what is no figure's name; numbers are not names.</summary>
    public static ComplianceFigure? FigureNamed(string? name) =>
        name is { Length: > 0 } && char.IsLetter(name[0]) && Enum.TryParse<ComplianceFigure>(name, false, out var figure) && Enum.IsDefined(figure) ? figure : null;

    static async IAsyncEnumerable<ComplianceLine> Every(ICaseStore store, ComplianceQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        var next = query with { After = null, Limit = CaseQuery.LargestPage };
        while (true)
        {
            var page = await store.ComplianceCases(next, ct);
            foreach (var line in page.Cases) yield return line;
            if (page.Next is null) yield break;
            next = next with { After = page.Next };
        }
    }
}
