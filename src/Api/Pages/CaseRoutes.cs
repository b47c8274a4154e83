using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>Reads a request from a posted form; null with reasons in the binder.</summary>
delegate ValueTask<(CaseRequest? Request, ImmutableArray<Refusal> Faults)> ReadRequest(CaseAskedFor asked, PageForm form);

/// <summary>Carries an act out in a way of its own; a page instead of going back to the address, when there is something to show once.</summary>
delegate ValueTask<(CommandResult Result, IResult? Page)> CarryOut(CaseAskedFor asked, PageForm form);

/// <summary>What a form on a page may ask for.</summary>
/// <param name="Preview">The form asked to be computed or to have a row more, not to be carried out.</param>
sealed record PageAct(string Name, ReadRequest Read, CarryOut? Own = null, Func<PageForm, FormState?>? Preview = null)
{
    /// <summary>A request whose members are the form's fields.</summary>
    public static PageAct Of<T>() where T : CaseRequest => new(typeof(T).Name, (_, form) =>
    {
        var binder = form.Binder;
        var request = binder.Request(typeof(T));
        return ValueTask.FromResult((request, binder.Faults));
    });

    public static PageAct Carried(string name, CarryOut own) => new(name, (_, _) => default, own);

    public static PageAct Of(string name, Func<CaseAskedFor, PageForm, (CaseRequest?, ImmutableArray<Refusal>)> read) =>
        new(name, (asked, form) => ValueTask.FromResult(read(asked, form)));
}

/// <summary>One page of a case: GET shows it, POST asks for one of its acts and comes back to it.</summary>
sealed record CaseRoute(string Pattern, Func<CaseAskedFor, ValueTask<IResult?>> Show, params ImmutableArray<PageAct> Acts)
{
    public static CaseRoute At(string pattern, Func<CaseAskedFor, IResult?> show, params ImmutableArray<PageAct> acts) =>
        new(pattern, asked => ValueTask.FromResult(show(asked)), acts);

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPlain(HttpMethods.Get, "/saker/{id:guid}" + Pattern, Get).ExcludeFromDescription();
        app.MapPlain(HttpMethods.Get, "/saker/{id:guid}/slik-den-var/{moment}" + Pattern, GetAsItWas).ExcludeFromDescription();
        app.MapPlain(HttpMethods.Post, "/saker/{id:guid}" + Pattern, Post).DisableAntiforgery().ExcludeFromDescription();
    }

    async Task<IResult> Get(HttpContext http)
    {
        if (await Asked.Of(http) is not { } asked) return SignInPages.Send(http);
        var (found, status) = await CaseAskedFor.Of(asked, IdOf(http));
        return found is null ? PageResults.Message(asked.Me, status) : await Show(found) ?? PageResults.Message(asked.Me, StatusCodes.Status404NotFound);
    }

    async Task<IResult> GetAsItWas(HttpContext http)
    {
        if (await Asked.Of(http) is not { } asked) return SignInPages.Send(http);
        var slug = http.Request.RouteValues["moment"]?.ToString() ?? "";
        if (AskedMoment.Read(slug) is not { } moment) return PageResults.Message(asked.Me, StatusCodes.Status404NotFound);
        var (found, status) = await CaseAskedFor.AsItWas(asked, IdOf(http), moment, slug);
        return found is null ? PageResults.Message(asked.Me, status) : await Show(found) ?? PageResults.Message(asked.Me, StatusCodes.Status404NotFound);
    }

    async Task<IResult> Post(HttpContext http)
    {
        if (await Asked.Of(http) is not { } asked) return SignInPages.Send(http);
        var (form, unreadable) = await PageForm.Of(http);
        if (form is null) return PageResults.Message(asked.Me, unreadable);
        var (found, status) = await CaseAskedFor.Of(asked, IdOf(http));
        if (found is null) return PageResults.Message(asked.Me, status);
        if (Acts.FirstOrDefault(act => act.Name == form.Act) is not { } act) return PageResults.Message(asked.Me, StatusCodes.Status400BadRequest);
        if (act.Preview?.Invoke(form) is { } preview) return await Back(found, preview);
        if (act.Own is { } own) return await Answer(found, form, await own(found, form));
        var (request, faults) = await act.Read(found, form);
        if (request is null) return await Back(found, form.State(faults));
        return await Answer(found, form, (await asked.Service<CommandPath>().Run(found.File.Id, request, asked.Actor, new(form.Version), asked.Aborted), null));
    }

    /// <summary>The address has been matched against its pattern already.</summary>
    static CaseId IdOf(HttpContext http) => new(Guid.Parse((string)http.Request.RouteValues["id"]!));

    async Task<IResult> Answer(CaseAskedFor asked, PageForm form, (CommandResult Result, IResult? Page) carried)
    {
        return carried.Result switch
        {
            CommandResult.Done => carried.Page ?? await Done(asked, form),
            CommandResult.Refused refused => await Again(asked, form.State(refused.Reasons)),
            CommandResult.Stale stale => await Again(asked, form.State([], [.. asked.Sentences(stale.Since).Select(line => line.Sentence).DefaultIfEmpty(asked.Me.Say("Saken har fått en ny versjon.", "Saka har fått ein ny versjon."))])),
            _ => PageResults.Message(asked.Me, StatusCodes.Status404NotFound),
        };
    }

    /// <summary>A person who can no longer read the case, as one who withdrew, goes to the inbox.</summary>
    static async Task<IResult> Done(CaseAskedFor asked, PageForm form)
    {
        var (still, _) = await CaseAskedFor.Of(asked.Asked, asked.File.Id);
        return PageResults.Done(still is null ? "/" : asked.Asked.Http.Request.Path, form.Act);
    }

    async Task<IResult> Again(CaseAskedFor asked, FormState state)
    {
        var (now, _) = await CaseAskedFor.Of(asked.Asked, asked.File.Id);
        return await Back(now ?? asked, state);
    }

    async Task<IResult> Back(CaseAskedFor asked, FormState state) =>
        await Show(asked.With(state)) ?? PageResults.Message(asked.Me, StatusCodes.Status404NotFound);
}
