namespace LmsWorkflow.Domain;

/// <summary>What time has made worth following up in the run and its evaluation: to think about, never to stop for.</summary>
public static class RunWarnings
{
    /// <summary>Hours after the samling's day (R115).</summary>
    const int DayLogHours = 48;

    /// <summary>Days after the last samling (R131).</summary>
    const int EvaluationMeetingDays = 30;

    public static IEnumerable<Refusal> Of(CaseContext context) => DayLogs(context).Concat(EvaluationMeeting(context));

    static IEnumerable<Refusal> DayLogs(CaseContext context)
    {
        var run = context.Case.Delivery;
        if (run is not { Plan: { } plan, Standing: RunStanding.Announced or RunStanding.Running }) return [];
        return plan.Samlinger
            .Where(samling => run.Samling(samling.Number)?.DayLog is null && context.Now > OsloTime.At(samling.Date.AddDays(1), TimeOnly.MinValue).AddHours(DayLogHours))
            .Select(samling => new DayLogOverdue(samling.Number));
    }

    /// <summary>From the last samling on until a valid meeting has been held.</summary>
    public static IEnumerable<Refusal> EvaluationMeeting(CaseContext context)
    {
        var file = context.Case;
        if (file.Delivery is not { HasStarted: true, Plan.Samlinger: { IsEmpty: false } samlinger } || file.Meetings.HasValid(MeetingType.Evaluation)) yield break;
        var latest = samlinger.Max(samling => samling.Date).AddDays(EvaluationMeetingDays);
        if (context.Today > latest) yield return new EvaluationMeetingOverdue(latest);
        else if (Coming(file).DefaultIfEmpty(latest).Min() > latest) yield return new EvaluationMeetingPlannedLate(latest);
    }

    static IEnumerable<DateOnly> Coming(CaseFile file) => file.Meetings.All
        .Where(meeting => meeting is { Type: MeetingType.Evaluation, Standing: MeetingStanding.Planned or MeetingStanding.Called })
        .Select(meeting => meeting.Date);
}

/// <summary>R115.</summary>
public sealed record DayLogOverdue(int Samling) : Refusal(new Words(
    $"Det er mer enn 48 timer siden samling {Samling}, og dagsloggen er ikke skrevet. Be kurslederne skrive den.",
    $"Det er meir enn 48 timar sidan samling {Samling}, og dagsloggen er ikkje skriven. Be kursleiarane skrive han."));

/// <summary>R131.</summary>
public sealed record EvaluationMeetingOverdue(DateOnly Latest) : Refusal(new Words(
    $"Det er mer enn 30 dager siden siste samling, og dere har ikke holdt et gyldig evalueringsmøte. Fristen var {DateWords.Long(Latest).Nb}. Kall inn nå.",
    $"Det er meir enn 30 dagar sidan siste samling, og de har ikkje halde eit gyldig evalueringsmøte. Fristen var {DateWords.Long(Latest).Nn}. Kall inn no."));

/// <summary>R131.</summary>
public sealed record EvaluationMeetingPlannedLate(DateOnly Latest) : Refusal(new Words(
    $"Evalueringsmøtet er lagt mer enn 30 dager etter siste samling. Legg det senest {DateWords.Long(Latest).Nb} hvis dere kan.",
    $"Evalueringsmøtet er lagt meir enn 30 dagar etter siste samling. Legg det seinast {DateWords.Long(Latest).Nn} om de kan."));
