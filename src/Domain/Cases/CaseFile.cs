using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

public enum Standing { NotRegistered, Open, OnHold, Cancelled, Closed }

/// <summary>
/// Sak: one course on its way from a reported need to a decided continuation. Immutable; the fold of its stream (domain notes §4.10).
/// </summary>
public sealed record CaseFile
{
    public static CaseFile Unregistered(CaseId id) => new() { Id = id };

    public required CaseId Id { get; init; }

    /// <summary>Number of facts in the stream; what <c>If-Match</c> is held against.</summary>
    public long Version { get; init; }

    public Standing Standing { get; init; }
    public CaseIdentity? Identity { get; init; }
    public Phase Phase { get; init; }
    public ImmutableArray<GatePassing> Passings { get; init; } = [];
    public Contacts Contacts { get; init; } = Contacts.None;
    public ImmutableArray<Anchoring> Anchorings { get; init; } = [];
    public WorkingGroup Group { get; init; } = WorkingGroup.Empty;
    public DocumentSet Documents { get; init; } = DocumentSet.Empty;
    public PlanReview Plan { get; init; } = PlanReview.Empty;
    public SignOffs SignOffs { get; init; } = SignOffs.Empty;
    public Objections Objections { get; init; } = Objections.Empty;
    public Meetings Meetings { get; init; } = Meetings.Empty;
    public Delivery Delivery { get; init; } = Delivery.Empty;
    public Evaluation Evaluation { get; init; } = Evaluation.Empty;
    public Continuation? Continuation { get; init; }
    public Hold? Hold { get; init; }

    /// <summary>Holds that are over, latest first. A stack, as one more must not copy those before: nothing limits how often a case is put on hold.</summary>
    public ImmutableStack<HoldSpan> PastHolds { get; init; } = [];

    /// <summary>When the case was closed or cancelled; null while it is neither.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What a leader decided is kept longer than the rules of retention say.</summary>
    public ImmutableArray<KeptLonger> Kept { get; init; } = [];

    /// <summary>What is recorded so that children can take part safely (R193–R198).</summary>
    public Families Families { get; init; } = Families.None;

    /// <summary>The course type whose template the case was opened from; null when none.</summary>
    public CourseType? Course { get; init; }

    /// <summary>What a re-run of a permanent offer rests on; null for other cases.</summary>
    public Rerun? Rerun { get; init; }

    /// <summary>Where the process stands; null until the definition is started.</summary>
    public ProcessState? Process { get; init; }

    /// <summary>The latest fact's time.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The way the case goes through the phases.</summary>
    public CaseFlow Flow => Identity?.Flow ?? CaseFlow.Ny;

    public bool IsOpen => Standing == Standing.Open;

    /// <summary>The case after one more fact of its stream.</summary>
    public CaseFile After(Fact fact, Stamp stamp) =>
        (fact is CaseFact caseFact ? caseFact.Apply(this, stamp) : this) with { Version = Version + 1, ChangedAt = stamp.At };

    /// <summary>The passing of a gate that still holds: a gate that has closed again is not passed.</summary>
    public GatePassing? Passed(Gate gate)
    {
        foreach (var passing in Passings)
            if (passing.Gate == gate && passing.ReopenedAt is null) return passing;
        return null;
    }
}

/// <summary>What a case is about and to whom it belongs. The title can reveal health, so it is sealed.</summary>
public sealed record CaseIdentity(
    string Number, SealedText Title, UnitId LmsUnit, ImmutableArray<UnitId> Owners, PersonId Koordinator,
    TilbudId Tilbud, TilbudType Type, ImmutableArray<ParticipantKind> Participants, CaseFlow Flow, DateTimeOffset RegisteredAt);

/// <summary>Main type of a tilbud (R5).</summary>
public enum TilbudType { Diagnosespesifikt, Diagnoseuavhengig, Temaspesifikt, ParorendeBarn, Helsepedagogisk, Lavterskel }

/// <summary>Whom the tilbud is for (R6).</summary>
public enum ParticipantKind { Pasient, Parorende, Barn, Foreldre, Fagperson }

/// <summary>First establishment, re-run of a permanent offer, or revision (domain notes §4.1).</summary>
public enum CaseFlow { Ny, Gjentak, Revisjon }

/// <summary>On hold since and until; deadlines move by its length.</summary>
public sealed record Hold(DateTimeOffset Since, DateOnly? Until, SealedText Reason);

/// <summary>The case was on hold from one instant to another.</summary>
public sealed record HoldSpan(DateTimeOffset Since, DateTimeOffset Until);
