using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>Where a case is and has been on the drawing it follows.</summary>
/// <param name="Version">Version of the definition.</param>
public sealed record CaseMapView(string Definition, int Version, string ContentHash, ImmutableArray<MapStepView> Steps);

/// <param name="ElementId">In the drawing; null when the version the case follows now has no such step.</param>
/// <param name="Step">The id the step had when the case was there.</param>
public sealed record MapStepView(string? ElementId, string Step, Words Name, Phase? Phase, StepState State, double Days, ImmutableArray<MapVisitView> Visits);

/// <param name="By">Whose act ended it; null: the process itself, or it is open.</param>
public sealed record MapVisitView(DateTimeOffset From, DateTimeOffset? To, VisitEnd End, PersonId? By, ImmutableArray<Role> Roles, DateTimeOffset? Due, double Days);

static class CaseMaps
{
    /// <param name="file">The case as it is, or as it was at a moment: what came later is not looked at.</param>
    public static async Task<CaseMap> Of(ICaseStore store, PublishedDefinition published, CaseFile file, CancellationToken ct)
    {
        var trace = new CaseTrace(file.Id);
        await foreach (var recorded in store.ReadOn(StreamId.Case(file.Id), 0, ct))
        {
            if (recorded.Version > file.Version) break;
            trace.Add(recorded.Fact, recorded.Stamp);
        }

        return CaseMap.Of(published.Process, file, trace);
    }

    /// <summary>Days go on while a step is open, so the case's version does not tell whether the answer is the same.</summary>
    public static async Task<IResult> Get(HttpContext http)
    {
        CaseFile? file = null;
        var allowed = await CaseReads.Read(http, Act.ReadCase, (_, loaded, _) => file = loaded.File, isTimed: true);
        if (file is null) return allowed;
        if (file.Process is not { } state) return new ProblemResult(Problem.NotFound);
        var services = http.RequestServices;
        var definitions = services.GetRequiredService<Definitions>();
        await definitions.Ensure(file, http.RequestAborted);
        var map = await Of(services.GetRequiredService<ICaseStore>(), definitions.Of(file), file, http.RequestAborted);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return new ViewResult(new CaseMapView(state.Definition, state.DefinitionVersion, state.ContentHash, [.. map.Steps.Select(step => View(step, now))]));
    }

    static MapStepView View(MapStep step, DateTimeOffset now) => new(
        step.Element?.Id, step.Id, step.Element is { } element ? ElementWords.Named(element) : Words.Same(step.Id), step.Element?.Phase, step.State, Rounded(step.Days(now)),
        [.. step.Visits.Select(visit => new MapVisitView(visit.From, visit.To, visit.End, visit.By, [.. TaskRoleNames.Each(visit.Roles)], visit.Due, Rounded(((visit.To ?? now) - visit.From).TotalDays)))]);

    static double Rounded(double days) => Math.Round(days, 2);
}
