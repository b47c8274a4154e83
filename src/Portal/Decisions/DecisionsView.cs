using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

public sealed record AnchoringCard(UnitId Unit, string UnitName, string Leader, string Purpose, string Pathway, decimal Hours, decimal Frame, decimal Participation, string ZeroReason, bool Permanent, DateOnly From, DateOnly To, DateTimeOffset At);

/// <summary>The leader's decisions: anchoring, budget, escalation, continuation. Everybody in the case reads them.</summary>
public sealed record DecisionsView(
    CaseFrame Frame, ImmutableArray<AnchoringCard> Anchorings, ImmutableArray<string> Waiting, ImmutableArray<Choice> MayAnchor, ImmutableArray<ObjectionCard> Escalated, Continuation? Continuation, string Reason,
    string Leader, bool MayDecide, string Recommendation, Medvirkningsgrad Participation, DateOnly Today, bool BudgetWaits)
{
    public static DecisionsView From(CaseContext context, Viewer me)
    {
        var file = context.Case;
        var anchored = file.Anchorings.Select(anchoring => anchoring.Unit).ToHashSet();
        ImmutableArray<UnitId> owners = file.Identity?.Owners ?? [];
        var evaluation = EvaluationView.From(context, me);
        return new(
            CaseFrame.From(context, me), [.. file.Anchorings.Select(anchoring => Card(anchoring, me))], [.. owners.Where(unit => !anchored.Contains(unit)).Select(me.UnitName)],
            file.IsOpen && file.Phase == Phase.Forankring ? [.. owners.Where(unit => !anchored.Contains(unit) && context.Actor.Has(Role.Leder, unit)).Select(unit => new Choice(unit.ToString(), me.UnitName(unit)))] : [],
            [.. Enum.GetValues<Gate>().Where(gate => !GateDocuments.Of(gate).IsEmpty).SelectMany(gate => SignOffView.From(context, gate, me).Objections).Where(objection => objection.Escalated)],
            file.Continuation, me.Text(file.Continuation?.Reason), me.NameOf(file.Continuation?.Leader), file.IsOpen && file.Phase == Phase.Continuation && file.Continuation is null && context.May(Act.Decide),
            evaluation.Recommendation, Medvirkning.Of(file), context.Today, context.May(Act.Decide) && file.IsOpen && file.Phase == Phase.Planning);
    }

    static AnchoringCard Card(Anchoring anchoring, Viewer me) => new(
        anchoring.Unit, me.UnitName(anchoring.Unit), me.NameOf(anchoring.Leader), me.Text(anchoring.Purpose), me.Text(anchoring.Pathway), anchoring.StaffHours, anchoring.MoneyFrame, anchoring.ParticipationAmount,
        me.Text(anchoring.ZeroParticipationReason), anchoring.AimsAtPermanentOffer, anchoring.From, anchoring.To, anchoring.At);
}
