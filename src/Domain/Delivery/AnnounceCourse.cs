using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Kunngjør: publishes the course when both sides have signed the plan (R103) and a brukerrepresentant has read the announcement (R76, N5).</summary>
/// <param name="Minimum">Fewest participants the run is meant for (R108).</param>
/// <param name="IsCoded">The run is reported for coding; never for open low-threshold events (R105, N13).</param>
public sealed record AnnounceCourse(DateOnly RegistrationDeadline, int Minimum, int Maximum, bool IsCoded) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context)
    {
        var plan = CoursePlan.Of(context.Case);
        return Decision.Unless(
            [
                Require.Open(context),
                context.Case.Delivery.HasStarted ? new CourseHasStarted() : null,
                context.Case.Passed(Gate.G2) is null ? new PlanNotApproved() : null,
                PlanConditions.AnnouncementRead.Unmet(context),
                plan is null || plan.Samlinger.IsEmpty ? new ProgrammeHasNoSamlinger() : null,
                plan is { Leaders.IsEmpty: true } ? new CourseLeaderMissing() : null,
                plan is { Samlinger: [var first, ..] } && RegistrationDeadline >= first.Date ? new DeadlineAfterStart() : null,
                Minimum < 0 || Maximum < 1 || Minimum > Maximum ? new PlacesOutOfRange() : null,
                IsCoded && context.Case.Identity?.Type is TilbudType.Lavterskel or TilbudType.Helsepedagogisk ? new NotForCoding() : null,
            ],
            () => [new CourseAnnounced(plan!, RegistrationDeadline, Minimum, Maximum, IsCoded)]);
    }
}

public sealed record CourseAnnounced(CoursePlan Plan, DateOnly RegistrationDeadline, int Minimum, int Maximum, bool IsCoded) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Delivery = file.Delivery with
        {
            Standing = RunStanding.Announced,
            Announcement = new(Plan, RegistrationDeadline, Minimum, Maximum, IsCoded, stamp.At),
            Samlinger = [.. Enumerable.Range(1, Plan.Samlinger.Length).Select(number => new SamlingRecord(number))],
            Votes = [],
            Decided = null,
        },
    };
}

public sealed record CourseHasStarted() : Refusal(new Words(
    "Kurset er i gang. Kurslederne kan endre resten av programmet sammen.", "Kurset er i gang. Kursleiarane kan endre resten av programmet saman."));

/// <summary>R103.</summary>
public sealed record PlanNotApproved() : Refusal(new Words(
    "Kurset kan ikke kunngjøres før begge sider har godkjent kursplanen. Se på sakssiden hvem dere venter på.",
    "Kurset kan ikkje kunngjerast før begge sider har godkjent kursplanen. Sjå på sakssida kven de ventar på."));

public sealed record ProgrammeHasNoSamlinger() : Refusal(new Words(
    "Programmet har ingen samlinger med dato. Fyll ut programmet først.", "Programmet har ingen samlingar med dato. Fyll ut programmet først."));

/// <summary>R65: somebody must be able to keep the day log.</summary>
public sealed record CourseLeaderMissing() : Refusal(new Words(
    "Ingen av kurslederne i programmet er med i saken. Velg minst én kursleder fra arbeidsgruppen.",
    "Ingen av kursleiarane i programmet er med i saka. Vel minst éin kursleiar frå arbeidsgruppa."));

/// <summary>R74.</summary>
public sealed record DeadlineAfterStart() : Refusal(new Words(
    "Påmeldingsfristen må være før første samling. Rett datoen.", "Påmeldingsfristen må vere før første samling. Rett datoen."));

/// <summary>R108.</summary>
public sealed record PlacesOutOfRange() : Refusal(new Words(
    "Minste antall deltakere kan ikke være større enn antall plasser. Rett tallene.",
    "Minste tal på deltakarar kan ikkje vere større enn talet på plassar. Rett tala."));

/// <summary>R8, R105, N13.</summary>
public sealed record NotForCoding() : Refusal(new Words(
    "Åpne lavterskeltilbud og kurs for fagpersoner skal ikke kodes for NPR. Fjern avkryssingen for koding.",
    "Opne lågterskeltilbod og kurs for fagpersonar skal ikkje kodast for NPR. Fjern avkryssinga for koding."));
