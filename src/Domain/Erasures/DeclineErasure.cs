using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Says no to an erasure another person proposed, and why.</summary>
public sealed record DeclineErasure(int Number, WrittenText Reason) : ErasureRequest
{
    public override Decision Decide(ErasureBook book, PersonId who, ImmutableArray<FoundText> texts)
    {
        if (book.Find(Number) is not { } erasure) return Decision.Refuse(new UnknownErasure());
        return Decision.Unless(
            [
                erasure.Standing != ErasureStanding.Waiting ? new ErasureAlreadyDecided() : null,
                erasure.ProposedBy == who ? new OwnErasureDeclined() : null,
                Reason.IsBlank ? new DeclineReasonMissing() : Require.Clean(Reason, "reason"),
            ],
            () => [new ErasureDeclined(Number, Reason.Seal("erasure.answer"))]);
    }
}

public sealed record ErasureDeclined(int Number, SealedText Reason) : ErasureFact
{
    public override ErasureBook Apply(ErasureBook book, Stamp stamp) =>
        book.With(Number, erasure => erasure with { Standing = ErasureStanding.Declined, DecidedBy = stamp.Person, DecidedAt = stamp.At, Answer = Reason });
}

public sealed record OwnErasureDeclined() : Refusal(new Words("Du har selv foreslått slettingen. Trekk forslaget i stedet.", "Du har sjølv føreslått slettinga. Trekk forslaget i staden."));

public sealed record DeclineReasonMissing(string Field = "reason") : Refusal(new Words("Skriv hvorfor teksten skal bli stående.", "Skriv kvifor teksten skal bli ståande."));
