namespace LmsWorkflow.Domain;

/// <summary>What the phase table asks of the run.</summary>
public static class DeliveryConditions
{
    /// <summary>Each samling has attendance and a day log confirmed by the course leaders (step 3.5).</summary>
    public static GateCondition EverySamlingRecorded { get; } = new("EverySamlingRecorded", static context =>
    {
        var delivery = context.Case.Delivery;
        if (delivery.Announcement is null) return new CourseNotAnnounced();
        foreach (var samling in delivery.Samlinger)
        {
            if (samling.Attendance is null) return new AttendanceMissing(samling.Number);
            if (!delivery.HasConfirmedDayLog(samling.Number)) return new DayLogMissing(samling.Number);
        }

        return null;
    });
}

/// <summary>What the run must have before its summary (D21) can be frozen: every samling, final figures, and the counts with the coding responsible.</summary>
public static class DeliveryCompleteness
{
    public static IEnumerable<Refusal> Unmet(CaseContext context)
    {
        var delivery = context.Case.Delivery;
        if (delivery.Announcement is null) return [new CourseNotAnnounced()];
        return delivery.Samlinger.SelectMany(samling => Unmet(delivery, samling))
            .Concat(delivery.Final is null ? [new CourseNotFinished()] : [])
            .Concat(delivery.Announcement.IsCoded && delivery.CountsDeliveredAt is null ? [new CountsNotDelivered()] : []);
    }

    static IEnumerable<Refusal> Unmet(Delivery delivery, SamlingRecord samling)
    {
        if (samling.Attendance is null) yield return new AttendanceMissing(samling.Number);
        if (!delivery.HasConfirmedDayLog(samling.Number)) yield return new DayLogMissing(samling.Number);
    }
}

public sealed record CourseNotAnnounced() : Refusal(new Words(
    "Kurset er ikke kunngjort. Kunngjør kurset først.", "Kurset er ikkje kunngjort. Kunngjer kurset først."));

public sealed record AttendanceMissing(int Samling) : Refusal(new Words(
    $"Oppmøtet på samling {Samling} er ikke registrert. Registrer hvor mange som møtte.",
    $"Oppmøtet på samling {Samling} er ikkje registrert. Registrer kor mange som møtte."));

public sealed record DayLogMissing(int Samling) : Refusal(new Words(
    $"Dagsloggen for samling {Samling} er ikke bekreftet av begge kurslederne. Skriv loggen og be den andre kurslederen bekrefte.",
    $"Dagsloggen for samling {Samling} er ikkje stadfesta av begge kursleiarane. Skriv loggen og be den andre kursleiaren stadfeste."));

public sealed record CourseNotFinished() : Refusal(new Words(
    "De endelige tallene for kurset mangler. Avslutt kurset når siste samling er holdt.",
    "Dei endelege tala for kurset manglar. Avslutt kurset når siste samling er halden."));

public sealed record CountsNotDelivered() : Refusal(new Words(
    "Tallene er ikke levert til den som er ansvarlig for koding. Lever tallene.",
    "Tala er ikkje leverte til den som er ansvarleg for koding. Lever tala."));
