using System.Collections.Immutable;

namespace LmsWorkflow.Domain;

/// <summary>A right given in the directory: a role in a unit (null: the whole organisation).</summary>
public sealed record Grant(Role Role, UnitId? Unit);

/// <summary>Who asks: a signed-in person with what the directory grants, or the system when a due timer fires.</summary>
public sealed record Actor(PersonId? Person, ImmutableArray<Grant> Grants, string SignIn)
{
    public static Actor System { get; } = new(null, [new Grant(Role.System, null)], "system");

    public bool Has(Role role)
    {
        foreach (var grant in Grants)
            if (grant.Role == role) return true;
        return false;
    }

    public bool Has(Role role, UnitId unit)
    {
        foreach (var grant in Grants)
            if (grant.Role == role && (grant.Unit is null || grant.Unit == unit)) return true;
        return false;
    }
}
