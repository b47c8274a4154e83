using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>Confirms an erasure another person proposed. From then on the texts are gone.</summary>
public sealed record ConfirmErasure(int Number) : ErasureRequest
{
    public override Decision Decide(ErasureBook book, PersonId who, ImmutableArray<FoundText> texts)
    {
        if (book.Find(Number) is not { } erasure) return Decision.Refuse(new UnknownErasure());
        return Decision.Unless(
            [
                erasure.Standing != ErasureStanding.Waiting ? new ErasureAlreadyDecided() : null,
                erasure.ProposedBy == who ? new OwnErasureConfirmed() : null,
                erasure.Person == who ? new ConcernedConfirms() : null,
                ErasureRules.Signed(erasure.Ground, texts),
                ErasureRules.Awaiting(texts),
                ErasureRules.Retention(erasure.Ground, texts),
            ],
            () => [new ErasureConfirmed(Number)]);
    }
}

public sealed record ErasureConfirmed(int Number) : ErasureFact
{
    public override ErasureBook Apply(ErasureBook book, Stamp stamp) =>
        book.With(Number, erasure => erasure with { Standing = ErasureStanding.Confirmed, DecidedBy = stamp.Person, DecidedAt = stamp.At });
}

/// <summary>The database's own files hold nothing of the erased texts any more: written over, packed anew, and the journal emptied.</summary>
public sealed record ErasureCleaned(int Number) : ErasureFact
{
    public override ErasureBook Apply(ErasureBook book, Stamp stamp) => book.With(Number, erasure => erasure with { CleanedAt = stamp.At });
}

public sealed record OwnErasureConfirmed() : Refusal(new Words(
    "Den som foreslo slettingen, kan ikke bekrefte den selv. Be en annen som har rett til det, om å se på den.",
    "Den som føreslo slettinga, kan ikkje stadfeste ho sjølv. Be ein annan som har rett til det, om å sjå på ho."));

public sealed record ConcernedConfirms() : Refusal(new Words(
    "Den opplysningene gjelder, kan ikke bekrefte slettingen selv. Be en annen som har rett til det, om å se på den.",
    "Den opplysningane gjeld, kan ikkje stadfeste slettinga sjølv. Be ein annan som har rett til det, om å sjå på ho."));
