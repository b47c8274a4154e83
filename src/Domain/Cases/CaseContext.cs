namespace LmsWorkflow.Domain;

/// <summary>All that a rule may look at. Time, people and forms are values here, so a rule can be tested and replayed.</summary>
/// <param name="Case">The case as it is now.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Capacity">The role the act is allowed in.</param>
/// <param name="Now">UTC.</param>
/// <param name="Directory">People and units.</param>
/// <param name="Forms">Forms of the documents, as pinned with the case's definition.</param>
/// <param name="Settings">The centre's own choices.</param>
/// <param name="Readings">Frozen packages this case's people have opened (R84).</param>
public sealed record CaseContext(
    CaseFile Case, Actor Actor, Role Capacity, DateTimeOffset Now,
    PeopleDirectory Directory, FormCatalogue Forms, Settings Settings, Readings Readings)
{
    readonly DateOnly today = OsloTime.Date(Now);

    /// <summary>UTC.</summary>
    public DateTimeOffset Now
    {
        get;
        init
        {
            field = value;
            today = OsloTime.Date(value);
        }
    } = Now;

    /// <summary>Today in Norway. Asked by every condition of a gate, so it is worked out once.</summary>
    public DateOnly Today => today;

    /// <summary>The asking person's appointment in the working group in force today, if any.</summary>
    public Member? ActorsMembership => Actor.Person is { } person ? Case.Group.Active(person, Today) : null;
}
