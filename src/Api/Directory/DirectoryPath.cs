using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;

namespace LmsWorkflow.Api;

/// <summary>One act on the directory of people and units. The same road as a case's, with a smaller state.</summary>
public abstract record DirectoryRequest
{
    public abstract Decision Decide(PeopleDirectory directory);

    /// <summary>What the right to do this is called in <see cref="CaseAccess"/>. Methods, so that they are no part of what was asked.</summary>
    public virtual Act ActOf() => Act.ManageDirectory;

    /// <summary>The capacity in which the actor may do it, or null.</summary>
    public virtual Role? CapacityOf(Actor actor) => CaseAccess.Capacity(actor, ActOf(), []);
}

/// <summary>Registers an organisational unit.</summary>
public sealed record RegisterUnit(UnitId Unit, string Name, bool IsLms) : DirectoryRequest
{
    public override Decision Decide(PeopleDirectory directory) => Decision.Unless(
        [
            string.IsNullOrWhiteSpace(Name) || Name.Length > 200 ? new NameMissing() : null,
            directory.Units.ContainsKey(Unit) ? new AlreadyInDirectory() : null,
        ],
        () => [new UnitRegistered(Unit, Name.Trim(), IsLms)]);
}

/// <summary>Registers a person, with what the directory grants from the start.</summary>
public sealed record RegisterPerson(PersonId Person, WrittenText Name, Language Language, ImmutableArray<UnitId> EmployedIn, ImmutableArray<Grant> Grants) : DirectoryRequest
{
    public override Decision Decide(PeopleDirectory directory) => Decision.Unless(
        [
            Name.IsBlank || Name.Value.Length > 200 ? new NameMissing() : null,
            directory.Find(Person) is not null ? new AlreadyInDirectory() : null,
            EmployedIn.Any(unit => !directory.Units.ContainsKey(unit)) ? new UnknownUnit("employedIn") : null,
            .. Grants.Select(grant => GrantRole.Unmet(directory, grant)),
        ],
        () => [new PersonRegistered(Person, Name.Seal("person.name"), Language, EmployedIn), .. Grants.Select(grant => new RoleGranted(Person, grant.Role, grant.Unit))]);
}

/// <summary>Grants a role. Fagperson and brukerrepresentant are never granted: they come from an appointment in the case (R80).</summary>
public sealed record GrantRole(PersonId Person, Role Role, UnitId? Unit) : DirectoryRequest
{
    public override Decision Decide(PeopleDirectory directory) => Decision.Unless(
        [directory.Find(Person) is null ? new UnknownPerson() : null, Unmet(directory, new(Role, Unit))],
        () => directory.Find(Person)!.Grants.Contains(new(Role, Unit)) ? [] : [new RoleGranted(Person, Role, Unit)]);

    internal static Refusal? Unmet(PeopleDirectory directory, Grant grant) =>
        grant.Role is not (Role.Koordinator or Role.Leder or Role.Administrator or Role.Revisor) ? new RoleCannotBeGranted()
        : grant.Unit is { } unit && !directory.Units.ContainsKey(unit) ? new UnknownUnit("unit") : null;
}

/// <summary>Takes a role away. Somebody must be left who can give roles.</summary>
public sealed record RevokeRole(PersonId Person, Role Role, UnitId? Unit) : DirectoryRequest
{
    public override Decision Decide(PeopleDirectory directory) => directory.Find(Person) is not { } person
        ? Decision.Refuse(new UnknownPerson())
        : !person.Grants.Contains(new(Role, Unit)) ? Decision.Accept()
        : Role == Role.Administrator && directory.People.Values.Sum(one => one.Grants.Count(grant => grant.Role == Role.Administrator)) == 1 ? Decision.Refuse(new LastAdministrator())
        : Decision.Accept(new RoleRevoked(Person, Role, Unit));
}

public sealed record NameMissing(string Field = "name") : Refusal(new Words("Skriv navnet, med høyst 200 tegn.", "Skriv namnet, med høgst 200 teikn."));

public sealed record AlreadyInDirectory() : Refusal(new Words("Finnes allerede i katalogen.", "Finst alt i katalogen."));

public sealed record LastAdministrator() : Refusal(new Words(
    "Dette er den eneste administratoren. Gi rollen til en annen først.", "Dette er den einaste administratoren. Gi rolla til ein annan først."));

public sealed record RoleCannotBeGranted() : Refusal(new Words(
    "Fagperson og brukerrepresentant gis ved oppnevning i en sak, ikke i katalogen.", "Fagperson og brukarrepresentant blir gitt ved oppnemning i ei sak, ikkje i katalogen."));

/// <summary>The directory's part of the road: decided on the whole directory, stored under its version.</summary>
public sealed class DirectoryPath(ICaseStore store, People people, RoleInboxes inboxes, Attempts attempts, TimeProvider clock)
{
    const int MostRounds = 8;

    /// <summary>The facts, or why not. Null when the actor may not.</summary>
    public async Task<Decision?> Run(DirectoryRequest request, Actor actor, CancellationToken ct)
    {
        if (request.CapacityOf(actor) is not { } capacity)
        {
            await attempts.Record(request, actor, [new NotAllowed(request.ActOf())], clock.GetUtcNow(), ct);
            return null;
        }

        for (var round = 1; ; round++)
        {
            var directory = await people.Refresh(ct);
            var decision = request.Decide(directory);
            if (decision is Decision.Refused refused) await attempts.Record(request, actor, refused.Reasons, clock.GetUtcNow(), ct);
            if (decision is not Decision.Accepted { Facts.IsEmpty: false } accepted) return decision;
            var stamp = new Stamp(clock.GetUtcNow(), actor.Person, capacity, actor.SignIn);
            var after = accepted.Facts.Aggregate(directory, (now, fact) => now.After(fact, stamp));
            var changed = await inboxes.Changed(accepted.Facts, directory, after, ct);
            var append = new Append(
                stamp, [new(StreamId.Directory, directory.Version, accepted.Facts), .. changed.Select(one => one.Unmoved)], new([.. changed.Select(one => one.Change)]), null);
            if (await store.Append(append, ct) is AppendResult.Appended)
            {
                await people.Refresh(ct);
                await inboxes.CatchUp(accepted.Facts, stamp, directory, changed, CancellationToken.None);
                return decision;
            }

            if (round == MostRounds) throw new InvalidOperationException("the directory is written to by too many at once");
        }
    }
}
