using System.Text.Json;
using LmsWorkflow.Domain;
using LmsWorkflow.Workflows;

namespace LmsWorkflow.Api;

/// <summary>
/// <c>lms run-scenario FILE [--definition DRAWING] [--database sqlite|postgres:CONNECTION] [--json]</c>. With a drawing, the drawing is in force in the run, and
/// what the scenario has been through in it is told. Exit code 0: all held; 1: something did not; 64: not a scenario, or not a drawing that can be run.
/// </summary>
public static class ScenarioCommand
{
    public static async Task<int> Run(string[] args, TextWriter output, CancellationToken ct)
    {
        var drawing = Value(args, "--definition");
        var database = Value(args, "--database") ?? "sqlite";
        var file = args.FirstOrDefault(arg => !arg.StartsWith('-') && arg != drawing && arg != database);
        if (file is null || !File.Exists(file) || drawing is not null && !File.Exists(drawing)) return await Usage(output);
        try
        {
            var scenario = ScenarioReader.ReadFile(file);
            var read = drawing is null ? null : CaseWorkflow.Read(await File.ReadAllBytesAsync(drawing, ct));
            if (read is { Definition: null }) return await CannotRun(drawing!, read, output);
            await using var host = await ScenarioHost.Start(database, ct, read is null ? null : await Trial(drawing!, read.Definition!, ct));
            var outcome = await host.Run(scenario, ct);
            var coverage = read is null ? null : Coverage.Of(read.Definition!, [host.Services.GetRequiredService<Trails>().Of(read.Definition!.Id, 1)]);
            await output.WriteAsync(args.Contains("--json") ? Json(outcome, coverage) : Told(outcome) + (coverage is null ? "" : Told(coverage)));
            return outcome.Held ? 0 : 1;
        }
        catch (ScenarioFormatException bad)
        {
            await output.WriteLineAsync($"{file}, linje {bad.Line}: {bad.Sentence.Nb}");
            return 64;
        }
    }

    public static string Told(ScenarioOutcome outcome)
    {
        var lines = outcome.Steps.Select(step => $"{(step.Trouble is null ? "  ok" : "FAIL")}  {step.Line,4}  {step.Step}  {step.Answer}{(step.Trouble is { } trouble ? "\n            " + trouble.Nb : "")}");
        var failed = outcome.Steps.Count(step => step.Trouble is not null);
        return $"{outcome.Title}\n{string.Join('\n', lines)}\n{outcome.Steps.Length} steps, {failed} not as expected\n";
    }

    static string? Value(string[] args, string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>The drawing in force under its own key; everything else as it comes with the product.</summary>
    static async Task<DraftOnTrial> Trial(string drawing, ProcessDefinition definition, CancellationToken ct) =>
        new(new(definition.Id, 1, await File.ReadAllBytesAsync(drawing, ct), [.. ShippedForms.Files(ShippedDefinitions.Folder).Select(form => (ShippedForms.Kind(form), form.Bytes))]), []);

    static string Json(ScenarioOutcome outcome, Coverage? coverage) =>
        JsonSerializer.Serialize(new ScenarioRunView(outcome.Title, outcome.Held, outcome.Steps, coverage), ApiJson.Writing) + "\n";

    static string Told(Coverage coverage)
    {
        var text = new System.Text.StringBuilder($"{coverage.Elements.Length} of {coverage.AllElements} elements and {coverage.Flows.Length} of {coverage.AllFlows} flows covered\n");
        foreach (var place in coverage.Elements.Concat(coverage.Flows)) text.Append($"  covered      {place.Id}  {place.Name.Nb}\n");
        foreach (var place in coverage.ElementsNotCovered.Concat(coverage.FlowsNotCovered)) text.Append($"  not covered  {place.Id}  {place.Name.Nb}\n");
        return text.ToString();
    }

    static async Task<int> CannotRun(string drawing, ReadResult read, TextWriter output)
    {
        await output.WriteLineAsync($"{drawing} kan ikke kjøres:");
        foreach (var finding in read.Findings.Where(finding => finding.Severity == Severity.Error)) await output.WriteLineAsync($"  linje {finding.Line}: {finding.Sentence.Nb}");
        return 64;
    }

    static async Task<int> Usage(TextWriter output)
    {
        await output.WriteLineAsync("Bruk: run-scenario FIL [--definition TEGNING.bpmn] [--database sqlite|postgres:TILKOBLING] [--json]");
        return 64;
    }
}

/// <summary>What came of a run, for programs.</summary>
/// <param name="Coverage">Only when a drawing was named.</param>
public sealed record ScenarioRunView(string Title, bool Held, System.Collections.Immutable.ImmutableArray<StepOutcome> Steps, Coverage? Coverage);
