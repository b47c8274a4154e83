using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>Pages with the drawing of a process: one version, and one case on the version it follows.</summary>
static class MapPages
{
    /// <summary>More are found in the list of cases.</summary>
    const int MostCases = 20;

    public static void Map(IEndpointRouteBuilder app) => app.MapPlain(HttpMethods.Get, "/prosesser/{key}/utgaver/{number:int}", Get(ShowEdition)).ExcludeFromDescription();

    static Func<HttpContext, Task<IResult>> Get(Func<Asked, Task<IResult>> show) => async http => await Asked.Of(http) is { } asked ? await show(asked) : SignInPages.Send(http);

    static async Task<IResult> ShowEdition(Asked asked)
    {
        if (await ProcessPages.Found(asked) is not { Latest: { } latest } file || Address.Number(asked.Http, "number") is not { } number || file.Numbered(number) is not { } version) return ProcessPages.NotFound(asked);
        var definitions = asked.Service<Definitions>();
        await definitions.EnsureKnown(file.Key, number, asked.Aborted);
        var published = definitions.Find(file.Key, number)!;
        var (process, picture) = (published.Process, published.Picture);
        var title = new Words($"{process.Name.Nb}, utgave {number}", $"{process.Name.Nn}, utgåve {number}");
        var list = asked.Service<StepTimesList>();
        var on = await list.On(file.Key, number, asked.Aborted);
        var times = (await list.Of(published, asked.Aborted)).ToDictionary(time => time.Element);
        return PageResults.View<EditionPage>(asked.Me, new EditionView(
            file.Key, process.Name, number, latest.Number, version.At, asked.Me.NameOf(version.By), asked.Me.Text(version.Note), ProcessPages.Consents(asked, file, version),
            version.Rehearsal is { } rehearsed ? RehearsalWords.Of(rehearsed) : null, ProcessPages.Lines(await asked.Service<DraftJudge>().Since(file.Key, number, asked.Aborted)),
            Pictures.Of(asked, picture, title, Drawn.Describes(process), Counted(times.Values), $"/prosesser/{file.Key}/utgaver/{number}"), picture.IsLaidOut,
            [.. Drawn.Steps(process).Select(step => Step(step, times.GetValueOrDefault(step)))], [.. published.Forms.Forms.OrderBy(form => form.Key).Select(form => new Words($"{form.Key} {form.Value.Title.Nb}", $"{form.Key} {form.Value.Title.Nn}"))],
            on.Count)
        {
            Mine = await Mine(asked, on),
        });
    }

    /// <summary>Where cases stand now, and how many.</summary>
    static PictureMarks Counted(IEnumerable<StepTime> times) => new(times.Where(time => time.Here > 0).ToImmutableDictionary(
        time => time.Element.Id, time => new PictureMark(MarkKind.Counted, time.Here == 1 ? new("1 sak her nå", "1 sak her no") : new($"{time.Here} saker her nå", $"{time.Here} saker her no"), $"{time.Here}")));

    /// <summary>The latest of the cases that the reader sees in lists too.</summary>
    static async Task<ImmutableArray<EditionCase>> Mine(Asked asked, ImmutableHashSet<CaseId> on)
    {
        var found = ImmutableArray.CreateBuilder<EditionCase>();
        string? next = null;
        do
        {
            var page = await asked.Service<ICaseStore>().Cases(new CaseQuery { Sight = ListReads.SightOf(asked.Actor), After = next, Limit = CaseQuery.LargestPage }, asked.Aborted);
            found.AddRange(page.Cases.Where(row => on.Contains(row.Id)).Take(MostCases - found.Count).Select(row => new EditionCase(row.Number, row.Title ?? "", $"{CaseFrame.PathOf(row.Id)}", row.Phase.Words())));
            next = page.Next;
        }
        while (next is not null && found.Count < MostCases);
        return found.ToImmutable();
    }

