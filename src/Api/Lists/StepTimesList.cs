using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>One step of a version across cases, for programs.</summary>
/// <param name="MedianDays">Null while fewer than three cases tell of it.</param>
public sealed record StepTimeView(string ElementId, Words Name, int Here, int Finished, double? MedianDays, ImmutableArray<RoleTime> Roles);

/// <summary>
/// Where every case has been, kept on this node: made from the record, followed by position, and made again at each start. Asking reads only what has come since it was
/// last asked. Holds ids and times, no texts.
/// </summary>
public sealed class StepTimesList(ICaseStore store) : IDisposable
{
    const int AtATime = 2_000;

    readonly SemaphoreSlim oneAtATime = new(1);
    readonly Dictionary<CaseId, CaseTrace> cases = [];
    long position;

    public async Task<ImmutableArray<StepTime>> Of(PublishedDefinition published, CancellationToken ct) =>
        await Asked(() => StepTime.Of(published.Process, cases.Values.Where(trace => trace.Process?.Definition == published.Key)), ct);

    /// <summary>The cases that follow a version and are not ended.</summary>
    public async Task<ImmutableHashSet<CaseId>> On(string key, int version, CancellationToken ct) => await Asked(
        () => cases.Values.Where(trace => trace.Process is { IsEnded: false } process && process.Definition == key && process.DefinitionVersion == version).Select(trace => trace.Id).ToImmutableHashSet(), ct);

    /// <summary>Counts across all cases are no secret to anybody signed in; a median of few cases is not told.</summary>
    public static async Task<IResult> Get(HttpContext http, Definitions definitions, StepTimesList list, string key)
    {
        if (http.Actor() is null) return new ProblemResult(Problem.NotSignedIn);
        if (Address.Number(http, "version") is not { } version) return new ProblemResult(Problem.NotFound);
        await definitions.EnsureKnown(key, version, http.RequestAborted);
        if (definitions.Find(key, version) is not { } published) return new ProblemResult(Problem.NotFound);
        var times = await list.Of(published, http.RequestAborted);
        if (TakeOut.IsAsked(http)) return TakeOut.Of(http, DefinitionSheets.StepTimes.With(times));
        return new ViewResult(times.Select(time => new StepTimeView(
            time.Element.Id, ElementWords.Named(time.Element), time.Here, time.Finished, Rounded(time.MedianDays), [.. time.Roles.Select(role => role with { MedianDays = Rounded(role.MedianDays) })])).ToImmutableArray());
    }

    public void Dispose() => oneAtATime.Dispose();

    static double? Rounded(double? days) => days is { } known ? Math.Round(known, 2) : null;

    async Task<T> Asked<T>(Func<T> answer, CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            while (await store.ReadAll(position, AtATime, ct) is { Count: > 0 } facts) Follow(facts);
            return answer();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    void Follow(IReadOnlyList<RecordedFact> facts)
    {
        foreach (var recorded in facts)
        {
            position = recorded.Position;
            if (recorded.Stream.AsCase is not { } id) continue;
            if (!cases.TryGetValue(id, out var trace)) cases[id] = trace = new(id);
            trace.Add(recorded.Fact, recorded.Stamp);
        }
    }
}
