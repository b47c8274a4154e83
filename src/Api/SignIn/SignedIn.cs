using System.Security.Claims;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>From a signed-in principal to the <see cref="Actor"/> that rules know: what the directory grants the person now, not when they signed in.</summary>
public static class SignedIn
{
    /// <summary>Null when nobody is signed in, or the person has left the directory.</summary>
    public static Actor? Actor(this ClaimsPrincipal user, People people) =>
        user.Person() is { } id && people.Find(id) is { } person ? new Actor(id, person.Grants, user.Identity?.AuthenticationType ?? "unknown") : null;

    public static Actor? Actor(this HttpContext http) => http.User.Actor(http.RequestServices.GetRequiredService<People>());

    public static PersonId? Person(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(DemoSignIn.PersonClaim), out var id) ? new PersonId(id) : null;
}
