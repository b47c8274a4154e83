using System.Collections.Immutable;
using LmsWorkflow.Domain;

namespace LmsWorkflow.Api;

/// <summary>A scenario that is run before a publishing.</summary>
/// <param name="By">Who kept it; null when it comes with the product, and then <paramref name="At"/> is too.</param>
public sealed record ScenarioSummary(string Name, string Title, bool IsShipped, string ContentHash, PersonId? By, DateTimeOffset? At)
{
    public static ScenarioSummary Of(ShelvedScenario scenario) => new(scenario.Name, scenario.Title, scenario.IsShipped, scenario.ContentHash, scenario.By, scenario.At);
}

public sealed record ScenarioDetail(ScenarioSummary Scenario, string Text);

/// <param name="Text">The file format of docs/scenarios.md.</param>
public sealed record ScenarioBody(string Text);

/// <param name="Text">A scenario for this once; left out: all that are kept with the definition.</param>
public sealed record RehearsalBody(string? Text = null);

/// <param name="Failed">The first step that did not go as expected; null when all did.</param>
/// <param name="Elements">Ids of what it went through in the draft.</param>
public sealed record RehearsedRunView(string? Name, string Title, bool Passed, int Steps, FailedStep? Failed, ImmutableArray<string> Elements, ImmutableArray<string> Flows);

/// <summary>What came of scenarios that were run against a draft.</summary>
/// <param name="Coverage">What they went through together, and what none of them did.</param>
public sealed record RehearsalView(int Draft, int Revision, bool Passed, ImmutableArray<RehearsedRunView> Scenarios, Coverage Coverage)
{
    public static RehearsalView Of(DefinitionDraft draft, Rehearsal rehearsal) => new(
        draft.Number, draft.Revision, rehearsal.Passed, [.. rehearsal.Runs.Select(Of)], rehearsal.Coverage);

    static RehearsedRunView Of(RehearsedRun run) => new(
        run.Scenario.Name is { Length: > 0 } name ? name : null, run.Title, run.Failed is null, run.Steps, run.Failed,
        [.. run.Coverage.Elements.Select(place => place.Id)], [.. run.Coverage.Flows.Select(place => place.Id)]);
}
