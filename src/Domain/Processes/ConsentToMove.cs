namespace LmsWorkflow.Domain;

/// <summary>A move that weakens participation in this case waits for both of its sides.</summary>
/// <param name="ChangesHash">SHA-256 of the frozen list of changes they are asked about.</param>
public sealed record MoveProposal(int To, string ChangesHash, PersonId? By, DateTimeOffset At)
{
    public PersonId? Fag { get; init; }
    public PersonId? Bruker { get; init; }
    public PersonId? RefusedBy { get; init; }
    public SealedText? Reason { get; init; }

    public PersonId? Of(Side side) => side == Side.Fag ? Fag : Bruker;

    public bool IsConsented => Fag is not null && Bruker is not null && RefusedBy is null;

    public bool IsOpen => RefusedBy is null && !IsConsented;
}

/// <summary>The administrator asks both sides of the case whether it may be moved to a version that weakens participation.</summary>
public sealed record ProposeMove(int To, string ChangesHash) : CaseRequest
{
    public override Act Act => Act.MoveCase;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [Require.Open(context)],
        () => context.Case.Process?.Move is { RefusedBy: null } move && move.To == To && move.ChangesHash == ChangesHash ? [] : [new MoveProposed(To, ChangesHash)]);
}

/// <summary>Consents for the person's own side of the case (R80).</summary>
public sealed record ConsentToMove(int To, string ChangesHash) : CaseRequest
{
    public override Act Act => Act.ActAsMember;

    public override Decision Decide(CaseContext context)
    {
        var move = context.Case.Process?.Move;
        return Decision.Unless(
            [.. MoveRules.Unmet(context, move, To), move is null || move.ChangesHash == ChangesHash ? null : new ChangesAreOthers()],
            () => [new MoveConsented(To, context.ActorsMembership!.Side, ChangesHash)]);
    }
}

/// <summary>Says no for the person's own side: the case stays on its version.</summary>
public sealed record RefuseMove(int To, WrittenText Reason) : CaseRequest
{
    public override Act Act => Act.ActAsMember;

    public override Decision Decide(CaseContext context) => Decision.Unless(
        [.. MoveRules.Unmet(context, context.Case.Process?.Move, To), Require.AtLeast(Reason, 10, "reason", new("hvorfor du sier nei", "kvifor du seier nei"))],
        () => [new MoveRefused(To, context.ActorsMembership!.Side, Reason.Seal("move.refusal"))]);
}

static class MoveRules
{
    public static IEnumerable<Refusal?> Unmet(CaseContext context, MoveProposal? move, int to) =>
    [
        Require.Open(context),
        move is { IsOpen: true } && move.To == to ? null : new MoveIsNotProposed(),
        move?.By is { } by && by == context.Actor.Person ? new PublisherCannotConsent() : null,
        move is not null && context.ActorsMembership is { } member && move.Of(member.Side) is not null ? new SideHasConsented(member.Side) : null,
    ];
}

public sealed record MoveProposed(int To, string ChangesHash) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => MoveFacts.With(file, _ => new MoveProposal(To, ChangesHash, stamp.Person, stamp.At));
}

public sealed record MoveConsented(int To, Side Side, string ChangesHash) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) =>
        MoveFacts.With(file, move => Side == Side.Fag ? move! with { Fag = stamp.Person } : move! with { Bruker = stamp.Person });
}

public sealed record MoveRefused(int To, Side Side, SealedText Reason) : CaseFact
{
    public override CaseFile Apply(CaseFile file, Stamp stamp) => MoveFacts.With(file, move => move! with { RefusedBy = stamp.Person, Reason = Reason });
}

static class MoveFacts
{
    public static CaseFile With(CaseFile file, Func<MoveProposal?, MoveProposal> change) => file.Process is not { } process ? file
        : file with { Process = process with { Move = change(process.Move ?? new MoveProposal(0, "", null, default)) } };
}

public sealed record MoveIsNotProposed() : Refusal(new Words(
    "Det er ingen flytting å svare på i saken nå. Last siden på nytt.", "Det er inga flytting å svare på i saka no. Last sida på nytt."));
