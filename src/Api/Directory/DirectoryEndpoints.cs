using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

public sealed record PersonView(PersonId Id, SealedText Name, Language Language, ImmutableArray<Grant> Grants, ImmutableArray<UnitId> EmployedIn);

public sealed record UnitView(UnitId Id, string Name, bool IsLms);

/// <summary>People and units, read by everybody who is signed in, changed by administrators.</summary>
static class DirectoryEndpoints
{
    public static IResult People(HttpContext http, People people) => http.Actor() is null ? new ProblemResult(Problem.NotSignedIn)
        : TakeOut.IsAsked(http) ? TakeOut.Of(http, DirectorySheets.People.With(DirectorySheets.Rights(people.Directory.People.Values.OrderBy(person => person.Id.Value))))
        : new ViewResult(people.Directory.People.Values.OrderBy(person => person.Id.Value).Select(person => new PersonView(person.Id, person.Name, person.Language, person.Grants, person.EmployedIn)).ToImmutableArray());

    public static IResult Units(HttpContext http, People people) => http.Actor() is null ? new ProblemResult(Problem.NotSignedIn)
        : TakeOut.IsAsked(http) ? TakeOut.Of(http, DirectorySheets.Units.With(people.Directory.Units.Values.OrderBy(unit => unit.Name, StringComparer.Ordinal)))
        : new ViewResult(people.Directory.Units.Values.OrderBy(unit => unit.Name, StringComparer.Ordinal).Select(unit => new UnitView(unit.Id, unit.Name, unit.IsLms)).ToImmutableArray());

    public static async Task<IResult> RegisterPerson(HttpContext http)
    {
        var id = new PersonId(Guid.NewGuid());
        return await Run(http, typeof(RegisterPerson), [new("person", id)], id.ToString());
    }

    public static async Task<IResult> RegisterUnit(HttpContext http)
    {
        var id = new UnitId(Guid.NewGuid());
        return await Run(http, typeof(RegisterUnit), [new("unit", id)], id.ToString());
    }

    public static Task<IResult> GrantRole(HttpContext http) => OfPerson(http, typeof(GrantRole));

    public static Task<IResult> RevokeRole(HttpContext http) => OfPerson(http, typeof(RevokeRole));

    static async Task<IResult> OfPerson(HttpContext http, Type request) => Guid.TryParse(http.Request.RouteValues["person"]?.ToString(), out var person)
        ? await Run(http, request, [new("person", new PersonId(person))], new PersonId(person).ToString())
        : new ProblemResult(Problem.NotFound);

    static async Task<IResult> Run(HttpContext http, Type type, KeyValuePair<string, object?>[] address, string id)
    {
        if (http.Actor() is not { } actor) return new ProblemResult(Problem.NotSignedIn);
        var request = (DirectoryRequest)RequestBody.Parse(await RequestBody.Bytes(http), type, address);
        return await http.RequestServices.GetRequiredService<DirectoryPath>().Run(request, actor, http.RequestAborted) switch
        {
            null => new ProblemResult(Problem.NotAllowed),
            Decision.Refused refused => new ProblemResult(Problem.Refused(StatusCodes.Status422UnprocessableEntity, refused.Reasons)),
            _ => Results.Json(new { id }, statusCode: http.Request.Method == "POST" ? StatusCodes.Status201Created : StatusCodes.Status200OK),
        };
    }
}
