using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A person as the directory knows them. The name is personal data and lies apart.</summary>
public sealed record Person(PersonId Id, SealedText Name, Language Language, ImmutableArray<Grant> Grants, ImmutableArray<UnitId> EmployedIn);

/// <summary>An organisational unit: the LMS or an owning clinical or municipal unit.</summary>
public sealed record Unit(UnitId Id, string Name, bool IsLms);

/// <summary>People and units: the fold of the directory's stream.</summary>
public sealed record PeopleDirectory
{
    public static PeopleDirectory Empty { get; } = new();

    public long Version { get; init; }
    public ImmutableDictionary<PersonId, Person> People { get; init; } = ImmutableDictionary<PersonId, Person>.Empty;
    public ImmutableDictionary<UnitId, Unit> Units { get; init; } = ImmutableDictionary<UnitId, Unit>.Empty;

    /// <summary>How long units keep texts.</summary>
    public RetentionRules Retention { get; init; } = RetentionRules.None;

    public PeopleDirectory After(Fact fact, Stamp stamp) =>
        (fact is DirectoryFact directoryFact ? directoryFact.Apply(this, stamp) : this) with { Version = Version + 1 };

    public Person? Find(PersonId id) => People.GetValueOrDefault(id);
}

/// <summary>A fact of the directory's stream.</summary>
public abstract record DirectoryFact : Fact
{
    public abstract PeopleDirectory Apply(PeopleDirectory directory, Stamp stamp);
}

public sealed record UnitRegistered(UnitId Unit, string Name, bool IsLms) : DirectoryFact
{
    public override PeopleDirectory Apply(PeopleDirectory directory, Stamp stamp) =>
        directory with { Units = directory.Units.SetItem(Unit, new Unit(Unit, Name, IsLms)) };
}

public sealed record PersonRegistered(PersonId Person, SealedText Name, Language Language, ImmutableArray<UnitId> EmployedIn) : DirectoryFact
{
    public override PeopleDirectory Apply(PeopleDirectory directory, Stamp stamp) =>
        directory with { People = directory.People.SetItem(Person, new Person(Person, Name, Language, [], EmployedIn)) };
}

public sealed record RoleGranted(PersonId Person, Role Role, UnitId? Unit) : DirectoryFact
{
    public override PeopleDirectory Apply(PeopleDirectory directory, Stamp stamp) =>
        directory.Find(Person) is { } person
            ? directory with { People = directory.People.SetItem(Person, person with { Grants = person.Grants.Add(new Grant(Role, Unit)) }) }
            : directory;
}

public sealed record RoleRevoked(PersonId Person, Role Role, UnitId? Unit) : DirectoryFact
{
    public override PeopleDirectory Apply(PeopleDirectory directory, Stamp stamp) =>
        directory.Find(Person) is { } person
            ? directory with { People = directory.People.SetItem(Person, person with { Grants = person.Grants.Remove(new Grant(Role, Unit)) }) }
            : directory;
}
