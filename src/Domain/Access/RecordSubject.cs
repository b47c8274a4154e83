namespace LmsWorkflow.Domain;

/// <summary>What of the record outside cases somebody asks the history of.</summary>
public abstract record RecordSubject
{
    /// <summary>A process definition.</summary>
    public sealed record Definition(string Key) : RecordSubject;

    /// <summary>Attempts to change a definition, or people and units, that were refused.</summary>
    public sealed record Attempts : RecordSubject;

    /// <summary>All people and units.</summary>
    public sealed record Directory : RecordSubject;

    /// <summary>One person's rights.</summary>
    public sealed record OfPerson(PersonId Person) : RecordSubject;

    /// <summary>One unit and who has had a role there.</summary>
    public sealed record OfUnit(UnitId Unit) : RecordSubject;

    /// <summary>
    /// Definitions are for everybody who is signed in; a person sees what concerns herself, a leader her own unit, revisor and administrator everything (domain notes §3.5, row "Audit log").
    /// </summary>
    public bool MayBeReadBy(Actor actor) => actor.Person is { } reader && this switch
    {
        Definition => true,
        OfPerson subject when subject.Person == reader => true,
        OfUnit subject when actor.Has(Role.Leder, subject.Unit) => true,
        _ => CaseAccess.Capacity(actor, Act.ReadRecord, []) is not null,
    };
}
