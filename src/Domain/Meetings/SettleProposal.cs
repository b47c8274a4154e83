namespace LmsWorkflow.Domain;

/// <summary>
/// A member of the side that was missing confirms a proposal in writing, or the group does so in a later valid meeting (R42). The proposal is confirmed
/// when every side that was missing has said yes.
/// </summary>
/// <param name="InMeeting">The later valid meeting; null when the member answers in writing.</param>
public sealed record ConfirmProposal(int Meeting, int Item, int? InMeeting = null) : CaseRequest
{
    public override Act Act => Act.ProposeAndMinute;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        ProposalRules.Unmet(context, Meeting, Item, InMeeting),
        () => [new ProposalConfirmed(Meeting, Item, context.Actor.Person!.Value, context.ActorsMembership?.Side, InMeeting)]);
}

public sealed record ProposalConfirmed(int Meeting, int Item, PersonId Person, Side? Side, int? InMeeting) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Meetings = file.Meetings.Replace(Meeting, meeting => meeting.Answered(Item, new(Person, Side, true, InMeeting, null, stamp.At))),
    };
}

/// <summary>The missing side, or a later valid meeting, says no to a proposal and why (R42).</summary>
public sealed record RejectProposal(int Meeting, int Item, WrittenText Reason, int? InMeeting = null) : CaseRequest
{
    public override Act Act => Act.ProposeAndMinute;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        ProposalRules.Unmet(context, Meeting, Item, InMeeting)
            .Append(Require.AtLeast(Reason, 10, "reason", new("hvorfor forslaget ikke godtas", "kvifor framlegget ikkje blir godteke"))),
        () => [new ProposalRejected(Meeting, Item, Reason.Seal("D10.avvist"), context.Actor.Person!.Value, context.ActorsMembership?.Side, InMeeting)]);
}

public sealed record ProposalRejected(int Meeting, int Item, SealedText Reason, PersonId Person, Side? Side, int? InMeeting) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Meetings = file.Meetings.Replace(Meeting, meeting => meeting.Answered(Item, new(Person, Side, false, InMeeting, Reason, stamp.At))),
    };
}

static class ProposalRules
{
    public static IEnumerable<Refusal?> Unmet(CaseContext context, int number, int item, int? inMeeting)
    {
        var meeting = context.Case.Meetings.Numbered(number);
        yield return Require.Open(context);
        if (meeting is null) yield return new UnknownMeeting();
        if (meeting?.DecisionOn(item) is not { Standing: DecisionStanding.Proposed }) yield return new NoOpenProposal();
        if (meeting is null) yield break;
        if (inMeeting is null && !(context.ActorsMembership is { } member && meeting.Lacks(member.Side))) yield return new OnlyMissingSideAnswers();
        if (inMeeting is { } later && !IsLaterAndValid(context.Case.Meetings.Numbered(later), meeting)) yield return new LaterValidMeetingMissing();
    }

    public static Meeting Answered(this Meeting meeting, int item, ProposalAnswer answer) => meeting with
    {
        Decisions = [.. meeting.Decisions.Select(decision => decision.Item == item ? meeting.After(decision with { Answers = decision.Answers.Add(answer) }) : decision)],
    };

    static MeetingDecision After(this Meeting meeting, MeetingDecision decision)
    {
        if (decision.Answers.Any(answer => !answer.Confirms)) return decision with { Standing = DecisionStanding.Rejected };
        var confirmed = decision.Answers.Any(answer => answer.InMeeting is not null)
            || (!meeting.Lacks(Side.Fag) || SaidYes(decision, Side.Fag)) && (!meeting.Lacks(Side.Bruker) || SaidYes(decision, Side.Bruker));
        return confirmed ? decision with { Standing = DecisionStanding.Confirmed } : decision;
    }

    static bool SaidYes(MeetingDecision decision, Side side) => decision.Answers.Any(answer => answer.Side == side);

    static bool IsLaterAndValid(Meeting? later, Meeting meeting) => later is { IsValid: true } && later.Start > meeting.Start;
}

public sealed record NoOpenProposal() : Refusal(new Words(
    "Det er ikke noe åpent forslag på denne saken i møtet.", "Det er ikkje noko ope framlegg på denne saka i møtet."));

/// <summary>R42.</summary>
public sealed record OnlyMissingSideAnswers() : Refusal(new Words(
    "Bare noen på siden som manglet i møtet, kan svare skriftlig på forslaget. Ta det ellers opp i et nytt, gyldig møte.",
    "Berre nokon på sida som mangla i møtet, kan svare skriftleg på framlegget. Ta det elles opp i eit nytt, gyldig møte."));

/// <summary>R42.</summary>
public sealed record LaterValidMeetingMissing() : Refusal(new Words(
    "Møtet du viser til, er ikke et senere, gyldig møte. Velg et møte der begge sider var til stede.",
    "Møtet du viser til, er ikkje eit seinare, gyldig møte. Vel eit møte der begge sider var til stades."));
