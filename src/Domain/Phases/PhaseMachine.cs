using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A named condition of a move. Answers null when it holds, without allocating; else the reason a person can read.</summary>
public sealed record GateCondition(string Name, Func<CaseContext, Refusal?> Unmet)
{
    /// <summary>One of those that every gate signed by both sides has, answered together by <see cref="GateConditions.SidesAgree"/> while all hold.</summary>
    internal bool InAgreement { get; init; }

    /// <summary>The condition for cases on this way alone. It adds to what the row asks of every case; nothing takes away.</summary>
    public GateCondition OnlyIn(CaseFlow flow) => new($"{Name}In{flow}", context => context.Case.Flow == flow ? Unmet(context) : null);
}

/// <summary>One row of the table: from a phase, through a gate, to the next phase.</summary>
/// <param name="SkippedIn">The one way that does not go through this gate, because it rests on an earlier case's passing of it (R141); null when every way does.</param>
public sealed record PhaseMove(Gate Gate, Phase From, Phase To, ImmutableArray<GateCondition> Conditions, CaseFlow? SkippedIn = null)
{
    const int OfAgreement = 8;

    /// <summary>The move has all conditions of the sides' agreement, so they may be asked as one.</summary>
    internal bool NeedsAgreement { get; } = Conditions.Count(condition => condition.InAgreement) == OfAgreement;

    /// <summary>What is left to ask once the sides agree.</summary>
    internal ImmutableArray<GateCondition> BesideAgreement { get; } = [.. Conditions.Where(condition => !condition.InAgreement)];
}

/// <summary>A move back when a passed gate closes again.</summary>
public sealed record BackwardMove(Gate Gate, ImmutableArray<ReopenCause> Causes);

/// <summary>Why a gate closed again.</summary>
public enum ReopenCause { DocumentChanged, Objection }

/// <summary>
/// The guard in front of every move, wherever it comes from: process, migration, administrator. One table of moves with named conditions, asked as
/// "what is missing?" by every page. No configuration leaves out a condition (domain notes §4.2, R78).
/// </summary>
public static class PhaseMachine
{
    public static ImmutableArray<PhaseMove> Moves { get; } =
    [
        new(Gate.G0, Phase.Forankring, Phase.NeedsAssessment,
        [
            GateConditions.NotEnded, GateConditions.ContactsOnBothSides, GateConditions.ExistingOffersChecked, GateConditions.EveryOwnerAnchored,
        ], SkippedIn: CaseFlow.Gjentak),
        new(Gate.G1, Phase.NeedsAssessment, Phase.Planning,
        [
            GateConditions.NotEnded, GateConditions.BothSidesInGroup, GateConditions.ReplacementInformed, GateConditions.RolesClarified,
            GateConditions.NoOpenObjection(Gate.G1), GateConditions.PackageFrozen(Gate.G1),
            GateConditions.Signed(Gate.G1, Side.Fag), GateConditions.Signed(Gate.G1, Side.Bruker), GateConditions.DifferentSigners(Gate.G1),
        ], SkippedIn: CaseFlow.Gjentak),
        new(Gate.G2, Phase.Planning, Phase.Delivery,
        [
            GateConditions.NotEnded, GateConditions.BothSidesInGroup, GateConditions.ReplacementInformed, MeetingConditions.PlanningMeetingHeld,
            MeetingConditions.PlanningProposalsSettled, GateConditions.NoOpenObjection(Gate.G2), GateConditions.PackageFrozen(Gate.G2),
            GateConditions.Signed(Gate.G2, Side.Fag), GateConditions.Signed(Gate.G2, Side.Bruker), GateConditions.DifferentSigners(Gate.G2),
            PlanConditions.BudgetApproved, PlanConditions.AnnouncementRead,
            RerunConditions.RestsOnJointWork.OnlyIn(CaseFlow.Gjentak), RerunConditions.ChangesTreated.OnlyIn(CaseFlow.Gjentak), GateConditions.RolesClarified.OnlyIn(CaseFlow.Gjentak),
        ]),
        new(Gate.G3, Phase.Delivery, Phase.Evaluation,
        [
            GateConditions.NotEnded, GateConditions.BothSidesInGroup, GateConditions.ReplacementInformed, DeliveryConditions.EverySamlingRecorded,
            GateConditions.NoOpenObjection(Gate.G3), GateConditions.PackageFrozen(Gate.G3),
            GateConditions.Signed(Gate.G3, Side.Fag), GateConditions.Signed(Gate.G3, Side.Bruker), GateConditions.DifferentSigners(Gate.G3),
        ]),
        new(Gate.G4, Phase.Evaluation, Phase.Continuation,
        [
            GateConditions.NotEnded, GateConditions.BothSidesInGroup, GateConditions.ReplacementInformed, MeetingConditions.EvaluationMeetingHeld,
            MeetingConditions.EvaluationProposalsSettled, EvaluationConditions.ParticipantEvaluationClosed, EvaluationConditions.CollaborationAnsweredByBothSides, EvaluationConditions.LearningPointRecorded,
            GateConditions.NoOpenObjection(Gate.G4), GateConditions.PackageFrozen(Gate.G4),
            GateConditions.Signed(Gate.G4, Side.Fag), GateConditions.Signed(Gate.G4, Side.Bruker), GateConditions.DifferentSigners(Gate.G4),
        ]),
        new(Gate.G4b, Phase.Continuation, Phase.Ended, [GateConditions.NotEnded, GateConditions.LeaderDecidedContinuation]),
    ];

