using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Registers how many have confirmed and how many wait (step 3.2). Counts only (R106); the latest counts.</summary>
public sealed record RegisterParticipants(HeadCount Confirmed, int Waiting = 0) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Case.Delivery.Standing is RunStanding.Announced or RunStanding.Running ? null : new CourseNotAnnounced(),
            Confirmed.IsNegative || Waiting < 0 ? new NegativeCount() : null,
        ],
        () => [new ParticipantsRegistered(Confirmed, Waiting)]);
}

public sealed record ParticipantsRegistered(HeadCount Confirmed, int Waiting) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        file with { Delivery = file.Delivery with { Registration = new(Confirmed, Waiting, stamp.At) } };
}

/// <summary>
/// Too few have confirmed at the deadline: a member says whether to run, postpone or cancel (R107). Decided when one from each side says the same.
/// </summary>
/// <param name="Reason">Required for postponing and cancelling.</param>
public sealed record ChooseRunOutcome(RunOutcome Outcome, WrittenText? Reason = null) : CaseRequest
{
    public override Act Act => Act.ActAsMember;

    public override Decision Decide(CaseContext context) => Decision.Unless(Unmet(context), () => Facts(context));

    IEnumerable<Refusal?> Unmet(CaseContext context)
    {
        var delivery = context.Case.Delivery;
        yield return Require.Open(context);
        if (delivery.Standing != RunStanding.Announced) yield return new CourseNotAnnounced();
        if (context.ActorsMembership is null) yield return new NotAMember();
        if (!delivery.LacksParticipants) yield return new EnoughParticipants();
        if (Outcome != RunOutcome.Run) yield return Require.AtLeast(Reason, 10, "reason", new("begrunnelsen", "grunngjevinga"));
    }

    ImmutableArray<Fact> Facts(CaseContext context)
    {
        var side = context.ActorsMembership!.Side;
        var chosen = new RunOutcomeChosen(context.Actor.Person!.Value, side, Outcome);
        var agreed = context.Case.Delivery.Votes.Any(vote => vote.Side == side.Other() && vote.Outcome == Outcome);
        return !agreed ? [chosen]
            : Outcome == RunOutcome.Cancel ? [chosen, new RunDecided(Outcome), new CaseCancelled(Reason!.Seal("cancel.reason"))]
            : [chosen, new RunDecided(Outcome)];
    }
}

public sealed record RunOutcomeChosen(PersonId Person, Side Side, RunOutcome Outcome) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Delivery = file.Delivery with { Votes = [.. file.Delivery.Votes.Where(vote => vote.Person != Person), new(Person, Side, Outcome)] },
    };
}

/// <summary>Both sides have chosen the same.</summary>
public sealed record RunDecided(RunOutcome Outcome) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with
    {
        Delivery = file.Delivery with
        {
            Decided = Outcome,
            Standing = Outcome switch { RunOutcome.Postpone => RunStanding.Postponed, RunOutcome.Cancel => RunStanding.Cancelled, _ => file.Delivery.Standing },
        },
    };
}

/// <summary>The koordinator alone may postpone for illness or safety (R107). Cancelling the case is <see cref="CancelCase"/>.</summary>
public sealed record PostponeForSafety(WrittenText Reason) : CaseRequest
{
    public override Act Act => Act.CoordinateCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [
            Require.Open(context),
            context.Case.Delivery.Standing != RunStanding.Announced ? new CourseNotAnnounced() : null,
            Require.AtLeast(Reason, 10, "reason", new("hva som gjør det nødvendig, uten helseopplysninger", "kva som gjer det nødvendig, utan helseopplysningar")),
        ],
        () => [new RunPostponedForSafety(Reason.Seal("run.postponed"))]);
}

public sealed record RunPostponedForSafety(SealedText Reason) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => file with { Delivery = file.Delivery with { Standing = RunStanding.Postponed } };
}

public sealed record NegativeCount() : Refusal(new Words("Antall kan ikke være negativt. Rett tallene.", "Talet kan ikkje vere negativt. Rett tala."));

/// <summary>R107.</summary>
public sealed record EnoughParticipants() : Refusal(new Words(
    "Det er nok påmeldte til å holde kurset. Ingen avgjørelse trengs.", "Det er nok påmelde til å halde kurset. Ingen avgjerd trengst."));
