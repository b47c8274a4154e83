using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Where the run stands (domain notes §4.10).</summary>
public enum RunStanding { NotAnnounced, Announced, Running, Finished, Postponed, Cancelled }

/// <summary>Participants by kind; never who (R106, R111).</summary>
public sealed record HeadCount(int Patients, int Relatives, int Children, int Others)
{
    public static HeadCount None { get; } = new(0, 0, 0, 0);

    public int Total => Patients + Relatives + Children + Others;

    internal HeadCount OneMore(AttendeeKind kind) => kind switch
    {
        AttendeeKind.Patient => this with { Patients = Patients + 1 },
        AttendeeKind.Relative => this with { Relatives = Relatives + 1 },
        AttendeeKind.Child => this with { Children = Children + 1 },
        _ => this with { Others = Others + 1 },
    };

    public bool IsNegative => Patients < 0 || Relatives < 0 || Children < 0 || Others < 0;
}

/// <summary>How a participant is counted (R111).</summary>
public enum AttendeeKind { Patient, Relative, Child, Other }

/// <summary>What was announced: deadline, places and the programme it rests on.</summary>
/// <param name="IsCoded">The run is reported for coding (NPR); open low-threshold events never are (R105).</param>
public sealed record Announcement(CoursePlan Plan, DateOnly RegistrationDeadline, int Minimum, int Maximum, bool IsCoded, DateTimeOffset At);

/// <summary>Registered participants as counts (step 3.2).</summary>
public sealed record Registration(HeadCount Confirmed, int Waiting, DateTimeOffset At);

/// <summary>What is done when too few have registered (R107).</summary>
public enum RunOutcome { Run, Postpone, Cancel }

public sealed record RunVote(PersonId Person, Side Side, RunOutcome Outcome);

/// <summary>One participant on one samling, under a number that means nothing outside this run (R111).</summary>
public sealed record ParticipantMinutes(int Participant, AttendeeKind Kind, int Minutes);

/// <summary>Oppmøte (D19).</summary>
public sealed record Attendance(HeadCount Met, ImmutableArray<ParticipantMinutes> Participants, DateTimeOffset At);

/// <summary>Dagslogg (D20): confirmed when every course leader has confirmed it.</summary>
/// <param name="IncidentReference">Number in the organisation's own deviation system; nothing of what happened is written here (R117).</param>
public sealed record DayLog(SealedText OralEvaluation, SealedText? Adjustments, string? IncidentReference, PersonId WrittenBy, DateTimeOffset At)
{
    public ImmutableArray<PersonId> ConfirmedBy { get; init; } = [];
}

/// <summary>What has been recorded of one samling.</summary>
public sealed record SamlingRecord(int Number)
{
    public Attendance? Attendance { get; init; }
    public DayLog? DayLog { get; init; }
}

/// <summary>What a change of the remaining programme does (R113, R114).</summary>
public enum ProgrammeChangeKind { Adjustment, Substitute, Reschedule, RemoveExperienceItem }

/// <summary>Programendring: in force when every course leader has consented (R113).</summary>
/// <param name="TeachingMinutes">The samling's teaching minutes after the change; null when they stay.</param>
public sealed record ProgrammeChange(
    int Number, int Samling, ProgrammeChangeKind Kind, SealedText What, SealedText Reason, int? TeachingMinutes, PersonId ProposedBy, DateTimeOffset At)
{
    public ImmutableArray<PersonId> ConsentedBy { get; init; } = [];
    public DateTimeOffset? InForceAt { get; init; }
}

/// <summary>Avvik: the run departed from what the method asks (R114).</summary>
public enum DeviationKind { ExperienceItemMissing }

public sealed record Deviation(DeviationKind Kind, int Samling, DateTimeOffset At);

/// <summary>Final figures of the run.</summary>
/// <param name="Met">Met at least once.</param>
/// <param name="EightyPercent">Attended at least 80 % of the teaching minutes (R112).</param>
public sealed record FinalCounts(HeadCount Met, HeadCount EightyPercent, int NoShows, DateTimeOffset At);

/// <summary>The run of the course: announcement, registration, samlinger, attendance, day log. One run in a case.</summary>
public sealed record Delivery
{
    public static Delivery Empty { get; } = new();

    public RunStanding Standing { get; init; }
    public Announcement? Announcement { get; init; }
    public Registration? Registration { get; init; }
    public WaitingList WaitingList { get; init; } = WaitingList.Empty;
    public ImmutableArray<RunVote> Votes { get; init; } = [];
    public RunOutcome? Decided { get; init; }
    public DateTimeOffset? ReadyAt { get; init; }
    public ImmutableArray<SamlingRecord> Samlinger { get; init; } = [];
    public ImmutableArray<ProgrammeChange> Changes { get; init; } = [];
    public ImmutableArray<Deviation> Deviations { get; init; } = [];
    public FinalCounts? Final { get; init; }
    public DateTimeOffset? CountsDeliveredAt { get; init; }

    /// <summary>A samling has been recorded: the plan can no longer be edited, only changed by the course leaders (R113).</summary>
    public bool HasStarted => Standing is RunStanding.Running or RunStanding.Finished;

    public CoursePlan? Plan => Announcement?.Plan;

    public SamlingRecord? Samling(int number) => number >= 1 && number <= Samlinger.Length ? Samlinger[number - 1] : null;

    /// <summary>How many wait for a place: as the list has it, or as it was counted elsewhere when no list is kept here.</summary>
    public int Waiting => WaitingList.IsUsed ? WaitingList.Entries.Length : Registration?.Waiting ?? 0;

    /// <summary>Fewer than the minimum have confirmed, and nobody has decided to run all the same (R107).</summary>
    public bool LacksParticipants => Announcement is { } announced && (Registration?.Confirmed.Total ?? 0) < announced.Minimum && Decided != RunOutcome.Run;

    /// <summary>Teaching minutes of a samling, changes in force counted.</summary>
    public int TeachingMinutes(int samling)
    {
        var minutes = Plan?.Numbered(samling)?.TeachingMinutes ?? 0;
        foreach (var change in Changes)
            if (change.Samling == samling && change.InForceAt is not null && change.TeachingMinutes is { } changed) minutes = changed;
        return minutes;
    }

    /// <summary>Teaching minutes of the whole run.</summary>
    public int TotalTeachingMinutes
    {
        get
        {
            var total = 0;
            for (var samling = 1; samling <= Samlinger.Length; samling++) total += TeachingMinutes(samling);
            return total;
        }
    }

    /// <summary>Every course leader has confirmed the samling's day log (D20).</summary>
    public bool HasConfirmedDayLog(int samling)
    {
        if (Samling(samling)?.DayLog is not { } log) return false;
        foreach (var leader in Plan!.Leaders)
            if (!log.ConfirmedBy.Contains(leader)) return false;
        return true;
    }

    internal Delivery Replace(int samling, Func<SamlingRecord, SamlingRecord> change) =>
        this with { Samlinger = Samlinger.SetItem(samling - 1, change(Samlinger[samling - 1])) };
}
