namespace LmsWorkflow.Domain;

/// <summary>
/// Dagslogg (D20): summary of the oral evaluation (R115) and what was adjusted. Written by a course leader, confirmed by all of them. Incidents are
/// written in the organisation's own deviation system; only the reference is kept (R117).
/// </summary>
public sealed record WriteDayLog(int Samling, WrittenText OralEvaluation, WrittenText? Adjustments = null, string? IncidentReference = null) : CaseRequest
{
    public override Act Act => Act.RunCourse;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        DayLogRules.Unmet(context, Samling).Concat(
        [
            context.Case.Delivery.Samling(Samling)?.Attendance is null ? new AttendanceMissing(Samling) : null,
            Require.Written(OralEvaluation, "oralEvaluation", new("hva deltakerne sa i den muntlige runden", "kva deltakarane sa i den munnlege runden")),
            Require.Clean(Adjustments, "adjustments"),
            IsReference(IncidentReference) ? null : new IncidentReferenceOnly(),
        ]),
        () =>
        [
            new DayLogWritten(Samling, OralEvaluation.Seal("D20.muntlig"), Adjustments is { IsBlank: false } text ? text.Seal("D20.justering") : null,
                string.IsNullOrWhiteSpace(IncidentReference) ? null : IncidentReference.Trim()),
        ]);

    static bool IsReference(string? reference)
    {
        if (string.IsNullOrWhiteSpace(reference)) return true;
        var trimmed = reference.Trim();
        return trimmed.Length <= 30 && trimmed.Any(char.IsAsciiDigit) && trimmed.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '/' or '.')
            && trimmed.Count(char.IsAsciiDigit) < 11;
    }
}

/// <summary>Written by a course leader, who thereby confirms it; a rewritten log must be confirmed again by the other.</summary>
public sealed record DayLogWritten(int Samling, SealedText OralEvaluation, SealedText? Adjustments, string? IncidentReference) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Delivery = file.Delivery.Replace(Samling, samling => samling with
        {
            DayLog = new(OralEvaluation, Adjustments, IncidentReference, stamp.Person!.Value, stamp.At) { ConfirmedBy = [stamp.Person.Value] },
        }),
    };
}

/// <summary>The other course leader confirms the day log (D20).</summary>
public sealed record ConfirmDayLog(int Samling) : CaseRequest
{
    public override Act Act => Act.RunCourse;

    public override Decision Decide(CaseContext context)
    {
        var log = context.Case.Delivery.Samling(Samling)?.DayLog;
        return Decision.Unless(
            DayLogRules.Unmet(context, Samling).Append(log is null ? new DayLogMissing(Samling) : null),
            () => log!.ConfirmedBy.Contains(context.Actor.Person!.Value) ? [] : [new DayLogConfirmed(Samling, context.Actor.Person.Value)]);
    }
}

public sealed record DayLogConfirmed(int Samling, PersonId Person) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Delivery = file.Delivery.Replace(Samling, samling => samling with { DayLog = samling.DayLog! with { ConfirmedBy = samling.DayLog.ConfirmedBy.Add(Person) } }),
    };
}

static class DayLogRules
{
    public static IEnumerable<Refusal?> Unmet(CaseContext context, int samling)
    {
        yield return Require.Open(context);
        if (context.Case.Passed(Gate.G3) is not null || context.Case.SignOffs.Current(Gate.G3) is not null) yield return new RunIsSettled();
        if (context.Case.Delivery.Plan?.Numbered(samling) is null) yield return new UnknownSamling();
        if (context.Case.Delivery.Plan is { } plan && !plan.IsLeader(context.Actor.Person)) yield return new OnlyCourseLeaders();
    }
}

/// <summary>D20, R113.</summary>
public sealed record OnlyCourseLeaders() : Refusal(new Words(
    "Bare kurslederne i programmet kan gjøre dette. Be en av dem om det.", "Berre kursleiarane i programmet kan gjere dette. Be ein av dei om det."));

/// <summary>R116: what both sides confirm about the run must stand still while they do, and afterwards.</summary>
public sealed record RunIsSettled() : Refusal(new Words(
    "Gjennomføringen er låst for godkjenning eller godkjent. Be om endring hvis noe må rettes før begge sider har godkjent.",
    "Gjennomføringa er låst for godkjenning eller godkjend. Be om endring dersom noko må rettast før begge sider har godkjent."));

/// <summary>R117.</summary>
public sealed record IncidentReferenceOnly() : Refusal(new Words(
    "Skriv bare referansenummeret fra avvikssystemet, for eksempel AV-2026-123. Hva som skjedde skal ikke stå her.",
    "Skriv berre referansenummeret frå avvikssystemet, til dømes AV-2026-123. Kva som skjedde skal ikkje stå her."));
