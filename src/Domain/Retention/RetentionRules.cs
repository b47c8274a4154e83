using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A rule, and whose it is.</summary>
/// <param name="Unit">Null: the organisation's.</param>
/// <param name="IsShipped">Nobody has set one: the product's own.</param>
public sealed record AppliedRule(RetentionRule Rule, UnitId? Unit, bool IsShipped);

/// <summary>Rules of retention that units have set. What a unit has not set it has from the organisation, and that from the product.</summary>
public sealed record RetentionRules
{
    public static RetentionRules None { get; } = new();

    ImmutableDictionary<(Guid Unit, RetentionKind Kind), RetentionRule> Set { get; init; } = ImmutableDictionary<(Guid, RetentionKind), RetentionRule>.Empty;

    /// <summary>The unit's own rule; null when it has it from above.</summary>
    /// <param name="unit">Null: the organisation.</param>
    public RetentionRule? Own(UnitId? unit, RetentionKind kind) => Set.GetValueOrDefault((unit?.Value ?? Guid.Empty, kind));

    /// <summary>The rule that holds for a unit.</summary>
    public AppliedRule For(UnitId? unit, RetentionKind kind) =>
        unit is not null && Own(unit, kind) is { } own ? new(own, unit, false)
        : Own(null, kind) is { } common ? new(common, null, false) : new(RetentionRule.Default(kind), null, true);

    /// <summary>The rule that holds for a case. Where several of its units have set one, the longest: what one of them must keep is not another's to erase.</summary>
    public AppliedRule For(ImmutableArray<UnitId> units, RetentionKind kind)
    {
        AppliedRule? longest = null;
        foreach (var unit in units)
            if (Own(unit, kind) is { } own && (longest is null || IsLonger(own, longest.Rule))) longest = new(own, unit, false);
        return longest ?? For((UnitId?)null, kind);
    }

    static bool IsLonger(RetentionRule one, RetentionRule than) => one.Months > than.Months || one.Months == than.Months && one.From > than.From;

    internal RetentionRules With(UnitId? unit, RetentionKind kind, RetentionRule? rule) =>
        this with { Set = rule is null ? Set.Remove((unit?.Value ?? Guid.Empty, kind)) : Set.SetItem((unit?.Value ?? Guid.Empty, kind), rule) };
}

/// <summary>A unit, or the organisation, set how long texts of a kind are kept.</summary>
/// <param name="Unit">Null: the organisation.</param>
/// <param name="Before">The unit's own rule before; null: it had it from above.</param>
/// <param name="After">Null: has it from above from now on.</param>
public sealed record RetentionRuleChanged(UnitId? Unit, RetentionKind Kind, RetentionRule? Before, RetentionRule? After, SealedText Reason) : DirectoryFact
{
    public override PeopleDirectory Apply(PeopleDirectory directory, Stamp stamp) => directory with { Retention = directory.Retention.With(Unit, Kind, After) };
}
