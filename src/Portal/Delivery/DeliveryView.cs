using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>One samling of the run.</summary>
public sealed record SamlingCard(
    int Number, DateOnly Date, int TeachingMinutes, Attendance? Attendance, string OralEvaluation, string Adjustments, string Incident, string LogBy, ImmutableArray<string> LogConfirmedBy,
    bool HasLog, bool MayRecord, bool MayLog, bool MayConfirm, bool WithParents, int? Parents);

public sealed record ChangeCard(int Number, int Samling, Words Kind, string What, string Reason, bool InForce, ImmutableArray<string> ConsentedBy, bool MayConsent);

/// <summary>The run: announcement, registration, readiness, samlinger, changes, final figures. Counts only; never who (R106, R111).</summary>
public sealed record DeliveryView(
    CaseFrame Frame, Domain.Delivery Run, Words State, ImmutableArray<string> Leaders, ImmutableArray<SamlingCard> Samlinger, ImmutableArray<ChangeCard> Changes,
    bool MayCoordinate, bool MayAnnounce, bool MayRun, bool IsMember, bool IsLeader, bool ChecklistReady, ImmutableArray<Refusal> Missing, IReadOnlyList<ParticipantSummary> Participants, bool Computed,
    ImmutableArray<Refusal> Warnings, GroupSize? Group, RunStatistics? Statistics, bool ForChildren)
{
    public static DeliveryView From(CaseContext context, Viewer me)
    {
        var run = context.Case.Delivery;
        var open = context.Case.IsOpen;
        var mayRun = open && context.May(Act.RunCourse) && run.Standing is RunStanding.Announced or RunStanding.Running;
        var isLeader = run.Plan?.IsLeader(context.Actor.Person) == true;
        return new(
            CaseFrame.From(context, me), run, DeliveryNames.State(run.Standing), [.. (run.Plan?.Leaders ?? []).Select(leader => me.NameOf(leader))],
            [.. (run.Plan?.Samlinger ?? []).Select(samling => Card(context, samling, mayRun, isLeader, me))],
            [.. run.Changes.Select(change => new ChangeCard(change.Number, change.Samling, DeliveryNames.Change(change.Kind), me.Text(change.What), me.Text(change.Reason), change.InForceAt is not null,
                [.. change.ConsentedBy.Select(person => me.NameOf(person))], open && isLeader && change.InForceAt is null && !change.ConsentedBy.Contains(context.Actor.Person!.Value)))],
            open && context.May(Act.CoordinateCase), open && context.May(Act.CoordinateCase) && !run.HasStarted && context.Case.Passed(Gate.G2) is not null, mayRun, context.ActorsMembership is not null, isLeader,
            DocumentCompleteness.IsComplete(context.Case, context.Forms, DocumentKind.D18), context.Case.Phase == Phase.Delivery ? PhaseMachine.Unmet(context, Gate.G3) : [],
            Attendances.ByParticipant(run), Attendances.AreByParticipant(run),
            [.. RunWarnings.Of(context), .. CourseWarnings.Of(context.Case)], context.Case.Course?.Group, RunStatistics.Of(context.Case), PlanCompleteness.ForChildren(context.Case));
    }

    static SamlingCard Card(CaseContext context, PlannedSamling planned, bool mayRun, bool isLeader, Viewer me)
    {
        var run = context.Case.Delivery;
        var record = run.Samling(planned.Number);
        var log = record?.DayLog;
        var been = context.Today >= planned.Date;
        return new(
            planned.Number, planned.Date, run.TeachingMinutes(planned.Number), record?.Attendance, me.Text(log?.OralEvaluation), me.Text(log?.Adjustments), log?.IncidentReference ?? "", me.NameOf(log?.WrittenBy),
            [.. (log?.ConfirmedBy ?? []).Select(person => me.NameOf(person))], log is not null, mayRun && been, mayRun && been && record?.Attendance is not null,
            log is not null && isLeader && context.Case.IsOpen && !log.ConfirmedBy.Contains(context.Actor.Person!.Value),
            (context.Case.Documents.Latest(DocumentKind.D13)?.Content as ProgrammeContent)?.Numbered(planned.Number)?.Category is not null,
            context.Case.Families.Parents.FirstOrDefault(met => met.Samling == planned.Number)?.Parents);
    }
}

public static class DeliveryNames
{
    public static Words State(RunStanding standing) => standing switch
    {
        RunStanding.NotAnnounced => new("Ikke kunngjort", "Ikkje kunngjort"),
        RunStanding.Announced => new("Kunngjort", "Kunngjort"),
        RunStanding.Running => new("Kurset er i gang", "Kurset er i gang"),
        RunStanding.Finished => new("Kurset er avsluttet", "Kurset er avslutta"),
        RunStanding.Postponed => new("Utsatt", "Utsett"),
        _ => new("Avlyst", "Avlyst"),
    };

    public static Words Change(ProgrammeChangeKind kind) => kind switch
    {
        ProgrammeChangeKind.Adjustment => new("Justering", "Justering"),
        ProgrammeChangeKind.Substitute => new("En annen overtar", "Ein annan tek over"),
        ProgrammeChangeKind.Reschedule => new("Flyttet", "Flytta"),
        _ => new("Erfaringsinnlegg utgår", "Erfaringsinnlegg går ut"),
    };

    public static Words Outcome(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Run => new("Hold kurset likevel", "Hald kurset likevel"),
        RunOutcome.Postpone => new("Utsett kurset", "Utset kurset"),
        _ => new("Avlys kurset", "Avlys kurset"),
    };

    public static Words Kind(AttendeeKind kind) => kind switch
    {
        AttendeeKind.Patient => new("Pasient", "Pasient"),
        AttendeeKind.Relative => new("Pårørende", "Pårørande"),
        AttendeeKind.Child => new("Barn", "Barn"),
        _ => new("Annen", "Annan"),
    };
}
