using System.Collections.Immutable;
using System.Globalization;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>Hand-overs to the archive: of one case, and of a centre's finished cases in a period.</summary>
static class HandOverPages
{
    const string Root = "/avlevering", Unit = HandOverEndpoints.OfUnitRequest;

    public static PageAct Act { get; } = PageAct.Carried(nameof(HandOverCase), async (asked, _) =>
    {
        var (actor, now) = (asked.Asked.Actor, asked.Asked.Service<TimeProvider>().GetUtcNow());
        var unmet = HandOverCase.Unmet(asked.File, actor, asked.Context.Today);
        if (unmet.IsEmpty)
        {
            asked.Asked.Service<HandOvers>().Start(asked.File.Id, actor, CaseAccess.Capacity(actor, Domain.Act.HandOver, asked.File, asked.Context.Today)!.Value);
            return (new CommandResult.Done(asked.File, []), null);
        }

        await asked.Asked.Service<Attempts>().Record(asked.File, nameof(HandOverCase), actor, unmet, now, asked.Asked.Aborted);
        return (new CommandResult.Refused(unmet, asked.File, unmet[0] is NotAllowed), null);
    });

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Root, async (HttpContext http) => await Asked.Of(http) is { } asked ? Show(asked) : SignInPages.Send(http)).ExcludeFromDescription();
        app.MapPost(Root, (Delegate)Post).DisableAntiforgery().ExcludeFromDescription();
    }

    public static IResult? OfCase(CaseAskedFor asked) => PageResults.View<HandOverPage>(asked.Me, new HandOverView(
        CaseFrame.From(asked.Context, asked.Me),
        CaseAccess.Capacity(asked.Asked.Actor, Domain.Act.HandOver, asked.File, asked.Context.Today) is not null && asked.Me.Past is null, HandOverCase.IsFinished(asked.File),
        [.. asked.Asked.Service<HandOvers>().Of(asked.File.Id.ToString(), asked.Me.Person).Select(job => Line(job, Api.HandOverView.OfCase(asked.File.Id)))]));

    /// <summary>Whether there is a centre whose cases this person can hand over.</summary>
    public static bool May(Actor actor) => actor.Has(Role.Koordinator) || actor.Has(Role.Leder);

    static IEnumerable<Domain.Unit> Units(Asked asked) => asked.Me.Directory.Units.Values.Where(unit => unit.IsLms && HandOverEndpoints.MayOf(asked.Actor, unit.Id)).OrderBy(unit => unit.Name, StringComparer.Ordinal);

    static IResult Show(Asked asked)
    {
        if (!May(asked.Actor)) return PageResults.Message(asked.Me, StatusCodes.Status403Forbidden);
        var year = asked.Me.Today.Year - 1;
        var jobs = asked.Service<HandOvers>();
        return PageResults.View<HandOverUnitPage>(asked.Me, new HandOverUnitView(
            [.. Units(asked).Select(unit => new Portal.Choice(unit.Id.ToString(), unit.Name))], Day(new DateOnly(year, 1, 1)), Day(new DateOnly(year, 12, 31)),
            [.. Units(asked).SelectMany(unit => jobs.Of(unit.Id.ToString(), asked.Me.Person).Select(job => Line(job, Api.HandOverView.OfUnit(unit.Id)))).OrderByDescending(line => line.Began)]));
    }

    static async Task<IResult> Post(HttpContext http)
    {
        if (await Asked.Of(http) is not { } asked) return SignInPages.Send(http);
        if (!May(asked.Actor))
        {
            await HandOverEndpoints.Refused(http, [new NotAllowed(Domain.Act.HandOver)]);
            return PageResults.Message(asked.Me, StatusCodes.Status403Forbidden);
        }

        var (form, unreadable) = await PageForm.Of(http);
        if (form is null) return PageResults.Message(asked.Me, unreadable);
        if (form.Act != Unit) return PageResults.Message(asked.Me, StatusCodes.Status400BadRequest);
        if (Units(asked).FirstOrDefault(unit => unit.Id.ToString() == form.Binder.Text("unit")) is not { } of || Day(form.Binder.Text("from")) is not { } from || Day(form.Binder.Text("to")) is not { } to || to < from)
        {
            await HandOverEndpoints.Refused(http, [new PeriodIsUnreadable()]);
            return Show(asked with { Me = asked.Me with { Form = form.State([new PeriodIsUnreadable()]), Status = null } });
        }

        asked.Service<HandOvers>().Start(of.Id, from, to, asked.Actor);
        return PageResults.Done(Root, Unit);
    }

    static HandOverLine Line(FileJob<MadeHandOver> job, string root)
    {
        var view = Api.HandOverView.Of(job, root);
        return new(job.Began, job.Progress, job.Failed, view.File, job.Made?.Name ?? "", view.Sha256 ?? "", view.Cases ?? 0, view.Documents ?? 0, view.Validated);
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
