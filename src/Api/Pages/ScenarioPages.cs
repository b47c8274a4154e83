using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api.Pages;

using LmsWorkflow.Portal;

/// <summary>The scenarios of a definition, and rehearsals of a draft, for the administrator.</summary>
static class ScenarioPages
{
    public static async Task<IResult> ShowAll(Asked asked)
    {
        if (!ProcessPages.MayEdit(asked)) return ProcessPages.NotAllowed(asked);
        if (await ProcessPages.Found(asked) is not { } file) return ProcessPages.NotFound(asked);
        var lines = (await asked.Service<ScenarioShelf>().Of(file, asked.Aborted)).Select(scenario => Line(asked, scenario));
        return PageResults.View<ScenariosPage>(asked.Me, new ScenariosView(
            file.Key, await ProcessPages.NameOf(asked, file), [.. lines], [.. file.Scenarios.Where(scenario => scenario.IsRemoved).Select(scenario => Removed(asked, scenario))]));
    }

    public static async Task<IResult> ShowOne(Asked asked)
    {
        if (!ProcessPages.MayEdit(asked)) return ProcessPages.NotAllowed(asked);
        if (await ProcessPages.Found(asked) is not { } file) return ProcessPages.NotFound(asked);
        return (await asked.Service<ScenarioShelf>().Of(file, asked.Aborted)).FirstOrDefault(scenario => scenario.Name == Name(asked)) is { } found
            ? PageResults.View<ScenarioPage>(asked.Me, new ScenarioView(file.Key, await ProcessPages.NameOf(asked, file), Line(asked, found), found.Text)) : ProcessPages.NotFound(asked);
    }

    public static Task<IResult> PostAll(Asked asked, PageForm form) => Post(asked, form, form.Binder.Text("name").Trim(), ShowAll);

    public static Task<IResult> PostOne(Asked asked, PageForm form) => Post(asked, form, Name(asked), ShowOne);

    /// <summary>Shows what came of it on the page itself: nothing was changed that a second look could change again.</summary>
    public static async Task<IResult> Rehearse(Asked asked, PageForm form, DefinitionFile file, DefinitionDraft draft, Func<Asked, RehearsalShown?, Task<IResult>> show)
    {
        if (!ProcessPages.MayEdit(asked)) return ProcessPages.NotAllowed(asked);
        var (rehearsal, refused) = await ScenarioEndpoints.Tried(
            file, draft, form.Binder.Text("text"), asked.Service<ScenarioShelf>(), asked.Service<ScenarioKeeping>(), asked.Service<Rehearsals>(), asked.Aborted);
        if (rehearsal is null) return await show(ProcessPages.With(asked, form, [refused!]), null);
        var typed = asked with { Me = asked.Me with { Form = form.State([]) with { IsPreview = true }, Status = null } };
        return await show(typed, Shown(rehearsal));
    }

    static async Task<IResult> Post(Asked asked, PageForm form, string name, Func<Asked, Task<IResult>> again)
    {
        if (await ProcessPages.Found(asked) is not { } file) return ProcessPages.NotFound(asked);
        var result = form.Act switch
        {
            nameof(KeepScenario) => await asked.Service<ScenarioKeeping>().Keep(file.Key, name, form.Binder.Text("text"), asked.Actor, CommandOptions.None, asked.Aborted),
            nameof(RemoveScenario) => await asked.Service<DefinitionPath>().Run(file.Key, new RemoveScenario(name), asked.Actor, CommandOptions.None, asked.Aborted),
            _ => null,
        };
        return result switch
        {
            null => PageResults.Message(asked.Me, StatusCodes.Status400BadRequest),
            DefinitionResult.Done => PageResults.Done($"/prosesser/{file.Key}/scenarioer", form.Act),
            DefinitionResult.Refused { Forbidden: true } => ProcessPages.NotAllowed(asked),
            DefinitionResult.Refused refused => await again(ProcessPages.With(asked, form, refused.Reasons)),
            _ => PageResults.Message(asked.Me, StatusCodes.Status500InternalServerError),
        };
    }

    static string Name(Asked asked) => asked.Http.Request.RouteValues["name"]?.ToString() ?? "";

    static ScenarioLine Line(Asked asked, ShelvedScenario scenario) => new(scenario.Name, scenario.Title, scenario.At is not { } at
        ? new("Følger med produktet.", "Følgjer med produktet.")
        : new($"Tatt vare på av {asked.Me.NameOf(scenario.By)} {asked.Me.Date(at)}.", $"Teke vare på av {asked.Me.NameOf(scenario.By)} {asked.Me.Date(at)}."));

    static Words Removed(Asked asked, ScenarioChange removed) => new(
        $"{asked.Me.NameOf(removed.By)} fjernet «{removed.Name}» {asked.Me.Date(removed.At)}.", $"{asked.Me.NameOf(removed.By)} fjerna «{removed.Name}» {asked.Me.Date(removed.At)}.");

    static RehearsalShown Shown(Rehearsal rehearsal) => new(
        [.. rehearsal.Runs.Select(Line)], Reach(rehearsal.Coverage),
        [
            new(new("Steg ingen var innom", "Steg ingen var innom"), Names(rehearsal.Coverage.ElementsNotCovered)),
            new(new("Piler ingen fulgte", "Piler ingen følgde"), Names(rehearsal.Coverage.FlowsNotCovered)),
            new(new("Steg de var innom", "Steg dei var innom"), Names(rehearsal.Coverage.Elements)),
            new(new("Piler de fulgte", "Piler dei følgde"), Names(rehearsal.Coverage.Flows)),
        ]);

    static RehearsedLine Line(RehearsedRun run) => new(run.Scenario.Name, run.Title, Reach(run.Coverage), run.Failed?.Line, run.Failed?.Step ?? "", run.Failed?.Sentence);

    static Words Reach(Coverage coverage) => RehearsalWords.Reach(coverage.Elements.Length, coverage.AllElements, coverage.Flows.Length, coverage.AllFlows);

    static ImmutableArray<Words> Names(ImmutableArray<PlaceView> places) => [.. places.Select(place => place.Name)];
}
