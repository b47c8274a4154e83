namespace LmsWorkflow.Domain;

/// <summary>One participant over the whole run.</summary>
public sealed record ParticipantSummary(int Participant, AttendeeKind Kind, int Minutes, int Samlinger, decimal Percent, bool MetEightyPercent);

/// <summary>Figures of R112, computed from what was recorded.</summary>
public static class Attendances
{
    /// <summary>Each participant's teaching minutes against the run's; the 80 % limit is inclusive (R112).</summary>
    public static IReadOnlyList<ParticipantSummary> ByParticipant(Delivery delivery)
    {
        var total = delivery.TotalTeachingMinutes;
        return
        [
            .. delivery.Samlinger.SelectMany(samling => samling.Attendance?.Participants ?? [])
                .Where(participant => participant.Minutes > 0)
                .GroupBy(participant => participant.Participant)
                .OrderBy(group => group.Key)
                .Select(group => Summary(group.Key, group.First().Kind, group.Sum(one => one.Minutes), group.Count(), total)),
        ];
    }

    /// <summary>Fewest teaching minutes that make 80 %.</summary>
    public static int Limit(int totalMinutes) => (totalMinutes * 4 + 4) / 5;

    /// <summary>How many have attended at least this many samlinger.</summary>
    public static int AttendedAtLeast(Delivery delivery, int samlinger) => ByParticipant(delivery).Count(participant => participant.Samlinger >= samlinger);

    /// <summary>Every samling has a participant list, so the final figures follow from what was recorded.</summary>
    public static bool AreByParticipant(Delivery delivery) =>
        delivery.Samlinger.All(samling => samling.Attendance is { } attendance && (attendance.Met.Total == 0 || !attendance.Participants.IsEmpty));

    public static HeadCount Count(IEnumerable<ParticipantMinutes> participants) => Count(participants.Select(participant => participant.Kind));

    public static HeadCount Count(IEnumerable<AttendeeKind> kinds)
    {
        var count = HeadCount.None;
        foreach (var kind in kinds)
            count = kind switch
            {
                AttendeeKind.Patient => count with { Patients = count.Patients + 1 },
                AttendeeKind.Relative => count with { Relatives = count.Relatives + 1 },
                AttendeeKind.Child => count with { Children = count.Children + 1 },
                _ => count with { Others = count.Others + 1 },
            };
        return count;
    }

    static ParticipantSummary Summary(int participant, AttendeeKind kind, int minutes, int samlinger, int total) =>
        new(participant, kind, minutes, samlinger, total == 0 ? 0 : Math.Round(100m * minutes / total, 1, MidpointRounding.AwayFromZero), minutes >= Limit(total));
}
