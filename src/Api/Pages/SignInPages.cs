using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>The persona picker of the demonstration, sign-out and the choice of language.</summary>
static class SignInPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/logg-inn", (HttpContext http, People people) => Picker(http, people)).ExcludeFromDescription();
        app.MapPost("/logg-inn", (Delegate)Choose).DisableAntiforgery().ExcludeFromDescription();
        app.MapPost("/logg-ut", (Delegate)Leave).DisableAntiforgery().ExcludeFromDescription();
        app.MapPost("/sprak", (Delegate)Language).DisableAntiforgery().ExcludeFromDescription();
    }

    /// <summary>To the sign-in, and back afterwards.</summary>
    public static IResult Send(HttpContext http) =>
        PageResults.Go("/logg-inn?retur=" + (HttpMethods.IsGet(http.Request.Method)
            ? Uri.EscapeDataString(http.Request.Path + http.Request.QueryString) : Uri.EscapeDataString(http.Request.Path) + "&avbrutt=ja"));

    static IResult Picker(HttpContext http, People people)
    {
        var me = Asked.Somebody(http, Domain.Language.Nb);
        return PageResults.Page<SignInPage>(me, new { People = Personas(people.Directory, me), Return = Local(http.Request.Query["retur"]), Interrupted = http.Request.Query["avbrutt"] == "ja" });
    }

    static ImmutableArray<Choice> Personas(PeopleDirectory directory, Viewer me) =>
    [
        .. directory.People.Values
            .Select(person => new Choice(person.Id.ToString(), person.Name.Value ?? "") { Hint = Role(person, directory, me) })
            .OrderBy(choice => choice.Label, StringComparer.Ordinal),
    ];

    static string Role(Person person, PeopleDirectory directory, Viewer me) => person.Grants.IsEmpty
        ? me.Say("Oppnevnes i saker", "Blir oppnemnd i saker")
        : string.Join(", ", person.Grants.Select(grant => me.Say(grant.Role.Words()) + (grant.Unit is { } unit && directory.Units.TryGetValue(unit, out var known) ? $", {known.Name}" : "")));

    static async Task<IResult> Choose(HttpContext http)
    {
        var (form, status) = await PageForm.Of(http);
        if (form is null) return PageResults.Message(Asked.Somebody(http, Domain.Language.Nb), status);
        return Guid.TryParse(form.Binder.Text("person"), out var id) && await DemoSignIn.ChooseAsync(http, new(id))
            ? PageResults.Go(Local(form.Binder.Text("retur")))
            : PageResults.Go("/logg-inn");
    }

    static async Task<IResult> Leave(HttpContext http)
    {
        var (form, status) = await PageForm.Of(http);
        if (form is null) return PageResults.Message(Asked.Somebody(http, Domain.Language.Nb), status);
        await DemoSignIn.LeaveAsync(http);
        return PageResults.Go("/logg-inn");
    }

    static async Task<IResult> Language(HttpContext http)
    {
        var (form, status) = await PageForm.Of(http);
        if (form is null) return PageResults.Message(Asked.Somebody(http, Domain.Language.Nb), status);
        Asked.Remember(http, form.Binder.Text("sprak") == "nn" ? Domain.Language.Nn : Domain.Language.Nb);
        return PageResults.Go(Local(form.Binder.Text("tilbake")));
    }

    /// <summary>Only to our own pages.</summary>
    static string Local(string? path) =>
        path is { Length: > 0 } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl) ? path : "/";
}
