using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Plans a meeting with the template's agenda (domain notes §4.5). Nobody is called yet.</summary>
/// <param name="Start">UTC.</param>
/// <param name="Minutes">Planned length.</param>
/// <param name="Place">Room or link.</param>
public sealed record PlanMeeting(
    MeetingType Type, DateTimeOffset Start, int Minutes, MeetingForm Form, WrittenText Place, MeetingTemplate Template = MeetingTemplate.None) : CaseRequest
{
    /// <summary>Longest meeting that can be planned, in minutes.</summary>
    public const int Longest = 8 * 60;

    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            Enum.IsDefined(Type) && Enum.IsDefined(Form) && Enum.IsDefined(Template) ? null : new UnknownMeetingKind(),
            Start <= context.Now ? new MeetingInThePast() : null,
            Minutes is < 5 or > Longest ? new MeetingLengthOutOfRange() : null,
            Require.Written(Place, "place", new("hvor møtet holdes, eller lenken til møtet", "kvar møtet blir halde, eller lenkja til møtet")),
        ],
        () =>
        [
            new MeetingPlanned(context.Case.Meetings.All.Length + 1, Type, Start.ToUniversalTime(), Minutes, Form, Place.Seal("D09.sted"), context.Case.Course?.AgendaOf(Template) ?? AgendaTemplates.Of(Template)),
        ]);
}

/// <param name="Topics">Keys of the standard topics the agenda starts with.</param>
public sealed record MeetingPlanned(
    int Number, MeetingType Type, DateTimeOffset Start, int Minutes, MeetingForm Form, SealedText Place, ImmutableArray<string> Topics) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Meetings = new(file.Meetings.All.Add(new(Number, Type)
        {
            Start = Start,
            Minutes = Minutes,
            Form = Form,
            Place = Place,
            Standing = MeetingStanding.Planned,
            Agenda = [.. Topics.Select((topic, at) => new AgendaItem(at + 1, topic, null, null, null))],
        })),
    };
}

public sealed record UnknownMeetingKind() : Refusal(new Words(
    "Velg hva slags møte det er, og om det er fysisk, digitalt eller begge deler.", "Vel kva slags møte det er, og om det er fysisk, digitalt eller begge delar."));

public sealed record MeetingInThePast() : Refusal(new Words(
    "Møtetidspunktet er passert. Velg et tidspunkt som ikke har vært.", "Møtetidspunktet er passert. Vel eit tidspunkt som ikkje har vore."));

public sealed record MeetingLengthOutOfRange() : Refusal(new Words(
    "Møtet må vare fra 5 minutter til 8 timer. Rett lengden.", "Møtet må vare frå 5 minutt til 8 timar. Rett lengda."));