    static EditionStep Step(ProcessElement element, StepTime? times) => new(
        element.Id, ElementWords.Named(element), Drawn.PhaseName(element), ElementWords.Sort(element), Portal.TaskRoleNames.Words(element.Lms.Roles), string.Join(", ", element.Lms.Documents))
    {
        Here = times?.Here ?? 0,
        Times = times is null ? [] : Times(times),
    };

    /// <summary>One line when one role does it, else one for each.</summary>
    static ImmutableArray<Words> Times(StepTime times)
    {
        var roles = times.Roles.Where(role => role.MedianDays is not null).Select(role => (Name: role.Role.Words(), Days: CaseMap.Words(role.MedianDays!.Value)))
            .Select(role => new Words($"{role.Name.Nb}: {role.Days.Nb}", $"{role.Name.Nn}: {role.Days.Nn}"));
        return [.. roles];
    }

    /// <summary>A case on the drawing it follows, and the same as a list.</summary>
    public static async ValueTask<IResult?> OfCase(CaseAskedFor asked)
    {
        if (asked.File.Process is not { } state) return null;
        var published = asked.Asked.Service<Definitions>().Of(asked.File);
        var map = await CaseMaps.Of(asked.Asked.Service<ICaseStore>(), published, asked.File, asked.Asked.Aborted);
        var now = asked.Me.Now;
        var title = new Words($"Sak {asked.File.Identity?.Number} på tegningen av {published.Process.Name.Nb}", $"Sak {asked.File.Identity?.Number} på teikninga av {published.Process.Name.Nn}");
        var picture = Pictures.Of(
            asked.Asked, published.Picture, title, Drawn.Describes(map), map.Marks(published.Picture, now), $"{CaseFrame.PathOf(asked.File.Id, asked.Me)}/kart", map.Part(published.Picture));
        return PageResults.View<CaseMapPage>(asked.Me, new CaseMapView(
            CaseFrame.From(asked.Context, asked.Me), state.Definition, published.Process.Name, state.DefinitionVersion, picture,
            [.. map.Steps.Where(step => step.Element is not { } element || !element.Kind.IsScope()).OrderBy(step => step.State is StepState.Here or StepState.Stuck ? 0 : 1).ThenByDescending(step => step.Visits[^1].To).Select(step => Line(asked.Me, step, now))]));
    }

    static MapLine Line(Viewer me, MapStep step, DateTimeOffset now)
    {
        var name = step.Element is { } element ? ElementWords.Named(element) : Words.Same(step.Id.Replace('_', ' '));
        var sort = step.Element is { } drawn ? ElementWords.Sort(drawn) : new("Fra en tidligere utgave", "Frå ei tidlegare utgåve");
        var (state, mark) = step.State switch
        {
            StepState.Here => (new Words("Her nå", "Her no"), "mark--now"),
            StepState.Stuck => (new Words("Har stoppet", "Har stoppa"), "mark--stop"),
            StepState.Done => (new Words("Ferdig", "Ferdig"), "mark--done"),
            StepState.SentBack => (new Words("Sendt tilbake", "Send tilbake"), "mark--wait"),
            _ => (new Words("Avbrutt", "Avbroten"), "mark--wait"),
        };
        return new(name, sort, step.Element is null ? null : Drawn.PhaseName(step.Element), Portal.TaskRoleNames.Words(step.Visits[^1].Roles), state, mark, [.. step.Visits.Select(visit => Time(me, visit, now))]);
    }

    static MapTime Time(Viewer me, StepVisit visit, DateTimeOffset now) => new(
        visit.From, visit.To, How(visit.End, me.NameOf(visit.By)), CaseMap.Words(((visit.To ?? now) - visit.From).TotalDays), visit.Due);

    static Words How(VisitEnd end, string by) => end switch
    {
        VisitEnd.AlreadyDone => new(". Var gjort fra før.", ". Var gjort frå før."),
        VisitEnd.SentBack => new($". {by} ba om endring.", $". {by} bad om endring."),
        VisitEnd.Interrupted => new($". Ble avbrutt, {by}.", $". Blei avbroten, {by}."),
        _ => Words.Same($", {by}."),
    };
}
