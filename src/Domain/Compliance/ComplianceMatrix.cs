using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>What a row of the compliance report is about.</summary>
public enum ComplianceStep { Decision, RoleClarification, Meeting, Gate, Samling, Collaboration }

/// <summary>Somebody did something that counts as participation, or signed.</summary>
/// <param name="Fact">Number of the fact in the case's history; null when it has none of its own.</param>
public sealed record Attested(PersonId Person, DateTimeOffset At, long? Fact)
{
    /// <summary>Taken back before the gate opened.</summary>
    public bool IsWithdrawn { get; init; }
}

/// <summary>Innsigelse in the report: who said no, and how it stands. The reason is read where the objection is.</summary>
public sealed record ComplianceObjection(int Number, Side Side, ObjectionStatus Status, DateTimeOffset At, long? Fact);

/// <summary>Avvik in the report: where the case departed from the method.</summary>
public sealed record Departure(string Code, Words Says, DateTimeOffset At, long? Fact);

/// <summary>One row: a step of a phase, and what the record has of both sides in it (domain notes §4.12).</summary>
/// <param name="Number">Of the meeting or the samling; null for other steps.</param>
/// <param name="Documents">The text that was signed: exactly these versions, with their hashes.</param>
/// <param name="Decided">A leader's decision, where the step is one.</param>
public sealed record ComplianceRow(
    Phase Phase, ComplianceStep Step, Gate? Gate, int? Number, BothSides<ImmutableArray<Attested>> TookPart, ImmutableArray<PackagedDocument> Documents, BothSides<ImmutableArray<Attested>> Signed,
    ImmutableArray<ComplianceObjection> Objections, ImmutableArray<Departure> Departures, ImmutableArray<Attested> Decided)
{
    /// <summary>The step has answers without names, so many from each side.</summary>
    public BothSides<int>? Answers { get; init; }

    public MeetingType? Meeting { get; init; }

    /// <summary>How far the sides have come, where both sign.</summary>
    public GateAgreement? Agreement { get; init; }

    /// <summary>The day it took place; null for what has no day of its own.</summary>
    public DateOnly? On { get; init; }

    internal static ComplianceRow Empty(Phase phase, ComplianceStep step, Gate? gate = null, int? number = null) => new(phase, step, gate, number, new([], []), [], new([], []), [], [], []);
}

/// <summary>Samsvarsrapport (D28) of one case: phases and steps by participation, made of the case's facts and nothing else.</summary>
public sealed record ComplianceMatrix(Medvirkningsvurdering Judged, ImmutableArray<ComplianceRow> Rows)
{
    public static ComplianceMatrix Of(CaseFile file, FactPlaces places) => new(Medvirkning.Judged(file), new ComplianceRows(file, places).All());
}

/// <summary>Reads the rows from a case, phase by phase.</summary>
sealed record ComplianceRows(CaseFile File, FactPlaces Places)
{
    public ImmutableArray<ComplianceRow> All() =>
    [
        Anchoring(), Roles(), .. In(Phase.NeedsAssessment, Gate.G1), .. In(Phase.Planning, Gate.G2), .. Samlinger(), .. In(Phase.Delivery, Gate.G3), Collaboration(), .. In(Phase.Evaluation, Gate.G4), Continuation(),
        .. Meetings(Phase.Continuation), .. Meetings(Phase.Ended),
    ];

    ComplianceRow Anchoring() => ComplianceRow.Empty(Phase.Forankring, ComplianceStep.Decision, Gate.G0) with
    {
        Decided = [.. File.Anchorings.Select(one => new Attested(one.Leader, one.At, Places.Of<CaseAnchored>(one.At.UtcTicks, 0, one.Leader)))],
    };

    ComplianceRow Continuation() => ComplianceRow.Empty(Phase.Continuation, ComplianceStep.Decision, Gate.G4b) with
    {
        Decided = File.Continuation is { } decided ? [new(decided.Leader, decided.At, Places.Of<ContinuationDecided>(0))] : [],
    };

