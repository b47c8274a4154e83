using System.Text.Json;

namespace LmsWorkflow.Api;

/// <summary><c>lms run-scenario FILE [--database sqlite|postgres:CONNECTION] [--json]</c>. Exit code 0: all held; 1: something did not; 64: not a scenario.</summary>
public static class ScenarioCommand
{
    public static async Task<int> Run(string[] args, TextWriter output, CancellationToken ct)
    {
        var file = args.FirstOrDefault(arg => !arg.StartsWith('-'));
        var at = Array.IndexOf(args, "--database");
        var database = at >= 0 && at + 1 < args.Length ? args[at + 1] : "sqlite";
        if (file is null || file == database || !File.Exists(file)) return await Usage(output);
        try
        {
            var scenario = ScenarioReader.ReadFile(file);
            await using var host = await ScenarioHost.Start(database, ct);
            var outcome = await host.Run(scenario, ct);
            await output.WriteAsync(args.Contains("--json") ? JsonSerializer.Serialize(outcome, ApiJson.Writing) + "\n" : Told(outcome));
            return outcome.Held ? 0 : 1;
        }
        catch (ScenarioFormatException bad)
        {
            await output.WriteLineAsync($"{file}, {bad.Message}");
            return 64;
        }
    }

    public static string Told(ScenarioOutcome outcome)
    {
        var lines = outcome.Steps.Select(step => $"{(step.Trouble is null ? "  ok" : "FAIL")}  {step.Line,4}  {step.Step}  {step.Answer}{(step.Trouble is { } trouble ? "\n            " + trouble : "")}");
        var failed = outcome.Steps.Count(step => step.Trouble is not null);
        return $"{outcome.Title}\n{string.Join('\n', lines)}\n{outcome.Steps.Length} steps, {failed} not as expected\n";
    }

    static async Task<int> Usage(TextWriter output)
    {
        await output.WriteLineAsync("Bruk: run-scenario FIL [--database sqlite|postgres:TILKOBLING] [--json]");
        return 64;
    }
}
