using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace LmsWorkflow.Domain.Tests;

/// <summary>What holds of every programme, however odd.</summary>
public class ProgrammePropertyTests
{
    static readonly SealedText Title = PlanCase.Sealed("tittel");

    static readonly Gen<ProgrammeItem> Items =
        from start in Gen.Choose(-1, 95)
        from minutes in Gen.Choose(0, 120)
        from type in Gen.Elements(Enum.GetValues<ProgrammeItemType>())
        from sides in Gen.ListOf(Gen.Elements<Side?>(Side.Fag, Side.Bruker, null), 2)
        from parallel in Gen.Choose(0, 3)
        from oral in Gen.Elements(true, false)
        select new ProgrammeItem(0, start < 0 ? null : new TimeOnly(0, 0).AddMinutes(start * 15), minutes == 0 ? null : minutes, Title, type,
            [.. sides.Select(side => new Responsible(null, Title, side))], Title, parallel == 0 ? null : parallel, oral, oral, oral, oral);

    static readonly Gen<ProgrammeContent> Programmes =
        from days in Gen.Choose(0, 3)
        from items in Gen.ListOf(Gen.ListOf(Items).Resize(12), days)
        select new ProgrammeContent([.. items.Select((day, at) => new Samling(at + 1, new(2026, 3, at + 1), null, Title, SamlingForm.Fysisk, Numbered(day, at), null))], [], null);

    [Fact]
    public void R059_to_R061_Shares_are_parts_of_the_teaching_minutes_and_stretches_add_up_to_them() =>
        Prop.ForAll(Programmes.ToArbitrary(), programme =>
        {
            var figures = ProgrammeFigures.Of(programme);
            return figures.UserLedMinutes <= figures.UserParticipationMinutes && figures.UserParticipationMinutes <= figures.TeachingMinutes
                && figures.UserParticipationPercent is >= 0 and <= 100
                && figures.Samlinger.All(samling => samling.Stretches.Sum() == samling.TeachingMinutes && samling.Stretches.All(stretch => stretch > 0));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void R059_Teaching_is_never_more_than_the_sum_of_the_items() =>
        Prop.ForAll(Programmes.ToArbitrary(), programme =>
            ProgrammeFigures.Of(programme).TeachingMinutes <= programme.Samlinger.SelectMany(samling => samling.Items).Where(item => !item.IsBreak).Sum(item => item.Minutes ?? 0)).QuickCheckThrowOnFailure();

    [Fact]
    public void R053_to_R065_Every_finding_has_a_sentence_in_both_written_forms_and_points_into_the_programme() =>
        Prop.ForAll(Programmes.ToArbitrary(), programme => ProgrammeFindings.Of(programme, forChildren: true).All(finding =>
            finding.Reason.Sentence is { Nb.Length: > 0, Nn.Length: > 0 } && (finding.Samling is not { } number || programme.Numbered(number) is not null))).QuickCheckThrowOnFailure();

    [Fact]
    public void R083_A_programme_has_one_hash_and_equals_only_what_says_the_same() =>
        Prop.ForAll(Programmes.ToArbitrary(), Programmes.ToArbitrary(), (one, other) =>
            one.Equals(other) == (CanonicalWriter.Hash(one) == CanonicalWriter.Hash(other)) && one.Equals(one with { Samlinger = [.. one.Samlinger] })
            && DocumentDifference.Of(one, other, null).IsEmpty == one.Equals(other)).QuickCheckThrowOnFailure();

    [Fact]
    public void Differences_backwards_are_the_differences_forwards_turned_round() =>
        Prop.ForAll(Programmes.ToArbitrary(), Programmes.ToArbitrary(), (one, other) =>
        {
            var (there, back) = (DocumentDifference.Of(one, other, null), DocumentDifference.Of(other, one, null));
            return there.Items.Length == back.Items.Length && there.Samlinger.Length == back.Samlinger.Length
                && there.Items.Count(item => item.Kind == DifferenceKind.Added) == back.Items.Count(item => item.Kind == DifferenceKind.Removed);
        }).QuickCheckThrowOnFailure();

    static ImmutableArray<ProgrammeItem> Numbered(IList<ProgrammeItem> items, int day) => [.. items.Select((item, at) => item with { Id = day * 100 + at + 1 })];
}
