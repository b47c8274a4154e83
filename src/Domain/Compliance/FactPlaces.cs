namespace LmsWorkflow.Domain;

/// <summary>Where in a case's history the facts stand that its compliance report rests on, so that each cell can point to its own.</summary>
public sealed class FactPlaces
{
    readonly Dictionary<(Type Fact, long First, long Second, PersonId? Person), long> places = [];

    /// <param name="facts">With the number each has in the case.</param>
    public static FactPlaces Of(IEnumerable<(long Version, Fact Fact, Stamp Stamp)> facts)
    {
        var found = new FactPlaces();
        foreach (var (version, fact, stamp) in facts) found.Add(version, fact, stamp);
        return found;
    }

    public void Add(long version, Fact fact, Stamp stamp)
    {
        if (Key(fact, stamp) is { } key) places[key] = version;
    }

    /// <summary>Null when the history has none; the last when it has several.</summary>
    public long? Of<T>(long first, long second = 0, PersonId? person = null) where T : CaseFact => places.TryGetValue((typeof(T), first, second, person), out var version) ? version : null;

    static (Type, long, long, PersonId?)? Key(Fact fact, Stamp stamp) => fact switch
    {
        CaseAnchored => (typeof(CaseAnchored), stamp.At.UtcTicks, 0, stamp.Person),
        ContinuationDecided => (typeof(ContinuationDecided), 0, 0, null),
        RoleClarificationAccepted accepted => (typeof(RoleClarificationAccepted), 0, 0, accepted.Person),
        PackageFrozen frozen => (typeof(PackageFrozen), (long)frozen.Gate, frozen.Number, null),
        SignOffGiven given => (typeof(SignOffGiven), (long)given.Gate, given.Package, given.Person),
        SignOffWithdrawn withdrawn => (typeof(SignOffWithdrawn), (long)withdrawn.Gate, withdrawn.Package, withdrawn.Person),
        ChangeRequested wish => (typeof(ChangeRequested), (long)wish.Gate, wish.Package, wish.Person),
        GatePassed passed => (typeof(GatePassed), (long)passed.Gate, stamp.At.UtcTicks, null),
        GateReopened reopened => (typeof(GateReopened), (long)reopened.Gate, stamp.At.UtcTicks, null),
        MeetingHeld held => (typeof(MeetingHeld), held.Meeting, 0, null),
        MinutesConfirmed confirmed => (typeof(MinutesConfirmed), confirmed.Meeting, confirmed.Version, confirmed.Person),
        ObjectionRaised raised => (typeof(ObjectionRaised), raised.Number, 0, null),
        DayLogWritten written => (typeof(DayLogWritten), written.Samling, 0, null),
        DayLogConfirmed confirmed => (typeof(DayLogConfirmed), confirmed.Samling, 0, confirmed.Person),
        DeviationLogged deviation => (typeof(DeviationLogged), deviation.Samling, 0, null),
        _ => null,
    };
}
