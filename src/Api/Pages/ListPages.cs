using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>Inbox, cases, stuck cases, and the form that opens a case.</summary>
static class ListPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        Get(app, "/", async asked => PageResults.View<InboxPage>(asked.Me, await Inbox(asked, 5)));
        Get(app, "/stopp", async asked => SeesStuck(asked) ? PageResults.View<StuckPage>(asked.Me, await Inbox(asked, 200)) : PageResults.Message(asked.Me, StatusCodes.Status403Forbidden));
        Get(app, "/saker", async asked => PageResults.View<CasesPage>(asked.Me, await Cases(asked)));
        Get(app, "/saker/ny", New);
        // R183: the statement is for everybody, also for those who have not signed in
        app.MapGet("/tilgjengelighet", (Delegate)Accessibility).ExcludeFromDescription();
        app.MapPost("/stopp", (Delegate)Retry).DisableAntiforgery().ExcludeFromDescription();
        app.MapPost("/saker/ny", (Delegate)Register).DisableAntiforgery().ExcludeFromDescription();
    }

    static async Task<IResult> Accessibility(HttpContext http) =>
        PageResults.Page<AccessibilityPage>((await Asked.Of(http))?.Me ?? Asked.Somebody(http, Language.Nb), new { });

    static void Get(IEndpointRouteBuilder app, string path, Func<Asked, Task<IResult>> show) =>
        app.MapGet(path, async (HttpContext http) => await Asked.Of(http) is { } asked ? await show(asked) : SignInPages.Send(http)).ExcludeFromDescription();

    static bool SeesStuck(Asked asked) => asked.Actor.Has(Role.Koordinator) || asked.Actor.Has(Role.Administrator);

    static async Task<InboxView> Inbox(Asked asked, int most)
    {
        var store = asked.Service<ICaseStore>();
        var rows = await store.Inbox(asked.Me.Person!.Value, asked.Aborted);
        var lines = new List<InboxLine>();
        foreach (var row in rows)
        {
            var task = await asked.Service<InboxTasks>().Of(row, asked.Aborted);
            lines.Add(new($"{row.Case}-{row.Item}", task.Name, CaseFrame.PathOf(row.Case) + task.Slug, row.CaseNumber ?? "", row.CaseTitle ?? "", Enum.Parse<Role>(row.Role).Words(), row.Due));
        }

        return new([.. lines], SeesStuck(asked) ? await Stuck(asked, store, most) : [], SeesStuck(asked)) { Consents = await ProcessPages.Awaiting(asked), Erasures = await ErasurePages.Awaiting(asked) };
    }

    static async Task<ImmutableArray<StuckLine>> Stuck(Asked asked, ICaseStore store, int most)
    {
        var sight = asked.Actor.Has(Role.Administrator) ? null : ListReads.SightOf(asked.Actor);
        var lines = ImmutableArray.CreateBuilder<StuckLine>();
        foreach (var row in (await store.Stuck(sight, asked.Aborted)).Take(most))
            lines.Add(new(
                row.Case, row.Item, row.CaseNumber ?? "", row.CaseTitle ?? "", CaseFrame.PathOf(row.Case), (await asked.Service<InboxTasks>().Of(row.Case, row.ElementId, asked.Aborted)).Name, row.Since,
                await ReasonsOf(asked, row)));
        return lines.ToImmutable();
    }

    /// <summary>The reasons as they are now, which is what a person must put right; the stored codes when the rules have no more to say.</summary>
    static async Task<ImmutableArray<Words>> ReasonsOf(Asked asked, StuckRow row)
    {
        var loaded = await asked.Service<CaseLoader>().Load(row.Case, asked.Aborted);
        var context = asked.Service<CommandPath>().Context(loaded, asked.Actor, Role.System);
        ImmutableArray<Words> now = context.NextGate() is { } gate ? [.. PhaseMachine.Unmet(context, gate).Where(reason => row.ReasonCodes.Contains(reason.Code)).Select(reason => reason.Sentence)] : [];
        return now.IsEmpty ? [.. row.ReasonCodes.Select(StuckReasons.Sentence).Distinct()] : now;
    }

    static async Task<CasesView> Cases(Asked asked)
    {
        var query = asked.Http.Request.Query;
        Phase? phase = Enum.TryParse<Phase>(query["fase"].FirstOrDefault(), out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        var mine = query["mine"] == "ja";
        var search = new CaseQuery { Phase = phase, Sight = ListReads.SightOf(asked.Actor), Member = mine ? asked.Me.Person : null, After = query["etter"].FirstOrDefault(), Limit = 25 };
        var store = asked.Service<ICaseStore>();
        var page = await store.Cases(search, asked.Aborted);
        return new([.. page.Cases.Select(row => Line(row, asked.Me))], await store.CountByPhase(search, asked.Aborted), phase, mine, page.Next);
    }

    static CaseLine Line(CaseRow row, Viewer me) => new(
        row.Id, row.Number, row.Title ?? me.Say("(tittelen er slettet)", "(tittelen er sletta)"), row.Phase, row.Standing,
        [.. row.WaitingFor.Select(WaitingNames.Of).OfType<Words>()], row.ChangedAt);

    /// <summary>What sort of case is in the address; a form that came back has it among its fields.</summary>
    static async Task<IResult> New(Asked asked)
    {
        var directory = asked.Me.Directory;
        ImmutableArray<Portal.Choice> Units(bool lms) => [.. directory.Units.Values.Where(unit => unit.IsLms == lms).Select(unit => new Portal.Choice(unit.Id.ToString(), unit.Name)).OrderBy(choice => choice.Label, StringComparer.Ordinal)];
        var (kinds, chosen) = Kinds(asked);
        var mayRegister = asked.Actor.Has(Role.Koordinator);
        var offers = mayRegister && chosen.IsRerun ? await Offers(asked) : [];
        return PageResults.View<NewCasePage>(asked.Me, new NewCaseView(mayRegister, kinds, chosen, offers, Units(true), Units(false))
        {
            OwnUnit = asked.Actor.Grants.Where(grant => grant is { Role: Role.Koordinator, Unit: not null }).Select(grant => grant.Unit!.Value.ToString()).Distinct().ToList() is [var only] ? only : null,
        });
    }

    static (ImmutableArray<CaseKindChoice> Kinds, CaseKindChoice Chosen) Kinds(Asked asked)
    {
        var templates = asked.Service<ShippedTemplates>();
        ImmutableArray<CaseKindChoice> kinds =
        [
            .. asked.Service<Definitions>().Latest.Where(definition => !definition.Process.IsPart).OrderBy(definition => definition.Key == Definitions.StandardMetode ? 0 : definition.Process.Flow == CaseFlow.Gjentak ? 1 : 2)
                .Select(definition => Kind(definition, templates.Find(definition.Key))),
        ];
        var key = asked.Me.Form?.Value("definition") ?? asked.Http.Request.Query["type"].FirstOrDefault() ?? Definitions.StandardMetode;
        return (kinds, kinds.FirstOrDefault(kind => kind.Key == key) ?? kinds[0]);
    }

    static CaseKindChoice Kind(PublishedDefinition definition, CaseTemplate? template) => new(
        definition.Key, definition.Key == Definitions.StandardMetode ? new("Nytt tilbud", "Nytt tilbod") : definition.Process.Name, template?.Help, definition.Process.Flow == CaseFlow.Gjentak,
        template?.Type, template?.Participants ?? []);

    static async Task<ImmutableArray<OfferChoice>> Offers(Asked asked)
    {
        var today = OsloTime.Date(asked.Service<TimeProvider>().GetUtcNow());
        return
        [
            .. (await asked.Service<CaseOpening>().Offers(asked.Actor, asked.Aborted))
                .Select(offer => new OfferChoice(offer.Tilbud.ToString(), asked.Me.Text(offer.Approved.Identity!.Title), offer.Last.Evaluation.Changes.Length, offer.RevisionIsDue(today))),
        ];
    }

    /// <summary>An administrator has no page of the case, so the stuck list takes the form itself.</summary>
    static async Task<IResult> Retry(HttpContext http, CommandPath path)
    {
        if (await Asked.Of(http) is not { } asked) return SignInPages.Send(http);
        if (!SeesStuck(asked)) return PageResults.Message(asked.Me, StatusCodes.Status403Forbidden);
        var (form, unreadable) = await PageForm.Of(http);
        if (form is null) return PageResults.Message(asked.Me, unreadable);
        var binder = form.Binder;
        if (!Guid.TryParse(binder.Text("sak"), out var id) || binder.Request(typeof(RetryStuck)) is not { } retry) return PageResults.Message(asked.Me, StatusCodes.Status404NotFound);
        return await path.Run(new(id), retry, asked.Actor, CommandOptions.None, asked.Aborted) switch
        {
            CommandResult.Done => PageResults.Done("/stopp", nameof(RetryStuck)),
            CommandResult.Refused refused => await Stuck(asked, form.State(refused.Reasons)),
            _ => PageResults.Message(asked.Me, StatusCodes.Status404NotFound),
        };
    }

    static async Task<IResult> Stuck(Asked asked, FormState state) =>
        PageResults.View<StuckPage>(asked.Me with { Form = state }, await Inbox(asked, 200));

    static async Task<IResult> Register(HttpContext http, CaseOpening opening, CommandPath path)
    {
        if (await Asked.Of(http) is not { } asked) return SignInPages.Send(http);
        var (form, unreadable) = await PageForm.Of(http);
        if (form is null) return PageResults.Message(asked.Me, unreadable);
        var type = opening.RequestFor(form.Fields.GetValueOrDefault("definition").FirstOrDefault());
        var drawn = new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(form.Fields) { ["number"] = "-", ["flow"] = nameof(CaseFlow.Ny) };
        if (type == typeof(RegisterNeed)) drawn["tilbud"] = Guid.NewGuid().ToString("n");
        var binder = new FormBinder(drawn);
        if (binder.Request(type) is not OpeningRequest request) return await New(asked with { Me = asked.Me with { Form = form.State(AllMissing(type, binder, asked.Me.Directory)) } });
        var id = new CaseId(Guid.NewGuid());
        return await path.Run(id, await opening.Prepare(request, asked.Actor, asked.Aborted), asked.Actor, CommandOptions.None, asked.Aborted) switch
        {
            CommandResult.Done => PageResults.Done(CaseFrame.PathOf(id), type.Name),
            CommandResult.Refused refused => await New(asked with { Me = asked.Me with { Form = form.State(refused.Reasons) } }),
            _ => PageResults.Message(asked.Me, StatusCodes.Status500InternalServerError),
        };
    }

    /// <summary>What could not be read and what the rule lacks in the rest, told at once: nobody should send a form eight times to learn of eight fields.</summary>
    static ImmutableArray<Refusal> AllMissing(Type type, FormBinder binder, PeopleDirectory directory)
    {
        var request = (OpeningRequest)binder.Value(type)!;
        return [.. binder.Faults.Select(Named).Concat(request.Unmet(directory)).DistinctBy(RefusalFields.Of).OrderBy(reason => NewCaseView.Asked.IndexOf(RefusalFields.Of(reason) ?? ""))];
    }

    static Refusal Named(Refusal fault) => fault switch
    {
        NothingChosen { Field: "type" } => new TilbudTypeNotChosen("type"),
        NothingChosen { Field: "tilbud" } => new TilbudNotChosen("tilbud"),
        _ => fault,
    };
}
