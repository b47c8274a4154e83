namespace LmsWorkflow.Domain;

/// <summary>What the phase table asks of meetings.</summary>
public static class MeetingConditions
{
    public static GateCondition PlanningMeetingHeld { get; } = new("PlanningMeetingHeld", static context =>
        context.Case.Meetings.HasValid(MeetingType.Planning) ? null : new ValidMeetingMissing(MeetingType.Planning));

    public static GateCondition EvaluationMeetingHeld { get; } = new("EvaluationMeetingHeld", static context =>
        context.Case.Meetings.HasValid(MeetingType.Evaluation) ? null : new ValidMeetingMissing(MeetingType.Evaluation));

    /// <summary>R42: what was said in a planning meeting that was not valid waits for the missing side.</summary>
    public static GateCondition PlanningProposalsSettled { get; } = new("PlanningProposalsSettled", static context =>
        UnsettledOf(context.Case.Meetings, MeetingType.Planning));

    /// <summary>R42, for evaluation meetings.</summary>
    public static GateCondition EvaluationProposalsSettled { get; } = new("EvaluationProposalsSettled", static context =>
        UnsettledOf(context.Case.Meetings, MeetingType.Evaluation));

    static MeetingNotValid? UnsettledOf(Meetings meetings, MeetingType type)
    {
        foreach (var meeting in meetings.All)
            if (meeting.Type == type && meeting.HasUnsettledProposals) return new MeetingNotValid(meeting.Number, meeting.Invalidities[0]);
        return null;
    }
}

/// <summary>R41, R131.</summary>
public sealed record ValidMeetingMissing(MeetingType Type) : Refusal(new Words(
    Type == MeetingType.Planning ? "Det er ikke holdt et gyldig planleggingsmøte med begge sider til stede. Kall inn til møte."
        : "Det er ikke holdt et gyldig evalueringsmøte med begge sider til stede. Kall inn til møte.",
    Type == MeetingType.Planning ? "Det er ikkje halde eit gyldig planleggingsmøte med begge sider til stades. Kall inn til møte."
        : "Det er ikkje halde eit gyldig evalueringsmøte med begge sider til stades. Kall inn til møte."));

/// <summary>R42: shown on the meeting and beside the gate's button.</summary>
public sealed record MeetingNotValid(int Meeting, Invalidity Because) : Refusal(Because.Words());

public static class InvalidityNames
{
    /// <summary>What a meeting that is not valid is told as (R41, R42).</summary>
    public static Words Words(this Invalidity because) => because switch
    {
        Invalidity.NoBrukerrepresentant => new(
            "Møtet hadde ingen brukerrepresentant. Vedtakene er forslag til de er bekreftet.",
            "Møtet hadde ingen brukarrepresentant. Vedtaka er framlegg til dei er stadfesta."),
        Invalidity.NoFagperson => new(
            "Møtet hadde ingen fagperson. Vedtakene er forslag til de er bekreftet.",
            "Møtet hadde ingen fagperson. Vedtaka er framlegg til dei er stadfesta."),
        _ => new(
            "Møtet ble innkalt for sent, og ikke alle brukerrepresentantene hadde sagt ja til det. Vedtakene er forslag til de er bekreftet.",
            "Møtet blei innkalla for seint, og ikkje alle brukarrepresentantane hadde sagt ja til det. Vedtaka er framlegg til dei er stadfesta."),
    };
}
