using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// What an ended case brings into its units' balance. An ended case is read-only (R139), so this is made once. Holds what must never be shown as it is: who was in the group,
/// which is only counted, and sums of ratings, which are only added to others'.
/// </summary>
/// <param name="People">Everybody who was appointed, by side.</param>
/// <param name="Ratings">Sums of the eight statements' ratings, by side; see <see cref="CollaborationFigures.Answers"/> for how many.</param>
public sealed record EndedCase(
    UnitId LmsUnit, ImmutableArray<UnitId> Owners, DateOnly EndedOn, BothSides<ImmutableArray<PersonId>> People, CaseBalance Balance, BothSides<ImmutableArray<int>> Ratings)
{
    /// <summary>Null until the case has ended.</summary>
    public static EndedCase? Of(CaseFile file) => file is not { EndedAt: { } ended, Identity: { } identity } ? null : new(
        identity.LmsUnit, identity.Owners, OsloTime.Date(ended),
        BothSides.Of(side => file.Group.Members.Where(member => member.Side == side).Select(member => member.Person).Distinct().ToImmutableArray()),
        CaseBalance.Of(file),
        BothSides.Of(side => RatingsOf(file.Evaluation, side)));

    /// <summary>Both sides were in it, so that there is something to balance.</summary>
    public bool HadBothSides => !People.Fag.IsEmpty && !People.Bruker.IsEmpty;

    /// <summary>Ratings are there to be added to others'. The lowest is 1, so that nobody's sum is nought who answered.</summary>
    public bool HasRatings => Ratings.Fag.Concat(Ratings.Bruker).Any(sum => sum > 0);

    /// <summary>Noughts once any are erased and none kept: of one who was alone on a side, the sum is what she answered.</summary>
    static ImmutableArray<int> RatingsOf(Evaluation evaluation, Side side) =>
        [.. Enumerable.Range(1, CollaborationStatements.All.Length).Select(statement => RatingOf(evaluation, statement, side))];

    static int RatingOf(Evaluation evaluation, int statement, Side side) =>
        evaluation.Kept?.Ratings is { } kept ? kept.Statements[statement - 1].Sums?.Of(side) ?? 0 : evaluation.HasErasedRatings ? 0 : evaluation.SumOf(statement, side);
}
