using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Takes back one's own proposal.</summary>
public sealed record WithdrawErasure(int Number) : ErasureRequest
{
    public override Decision Decide(ErasureBook book, PersonId who, ImmutableArray<FoundText> texts)
    {
        if (book.Find(Number) is not { } erasure) return Decision.Refuse(new UnknownErasure());
        return Decision.Unless(
            [
                erasure.Standing != ErasureStanding.Waiting ? new ErasureAlreadyDecided() : null,
                erasure.ProposedBy != who ? new NotOwnErasure() : null,
            ],
            () => [new ErasureWithdrawn(Number)]);
    }
}

public sealed record ErasureWithdrawn(int Number) : ErasureFact
{
    public override ErasureBook Apply(ErasureBook book, Stamp stamp) =>
        book.With(Number, erasure => erasure with { Standing = ErasureStanding.Withdrawn, DecidedBy = stamp.Person, DecidedAt = stamp.At });
}

public sealed record NotOwnErasure() : Refusal(new Words(
    "Bare den som foreslo slettingen, kan trekke forslaget. Du kan si nei til det.", "Berre den som føreslo slettinga, kan trekkje forslaget. Du kan seie nei til det."));
