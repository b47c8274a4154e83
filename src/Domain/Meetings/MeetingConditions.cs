namespace LmsWorkflow.Domain;

/// <summary>What the phase table asks of meetings.</summary>
public static class MeetingConditions
{
    public static GateCondition PlanningMeetingHeld { get; } = new("PlanningMeetingHeld", static context =>
        context.Case.Meetings.HasValid(MeetingType.Planning) ? null : new ValidMeetingMissing(MeetingType.Planning));

    public static GateCondition EvaluationMeetingHeld { get; } = new("EvaluationMeetingHeld", static context =>
        context.Case.Meetings.HasValid(MeetingType.Evaluation) ? null : new ValidMeetingMissing(MeetingType.Evaluation));
}

/// <summary>R41, R131.</summary>
public sealed record ValidMeetingMissing(MeetingType Type) : Refusal(new Words(
    Type == MeetingType.Planning ? "Det er ikke holdt et gyldig planleggingsmøte med begge sider til stede. Kall inn til møte."
        : "Det er ikke holdt et gyldig evalueringsmøte med begge sider til stede. Kall inn til møte.",
    Type == MeetingType.Planning ? "Det er ikkje halde eit gyldig planleggingsmøte med begge sider til stades. Kall inn til møte."
        : "Det er ikkje halde eit gyldig evalueringsmøte med begge sider til stades. Kall inn til møte."));
