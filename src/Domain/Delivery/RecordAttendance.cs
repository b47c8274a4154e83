using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// Oppmøte (D19): how many met at a samling, by kind (R111). Optionally each participant's teaching minutes under a number that means nothing outside the
/// run, so that the 80 % of R112 can be computed. Recorded again, it corrects; the history keeps both.
/// </summary>
public sealed record RecordAttendance(int Samling, HeadCount Met, ImmutableArray<ParticipantMinutes> Participants = default) : CaseRequest
{
    public override Act Act => Act.RunCourse;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        Unmet(context),
        () => [new AttendanceRecorded(Samling, Met, Participants.IsDefault ? [] : Participants)]);

    IEnumerable<Refusal?> Unmet(CaseContext context)
    {
        var delivery = context.Case.Delivery;
        yield return Require.Open(context);
        if (delivery.Standing is not (RunStanding.Announced or RunStanding.Running)) yield return new RunIsNotOpen();
        if (context.Case.Passed(Gate.G2) is null) yield return new PlanNotApproved();
        if (delivery.Plan?.Numbered(Samling) is not { } planned)
        {
            yield return new UnknownSamling();
            yield break;
        }

        if (context.Today < planned.Date) yield return new SamlingNotYet(Samling);
        if (delivery.Standing == RunStanding.Announced && delivery.LacksParticipants) yield return new TooFewParticipants();
        if (delivery.Standing == RunStanding.Announced && context.Case.Documents.Latest(DocumentKind.D13)?.Number != delivery.Plan.ProgrammeVersion) yield return new AnnouncedPlanIsOld();
        if (Samling > 1 && delivery.Samling(Samling - 1)?.DayLog is null) yield return new PreviousDayLogMissing(Samling - 1);
        if (Met.IsNegative) yield return new NegativeCount();
        foreach (var unsafeStart in SafeStart.Unmet(context, this)) yield return unsafeStart;
        if (!Participants.IsDefaultOrEmpty) yield return UnmetByParticipants(delivery.TeachingMinutes(Samling));
    }

    Refusal? UnmetByParticipants(int teachingMinutes)
    {
        if (Participants.DistinctBy(participant => participant.Participant).Count() != Participants.Length) return new ParticipantTwice();
        if (Participants.Any(participant => participant.Participant < 1 || participant.Minutes < 0 || participant.Minutes > teachingMinutes)) return new MinutesOutOfRange(teachingMinutes);
        return Attendances.Count(Participants.Where(participant => participant.Minutes > 0)) == Met ? null : new CountsDiffer();
    }
}

public sealed record AttendanceRecorded(int Samling, HeadCount Met, ImmutableArray<ParticipantMinutes> Participants) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Delivery = file.Delivery.Replace(Samling, samling => samling with { Attendance = new(Met, Participants, stamp.At) }) with { Standing = RunStanding.Running },
    };
}

/// <summary>R110.</summary>
public sealed record RunIsNotOpen() : Refusal(new Words(
    "Oppmøte kan bare registreres for et kurs som er kunngjort eller i gang.", "Oppmøte kan berre registrerast for eit kurs som er kunngjort eller i gang."));

public sealed record UnknownSamling() : Refusal(new Words(
    "Samlingen finnes ikke i programmet. Velg en samling fra listen.", "Samlinga finst ikkje i programmet. Vel ei samling frå lista."));

/// <summary>R110.</summary>
public sealed record SamlingNotYet(int Samling) : Refusal(new Words(
    $"Samling {Samling} har ikke vært ennå. Oppmøtet kan registreres fra og med dagen.",
    $"Samling {Samling} har ikkje vore enno. Oppmøtet kan registrerast frå og med dagen."));

/// <summary>R107.</summary>
public sealed record TooFewParticipants() : Refusal(new Words(
    "Færre enn det minste antallet er påmeldt. Én fra hver side må avgjøre om kurset skal holdes.",
    "Færre enn det minste talet er påmelde. Éin frå kvar side må avgjere om kurset skal haldast."));

/// <summary>The plan was changed and approved anew after the course was announced.</summary>
public sealed record AnnouncedPlanIsOld() : Refusal(new Words(
    "Programmet er endret etter at kurset ble kunngjort. Kunngjør kurset på nytt.", "Programmet er endra etter at kurset blei kunngjort. Kunngjer kurset på nytt."));

/// <summary>R115.</summary>
public sealed record PreviousDayLogMissing(int Samling) : Refusal(new Words(
    $"Dagsloggen for samling {Samling} mangler. Skriv den før neste samling åpnes.",
    $"Dagsloggen for samling {Samling} manglar. Skriv han før neste samling blir opna."));

public sealed record ParticipantTwice() : Refusal(new Words(
    "Samme deltakernummer står to ganger. Rett listen.", "Same deltakarnummer står to gonger. Rett lista."));

public sealed record MinutesOutOfRange(int TeachingMinutes) : Refusal(new Words(
    $"Minutter per deltaker må være fra 0 til {TeachingMinutes}, som er undervisningstiden i samlingen.",
    $"Minutt per deltakar må vere frå 0 til {TeachingMinutes}, som er undervisningstida i samlinga."));

public sealed record CountsDiffer() : Refusal(new Words(
    "Antallet stemmer ikke med deltakerlisten. Rett tallene eller listen.", "Talet stemmer ikkje med deltakarlista. Rett tala eller lista."));