    /// <summary>Step 1.2. What a role clarification says is the person's own; that it was accepted is not.</summary>
    ComplianceRow Roles() => ComplianceRow.Empty(Phase.NeedsAssessment, ComplianceStep.RoleClarification) with
    {
        TookPart = BothSides.Of(side => File.Group.Members.Where(member => member.Side == side && member.Clarification is { AcceptedAt: not null })
            .Select(member => new Attested(member.Person, member.Clarification!.AcceptedAt!.Value, Places.Of<RoleClarificationAccepted>(0, 0, member.Person))).ToImmutableArray()),
    };

    IEnumerable<ComplianceRow> In(Phase phase, Gate gate) => Meetings(phase).Append(AtGate(phase, gate));

    IEnumerable<ComplianceRow> Meetings(Phase phase) => File.Meetings.All.Where(meeting => meeting.IsHeld && PhaseOf(meeting) == phase).Select(meeting => OfMeeting(phase, meeting));

    Phase PhaseOf(Meeting meeting) => meeting.Type switch
    {
        MeetingType.Planning => Phase.Planning,
        MeetingType.Evaluation => Phase.Evaluation,
        _ => PhaseAt(meeting.Start),
    };

    /// <summary>The phase the case was in; a dialogue before the first joint phase stands there.</summary>
    Phase PhaseAt(DateTimeOffset at)
    {
        var phase = Phase.NeedsAssessment;
        foreach (var passing in File.Passings)
            if (passing.At <= at && (passing.ReopenedAt is null || passing.ReopenedAt > at) && PhaseMachine.Move(passing.Gate).To is var to && to > phase) phase = to;
        return phase;
    }

    ComplianceRow OfMeeting(Phase phase, Meeting meeting)
    {
        var held = Places.Of<MeetingHeld>(meeting.Number);
        return ComplianceRow.Empty(phase, ComplianceStep.Meeting, number: meeting.Number) with
        {
            Meeting = meeting.Type,
            On = meeting.Date,
            TookPart = BothSides.Of(side => meeting.Attendees.Where(one => one.Side == side && one.Presence == Presence.Present).Select(one => new Attested(one.Person, meeting.Start, held)).ToImmutableArray()),
            Signed = BothSides.Of(side => ConfirmedBy(meeting, side)),
            Departures = [.. meeting.Invalidities.Select(why => new Departure(why.ToString(), Says(why, meeting), meeting.HeldAt!.Value, held))],
        };
    }

    ImmutableArray<Attested> ConfirmedBy(Meeting meeting, Side side) => meeting.Record is not { } minutes ? [] :
        [.. minutes.Confirmations.Where(one => one.Side == side).Select(one => new Attested(one.Person, one.At, Places.Of<MinutesConfirmed>(meeting.Number, minutes.Version, one.Person)))];

    static Words Says(Invalidity why, Meeting meeting)
    {
        var (nb, nn) = why switch
        {
            Invalidity.NoBrukerrepresentant => ("Ingen brukerrepresentant møtte.", "Ingen brukarrepresentant møtte."),
            Invalidity.NoFagperson => ("Ingen fagperson møtte.", "Ingen fagperson møtte."),
            _ => ("Innkalt for sent.", "Innkalla for seint."),
        };
        return meeting.HasUnsettledProposals
            ? new($"{nb} Forslagene er ikke besvart av siden som manglet.", $"{nn} Framlegga er ikkje svart på av sida som mangla.")
            : new($"{nb} Siden som manglet, har svart på forslagene etterpå.", $"{nn} Sida som mangla, har svart på framlegga etterpå.");
    }

    ComplianceRow AtGate(Phase phase, Gate gate)
    {
        var package = GateAgreements.PackageAt(File, gate) ?? File.SignOffs.Latest(gate);
        return ComplianceRow.Empty(phase, ComplianceStep.Gate, gate) with
        {
            Agreement = GateAgreements.At(File, gate),
            Documents = package?.Documents ?? [],
            TookPart = BothSides.Of(side => Handled(gate, side)),
            Signed = BothSides.Of(side => package is null ? [] : Signed(package, side)),
            Objections = [.. File.Objections.All.Where(one => one.Gate == gate).Select(one => new ComplianceObjection(one.Number, one.Side, one.Status, one.At, Places.Of<ObjectionRaised>(one.Number)))],
            Departures = [.. File.Passings.Where(passing => passing.Gate == gate).SelectMany(Departures)],
        };
    }

