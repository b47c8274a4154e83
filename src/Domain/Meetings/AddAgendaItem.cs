namespace LmsWorkflow.Domain;

/// <summary>Any member adds an item to the agenda until two days before; it shows the proposer's side (R40).</summary>
public sealed record AddAgendaItem(int Meeting, WrittenText Text) : CaseRequest
{
    /// <summary>Days before the meeting when the agenda closes.</summary>
    public const int DaysBefore = 2;

    public override Act Act => Act.ProposeAndMinute;

    public override Decision Decide(CaseContext context)
    {
        var meeting = context.Case.Meetings.Numbered(Meeting);
        return Decision.Unless(
            [
                Require.Open(context),
                MeetingRules.MustBeComing(context, meeting),
                meeting is not null && context.Today > meeting.Date.AddDays(-DaysBefore) ? new AgendaIsClosed() : null,
                Require.Written(Text, "text", new("saken du vil ta opp", "saka du vil ta opp")),
            ],
            () => [new AgendaItemAdded(Meeting, meeting!.Agenda.Length + 1, Text.Seal("D09.sak"), context.Actor.Person!.Value, context.ActorsMembership?.Side)]);
    }
}

public sealed record AgendaItemAdded(int Meeting, int Item, SealedText Text, PersonId Person, Side? Side) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Meetings = file.Meetings.Replace(Meeting, meeting => meeting with { Agenda = meeting.Agenda.Add(new(Item, null, Text, Person, Side)) }),
    };
}

/// <summary>R40.</summary>
public sealed record AgendaIsClosed() : Refusal(new Words(
    "Fristen for å melde saker er to dager før møtet. Ta saken opp i møtet, eller meld den til neste.",
    "Fristen for å melde saker er to dagar før møtet. Ta saka opp i møtet, eller meld ho til neste."));
