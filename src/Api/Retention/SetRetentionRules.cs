using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>Sets how long a unit, or the organisation, keeps texts of some kinds.</summary>
/// <param name="Unit">Null: the organisation.</param>
/// <param name="From">With <paramref name="Months"/> left out: the unit has the rule from above again.</param>
public sealed record SetRetentionRules(UnitId? Unit, ImmutableArray<RetentionKind> Kinds, RetentionMoment? From, int? Months, WrittenText Reason) : DirectoryRequest
{
    public override Act ActOf() => Act.ManageRetention;

    public override Role? CapacityOf(Actor actor) => CaseAccess.Capacity(actor, Act.ManageRetention, Unit, []);

    public override Decision Decide(PeopleDirectory directory)
    {
        ImmutableArray<RetentionKind> kinds = Kinds.IsDefault ? [] : [.. Kinds.Where(Enum.IsDefined).Distinct().Order()];
        RetentionRule? rule = From is { } from && Months is { } months ? new(from, months) : null;
        return Decision.Unless(
            [
                Unit is { } unit && !directory.Units.ContainsKey(unit) ? new UnknownUnit("unit") : null,
                kinds.IsEmpty ? new NoKindChosen() : null,
                (From is null) != (Months is null) ? From is null ? new MomentMissing() : new MonthsMissing() : null,
                From is { } moment && !Enum.IsDefined(moment) ? new MomentMissing() : rule is null ? null : kinds.Select(rule.Unmet).FirstOrDefault(unmet => unmet is not null),
                Require.Written(Reason, "reason", new("hvorfor det skal være slik", "kvifor det skal vere slik")),
            ],
            () => [.. kinds.Where(kind => directory.Retention.Own(Unit, kind) != rule).Select(kind => new RetentionRuleChanged(Unit, kind, directory.Retention.Own(Unit, kind), rule, Reason.Seal("retention.reason")))]);
    }
}

public sealed record MomentMissing(string Field = "from") : Refusal(new Words("Velg hva tiden regnes fra.", "Vel kva tida blir rekna frå."));

public sealed record MonthsMissing(string Field = "months") : Refusal(new Words("Skriv hvor mange måneder det skal oppbevares.", "Skriv kor mange månader det skal takast vare på."));
