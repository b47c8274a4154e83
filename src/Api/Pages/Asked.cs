using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using Microsoft.AspNetCore.Antiforgery;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>Who asks for a page, and what every page shows of that.</summary>
sealed record Asked(HttpContext Http, Actor Actor, Viewer Me)
{
    const string LanguageCookie = "lms-sprak";

    public T Service<T>() where T : notnull => Http.RequestServices.GetRequiredService<T>();

    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>Somebody chose to see the page: it does not look again by itself, and it is no form that came back. Only that is reading (R84).</summary>
    public bool IsReading => HttpMethods.IsGet(Http.Request.Method) && !Http.Request.Headers.ContainsKey("x-live");

    public static async Task<Asked?> Of(HttpContext http)
    {
        var people = http.RequestServices.GetRequiredService<People>();
        if (http.User.Actor(people) is not { Person: { } person } actor) return null;
        var me = Somebody(http, people.Find(person)?.Language ?? Language.Nb) with
        {
            Person = person,
            Directory = people.Directory,
            Actor = actor,
            Capacity = CapacityOf(actor),
            Tasks = (await http.RequestServices.GetRequiredService<ICaseStore>().Inbox(person, http.RequestAborted)).Count
                + (await http.RequestServices.GetRequiredService<ErasureSight>().Awaiting(actor, http.RequestAborted)).Length,
        };
        return new(http, actor, me);
    }

    /// <summary>A reader of whom nothing is known but the language chosen.</summary>
    public static Viewer Somebody(HttpContext http, Language otherwise)
    {
        var services = http.RequestServices;
        var tokens = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return Viewer.Nobody(LanguageOf(http) ?? otherwise, services.GetRequiredService<TimeProvider>().GetUtcNow()) with
        {
            Demonstration = services.GetRequiredService<LmsOptions>().Demonstration,
            Path = http.Request.Path + http.Request.QueryString,
            Token = new(tokens.FormFieldName, tokens.RequestToken!),
            Status = http.Request.Query["ok"].FirstOrDefault() is { } done ? DoneWords.Of(done) : null,
        };
    }

    public static void Remember(HttpContext http, Language language) => http.Response.Cookies.Append(LanguageCookie, language.ToString(), new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        Secure = http.Request.IsHttps,
    });

    /// <summary>The written form chosen on the pages; null when none was.</summary>
    public static Language? LanguageOf(HttpContext http) => http.Request.Cookies[LanguageCookie] switch
    {
        nameof(Language.Nn) => Language.Nn,
        nameof(Language.Nb) => Language.Nb,
        _ => null,
    };

    static Words CapacityOf(Actor actor) => actor.Grants.IsEmpty
        ? new("Medlem av arbeidsgrupper", "Medlem av arbeidsgrupper")
        : new(Portal.TaskRoleNames.Join(actor.Grants.Select(grant => grant.Role.Words().Nb).Distinct(), "og"), Portal.TaskRoleNames.Join(actor.Grants.Select(grant => grant.Role.Words().Nn).Distinct(), "og"));
}

/// <summary>A page of one case: the case as it is, what the rules may look at, and what drives it.</summary>
sealed record CaseAskedFor(Asked Asked, CaseContext Context)
{
    public Viewer Me => Asked.Me;

    public CaseFile File => Context.Case;

    public static async Task<(CaseAskedFor? Case, int Status)> Of(Asked asked, CaseId id)
    {
        var loaded = await asked.Service<CaseLoader>().Current(id, asked.Aborted);
        if (loaded.File.Standing == Standing.NotRegistered) return (null, StatusCodes.Status404NotFound);
        var definitions = asked.Service<Definitions>();
        await definitions.Ensure(loaded.File, asked.Aborted);
        var context = asked.Service<CommandPath>().Context(loaded, asked.Actor, Role.System);
        if (CaseAccess.Capacity(asked.Actor, Act.ReadCase, loaded.File, context.Today) is not { } capacity) return (null, StatusCodes.Status403Forbidden);
        var named = asked with { Me = asked.Me with { Capacity = capacity.Words(), Book = definitions.Of(loaded.File).Tasks } };
        return (new(named, context with { Capacity = capacity }), StatusCodes.Status200OK);
    }

    /// <summary>The case as it was, to those who may read it today.</summary>
    public static async Task<(CaseAskedFor? Case, int Status)> AsItWas(Asked asked, CaseId id, AskedMoment moment, string slug)
    {
        var (now, status) = await Of(asked, id);
        if (now is null) return (null, status);
        if (await asked.Service<PastCases>().At(id, moment, asked.Aborted) is not { Past: { } past } loaded) return (null, StatusCodes.Status404NotFound);
        var definitions = asked.Service<Definitions>();
        await definitions.Ensure(loaded.File, asked.Aborted);
        var context = asked.Service<CommandPath>().Context(loaded, asked.Actor, now.Context.Capacity);
        return (new(now.Asked with { Me = now.Me with { Past = new(past.At, slug), Directory = past.Directory, Now = past.At, Book = definitions.Of(loaded.File).Tasks } }, context), StatusCodes.Status200OK);
    }

    public CaseAskedFor With(FormState form) => this with { Asked = Asked with { Me = Me with { Form = form, Status = null } } };

    public TaskBook Book => Me.Book;

    public async Task<ImmutableArray<HistoryLine>> History(int most)
    {
        const int atATime = 50, mostLookedAt = 500;
        var (lines, before) = (ImmutableArray.CreateBuilder<HistoryLine>(), File.Version + 1);
        while (lines.Count < most && before > 1 && before > File.Version - mostLookedAt)
        {
            var some = await Asked.Service<ICaseStore>().ReadBack(StreamId.Case(File.Id), before, atATime, Asked.Aborted);
            if (some.Count == 0) break;
            lines.AddRange(Sentences(some.Select(told => told.Recorded)).Take(most - lines.Count));
            before = some[^1].Recorded.Version;
        }

        return lines.ToImmutable();
    }

    public IEnumerable<HistoryLine> Sentences(IEnumerable<RecordedFact> facts) => facts
        .Select(recorded => recorded.Fact is CaseFact fact && FactSentences.Of(fact, recorded.Stamp, Me) is { } words ? new HistoryLine(recorded.Stamp.At, Me.Say(words)) : null)
        .OfType<HistoryLine>();
}