    /// <summary>Moves back: from the phase after the gate to the phase before it.</summary>
    public static ImmutableArray<BackwardMove> BackwardMoves { get; } =
    [
        new(Gate.G1, [ReopenCause.DocumentChanged, ReopenCause.Objection]),
        new(Gate.G2, [ReopenCause.DocumentChanged, ReopenCause.Objection]),
        new(Gate.G3, [ReopenCause.DocumentChanged, ReopenCause.Objection]),
        new(Gate.G4, [ReopenCause.DocumentChanged, ReopenCause.Objection]),
    ];

    public static PhaseMove Move(Gate gate) => Moves[(int)gate];

    /// <summary>Does a case on this way pass the gate itself?</summary>
    public static bool Applies(Gate gate, CaseFlow flow) => Move(gate).SkippedIn != flow;

    /// <summary>Where a case on this way begins: before the first gate it passes itself.</summary>
    public static Phase FirstPhase(CaseFlow flow)
    {
        foreach (var move in Moves)
            if (move.SkippedIn != flow) return move.From;
        return Phase.Forankring;
    }

    /// <summary>The gate that leads out of a phase; null when the case has ended.</summary>
    public static Gate? GateOutOf(Phase phase) => phase == Phase.Ended ? null : (Gate)phase;

    /// <summary>True when every condition of the move holds now and the case is in the phase it leads from. Allocates nothing.</summary>
    public static bool Allows(CaseContext context, Gate gate)
    {
        var move = Move(gate);
        if (context.Case.Phase != move.From || move.SkippedIn == context.Case.Flow) return false;
        return All(context, move.NeedsAgreement && GateConditions.SidesAgree(context, gate) ? move.BesideAgreement : move.Conditions);
    }

    static bool All(CaseContext context, ImmutableArray<GateCondition> conditions)
    {
        foreach (var condition in conditions)
            if (condition.Unmet(context) is not null) return false;
        return true;
    }

    /// <summary>What is missing before the move, every condition asked.</summary>
    public static ImmutableArray<Refusal> Unmet(CaseContext context, Gate gate)
    {
        var move = Move(gate);
        ImmutableArray<Refusal>.Builder? unmet = null;
        if (context.Case.Phase != move.From || move.SkippedIn == context.Case.Flow) (unmet ??= ImmutableArray.CreateBuilder<Refusal>()).Add(new NotThisGatesPhase(gate));
        foreach (var condition in move.Conditions)
            if (condition.Unmet(context) is { } reason) (unmet ??= ImmutableArray.CreateBuilder<Refusal>()).Add(reason);
        return unmet?.ToImmutable() ?? [];
    }
}
