using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>
/// Who proposes and who confirms an erasure. Texts of a case: those who answer for it, never an administrator, who changes nothing that is written in a case. A person, and what is no case's:
/// an administrator proposes, a leader or another administrator confirms. The same two persons' rule holds for all.
/// </summary>
public static class ErasureAccess
{
    /// <param name="cases">The cases whose texts it concerns, when it is not all of a person.</param>
    /// <param name="elsewhere">Some of the texts lie in no case: the right over a case reaches no name in the directory beside it.</param>
    public static Role? ToPropose(Actor actor, bool ofPerson, ImmutableArray<CaseFile> cases, PeopleDirectory directory, DateOnly today, bool elsewhere = false) =>
        Of(actor, Act.ProposeErasure, Act.ProposePersonErasure, ofPerson, cases, directory, today, elsewhere);

    /// <inheritdoc cref="ToPropose"/>
    public static Role? ToConfirm(Actor actor, bool ofPerson, ImmutableArray<CaseFile> cases, PeopleDirectory directory, DateOnly today, bool elsewhere = false) =>
        Of(actor, Act.ConfirmErasure, Act.ConfirmPersonErasure, ofPerson, cases, directory, today, elsewhere);

    /// <summary>The list of erasures: those who can be one of the two, and the auditor, who changes nothing.</summary>
    public static bool MayReadList(Actor actor) => CaseAccess.May(Act.ReadErasures).Any(actor.Has);

    /// <summary>Whether there may be erasures this person can confirm at all, by the roles of the directory.</summary>
    public static bool MayConfirmSome(Actor actor) => CaseAccess.May(Act.ConfirmErasure).Concat(CaseAccess.May(Act.ConfirmPersonErasure)).Any(actor.Has);

    static Role? Of(Actor actor, Act onCase, Act apart, bool ofPerson, ImmutableArray<CaseFile> cases, PeopleDirectory directory, DateOnly today, bool elsewhere)
    {
        if (ofPerson || cases.IsEmpty) return InAnyUnit(actor, apart, directory);
        if (elsewhere && InAnyUnit(actor, apart, directory) is null) return null;
        Role? capacity = null;
        foreach (var file in cases)
            if ((capacity = CaseAccess.Capacity(actor, onCase, file, today)) is null) return null;
        return capacity;
    }

    static Role? InAnyUnit(Actor actor, Act act, PeopleDirectory directory) =>
        CaseAccess.Capacity(actor, act, null, []) ?? directory.Units.Keys.Select(unit => CaseAccess.Capacity(actor, act, unit, [])).FirstOrDefault(role => role is not null);
}
