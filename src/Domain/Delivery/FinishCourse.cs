namespace LmsWorkflow.Domain;

/// <summary>
/// Avslutter kurset with final figures (step 3.8). Where every samling has a participant list the figures are computed (R112); otherwise they are given.
/// </summary>
/// <param name="Met">Met at least once; null when it can be computed.</param>
/// <param name="EightyPercent">Attended at least 80 %; null when it can be computed.</param>
public sealed record FinishCourse(HeadCount? Met = null, HeadCount? EightyPercent = null, int NoShows = 0) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context)
    {
        var delivery = context.Case.Delivery;
        var computed = Attendances.AreByParticipant(delivery) && delivery.Samlinger.Length > 0;
        var met = computed ? Count(delivery, static _ => true) : Met;
        var eighty = computed ? Count(delivery, static participant => participant.MetEightyPercent) : EightyPercent;
        return Decision.Unless(
            [
                Require.Open(context),
                delivery.Standing != RunStanding.Running ? new RunIsNotOpen() : null,
                .. delivery.Samlinger.Where(samling => samling.Attendance is null).Select(samling => new AttendanceMissing(samling.Number)),
                met is null || eighty is null ? new FinalCountsMissing() : null,
                met is { IsNegative: true } || eighty is { IsNegative: true } || NoShows < 0 ? new NegativeCount() : null,
                met is not null && eighty is not null && !Within(eighty, met) ? new MoreThanMet() : null,
                computed && (Met is not null && Met != met || EightyPercent is not null && EightyPercent != eighty) ? new CountsDiffer() : null,
            ],
            () => [new CourseFinished(met!, eighty!, NoShows)]);
    }

    static HeadCount Count(Delivery delivery, Func<ParticipantSummary, bool> which) =>
        Attendances.Count(Attendances.ByParticipant(delivery).Where(which).Select(participant => participant.Kind));

    static bool Within(HeadCount part, HeadCount whole) =>
        part.Patients <= whole.Patients && part.Relatives <= whole.Relatives && part.Children <= whole.Children && part.Others <= whole.Others;
}

public sealed record CourseFinished(HeadCount Met, HeadCount EightyPercent, int NoShows) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Delivery = file.Delivery with { Standing = RunStanding.Finished, Final = new(Met, EightyPercent, NoShows, stamp.At) },
    };
}

/// <summary>The koordinator delivers course, counts and dates to the coding responsible (step 3.8).</summary>
public sealed record DeliverCounts() : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Case.Delivery.Final is null ? new CourseNotFinished() : null,
            context.Case.Delivery.Announcement is { IsCoded: false } ? new NotForCoding() : null,
        ],
        () => context.Case.Delivery.CountsDeliveredAt is null ? [new CountsDelivered()] : []);
}

public sealed record CountsDelivered() : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with { Delivery = file.Delivery with { CountsDeliveredAt = stamp.At } };
}

public sealed record FinalCountsMissing() : Refusal(new Words(
    "Skriv hvor mange som møtte minst én gang, og hvor mange som deltok minst 80 prosent.",
    "Skriv kor mange som møtte minst éin gong, og kor mange som deltok minst 80 prosent."));

public sealed record MoreThanMet() : Refusal(new Words(
    "Flere har deltatt 80 prosent enn det som har møtt. Rett tallene.", "Fleire har delteke 80 prosent enn det som har møtt. Rett tala."));
