using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>What an administrator does with people, units and roles on the pages of the directory; by the same road as programs.</summary>
static class DirectoryActs
{
    public static bool May(Asked asked) => CaseAccess.Capacity(asked.Actor, Act.ManageDirectory, []) is not null;

    /// <summary>Roles a directory can grant; the sides come from an appointment (R80).</summary>
    public static ImmutableArray<Role> Granted { get; } = [Role.Koordinator, Role.Leder, Role.Revisor, Role.Administrator];

    /// <param name="show">The page the form is on, with what was typed.</param>
    public static async Task<IResult> OnDirectory(HttpContext http, Func<Asked, Task<IResult>> show) => await Posted(http, show, form => form.Act switch
    {
        nameof(RegisterPerson) => NewPerson(form),
        nameof(RegisterUnit) => NewUnit(form),
        _ => null,
    });

    /// <inheritdoc cref="OnDirectory"/>
    public static async Task<IResult> OnPerson(HttpContext http, Func<Asked, Task<IResult>> show)
    {
        var person = new PersonId(Guid.Parse(http.Request.RouteValues["id"]!.ToString()!));
        return await Posted(http, show, form => (form.Act, Grant(form)) switch
        {
            (nameof(GrantRole) or nameof(RevokeRole), null) => (null, ""),
            (nameof(GrantRole), { } grant) => (new GrantRole(person, grant.Role, grant.Unit), DirectoryPages.PathOf(person)),
            (nameof(RevokeRole), { } grant) => (new RevokeRole(person, grant.Role, grant.Unit), DirectoryPages.PathOf(person)),
            _ => null,
        });
    }

    /// <param name="asks">The request and where its result is; no request when a role is not chosen; null for an act that is none of the page's.</param>
    static async Task<IResult> Posted(HttpContext http, Func<Asked, Task<IResult>> show, Func<PageForm, (DirectoryRequest? Request, string Done)?> asks)
    {
        if (await Asked.Of(http) is not { } asked) return SignInPages.Send(http);
        var (form, unreadable) = await PageForm.Of(http);
        if (form is null) return PageResults.Message(asked.Me, unreadable);
        if (asks(form) is not { } asking) return PageResults.Message(asked.Me, StatusCodes.Status400BadRequest);
        if (asking.Request is not { } request) return May(asked) ? await show(ProcessPages.With(asked, form, [new RoleNotChosen()])) : PageResults.Message(asked.Me, StatusCodes.Status403Forbidden);
        return await asked.Service<DirectoryPath>().Run(request, asked.Actor, asked.Aborted) switch
        {
            null => PageResults.Message(asked.Me, StatusCodes.Status403Forbidden),
            Decision.Refused refused => await show(ProcessPages.With(asked, form, refused.Reasons)),
            _ => PageResults.Done(asking.Done, form.Act),
        };
    }

    static (DirectoryRequest?, string) NewPerson(PageForm form)
    {
        var id = new PersonId(Guid.NewGuid());
        ImmutableArray<UnitId> units = [.. form.Fields.GetValueOrDefault("employedIn").Select(Unit).OfType<UnitId>()];
        return (new RegisterPerson(id, form.Binder.Written("name"), form.Binder.Text("language") == nameof(Language.Nn) ? Language.Nn : Language.Nb, units, []), DirectoryPages.PathOf(id));
    }

    static (DirectoryRequest?, string) NewUnit(PageForm form)
    {
        var id = new UnitId(Guid.NewGuid());
        return (new RegisterUnit(id, form.Binder.Text("name"), form.Binder.Text("isLms") == "true"), DirectoryPages.PathOf(id));
    }

    /// <summary>Null when either is not chosen: nobody is given a right everywhere for having chosen nothing.</summary>
    static Grant? Grant(PageForm form)
    {
        if (!Enum.TryParse<Role>(form.Binder.Text("role"), out var role) || !Enum.IsDefined(role)) return null;
        var unit = form.Binder.Text("unit");
        return unit == GrantLine.Everywhere ? new(role, null) : Unit(unit) is { } id ? new(role, id) : null;
    }

    static UnitId? Unit(string? text) => Guid.TryParse(text, out var id) ? new UnitId(id) : null;
}

public sealed record RoleNotChosen(string Field = "role") : Refusal(new Words("Velg hvilken rolle det gjelder, og hvor.", "Vel kva rolle det gjeld, og kvar."));
