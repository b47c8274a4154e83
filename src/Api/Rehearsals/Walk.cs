using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace LmsWorkflow.Api;

/// <summary>Where a walk through a draft has come.</summary>
/// <param name="Refused">The step that could not be done; what is shown is how it was before it.</param>
/// <param name="Case">Null before a case is opened.</param>
public sealed record Walk(DateTimeOffset Clock, FailedStep? Refused, WalkedCase? Case, Coverage Coverage);

/// <param name="Here">Where tokens stand in the drawing.</param>
/// <param name="Timers">Deadlines that run.</param>
/// <param name="Acts">What can be done to the whole case.</param>
public sealed record WalkedCase(
    string Title, Phase Phase, Standing Standing, bool IsEnded, ImmutableArray<PlaceView> Here, ImmutableArray<WalkTask> Tasks, ImmutableArray<WalkTimer> Timers, ImmutableArray<WalkAct> Acts);

/// <summary>An open task.</summary>
/// <param name="Who">Those who have it in their inbox, as the walk names them.</param>
/// <param name="ByHand">It is done when somebody says so; otherwise what is written, frozen or signed does it.</param>
/// <param name="Acts">What those who have it can do beside that.</param>
public sealed record WalkTask(int Item, PlaceView Place, DateTimeOffset? Due, ImmutableArray<WalkPerson> Who, bool ByHand, ImmutableArray<WalkAct> Acts);

public sealed record WalkPerson(string Code, string Name);

public sealed record WalkTimer(PlaceView Place, DateTimeOffset Due);

/// <summary>Runs a walk as far as it goes and looks around there.</summary>
static class Walking
{
    /// <summary>What scenarios call the case they are about.</summary>
    const string TheCase = "sak";

    public static async Task<Walk> Of(DraftOnTrial trial, ProcessDefinition process, ScenarioFile scenario, ImmutableArray<string> written, CancellationToken ct)
    {
        await using var host = await ScenarioHost.Rehearsing(trial, ct);
        var runner = host.Runner();
        var outcome = await runner.Run(scenario, stopAtDemonstration: false, ct, stopAtTrouble: true);
        var trail = host.Services.GetRequiredService<Trails>().Of(trial.Draft.Key, trial.Draft.Number);
        return new(
            host.Clock.GetUtcNow(), outcome.FirstTrouble is { } step ? new(step.Line, step.Step, step.Trouble!) : null, await Look(host, runner, process, scenario, written, ct), Coverage.Of(process, [trail]));
    }

    static async Task<WalkedCase?> Look(ScenarioHost host, ScenarioRunner runner, ProcessDefinition process, ScenarioFile scenario, ImmutableArray<string> written, CancellationToken ct)
    {
        if (!Guid.TryParse(runner.Known(TheCase), out var id)) return null;
        var file = (await host.Services.GetRequiredService<CaseLoader>().Load(new CaseId(id), ct)).File;
        if (file.Identity is null || file.Process is not { } state) return null;
        var inboxes = await Inboxes(host, runner, scenario.People, file.Id, ct);
        ImmutableArray<WalkPerson> people = [.. scenario.People.Select(one => new WalkPerson(one.Code, one.Name))];
        WalkPerson? Known(PersonId person) => people.FirstOrDefault(one => runner.Known(one.Code) == person.ToString());
        var at = new WalkPlace(
            file, host.Clock.GetUtcNow(), Known, code => people.FirstOrDefault(one => one.Code == code), unit => scenario.Units.FirstOrDefault(one => runner.Known(one.Code) == unit.ToString())?.Code, written);
        var tasks = state.Items.Where(item => item.Kind == ItemKind.UserTask).Select(item => Task(process, at, item, [.. inboxes[item.Number]]));
        return new(
            file.Identity.Title.Value ?? "", file.Phase, file.Standing, state.EndedAt is not null, [.. state.Items.Select(item => item.ElementId).Concat(state.Waiting.Select(token => token.Gateway)).Distinct().Where(element => process[element]?.Kind.IsScope() != true).Select(element => Place(process, element))],
            [.. tasks], [.. state.Timers.OrderBy(timer => timer.DueAt).Select(timer => new WalkTimer(Place(process, timer.ElementId), timer.DueAt))],
            WalkActs.OfCase(file, Known(file.Identity.Koordinator)));
    }

    static WalkTask Task(ProcessDefinition process, WalkPlace at, ProcessItem item, ImmutableArray<WalkPerson> who) =>
        new(item.Number, Place(process, item.ElementId), item.DueAt, who, process[item.ElementId]?.Lms.Done is null, WalkActs.At(at, process[item.ElementId], who));

    static async Task<ILookup<int, WalkPerson>> Inboxes(ScenarioHost host, ScenarioRunner runner, ImmutableArray<ScenarioPerson> people, CaseId id, CancellationToken ct)
    {
        var store = host.Services.GetRequiredService<ICaseStore>();
        var rows = new List<(int Item, WalkPerson Person)>();
        foreach (var person in people)
            if (Guid.TryParse(runner.Known(person.Code), out var known))
                rows.AddRange((await store.Inbox(new PersonId(known), ct)).Where(row => row.Case == id).Select(row => (row.Item, new WalkPerson(person.Code, person.Name))));
        return rows.Distinct().ToLookup(row => row.Item, row => row.Person);
    }

    static PlaceView Place(ProcessDefinition process, string element) => new(element, process[element] is { } drawn ? Coverage.NameOf(drawn) : Words.Same(element));
}
