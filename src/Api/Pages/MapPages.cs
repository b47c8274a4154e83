using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>Pages with the drawing of a process: one version, and one case on the version it follows.</summary>
static class MapPages
{
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
        var counts = await asked.Service<MovePath>().Counts(file.Key, asked.Aborted);
        return PageResults.View<EditionPage>(asked.Me, new EditionView(
            file.Key, process.Name, number, latest.Number, version.At, asked.Me.NameOf(version.By), asked.Me.Text(version.Note), ProcessPages.Consents(asked, file, version),
            version.Rehearsal is { } rehearsed ? RehearsalWords.Of(rehearsed) : null, ProcessPages.Lines(await asked.Service<DraftJudge>().Since(file.Key, number, asked.Aborted)),
            Pictures.Of(asked, picture, title, Drawn.Describes(process), PictureMarks.None, $"/prosesser/{file.Key}/utgaver/{number}"), picture.IsLaidOut,
            [.. Drawn.Steps(process).Select(Step)], [.. published.Forms.Forms.OrderBy(form => form.Key).Select(form => new Words($"{form.Key} {form.Value.Title.Nb}", $"{form.Key} {form.Value.Title.Nn}"))],
            counts.GetValueOrDefault(number)));
    }

    static EditionStep Step(ProcessElement element) => new(
        element.Id, ElementWords.Named(element), Drawn.PhaseName(element), ElementWords.Sort(element), Portal.TaskRoleNames.Words(element.Lms.Roles), string.Join(", ", element.Lms.Documents));

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
            _ => (new Words("Avbrutt", "Avbroten"), "mark--wait"),
        };
        return new(name, sort, step.Element is null ? null : Drawn.PhaseName(step.Element), Portal.TaskRoleNames.Words(step.Visits[^1].Roles), state, mark, [.. step.Visits.Select(visit => Time(me, visit, now))]);
    }

    static MapTime Time(Viewer me, StepVisit visit, DateTimeOffset now) => new(
        visit.From, visit.To, me.NameOf(visit.By), CaseMap.Words(((visit.To ?? now) - visit.From).TotalDays), visit.Due, visit.End == VisitEnd.Interrupted);
}
