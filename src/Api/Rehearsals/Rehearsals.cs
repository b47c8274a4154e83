using System.Collections.Immutable;
using LmsWorkflow.Domain;
using LmsWorkflow.Storage;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>What came of one scenario.</summary>
/// <param name="Failed">The first step that did not go as expected; null when all did.</param>
public sealed record RehearsedRun(ShelvedScenario Scenario, string Title, int Steps, FailedStep? Failed, Coverage Coverage);

/// <param name="Line">In the scenario's text; 0 for what is not one of its own steps.</param>
/// <param name="Step">As it stands there.</param>
public sealed record FailedStep(int Line, string Step, Words Sentence);

/// <param name="Coverage">What the scenarios went through together.</param>
public sealed record Rehearsal(ImmutableArray<RehearsedRun> Runs, Coverage Coverage)
{
    public bool Passed => Runs.All(run => run.Failed is null);
}

/// <summary>
/// Runs scenarios against a draft as if it were in force: invented people, a clock that is set, a host without a port and a database that is deleted. Nothing of it
/// touches the cases of this host. One rehearsal at a time, and none for longer than somebody will wait.
/// </summary>
public sealed class Rehearsals(ICaseStore store, DefinitionFiles files, ScenarioShelf shelf, LmsOptions options) : IDisposable
{
    /// <summary>Longest a rehearsal of all the scenarios of a definition may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Longest one may take with waiting for others; what requests that rehearse are given.</summary>
    public static readonly TimeSpan LongestWithWaiting = Longest + Patience + TimeSpan.FromSeconds(10);

    /// <summary>More than the longest worked example has, several times over.</summary>
    const int MostSteps = 2_000;

    static TimeSpan Patience => TimeSpan.FromSeconds(30);

    readonly SemaphoreSlim turn = new(1);

    /// <summary>The scenarios that are kept with the definition; null when there are none.</summary>
    public async Task<RehearsalOutcome?> BeforePublishing(DefinitionFile file, DefinitionDraft draft, CancellationToken ct)
    {
        var kept = await shelf.Of(file, ct);
        if (kept.IsEmpty) return null;
        var (rehearsal, refused) = await Run(file, draft, kept, ct);
        if (rehearsal is null) return new(new([], 0, 0, 0, 0), [refused!]);
        var scenarios = ImmutableArray.CreateBuilder<RehearsedScenario>();
        foreach (var scenario in kept) scenarios.Add(new(scenario.Name, await store.PutContent(System.Text.Encoding.UTF8.GetBytes(scenario.Text), ct)));
        var coverage = rehearsal.Coverage;
        return new(
            new(scenarios.ToImmutable(), coverage.Elements.Length, coverage.AllElements, coverage.Flows.Length, coverage.AllFlows),
            [.. rehearsal.Runs.Where(run => run.Failed is not null).Select(run => new ScenarioDoesNotHold(run.Scenario.Name, run.Failed!.Line, run.Failed.Step, run.Failed.Sentence))]);
    }

    /// <summary>What came of each, or why none could be run.</summary>
    /// <param name="beside">What they may include; left out: each other.</param>
    public async Task<(Rehearsal? Rehearsal, Refusal? Refused)> Run(
        DefinitionFile file, DefinitionDraft draft, ImmutableArray<ShelvedScenario> scenarios, CancellationToken ct, ImmutableArray<ShelvedScenario>? beside = null) =>
        await OnTrial(file, draft, (trial, process, enough) => Run(trial, process, scenarios, beside ?? scenarios, enough), ct);

    /// <summary>Goes as far as the text says, and looks around there. What cannot be done is told, and is where it ends.</summary>
    public async Task<(Walk? Walk, Refusal? Refused)> Walk(DefinitionFile file, DefinitionDraft draft, string text, ImmutableArray<ShelvedScenario> beside, CancellationToken ct)
    {
        try
        {
            var scenario = shelf.Read(text, beside);
            if (scenario.Steps.Length > MostSteps) return (null, new ScenarioIsTooLong());
            return await OnTrial(file, draft, (trial, process, enough) => Walking.Of(trial, process, scenario, shelf.Example is { } example ? WalkText.Writings(example) : [], enough), ct);
        }
        catch (ScenarioFormatException bad)
        {
            return (null, new ScenarioCannotBeRead(bad.Line, bad.Sentence));
        }
    }

