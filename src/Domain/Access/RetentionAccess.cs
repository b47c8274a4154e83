namespace LmsWorkflow.Domain;

/// <summary>Who sees what falls due, and by which rules.</summary>
public static class RetentionAccess
{
    /// <param name="unit">Null: the whole organisation.</param>
    public static bool MayReadList(Actor actor, UnitId? unit) => CaseAccess.Capacity(actor, Act.ReadRetention, unit, []) is not null;

    /// <summary>Rules are read by those who see what falls due by them, or can change them; the organisation's by whoever does so in some unit.</summary>
    public static bool MayReadRules(Actor actor, UnitId? unit) =>
        MayReadList(actor, unit) || MayChangeRules(actor, unit) || unit is null && MayReadSomeRules(actor);

    public static bool MayReadSomeRules(Actor actor) => CaseAccess.May(Act.ReadRetention).Concat(CaseAccess.May(Act.ManageRetention)).Any(actor.Has);

    public static bool MayChangeRules(Actor actor, UnitId? unit) => CaseAccess.Capacity(actor, Act.ManageRetention, unit, []) is not null;
}
