using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>How something differs from one version to the next. Moved: only its time or samling.</summary>
public enum DifferenceKind { Added, Removed, Changed, Moved }

/// <summary>What about a programme item or samling differs.</summary>
public enum ProgrammeAspect { Samling, Start, Minutes, Title, Type, Responsible, Method, ParallelGroup, Tags, Date, Place, Form, OralEvaluationReason }

/// <summary>A field of a plain form that differs.</summary>
public sealed record FieldDifference(string Key, Words Label, FieldValue? Before, FieldValue? After);

/// <param name="From">Number of the samling it stood in; null when added.</param>
/// <param name="To">Number of the samling it stands in; null when removed.</param>
public sealed record ItemDifference(DifferenceKind Kind, int? From, int? To, ProgrammeItem? Before, ProgrammeItem? After, ImmutableArray<ProgrammeAspect> What);

public sealed record SamlingDifference(DifferenceKind Kind, Samling? Before, Samling? After, ImmutableArray<ProgrammeAspect> What);

public sealed record LineDifference(DifferenceKind Kind, BudgetLine? Before, BudgetLine? After);

/// <summary>What differs between two versions of a document: fields, samlinger and programme items, budget lines. Texts are compared by their seals, so an erased one compares too.</summary>
/// <param name="LeadersDiffer">The kursledere, or why there are not two, differ.</param>
public sealed record DocumentDifference(
    ImmutableArray<FieldDifference> Fields, ImmutableArray<SamlingDifference> Samlinger, ImmutableArray<ItemDifference> Items, bool LeadersDiffer,
    ImmutableArray<LineDifference> Lines)
{
    public static DocumentDifference None { get; } = new([], [], [], false, []);

    public bool IsEmpty => Fields.IsEmpty && Samlinger.IsEmpty && Items.IsEmpty && !LeadersDiffer && Lines.IsEmpty;

    /// <param name="before">Null: everything is new.</param>
    public static DocumentDifference Of(DocumentContent? before, DocumentContent after, FormDefinition? form) => after switch
    {
        FormContent filled => None with { Fields = FieldsOf(before as FormContent ?? new([]), filled, form) },
        ProgrammeContent programme => OfProgramme(before as ProgrammeContent ?? ProgrammeContent.Empty, programme),
        BudgetContent budget => None with { Lines = LinesOf(before as BudgetContent ?? BudgetContent.Empty, budget) },
        _ => None,
    };

    static ImmutableArray<FieldDifference> FieldsOf(FormContent before, FormContent after, FormDefinition? form) =>
    [
        .. (form?.Fields.Select(field => field.Key) ?? []).Concat(after.Fields.Select(field => field.Key)).Concat(before.Fields.Select(field => field.Key)).Distinct()
            .Where(key => !Equals(before[key], after[key]))
            .Select(key => new FieldDifference(key, form?.Field(key)?.Label ?? Words.Same(key), before[key], after[key])),
    ];

    static DocumentDifference OfProgramme(ProgrammeContent before, ProgrammeContent after) => None with
    {
        Samlinger = [.. SamlingerOf(before, after)],
        Items = [.. ItemsOf(Placed(before), Placed(after))],
        LeadersDiffer = !before.Leaders.SequenceEqual(after.Leaders) || !Equals(before.LeadersReason, after.LeadersReason),
    };

    static IEnumerable<SamlingDifference> SamlingerOf(ProgrammeContent before, ProgrammeContent after)
    {
        for (var number = 1; number <= Math.Max(before.Samlinger.Length, after.Samlinger.Length); number++)
        {
            var (was, now) = (before.Numbered(number), after.Numbered(number));
            if (was is null || now is null) yield return new(was is null ? DifferenceKind.Added : DifferenceKind.Removed, was, now, []);
            else if (Aspects(was, now) is { IsEmpty: false } aspects) yield return new(DifferenceKind.Changed, was, now, aspects);
        }
    }

    static ImmutableArray<ProgrammeAspect> Aspects(Samling before, Samling after) => Differing(
        (ProgrammeAspect.Date, before.Date != after.Date),
        (ProgrammeAspect.Start, before.Start != after.Start),
        (ProgrammeAspect.Place, !Equals(before.Place, after.Place)),
        (ProgrammeAspect.Form, before.Form != after.Form),
        (ProgrammeAspect.OralEvaluationReason, !Equals(before.NoOralEvaluationReason, after.NoOralEvaluationReason)));

    sealed record PlacedItem(int Samling, ProgrammeItem Item);

    static ImmutableArray<PlacedItem> Placed(ProgrammeContent programme) =>
        [.. programme.Samlinger.SelectMany(samling => samling.InOrder.Select(item => new PlacedItem(samling.Number, item)))];

    static IEnumerable<ItemDifference> ItemsOf(ImmutableArray<PlacedItem> before, ImmutableArray<PlacedItem> after)
    {
        foreach (var now in after)
        {
            var was = before.FirstOrDefault(one => one.Item.Id == now.Item.Id);
            if (was is null) yield return new(DifferenceKind.Added, null, now.Samling, null, now.Item, []);
            else if (Aspects(was, now) is { IsEmpty: false } aspects) yield return new(KindOf(aspects), was.Samling, now.Samling, was.Item, now.Item, aspects);
        }

        foreach (var was in before)
            if (after.All(now => now.Item.Id != was.Item.Id)) yield return new(DifferenceKind.Removed, was.Samling, null, was.Item, null, []);
    }

    static ImmutableArray<ProgrammeAspect> Aspects(PlacedItem was, PlacedItem now)
    {
        var (before, after) = (was.Item, now.Item);
        return Differing(
            (ProgrammeAspect.Samling, was.Samling != now.Samling),
            (ProgrammeAspect.Start, before.Start != after.Start),
            (ProgrammeAspect.Minutes, before.Minutes != after.Minutes),
            (ProgrammeAspect.Title, !Equals(before.Title, after.Title)),
            (ProgrammeAspect.Type, before.Type != after.Type),
            (ProgrammeAspect.Responsible, !before.Responsible.SequenceEqual(after.Responsible)),
            (ProgrammeAspect.Method, !Equals(before.Method, after.Method)),
            (ProgrammeAspect.ParallelGroup, before.ParallelGroup != after.ParallelGroup),
            (ProgrammeAspect.Tags, (before.Mestring, before.OralEvaluation, before.Expectations, before.FollowUp) != (after.Mestring, after.OralEvaluation, after.Expectations, after.FollowUp)));
    }

    static DifferenceKind KindOf(ImmutableArray<ProgrammeAspect> aspects) =>
        aspects.All(aspect => aspect is ProgrammeAspect.Samling or ProgrammeAspect.Start) ? DifferenceKind.Moved : DifferenceKind.Changed;

    static ImmutableArray<ProgrammeAspect> Differing(params ReadOnlySpan<(ProgrammeAspect Aspect, bool Differs)> aspects)
    {
        var differing = ImmutableArray.CreateBuilder<ProgrammeAspect>();
        foreach (var (aspect, differs) in aspects)
            if (differs) differing.Add(aspect);
        return differing.ToImmutable();
    }

    static ImmutableArray<LineDifference> LinesOf(BudgetContent before, BudgetContent after) =>
    [
        .. after.Lines.Select(now => (Was: before.Lines.FirstOrDefault(line => line.Id == now.Id), Now: now)).Where(pair => !Equals(pair.Was, pair.Now))
            .Select(pair => new LineDifference(pair.Was is null ? DifferenceKind.Added : DifferenceKind.Changed, pair.Was, pair.Now)),
        .. before.Lines.Where(was => after.Lines.All(now => now.Id != was.Id)).Select(was => new LineDifference(DifferenceKind.Removed, was, null)),
    ];
}