    /// <summary>Who took a stand on a text at the gate: approved it, asked for a change or objected. The latest of each person.</summary>
    ImmutableArray<Attested> Handled(Gate gate, Side side) =>
    [
        .. File.SignOffs.Given.Where(one => one.Gate == gate && one.Side == side).Select(one => new Attested(one.Person, one.At, Places.Of<SignOffGiven>((long)gate, one.Package, one.Person)))
            .Concat(File.SignOffs.Wishes.Where(one => one.Gate == gate && one.Side == side).Select(one => new Attested(one.Person, one.At, Places.Of<ChangeRequested>((long)gate, one.Package, one.Person))))
            .Concat(File.Objections.All.Where(one => one.Gate == gate && one.Side == side).Select(one => new Attested(one.By, one.At, Places.Of<ObjectionRaised>(one.Number))))
            .GroupBy(one => one.Person).Select(acts => acts.MaxBy(one => one.At)!).OrderBy(one => one.At),
    ];

    ImmutableArray<Attested> Signed(Package package, Side side) =>
    [
        .. File.SignOffs.Given.Where(one => one.Gate == package.Gate && one.Package == package.Number && one.Side == side && (one.Counts || one.WithdrawnAt is not null)).Select(one =>
            new Attested(one.Person, one.At, Places.Of<SignOffGiven>((long)package.Gate, package.Number, one.Person)) { IsWithdrawn = one.WithdrawnAt is not null }),
    ];

    IEnumerable<Departure> Departures(GatePassing passing)
    {
        if (passing.ReopenedAt is { } again)
            yield return new("GateReopened", new("Porten ble åpnet igjen, og teksten måtte godkjennes på nytt.", "Porten blei opna att, og teksten måtte godkjennast på nytt."), again, Places.Of<GateReopened>((long)passing.Gate, again.UtcTicks));
        else if (GateAgreements.At(File, passing.Gate) is var agreement && !agreement.IsJoint())
            yield return new("GatePassedWithout", new($"Porten ble åpnet, men {agreement.Words().Nb}.", $"Porten blei opna, men {agreement.Words().Nn}."), passing.At, Places.Of<GatePassed>((long)passing.Gate, passing.At.UtcTicks));
    }

    IEnumerable<ComplianceRow> Samlinger() => File.Delivery.Samlinger.Select(samling => ComplianceRow.Empty(Phase.Delivery, ComplianceStep.Samling, number: samling.Number) with
    {
        On = File.Delivery.Plan?.Numbered(samling.Number)?.Date,
        TookPart = BothSides.Of(side => LogConfirmedBy(samling, side)),
        Departures = [.. File.Delivery.Deviations.Where(one => one.Samling == samling.Number).Select(one => new Departure(
            one.Kind.ToString(), new("Det siste innslaget med erfaringskunnskap falt ut.", "Det siste innslaget med erfaringskunnskap fall ut."), one.At, Places.Of<DeviationLogged>(samling.Number)))],
    });

    /// <summary>Course leaders who have confirmed the day log, and so that they led the samling.</summary>
    ImmutableArray<Attested> LogConfirmedBy(SamlingRecord samling, Side side) => samling.DayLog is not { } log ? [] :
        [.. log.ConfirmedBy.Where(person => File.Group.SideOf(person) == side).Select(person => new Attested(person, log.At, Places.Of<DayLogConfirmed>(samling.Number, 0, person) ?? Places.Of<DayLogWritten>(samling.Number)))];

    /// <summary>Step 4.2. How many have answered, never who.</summary>
    ComplianceRow Collaboration() => ComplianceRow.Empty(Phase.Evaluation, ComplianceStep.Collaboration) with
    {
        Answers = BothSides.Of(side => File.Evaluation.Collaboration.Count(answer => answer.Side == side)),
    };
}
