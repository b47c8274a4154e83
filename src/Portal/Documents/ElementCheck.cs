using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Portal;

/// <summary>A didactic element that waits to be looked at again (R52).</summary>
/// <param name="IsMine">The reader's side has not looked at it.</param>
public sealed record ElementCheck(DidacticElement Element, bool AwaitsFag, bool AwaitsBruker, bool IsMine)
{
    public static ImmutableArray<ElementCheck> From(CaseContext context) =>
    [
        .. context.Case.Plan.Elements.Where(review => review.IsOutstanding).Select(review => new ElementCheck(
            review.Element, review.Awaits(Side.Fag), review.Awaits(Side.Bruker), context.ActorsMembership is { Side: var side } && review.Awaits(side))),
    ];
}
