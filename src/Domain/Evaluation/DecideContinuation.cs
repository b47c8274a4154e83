namespace LmsWorkflow.Domain;

/// <summary>Videreføringsvedtak (D25): the leader of an owning unit decides. Departing from the joint recommendation needs a reason the group can read (R138).</summary>
public sealed record DecideContinuation(ContinuationOutcome Outcome, int? RunsPerYear = null, WrittenText? Reason = null) : CaseRequest
{
    public override Act Act => Act.Decide;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Case.Phase != Phase.Continuation ? new ReportNotApproved() : null,
            context.Case.Continuation is not null ? new ContinuationDecidedAlready() : null,
            Enum.IsDefined(Outcome) ? null : new RecommendationMissing(),
            RunsPerYear is < 1 or > 52 ? new RunsPerYearOutOfRange() : null,
            Outcome == ContinuationOutcome.Permanent && RunsPerYear is null ? new RunsPerYearOutOfRange() : null,
            Outcome == ContinuationOutcome.Permanent && Medvirkning.Of(context.Case) != Medvirkningsgrad.Full ? new PermanentNeedsFullParticipation() : null,
            Departs(context.Case.Evaluation.Recommendation) ? Require.AtLeast(Reason, 10, "reason", new("hvorfor vedtaket avviker fra anbefalingen", "kvifor vedtaket avvik frå tilrådinga")) : null,
            Require.Clean(Reason, "reason"),
        ],
        () => [new ContinuationDecided(Outcome, RunsPerYear, Reason is { IsBlank: false } text ? text.Seal("D25.begrunnelse") : null)]);

    bool Departs(Recommendation? recommendation) => recommendation is null || Outcome switch
    {
        ContinuationOutcome.Permanent or ContinuationOutcome.Continue => recommendation.Kind != RecommendationKind.Continue,
        ContinuationOutcome.Revise => recommendation.Kind != RecommendationKind.Revise,
        ContinuationOutcome.Transfer => recommendation.Kind != RecommendationKind.Transfer,
        ContinuationOutcome.Pause => recommendation.Kind != RecommendationKind.Pause,
        _ => recommendation.Kind != RecommendationKind.Stop,
    };
}

public sealed record ContinuationDecided(ContinuationOutcome Outcome, int? RunsPerYear, SealedText? Reason) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with { Continuation = new(Outcome, RunsPerYear, Reason, stamp.Person!.Value, stamp.At) };
}

public sealed record ReportNotApproved() : Refusal(new Words(
    "Kursrapporten må være godkjent av begge sider før lederen kan fatte vedtak.", "Kursrapporten må vere godkjend av begge sider før leiaren kan gjere vedtak."));

public sealed record ContinuationDecidedAlready() : Refusal(new Words(
    "Vedtaket om videreføring er allerede fattet.", "Vedtaket om vidareføring er alt gjort."));

/// <summary>R140.</summary>
public sealed record PermanentNeedsFullParticipation() : Refusal(new Words(
    "Tilbudet kan ikke bli fast uten at medvirkningen er full: begge sider må ha godkjent i alle steg, og møtene må ha vært gyldige. Velg å fortsette eller revidere.",
    "Tilbodet kan ikkje bli fast utan at medverknaden er full: begge sider må ha godkjent i alle steg, og møta må ha vore gyldige. Vel å halde fram eller revidere."));
