namespace LmsWorkflow.Domain;

/// <summary>What a leader may decide about an escalated objection (R99). Never an approval in anybody's place (R100).</summary>
public enum EscalationOutcome { Return, Stop, Dissent }

/// <summary>The leader of an owning unit returns the case with guidance, stops it, or lets it continue with recorded dissent (R99–R101).</summary>
public sealed record DecideEscalation(int Number, EscalationOutcome Outcome, WrittenText Reason) : CaseRequest
{
    public override Act Act => Act.Decide;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Case.Objections.Numbered(Number)?.Status != ObjectionStatus.Escalated ? new NotEscalated() : null,
            Require.AtLeast(Reason, 10, "reason", new("begrunnelsen", "grunngjevinga")),
            Outcome == EscalationOutcome.Dissent && context.Case.Objections.Numbered(Number) is { Safety: { AssessedBy: null } } ? new PhysicianMustAssess() : null,
        ],
        () => Outcome == EscalationOutcome.Stop
            ? [new EscalationDecided(Number, Outcome, Reason.Seal("escalation.reason")), new CaseCancelled(Reason.Seal("cancel.reason"))]
            : [new EscalationDecided(Number, Outcome, Reason.Seal("escalation.reason"))]);
}

public sealed record EscalationDecided(int Number, EscalationOutcome Outcome, SealedText Reason) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Objections = file.Objections.Replace(Number, objection => Outcome switch
        {
            EscalationOutcome.Return => objection with
            {
                Status = ObjectionStatus.Open,
                OpenSince = stamp.At,
                Guidance = Reason,
                DialogueDue = OsloTime.Date(stamp.At).AddDays(RaiseObjection.DialogueDays),
            },
            EscalationOutcome.Stop => objection with { Status = ObjectionStatus.Stopped },
            _ => objection with { Status = ObjectionStatus.Dissent, Dissent = Reason },
        }),
    };
}

/// <summary>The responsible physician has assessed the risk a safety objection names (R101).</summary>
public sealed record AssessSafetyConcern(int Number) : CaseRequest
{
    public override Act Act => Act.ActAsMember;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            ObjectionRules.MustBlock(context, Number),
            context.Case.Objections.Numbered(Number) is { Safety: null } ? new NoSafetyConcern() : null,
            context.ActorsMembership is not { IsResponsiblePhysician: true } ? new PhysicianMustAssess() : null,
        ],
        () => [new SafetyConcernAssessed(Number, context.Actor.Person!.Value)]);
}

public sealed record SafetyConcernAssessed(int Number, PersonId Person) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Objections = file.Objections.Replace(Number, objection => objection with { Safety = objection.Safety! with { AssessedBy = Person } }),
    };
}

public sealed record NotEscalated() : Refusal(new Words(
    "Innsigelsen er ikke løftet til leder. Hold dialogmøtet først.", "Innseiinga er ikkje løfta til leiar. Hald dialogmøtet først."));

/// <summary>R101.</summary>
public sealed record PhysicianMustAssess() : Refusal(new Words(
    "Innsigelsen gjelder faglig forsvarlighet. Medisinsk ansvarlig lege må vurdere risikoen først.",
    "Innseiinga gjeld fagleg forsvarlegheit. Medisinsk ansvarleg lege må vurdere risikoen først."));

public sealed record NoSafetyConcern() : Refusal(new Words(
    "Innsigelsen gjelder ikke faglig forsvarlighet.", "Innseiinga gjeld ikkje fagleg forsvarlegheit."));