    async Task<(T? Done, Refusal? Refused)> OnTrial<T>(DefinitionFile file, DefinitionDraft draft, Func<DraftOnTrial, ProcessDefinition, CancellationToken, Task<T>> run, CancellationToken ct) where T : class
    {
        if (options.IsRehearsal) return (null, new NoRehearsalWithin());
        var source = await store.Pinned(draft.ContentHash, ct);
        if (CaseWorkflow.Read(source).Definition is not { } process || process.Id != file.Key) return (null, new DraftCannotBeRehearsed());
        if (!await turn.WaitAsync(Patience, ct)) return (null, new RehearsalsAreBusy());
        try
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
            enough.CancelAfter(Longest);
            var trial = new DraftOnTrial(new(file.Key, file.LatestNumber + 1, source, await Forms(draft.Forms, ct)), await Published(ct));
            return (await run(trial, process, enough.Token), null);
        }
        catch (Exception late) when (late is OperationCanceledException or HttpRequestException && !ct.IsCancellationRequested)
        {
            return (null, new RehearsalTookTooLong());
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    async Task<Rehearsal> Run(DraftOnTrial trial, ProcessDefinition process, ImmutableArray<ShelvedScenario> scenarios, ImmutableArray<ShelvedScenario> beside, CancellationToken ct)
    {
        var runs = ImmutableArray.CreateBuilder<RehearsedRun>();
        var trails = new List<Trail>();
        foreach (var scenario in scenarios)
        {
            var trail = new Trail();
            var outcome = new ScenarioOutcome(scenario.Title, []);
            FailedStep? failed;
            try
            {
                var read = shelf.Read(scenario.Text, beside);
                if (read.Steps.Length > MostSteps) throw new ScenarioFormatException(0, new($"Scenarioet har flere enn {MostSteps} steg.", $"Scenarioet har fleire enn {MostSteps} steg."));
                // a host of its own: time does not go back, and what one does must not help the next
                (outcome, trail) = await Run(trial, read, ct);
                failed = outcome.FirstTrouble is { } step ? new(step.Line, step.Step, step.Trouble!) : null;
            }
            catch (ScenarioFormatException bad)
            {
                failed = new(bad.Line, "", bad.Sentence);
            }

            trails.Add(trail);
            runs.Add(new(scenario, outcome.Title, outcome.Steps.Length, failed, Coverage.Of(process, [trail])));
        }

        return new(runs.ToImmutable(), Coverage.Of(process, trails));
    }

    static async Task<(ScenarioOutcome Outcome, Trail Trail)> Run(DraftOnTrial trial, ScenarioFile scenario, CancellationToken ct)
    {
        await using var host = await ScenarioHost.Rehearsing(trial, ct);
        var outcome = await host.Run(scenario, ct, stopAtTrouble: true);
        return (outcome, host.Services.GetRequiredService<Trails>().Of(trial.Draft.Key, trial.Draft.Number));
    }

    /// <summary>Everything that is published here, so that the draft meets the same processes as it will when it is in force.</summary>
    async Task<ImmutableArray<TrialVersion>> Published(CancellationToken ct)
    {
        var versions = ImmutableArray.CreateBuilder<TrialVersion>();
        foreach (var file in await files.All(ct))
            foreach (var published in file.Published) versions.Add(new(file.Key, published.Number, await store.Pinned(published.ContentHash, ct), await Forms(published.Forms, ct)));
        return versions.ToImmutable();
    }

    async Task<ImmutableArray<(DocumentKind Kind, byte[] Bytes)>> Forms(ImmutableArray<PublishedForm> forms, CancellationToken ct)
    {
        var all = ImmutableArray.CreateBuilder<(DocumentKind, byte[])>();
        foreach (var form in forms) all.Add((form.Kind, await store.Pinned(form.ContentHash, ct)));
        return all.ToImmutable();
    }
}

public sealed record DraftCannotBeRehearsed() : Refusal(new Words(
    "Tegningen kan ikke kjøres ennå, og derfor ikke prøves. Rett det som er feil i den, først.",
    "Teikninga kan ikkje køyrast enno, og derfor ikkje prøvast. Rett det som er feil i henne, først."));

public sealed record RehearsalsAreBusy() : Refusal(new Words(
    "Noen andre prøver et utkast akkurat nå. Vent et minutt, og prøv igjen.", "Nokon andre prøver eit utkast akkurat no. Vent eit minutt, og prøv igjen."));

public sealed record RehearsalTookTooLong() : Refusal(new Words(
    $"Scenarioene ble ikke ferdige på {Rehearsals.Longest.TotalMinutes:0} minutter. Gjør dem kortere, eller fjern noen, og prøv igjen.",
    $"Scenarioa vart ikkje ferdige på {Rehearsals.Longest.TotalMinutes:0} minutt. Gjer dei kortare, eller fjern nokre, og prøv igjen."));

public sealed record NoRehearsalWithin() : Refusal(new Words(
    "Inne i en prøve kan det verken prøves eller publiseres.", "Inne i ein prøve kan det verken prøvast eller publiserast."));

/// <param name="Line">In the text; 0 when it is about the text as a whole.</param>
public sealed record ScenarioCannotBeRead(int Line, Words Why) : Refusal(Line == 0 ? Why : new Words($"Linje {Line}: {Why.Nb}", $"Linje {Line}: {Why.Nn}"))
{
    public static string Field => "text";
}

public sealed record ScenarioIsTooLong() : Refusal(new Words("Scenarioet er for langt. Del det opp.", "Scenarioet er for langt. Del det opp."))
{
    public static string Field => "text";
}

public sealed record ScenarioIsEmpty() : Refusal(new Words(
    "Skriv scenarioet: en linje med «scenario» og tittelen, og minst ett steg.", "Skriv scenarioet: ei linje med «scenario» og tittelen, og minst eitt steg."))
{
    public static string Field => "text";
}
